import { isGenericLabel, type Indicator } from "../text/indicators.ts";
import { diceSimilarity } from "../text/similarity.ts";
import { countsPeople, unitFamily } from "../text/unit.ts";
import { aliasFolder } from "./aliases.ts";
import type { Alias } from "./dictionaries.ts";
import { foldSpelling } from "./record-identity.ts";

/** One figure in both years. */
export interface IndicatorPair {
  readonly previous: Indicator;
  readonly current: Indicator;
  /** Label and unit are the same but for how they are written. */
  readonly isSame: boolean;
}

/** The figures of two years' texts, each with its counterpart where it surely has one. */
export interface IndicatorMatch {
  readonly pairs: readonly IndicatorPair[];
  /** The same kind of figure, nearly as large, in the same place under another label: 婦人相談 → 女性相談. */
  readonly renamed: readonly IndicatorPair[];
  readonly gone: readonly Indicator[];
  readonly added: readonly Indicator[];
}

const NOTHING: IndicatorMatch = { pairs: [], renamed: [], gone: [], added: [] };
/** From here on two labels are one, differently worded. */
const SAME_LABEL = 0.6;
/** Of a renamed figure the value goes on: at most so much more or less. */
const SAME_SIZE = 0.2;

/** A figure with what it is recognised by. */
interface Figure {
  readonly indicator: Indicator;
  /** What is counted, without 件数, 延べ, の実施 and the like. */
  readonly label: string;
  readonly subject: string;
  readonly isGeneric: boolean;
  readonly unit: string;
  /** What units of its sort count: a number of persons may come as 人 or 件. Empty where nothing else would do. */
  readonly sort: string;
  /** うち, 新規, 計: figures of one label that are not the same. */
  readonly share: string;
}

/**
 * Finds for the figures of one year those of the other: by label and unit, by label alone (another unit), by alias, by
 * resembling label. Where several figures answer to one label nothing is said of them.
 */
export function matchIndicators(
  previous: readonly Indicator[],
  current: readonly Indicator[],
  aliases: readonly Alias[],
): IndicatorMatch {
  if (previous.length === 0 && current.length === 0) return NOTHING;
  const fold = aliasFolder(aliases);
  const sides = new Sides(
    previous.filter(hasWords).map((indicator) => figureOf(indicator, fold)),
    current.filter(hasWords).map((indicator) => figureOf(indicator, fold)),
  );
  const exactly = ({ subject, label, unit, share }: Figure) => [subject, label, unit, share].join("\n");
  // Figures with doubtful labels must not stand in the way of the others.
  sides.match((figure) => (figure.indicator.certain ? exactly(figure) : ""), true);
  sides.match(exactly, true);
  sides.match(({ subject, label, unit }) => [subject + label, unit].join("\n"), true);
  sides.match(({ label, unit, isGeneric }) => (isGeneric ? "" : [label, unit].join("\n")), true);
  sides.match(
    ({ subject, label, sort, share }) => (sort === "" ? "" : [subject, label, sort, share].join("\n")),
    false,
  );
  sides.matchLoners();
  sides.matchSimilar();
  sides.matchSubjects();
  const renamed = sides.matchRenamed();
  return {
    pairs: sides.pairs,
    renamed,
    gone: sides.previous.map(({ indicator }) => indicator),
    added: sides.current.map(({ indicator }) => indicator),
  };
}

function hasWords({ label }: Indicator): boolean {
  return label !== "";
}

/** What is done or counted says nothing about what the figure is of: 就業情報提供件数, 家庭教育学級の開催. */
const TAIL =
  /(?:(?:の)?(?:実施|開催|配置|交付|支給|発行|配布|配付|拡充|開設|設置|派遣|作成|整備)|(?:の)?(?:総|延べ?|のべ|実)?(?:件数|回数|人数|人員|者数|組数|世帯数|冊数|数)|(?:延べ?|のべ|実)(?:人数)?|者|等)$/u;

function figureOf(indicator: Indicator, fold: (folded: string) => string): Figure {
  const isGeneric = isGenericLabel(indicator.label);
  return {
    indicator,
    label: fold(coreOf(indicator.label)),
    subject: indicator.subject === "" || !isGeneric ? "" : fold(coreOf(indicator.subject)),
    isGeneric,
    unit: unitFamily(indicator.unit),
    sort: sortOf(indicator.unit),
    share: /^(?:うち|内|新規に?|新たに|各|平均)$/u.test(indicator.qualifier) ? indicator.qualifier : "",
  };
}

/** Units that may stand for one another when people change their minds about how to count. */
const SORTS: readonly (readonly string[])[] = [
  ["回", "日", "時間", "日間", "コース", "クール", "期間", "週間"],
  ["か所", "校", "園", "館", "施設", "団体", "地区", "教室", "会場", "店舗", "事業所", "地点", "路線", "区間"],
  ["円", "千円", "百万円", "万円", "億円"],
  ["冊", "部", "枚", "通", "点", "本", "台", "個", "つ"],
  ["t", "kg", "g", "㎥", "L"],
  ["m", "km", "㎡", "ha"],
];

