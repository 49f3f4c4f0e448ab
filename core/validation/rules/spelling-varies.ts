import { allMatches } from "../../text/all-matches.ts";
import type { FieldKind } from "../../form/form-definition.ts";
import { TRAIT } from "../../text/text-traits.ts";
import { wordFinder, type WordFinder, type WordStarts } from "../../text/word-finder.ts";
import type { CellEdit } from "../diagnostic.ts";
import type { SpellingVariants } from "../dictionaries.ts";
import { dictionaryStarts } from "../dictionary-starts.ts";
import { defineRule } from "../rule.ts";
import { isEditable, textPlaces, type TextPlace } from "../text-places.ts";
import { fixText, textEdit } from "../text-edit.ts";

interface Spelling {
  readonly entry: SpellingVariants;
  readonly spelling: string;
}

interface Occurrence extends Spelling {
  readonly start: number;
  readonly end: number;
  /** The compound that the word begins: 相談窓口 of こども相談窓口. */
  readonly rest: string;
}

interface Cell {
  readonly place: TextPlace;
  readonly spelling: string;
  readonly occurrences: Occurrence[];
}

interface Usage {
  readonly cells: Cell[];
  /** Occurrences in columns of names. */
  readonly inNames: { readonly place: TextPlace; readonly occurrence: Occurrence }[];
}

interface Counts {
  readonly written: string;
  readonly usual: string;
  readonly own: number;
  readonly other: number;
  readonly cells: number;
}

/** Columns of names and signs: what stands there is official or no prose. */
const NAMES: ReadonlySet<FieldKind> = new Set([
  "name",
  "organisation",
  "code",
  "rating",
  "direction",
  "marker",
  "amount",
  "count",
]);
/** こども家庭部, 障害者総合支援法, 子ども会議: the word is a part of a name. */
const NAME_REST =
  /^[\p{sc=Han}\p{sc=Kana}ー・]{0,12}?(?:部|課|局|室|係|庁|センター|館|園|法|条例|計画|大綱|プラン|憲章|基金|手帳|[0-9０-９]*番の家|フェスタ|クラブ|広場|文庫|食堂|ひろば|会議|協議会|委員会|部会|基本方針|ネットワーク|サポート)/u;
/** The beginning of the compound behind the word. */
const REST = /^[\p{sc=Han}\p{sc=Kana}]{2}/u;
const NUMBERED_NAME = /^[0-9０-９]+番の家/u;

