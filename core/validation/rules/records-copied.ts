import { groupByWords } from "../../text/group-by-words.ts";
import { createShingleIndex, type ShingleIndex } from "../../text/shingle-index.ts";
import { longestCommonRun, similarityFrom } from "../../text/similarity.ts";
import { qualifiedCellName, cellName } from "../../workbook/address.ts";
import type { EvaluationRecord } from "../../table/evaluation-document.ts";
import { copyOf } from "../cell-reading.ts";
import { opening, percent } from "../copied-text.ts";
import type { FieldValue } from "../field-value.ts";
import { readable } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

/** A record that stands elsewhere too, openly. */
const RELISTED = /再掲|再録|に同じ|と同じ|同上/u;

/** What one department wrote standing in another record too. */
export const recordsCopied = defineRule({
  meta: {
    id: "records-copied",
    category: "meaning",
    title: "別の行の文とほぼ同じ",
    description:
      "実績、評価、今後の取り組みが別の事業の行とほぼ同じときは、写したまま直していないおそれがあります。【再掲】の事業、短い決まり文句は対象にしません。同じ文が何行にもあるときは一度だけ知らせます。",
    severity: "warning",
    example: {
      wrong: "3行目と12行目の今後の取り組みがどちらも「地域のニーズや実態を把握し、…居場所づくりを支援する。」",
      right: "それぞれの事業で行うことを書く。",
    },
    remedy:
      "その事業で行ったこと、これから行うことに書き直します。一つの事業を二か所に載せるときは【再掲】と書きます。",
    options: {
      similarity: { default: 0.9, description: "この割合以上同じとき警告します（0～1）。" },
      longSimilarity: { default: 0.85, description: "長い文のときに警告する割合（0～1）。" },
      longLength: { default: 60, description: "長い文とみなす文字数。" },
      shortLength: {
        default: 40,
        description:
          "これより短い文は、似ているだけなら情報にとどめます（文字数）。並んだ事業では短い文が似るためです。",
      },
      resemblance: { default: 0.75, description: "この割合以上同じとき情報として知らせます（0～1）。" },
      run: { default: 40, description: "この文字数以上続けて同じで、短い方の文の半分を超えるとき警告します。" },
      minLength: { default: 24, description: "これより短い文は比べません（文字数）。" },
      stockCount: {
        default: 4,
        description: "まったく同じ文がこの数以上の行にあるときは、決まった書き方とみなして一度だけ知らせます。",
      },
    },
    messages: {
      identical: (d: { other: string; title: string; words: string }) =>
        `${d.other} の「${d.title}」とまったく同じ文です（${d.words}）。この事業のことを書いてください。`,
      similar: (d: { other: string; title: string; percent: number }) =>
        `${d.other} の「${d.title}」と ${d.percent} % 同じ文です。写したまま直していないところがないか確かめてください。`,
      run: (d: { other: string; title: string; length: number }) =>
        `${d.other} の「${d.title}」と ${d.length} 文字続けて同じです。写したまま直していないところがないか確かめてください。`,
      stock: (d: { count: number; words: string }) =>
        `同じ文（${d.words}）が ${d.count} か所にあります。事業ごとの違いが分かるように書いてください。`,
    },
  },

  check({ values, written, options }, report) {
    const relisted = relistedRecords(values);
    const owners = ownersOf(values);
    const texts = written("result", "evaluation", "outlook")
      .filter(
        (value) =>
          value.record.kind === "record" && copyOf(value).length >= options.minLength && !relisted.has(value.record),
      )
      .map((value): Written => ({ value, copy: copyOf(value), owner: owners.get(value.record) }));
    const indexes = new Map<string, ShingleIndex<Written>>();
    for (const group of groupByWords(texts, ({ copy }) => copy)) {
      const first = group[0]!;
      const title = first.value.field.title;
      const others = group.filter((other) => !isOwn(other, first)).map(({ value }) => value);
      if (new Set(others.map(({ record }) => record)).size + 1 >= options.stockCount) {
        const data = { count: group.length, words: opening(first.value.text) };
        report({ messageId: "stock", data, at: others[0]!, severity: "info" });
      } else {
        for (const value of others) {
          const data = { other: nameOf(first.value, value), title, words: opening(value.text) };
          report({ messageId: "identical", data, at: value });
        }
      }
      let index = indexes.get(first.value.field.name);
      if (!index) indexes.set(first.value.field.name, (index = createShingleIndex<Written>({ candidates: 4 })));
      const near = nearest(first, index, options.resemblance, options.run);
      if (!near) continue;
      const place = { other: nameOf(near.other.value, first.value), title: near.other.value.field.title };
      const length = Math.min(first.copy.length, near.other.copy.length);
      const threshold = length >= options.longLength ? options.longSimilarity : options.similarity;
      const isSure = (near.similarity >= threshold && length >= options.shortLength) || near.isLong;
      if (near.similarity >= options.resemblance) {
        const data = { ...place, percent: percent(near.similarity) };
        report({ messageId: "similar", data, at: first.value, ...(isSure ? {} : { severity: "info" }) });
      } else
        report({
          messageId: "run",
          data: { ...place, length: near.run },
          at: first.value,
          ...(isSure ? {} : { severity: "info" }),
        });
    }
  },
});