function sortOf(unit: string): string {
  if (countsPeople(unit)) return "人";
  const family = unitFamily(unit);
  return SORTS.find((sort) => sort.includes(family))?.[0] ?? "";
}

function coreOf(label: string): string {
  let core = foldSpelling(label).replace(/^(?:新たな|総|延べ|のべ)/u, "");
  for (;;) {
    const shorter = core.replace(TAIL, "");
    if (shorter.length < 2 || shorter === core) return core;
    core = shorter;
  }
}

/** The figures of both years that have no counterpart yet. */
class Sides {
  previous: readonly Figure[];
  current: readonly Figure[];
  readonly pairs: IndicatorPair[] = [];

  constructor(previous: readonly Figure[], current: readonly Figure[]) {
    this.previous = previous;
    this.current = current;
  }

  /** Pairs figures that share a key; where a key stands for several the figures cannot be told apart and are set aside. */
  match(keyOf: (figure: Figure) => string, isSame: boolean): void {
    const before = byKey(this.previous, keyOf);
    const now = byKey(this.current, keyOf);
    const used = new Set<Figure>();
    for (const [key, ours] of now) {
      const theirs = before.get(key);
      if (!theirs) continue;
      for (const figure of [...ours, ...theirs]) used.add(figure);
      if (ours.length > 1 || theirs.length > 1) continue;
      this.pair(theirs[0]!, ours[0]!, isSame);
    }
    this.drop(used);
  }

  /** 参加者 stands for something else every time, unless it is the only one of its kind in both texts. */
  matchLoners(): void {
    this.match(({ isGeneric, subject, label, unit }) => (isGeneric && subject === "" ? `${label}\n${unit}` : ""), true);
  }

  /** こどもの力 and こどもの力を育てるために, 支援センター and 子育て支援センター. */
  matchSimilar(): void {
    this.matchBest((before, now) => {
      if (before.isGeneric || now.isGeneric || before.unit !== now.unit || before.share !== now.share) return 0;
      return likeness(before.label, now.label);
    }, true);
  }

  /** The participants of something whose own name is worded a little differently. */
  matchSubjects(): void {
    this.matchBest((before, now) => {
      if (!before.isGeneric || !now.isGeneric || before.label !== now.label || before.unit !== now.unit) return 0;
      return before.subject === "" || now.subject === "" ? 0 : likeness(before.subject, now.subject);
    }, true);
  }

  /** Takes figures out that go on under another name. */
  matchRenamed(): IndicatorPair[] {
    const kept = this.pairs.length;
    this.matchBest((before, now) => {
      const [a, b] = [before.indicator, now.indicator];
      if (!a.certain || !b.certain || a.parent || b.parent || before.unit !== now.unit) return 0;
      if (before.isGeneric || now.isGeneric || commonTail(before.label, now.label) < 2) return 0;
      return Math.abs(a.value - b.value) <= SAME_SIZE * Math.max(a.value, b.value) ? 1 : 0;
    }, false);
    return this.pairs.splice(kept);
  }

  /** Pairs what is likest first, each with at most one. Lists are short: a cell has a few dozen figures at most. */
  private matchBest(likenessOf: (previous: Figure, current: Figure) => number, isSame: boolean): void {
    if (this.previous.length * this.current.length > 2500) return;
    const found = this.previous.flatMap((before) =>
      this.current.flatMap((now) => {
        const score = likenessOf(before, now);
        return score < SAME_LABEL ? [] : [{ before, now, score }];
      }),
    );
    const used = new Set<Figure>();
    for (const { before, now } of found.sort((a, b) => b.score - a.score)) {
      if (used.has(before) || used.has(now)) continue;
      used.add(before).add(now);
      this.pair(before, now, isSame);
    }
    this.drop(used);
  }

  private pair(previous: Figure, current: Figure, isSame: boolean): void {
    this.pairs.push({ previous: previous.indicator, current: current.indicator, isSame });
  }

  private drop(used: ReadonlySet<Figure>): void {
    if (used.size === 0) return;
    this.previous = this.previous.filter((figure) => !used.has(figure));
    this.current = this.current.filter((figure) => !used.has(figure));
  }
}

function byKey(figures: readonly Figure[], keyOf: (figure: Figure) => string): Map<string, Figure[]> {
  const found = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = keyOf(figure);
    if (key === "") continue;
    const list = found.get(key);
    if (list) list.push(figure);
    else found.set(key, [figure]);
  }
  return found;
}

/** A label that begins or ends with the whole of the other is the same, more fully written. */
function likeness(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 3 && (long.startsWith(short) || long.endsWith(short))) return short.length >= 5 ? 0.9 : 0.7;
  return diceSimilarity(a, b);
}

function commonTail(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}