/** 表記ゆれ。 The minority of one document is reported, one cell at a time. */
export const spellingVaries = defineRule({
  meta: {
    id: "spelling-varies",
    category: "name",
    title: "一つの語の表記がそろっていない",
    description:
      "同じ語を「子ども」「こども」のように違う表記で書くと、検索や集計で漏れが出ます。一つの文書の中で少ないほうの表記を指摘します。事業名・組織名の欄、「」で引用した名称、組織や計画の名前の一部は数えません。",
    severity: "info",
    standard: "L2-04",
    example: {
      wrong: "取り組みを検討し、取組を進めた。取組の周知も行った。",
      right: "取組を検討し、取組を進めた。取組の周知も行った。",
    },
    remedy: "文書の中で多いほうの表記か、自治体の表記の決まりにそろえます。",
    options: {
      nameMajority: { default: 3, description: "名称の欄は、ほかの欄に別の表記がこの回数以上あるときだけ調べます。" },
      maxCells: {
        default: 20,
        description: "一つの語についてこの数を超える欄に少数の表記があるときは、最初の欄だけに件数を示します。",
      },
    },
    messages: {
      minority: (d: Counts) =>
        `「${d.written}」はこの文書では少ない表記です（「${d.written}」${d.own} 回、「${d.usual}」${d.other} 回）。「${d.usual}」にそろえてください。`,
      preferred: (d: Counts) =>
        `「${d.written}」と「${d.usual}」が混ざっています（${d.own} 回と ${d.other} 回）。一般に用いる「${d.usual}」にそろえてください。`,
      widespread: (d: Counts) =>
        `「${d.written}」が ${d.cells} の欄に ${d.own} 回、「${d.usual}」が ${d.other} 回あります。文書の中でどちらかにそろえてください。`,
      inName: (d: { written: string; usual: string; other: number }) =>
        `この名称だけが「${d.written}」と書かれています（ほかの欄は「${d.usual}」${d.other} 回）。正式な名称か確かめてください。`,
    },
  },

  check(context, report) {
    const places = textPlaces(context);
    const starts = dictionaryStarts(context);
    const finder = finderOf(variedEntries(context.dictionaries.spellings, places, starts));
    const usages = new Map<SpellingVariants, Usage>();
    places.forEach((place, i) => {
      finder.visitFrom(place.text, starts, i, (value, start, end) => {
        const occurrence = value && occurrenceOf(value, place, start, end);
        if (occurrence && !isTitle(occurrence, place, titlesAround(places, i))) record(usages, place, occurrence);
      });
    });
    for (const [entry, usage] of usages) {
      if (isUniform(usage)) continue;
      const cells = withoutTerms(usage.cells);
      const counts = countsOf(cells);
      const usual = usualSpelling(entry, counts);
      if (usual === undefined) continue;
      reportNames(usage, counts, usual);
      for (const written of counts.keys()) {
        if (written !== usual)
          reportSpelling(
            written,
            usual,
            cells.filter(({ spelling }) => spelling === written),
            counts,
          );
      }
    }

    function reportSpelling(
      written: string,
      usual: string,
      cells: readonly Cell[],
      counts: ReadonlyMap<string, number>,
    ) {
      const [own, other] = [counts.get(written)!, counts.get(usual)!];
      const data = { written, usual, own, other, cells: cells.length };
      const isWidespread = cells.length > context.options.maxCells;
      const messageId = isWidespread ? "widespread" : own > other ? "preferred" : "minority";
      for (const { place, occurrences: found } of isWidespread ? cells.slice(0, 1) : cells) {
        const span = { start: found[0]!.start, end: found[0]!.end };
        const edits = editsTo(usual, isWidespread ? cells : [{ place, spelling: written, occurrences: found }]);
        const title = isWidespread ? `すべて「${usual}」にそろえる` : `「${usual}」にそろえる`;
        report({ messageId, data, at: place.at, span, fixes: edits.length > 0 ? [fixText(title, ...edits)] : [] });
      }
    }

    /** A name is official until it is the only place in the document that is spelled so. */
    function reportNames({ inNames, cells }: Usage, counts: ReadonlyMap<string, number>, usual: string) {
      for (const { place, occurrence } of inNames) {
        const { spelling: written, start, end } = occurrence;
        const isLone =
          !cells.some(({ spelling }) => spelling === written) &&
          inNames.filter((other) => other.occurrence.spelling === written).length === 1;
        const other = counts.get(usual)!;
        // Organisations are checked against their list.
        if (place.kind !== "name" || !isLone || written === usual || other < context.options.nameMajority) continue;
        report({ messageId: "inName", data: { written, usual, other }, at: place.at, span: { start, end } });
      }
    }
  },
});

/** A first look: most words are spelled one way throughout and need no more thought. */
function variedEntries(
  entries: readonly SpellingVariants[],
  places: readonly TextPlace[],
  starts: WordStarts,
): SpellingVariants[] {
  const seen = new Set<Spelling>();
  const finder = finderOf(entries);
  const note = (spelling: Spelling | undefined) => spelling && seen.add(spelling);
  for (let i = 0; i < places.length; i++) finder.visitFrom(places[i]!.text, starts, i, note);
  const counts = new Map<SpellingVariants, number>();
  for (const { entry } of seen) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return entries.filter((entry) => (counts.get(entry) ?? 0) > 1);
}

function finderOf(entries: readonly SpellingVariants[]): WordFinder<Spelling | undefined> {
  const words: [string, Spelling | undefined][] = [];
  for (const entry of entries) {
    for (const word of entry.except ?? []) words.push([word, undefined]);
    for (const spelling of entry.spellings) words.push([spelling, { entry, spelling }]);
  }
  // 行う事 has two words that vary: 行う and う事. A word that is none, such as う事業, is read as a whole.
  return wordFinder(words, (value) => (value ? 1 : 0));
}

function isNamePlace({ kind, role }: TextPlace): boolean {
  return (kind !== undefined && NAMES.has(kind)) || role === "organisation";
}

function occurrenceOf(value: Spelling, place: TextPlace, start: number, end: number): Occurrence | undefined {
  const { text, reading } = place;
  if ((reading.has(TRAIT.quote) && isQuoted(text, start)) || (!isNamePlace(place) && isPartOfName(text, start, end)))
    return undefined;
  const { entry, spelling } = value;
  return { entry, spelling, start, end, rest: REST.exec(text.slice(end, end + 2))?.[0] ?? "" };
}

