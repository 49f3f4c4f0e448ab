import type { FieldKind } from "../form/form-definition.ts";
import type { EvaluationRecord } from "../table/evaluation-document.ts";
import { allMatches } from "../text/all-matches.ts";
import type { FieldValue } from "./field-value.ts";

/** Values by the record they belong to. */
export type CellsByRecord = ReadonlyMap<EvaluationRecord, readonly FieldValue[]>;

// Rules ask for the same lists again and again; what was made of a list goes when the list goes.
const recordsOfList = new WeakMap<readonly FieldValue[], CellsByRecord>();
const readableOfList = new WeakMap<readonly FieldValue[], Map<string, readonly FieldValue[]>>();
const finishedOfList = new WeakMap<readonly FieldValue[], readonly FieldValue[]>();

/** Values by the record they belong to, in order. Cost, total and group rows are left out. */
export function cellsByRecord(values: readonly FieldValue[]): CellsByRecord {
  let records = recordsOfList.get(values);
  if (!records) recordsOfList.set(values, (records = groupByRecord(values)));
  return records;
}

function groupByRecord(values: readonly FieldValue[]): CellsByRecord {
  const records = new Map<EvaluationRecord, readonly FieldValue[]>();
  // The values of a record stand together as a rule.
  for (let start = 0, end = 0; start < values.length; start = end) {
    const { record } = values[start]!;
    while (end < values.length && values[end]!.record === record) end++;
    if (record.kind !== "record") continue;
    const others = records.get(record);
    const cells = values.slice(start, end);
    records.set(record, others ? [...others, ...cells] : cells);
  }
  return records;
}

/** Values with words in them, those that a merge or a blank below the group's first row hands down included. */
export function readable(values: readonly FieldValue[], ...kinds: readonly FieldKind[]): readonly FieldValue[] {
  let lists = readableOfList.get(values);
  if (!lists) readableOfList.set(values, (lists = new Map<string, readonly FieldValue[]>()));
  const wanted = kinds.toSorted().join(" ");
  let list = lists.get(wanted);
  if (!list) {
    list = values.filter(({ kind, isBlank, isPlaceholder }) => !isBlank && !isPlaceholder && kinds.includes(kind));
    lists.set(wanted, list);
  }
  return list;
}

/** Two values of one record may be set side by side: of the same year, or one of them of no year. */
export function isSameYear(a: FieldValue, b: FieldValue): boolean {
  const [one, other] = [a.period?.fiscalYear?.gregorian, b.period?.fiscalYear?.gregorian];
  if (a.period === undefined || b.period === undefined) return true;
  return one === undefined || other === undefined ? a.period === b.period : one === other;
}

const UNFINISHED_HEADING = /見込|予定|計画|中間|上半期|上期|四半期/u;

/** Results of years that are over. A column 「実績見込み」 or 「上半期実績」 may speak of what is still to come. */
export function finishedResults(results: readonly FieldValue[]): readonly FieldValue[] {
  let finished = finishedOfList.get(results);
  if (!finished) {
    const unfinished = new Map<string, boolean>();
    const isUnfinished = (heading: string) => {
      let known = unfinished.get(heading);
      if (known === undefined) unfinished.set(heading, (known = UNFINISHED_HEADING.test(heading)));
      return known;
    };
    finished = results.filter(
      ({ record, isFuture, field, period }) =>
        record.kind === "record" && !isFuture && !isUnfinished(field.title) && !isUnfinished(period?.label.text ?? ""),
    );
    finishedOfList.set(results, finished);
  }
  return finished;
}

const LABEL = /[【〔［＜〈《<[]([^】〕］＞〉》>\]\n]{1,20})[】〕］＞〉》>\]]|^[・●○■◆◇□]?([^\n。、:：]{1,12})[:：]/gmu;
const OTHER_MATTER = /今後|次年度|来年度|翌年度|課題|方向|改善|予定|計画|目標|概要|内容|目的|背景|現状|展望|見通し/u;

/** Parts of a cell under a label of their own (【今後の課題】, 今後:) that are not about what was done. Each runs to the next label. */
export function partsOfOtherMatter(text: string): { start: number; end: number }[] {
  if (!OTHER_MATTER.test(text) || !/[【〔［＜〈《<[:：]/u.test(text)) return [];
  const labels = allMatches(text, LABEL).map((match) => ({ at: match.index, words: match[1] ?? match[2] ?? "" }));
  return labels.flatMap(({ at, words }, i) =>
    OTHER_MATTER.test(words) ? [{ start: at, end: labels[i + 1]?.at ?? text.length }] : [],
  );
}

/** Whether a place lies in one of several stretches. */
export function isWithin(at: number, stretches: readonly { readonly start: number; readonly end: number }[]): boolean {
  return stretches.some(({ start, end }) => at >= start && at < end);
}
