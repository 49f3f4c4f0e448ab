import type { SourcedValue } from "../../table/evaluation-document.ts";
import type { Sentence } from "../../text/sentences.ts";
import { comparableCopy } from "../../text/similarity.ts";
import { sentencesOf } from "../cell-reading.ts";
import type { FieldValue } from "../field-value.ts";
import { oneLine } from "../record-identity.ts";
import { defineRule } from "../rule.ts";
import { isNearly, isUnchanged, SAME_TEXT, staleEvaluations } from "../unchanged-text.ts";
import { comparisonsOf, yearComparisons, type YearComparison } from "../year-comparisons.ts";

/** A sentence of the results or the evaluation that stands word for word in last year's document. */
export const sentenceUnchanged = defineRule({
  meta: {
    id: "sentence-unchanged",
    category: "previous-year",
    title: "昨年度と同じ文",
    description:
      "実績や評価の文が昨年度と一字一句同じときは、昨年度の文書を写したまま直し忘れていることがあります。計画の内容は同じで当たり前なので、表ごとに一度だけ数を示します。数値だけが変わった文は指摘しません。",
    severity: "warning",
    example: {
      wrong: "「通訳・翻訳合わせて70件実施予定」（昨年度と同じ文）",
      right: "「通訳・翻訳合わせて82件実施」",
    },
    remedy: "今年度のことに書き直します。本当に同じであれば、確認のうえそのままにします。",
    options: {
      minimumLength: { default: 15, description: "これより短い文は同じでも指摘しない（字）" },
      similarity: { default: 0.95, description: "同じ文とみなす類似度（0～1）" },
    },
    messages: {
      cell: (d: { title: string; count: number }) =>
        `「${d.title}」が昨年度と同じ文のままです${d.count > 1 ? `（${d.count}文）` : ""}。今年度のことに書き直されているか確かめてください。`,
      sentence: (d: { text: string; count: number }) =>
        `「${d.text}」${d.count > 1 ? `から始まる${d.count}文` : ""}は昨年度と同じ文です。今年度のことに書き直されているか確かめてください。`,
      nearly: (d: { text: string }) =>
        `「${d.text}」は昨年度とほぼ同じ文です。今年度のことに書き直されているか確かめてください。`,
      plan: (d: { title: string; same: number; all: number }) =>
        `「${d.title}」は、昨年度と比べられる${d.all}件のうち${d.same}件が昨年度と同じです。今年度の計画として正しいか確かめてください。`,
    },
  },

  check(context, report) {
    const { minimumLength, similarity } = context.options;
    const stale = new Set<YearComparison>();
    for (const record of yearComparisons(context)) {
      // `evaluation-unchanged` says it of these, and says more.
      for (const { comparison } of staleEvaluations(record, context)) stale.add(comparison);
    }
    for (const { comparison } of comparisonsOf(context, "result", "evaluation", "outlook")) {
      if (stale.has(comparison)) continue;
      const { current } = comparison;
      const runs = unchangedRuns(comparison, minimumLength, similarity);
      for (const { first, last, count, isExact, isTold, isWhole } of runs) {
        // 「…事業の実施」 names what is done every year, and so does an outlook.
        const severity = current.kind === "outlook" || !isTold ? "info" : "warning";
        const span = { start: first.start, end: last.end };
        const text = excerpt(first.text);
        if (isWhole) report({ messageId: "cell", data: { title: current.field.title, count }, at: current, severity });
        else if (isExact) report({ messageId: "sentence", data: { text, count }, at: current, span, severity });
        else report({ messageId: "nearly", data: { text }, at: current, span, severity });
      }
    }
    for (const { at, title, same, all } of unchangedPlans(
      comparisonsOf(context, "plan").map((one) => one.comparison),
    )) {
      report({ messageId: "plan", data: { title, same, all }, at, severity: "info" });
    }
  },
});

/** Neighbouring sentences that all stood in last year's cell. */
interface Run {
  readonly first: Sentence;
  last: Sentence;
  count: number;
  readonly isExact: boolean;
  /** Nothing in the cell is new. */
  readonly isWhole: boolean;
  /** One of them tells of the year: it has a predicate, a figure, or a plan for the rest of the year. */
  isTold: boolean;
}

function unchangedRuns({ current, previous }: YearComparison, length: number, share: number): Run[] {
  if (current.isBlank || previous.isBlank || current.text.length < length) return [];
  const before = sentencesOf(previous).map(({ text }) => bare(text));
  const exact = new Set(before);
  const runs: Run[] = [];
  let open: Run | undefined;
  const sentences = sentencesOf(current);
  const isWhole = sentences.every(({ text }) => exact.has(bare(text)));
  for (const sentence of sentences) {
    // Item by item, unless nothing in the cell is new.
    if (sentence.marker !== "" && !isWhole) open = undefined;
    const now = bare(sentence.text);
    const isExact = exact.has(now);
    const isLong = now.length >= length;
    if (isExact && open?.isExact) {
      // A short sentence between two long ones belongs to the run; at its end it does not count.
      if (isLong) [open.last, open.count, open.isTold] = [sentence, open.count + 1, open.isTold || isTold(sentence)];
      continue;
    }
    open = undefined;
    if (
      !isLong ||
      (!isExact && !before.some((last) => Math.abs(last.length - now.length) <= 2 && isNearly(last, now, share)))
    )
      continue;
    open = { first: sentence, last: sentence, count: 1, isExact, isWhole, isTold: isTold(sentence) };
    runs.push(open);
  }
  return runs;
}

function isTold({ text, terminated }: Sentence): boolean {
  return terminated || /[0-9０-９]|予定|(?:た|ます|です)[）)]?$/u.test(text);
}

function bare(text: string): string {
  return comparableCopy(text).replace(/[。.]+$/u, "");
}

function excerpt(text: string): string {
  const line = oneLine(text);
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
}

interface UnchangedPlan {
  readonly at: SourcedValue;
  readonly title: string;
  readonly same: number;
  readonly all: number;
}

/** How many plans of each table stayed the same. */
function unchangedPlans(comparisons: readonly YearComparison[]): UnchangedPlan[] {
  /** The first of the unchanged stands for them where the table has no heading. */
  const columns = new Map<string, { first: FieldValue | undefined; same: number; all: number }>();
  for (const comparison of comparisons) {
    const { current } = comparison;
    if (current.isBlank || comparison.previous.isBlank) continue;
    const key = `${current.table.resource}\n${current.field.name}`;
    const column = columns.get(key) ?? { first: undefined, same: 0, all: 0 };
    column.all++;
    if (isUnchanged(comparison, SAME_TEXT)) {
      column.same++;
      column.first ??= current;
    }
    columns.set(key, column);
  }
  return [...columns.values()].flatMap(({ first, same, all }) =>
    first ? [{ at: headingOf(first) ?? first, title: first.field.title, same, all }] : [],
  );
}

function headingOf({ table, field, period }: FieldValue): SourcedValue | undefined {
  if (period) return undefined;
  return table.columns.find((column) => column.field === field.name)?.heading ?? table.labels[field.name];
}