/** 「さんぽみち」: a title is spelled as its owner spells it. */
function isQuoted(text: string, at: number): boolean {
  const isWithin = (open: string, close: string) => {
    const opened = text.lastIndexOf(open, at);
    return opened >= 0 && opened > text.lastIndexOf(close, at);
  };
  return isWithin("「", "」") || isWithin("『", "』");
}

function isPartOfName(text: string, start: number, end: number): boolean {
  const rest = text.slice(end, end + 18);
  return /[子こ供障]/u.test(text[start]!) && (NAME_REST.test(rest) || NUMBERED_NAME.test(rest));
}

const TITLE = /[「『]([^「」『』\n]{4,40})[」』]/gu;

/** Quoted titles of the record, or of the text, to which a place belongs: its places stand together. */
function titlesAround(places: readonly TextPlace[], number: number): string[] {
  const { unit } = places[number]!;
  let first = number;
  while (places[first - 1]?.unit === unit) first--;
  const titles: string[] = [];
  for (let i = first; places[i]?.unit === unit; i++) {
    const { text, reading } = places[i]!;
    if (reading.has(TRAIT.quote)) titles.push(...allMatches(text, TITLE).map(([, title]) => title!));
  }
  return titles;
}

/** こどもの力, short for the quoted 「こどもの力を育てるために」: spelled as the title is. */
function isTitle({ spelling, start, end }: Occurrence, { text }: TextPlace, titles: readonly string[]): boolean {
  const words = text.slice(start, end + 2);
  return words.length === spelling.length + 2 && titles.some((title) => title.startsWith(words));
}

function record(usages: Map<SpellingVariants, Usage>, place: TextPlace, occurrence: Occurrence): void {
  const { entry, spelling } = occurrence;
  let usage = usages.get(entry);
  if (!usage) usages.set(entry, (usage = { cells: [], inNames: [] }));
  if (isNamePlace(place)) {
    usage.inNames.push({ place, occurrence });
    return;
  }
  const own = usage.cells.findLast((cell) => cell.spelling === spelling || cell.place !== place);
  if (own?.place === place && own.spelling === spelling) own.occurrences.push(occurrence);
  else usage.cells.push({ place, spelling, occurrences: [occurrence] });
}

/** こどもサポート旭町, always spelled so: a term of its own. こども相談 beside 子ども相談 is none. */
function withoutTerms(cells: readonly Cell[]): Cell[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const { spelling, occurrences: found } of cells) {
    for (const { rest } of found) {
      const counts = spellings.get(rest) ?? new Map<string, number>();
      spellings.set(rest, counts.set(spelling, (counts.get(spelling) ?? 0) + 1));
    }
  }
  const isTerm = ({ rest, spelling }: Occurrence) => {
    const counts = rest.length < 2 ? undefined : spellings.get(rest);
    return counts?.size === 1 && counts.get(spelling)! > 1;
  };
  return cells.flatMap((cell) => {
    const left = cell.occurrences.filter((occurrence) => !isTerm(occurrence));
    return left.length > 0 ? [{ ...cell, occurrences: left }] : [];
  });
}

function isUniform({ cells, inNames }: Usage): boolean {
  const [first] = cells;
  return (
    first === undefined ||
    (cells.every(({ spelling }) => spelling === first.spelling) &&
      inNames.every(({ occurrence }) => occurrence.spelling === first.spelling))
  );
}

function countsOf(cells: readonly Cell[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { spelling, occurrences: found } of cells)
    counts.set(spelling, (counts.get(spelling) ?? 0) + found.length);
  return counts;
}

/** The most frequent; the spelling that the dictionary prefers wins unless another is twice as frequent. */
function usualSpelling({ spellings }: SpellingVariants, counts: ReadonlyMap<string, number>): string | undefined {
  if (counts.size === 0) return undefined;
  const most = Math.max(...counts.values());
  const preferred = spellings[0]!;
  if ((counts.get(preferred) ?? 0) * 2 > most) return preferred;
  return spellings.find((spelling) => counts.get(spelling) === most);
}

function editsTo(usual: string, cells: readonly Cell[]): CellEdit[] {
  return cells.flatMap(({ place, occurrences: found }) =>
    isEditable(place)
      ? [textEdit(place.source, { start: 0, end: place.text.length }, replaced(place.text, found, usual))]
      : [],
  );
}

function replaced(text: string, found: readonly Occurrence[], words: string): string {
  let result = "";
  let from = 0;
  for (const { start, end } of found) {
    result += text.slice(from, start) + words;
    from = end;
  }
  return result + text.slice(from);
}
