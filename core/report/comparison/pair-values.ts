import type { EvaluationRecord, EvaluationTable, SourcedValue } from "../../table/evaluation-document.ts";
import type { FieldValue } from "../../validation/field-value.ts";
import { oneLine } from "../../validation/record-identity.ts";
import type { ValuePair } from "./compare-values.ts";

/** A record of one year, with its table and all its values. */
export interface RecordEntry {
  readonly record: EvaluationRecord;
  readonly table: EvaluationTable;
  /** In the order of the sheet. */
  readonly values: readonly FieldValue[];
  readonly key: string;
}

/** The fiscal years of two documents, as far as they state them. */
export interface ComparedYears {
  readonly previous: number | undefined;
  readonly current: number | undefined;
}

/**
 * Pairs the values of a record of two years, field by field. In columns of years last year's own year stands beside this
 * year's own (2011年度 | 2012年度); after it the other years follow beside themselves, as far as they say anything more.
 */
export function pairValues(
  previous: RecordEntry | undefined,
  current: RecordEntry | undefined,
  years: ComparedYears,
): ValuePair[] {
  const [before, now] = [byField(previous), byField(current)];
  const fields = new Set([...now.keys(), ...before.keys()]);
  return [
    ...[...fields].flatMap((field) => fieldPairs(before.get(field) ?? [], now.get(field) ?? [], years)),
    ...extraPairs(previous, current),
  ];
}

function byField(entry: RecordEntry | undefined): Map<string, FieldValue[]> {
  return Map.groupBy(entry?.values ?? [], ({ field }) => field.name);
}

function fieldPairs(before: readonly FieldValue[], now: readonly FieldValue[], years: ComparedYears): ValuePair[] {
  const is = now.find((value) => isOfYear(value, years.current));
  const was = before.find((value) => isOfYear(value, years.previous));
  const own = is && was && years.current !== years.previous ? [pairOf(was, is, is.field.title)] : [];
  const shown = new Set<FieldValue | undefined>(own.length > 0 ? [was, is] : []);
  const [slotsBefore, slotsNow] = [slotsOf(before), slotsOf(now)];
  const others = [...new Set([...slotsNow.keys(), ...slotsBefore.keys()])].flatMap((slot) => {
    const [last, present] = [slotsBefore.get(slot), slotsNow.get(slot)];
    const isShown = shown.has(last) || shown.has(present);
    return isShown && saysNoMore(last, present, shown) ? [] : [pairOf(last, present, slotTitle((present ?? last)!))];
  });
  return [...own, ...others];
}

/** Of a year that has been shown on one side: the other side is blank, or says the same. */
function saysNoMore(
  last: FieldValue | undefined,
  present: FieldValue | undefined,
  shown: ReadonlySet<FieldValue | undefined>,
): boolean {
  const other = shown.has(last) ? present : last;
  return !other || other.isBlank || shown.has(other) || last?.text.trim() === present?.text.trim();
}

function pairOf(previous: FieldValue | undefined, current: FieldValue | undefined, title: string): ValuePair {
  const { field, kind } = (current ?? previous)!;
  return { field: field.name, title, kind, previous, current };
}

/** 実績（2011年度） */
function slotTitle({ field, period }: FieldValue): string {
  return period ? `${field.title}（${oneLine(period.label.text)}）` : field.title;
}

/** By the year of its column, however that is written; by the column's label where it names no year. */
function slotsOf(values: readonly FieldValue[]): Map<string, FieldValue> {
  return new Map(
    values.map((value) => {
      const { fiscalYear, label } = value.period ?? {};
      return [
        fiscalYear ? `${fiscalYear.gregorian}${fiscalYear.onward ? "〜" : ""}` : oneLine(label?.text ?? ""),
        value,
      ];
    }),
  );
}

function isOfYear({ period }: FieldValue, year: number | undefined): boolean {
  return year !== undefined && period?.fiscalYear?.gregorian === year && !period.fiscalYear.onward;
}

/** Columns that the form does not know, by their headings. */
function extraPairs(previous: RecordEntry | undefined, current: RecordEntry | undefined): ValuePair[] {
  const [before, now] = [extrasOf(previous), extrasOf(current)];
  return [...new Set([...now.keys(), ...before.keys()])].map((title) => ({
    field: "",
    title,
    kind: "text",
    previous: before.get(title),
    current: now.get(title),
  }));
}

function extrasOf(entry: RecordEntry | undefined): Map<string, SourcedValue> {
  const extras = new Map<string, SourcedValue>();
  for (const [index, value] of Object.entries(entry?.record.extras ?? {})) {
    const heading = oneLine(entry!.table.columns[Number(index)]?.heading?.text ?? "") || "見出しのない列";
    extras.set(extras.has(heading) ? `${heading}（${index}）` : heading, value);
  }
  return extras;
}