/** A text with what it is compared by, looked up once. */
interface Written {
  readonly value: FieldValue;
  readonly copy: string;
  /** Name and department. */
  readonly owner: string | undefined;
}

function isOwn(a: Written, b: Written): boolean {
  return a.value.record === b.value.record || (a.owner ?? "") === (b.owner ?? b.value.key);
}

interface Near {
  readonly other: Written;
  readonly similarity: number;
  /** Longest common run; 0 when shorter than asked for. */
  readonly run: number;
  /** The run is more than half of the shorter text. */
  readonly isLong: boolean;
}

function nearest(text: Written, index: ShingleIndex<Written>, resemblance: number, run: number): Near | undefined {
  const { copy } = text;
  let best: Near | undefined;
  const runsOnly: Written[] = [];
  for (const { item: other, shared } of index.findAndAdd(copy, text)) {
    // A run long enough leaves four shingles at least, a near-duplicate about a third of its own.
    if (shared < Math.min(4, copy.length / 20) || isOwn(text, other)) continue;
    const similarity = similarityFrom(resemblance, copy, other.copy);
    if (similarity === undefined) runsOnly.push(other);
    else if (!best || similarity >= best.similarity) best = nearer(best, nearness(copy, other, similarity, run));
  }
  if (best) return best;
  for (const other of runsOnly) {
    const near = nearness(copy, other, 0, run);
    if (near.run > 0) best = nearer(best, near);
  }
  return best;
}

function nearness(copy: string, other: Written, similarity: number, least: number): Near {
  const run = longestCommonRun(copy, other.copy, least).length;
  return { other, similarity, run, isLong: run * 2 > Math.min(copy.length, other.copy.length) };
}

/** The more similar; of equal ones that with the longer run, then the earlier. */
function nearer(a: Near | undefined, b: Near): Near {
  return !a || b.similarity > a.similarity || (b.similarity === a.similarity && b.run > a.run) ? b : a;
}

function relistedRecords(values: readonly FieldValue[]): Set<EvaluationRecord> {
  const marked = readable(values, "name", "heading", "marker", "text", "result", "plan").filter(({ text }) =>
    RELISTED.test(text.slice(0, 60)),
  );
  return new Set(marked.map(({ record }) => record));
}

/** Name and department: rows that agree in both are one project in two places. */
function ownersOf(values: readonly FieldValue[]): Map<EvaluationRecord, string> {
  const owners = new Map<EvaluationRecord, string>();
  for (const value of readable(values, "name", "organisation")) {
    owners.set(value.record, `${owners.get(value.record) ?? ""}/${copyOf(value)}`);
  }
  // One string for equal ones: each is compared many times.
  const known = new Map<string, string>();
  for (const [record, owner] of owners) {
    const first = known.get(owner);
    if (first === undefined) known.set(owner, owner);
    else owners.set(record, first);
  }
  return owners;
}

function nameOf(other: FieldValue, from: FieldValue): string {
  return other.cell.sheet === from.cell.sheet ? cellName(other.cell) : qualifiedCellName(other.cell);
}
