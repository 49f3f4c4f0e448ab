import { findIndicators, type Indicator } from "../text/indicators.ts";
import { plainNumber } from "../text/quantity.ts";
import { quantitiesOf } from "./cell-reading.ts";
import type { FieldValue } from "./field-value.ts";
import { matchIndicators, type IndicatorMatch } from "./match-indicators.ts";
import { recordValues } from "./pair-records.ts";
import type { RecordPair } from "./previous-year.ts";
import { recordTitle } from "./record-identity.ts";
import type { RuleContext } from "./rule.ts";

/** A value of this year beside the same field's value of last year. Both stand in their own cells; either may be blank. */
export interface YearComparison {
  readonly current: FieldValue;
  readonly previous: FieldValue;
}

/** A record with its values of both years. */
export interface ComparedRecord {
  /** The record's name in one line. */
  readonly title: string;
  /** Absent where both years stand in one document, as columns of years. */
  readonly pair: RecordPair | undefined;
  readonly comparisons: readonly YearComparison[];
  /** Everything that the record says of last year. */
  readonly previous: readonly FieldValue[];
}

type Years = Pick<RuleContext, "values" | "previous" | "fiscalYear">;

/** Kinds whose columns of years say what was done in a year; plans for later years are compared with nothing. */
const YEARLY_KINDS: ReadonlySet<string> = new Set(["result", "evaluation", "outlook", "plan"]);

const known = new WeakMap<readonly FieldValue[], readonly ComparedRecord[]>();

/**
 * Last year beside this year: record by record from last year's document, and, in a document with columns of years, the
 * year before the fiscal year beside it. Empty where there is neither.
 */
export function yearComparisons(context: Years): readonly ComparedRecord[] {
  let records = known.get(context.values);
  if (!records) known.set(context.values, (records = [...withinDocument(context), ...acrossDocuments(context)]));
  return records;
}

/** Every comparison of some kinds of fields, with its record. */
export function comparisonsOf(
  context: Years,
  ...kinds: readonly FieldValue["kind"][]
): { readonly record: ComparedRecord; readonly comparison: YearComparison }[] {
  return yearComparisons(context).flatMap((record) =>
    record.comparisons
      .filter(({ current }) => kinds.includes(current.kind))
      .map((comparison) => ({ record, comparison })),
  );
}

function withinDocument({ values, fiscalYear }: Years): ComparedRecord[] {
  if (fiscalYear === undefined || !values.some(({ period }) => period?.fiscalYear?.gregorian === fiscalYear - 1))
    return [];
  return recordValues(values).flatMap((record): ComparedRecord[] => {
    const comparisons: YearComparison[] = [];
    const previous: FieldValue[] = [];
    for (const value of record.values.values()) {
      const year = yearOf(value);
      if (!value.period || year === fiscalYear - 1) previous.push(value);
      if (year !== fiscalYear || !YEARLY_KINDS.has(value.kind)) continue;
      const before = record.values.get(`${value.field.name}@${fiscalYear - 1}`);
      if (before && isOwn(value) && isOwn(before)) comparisons.push({ current: value, previous: before });
    }
    return comparisons.length === 0 ? [] : [{ title: recordTitle(record), pair: undefined, comparisons, previous }];
  });
}

function acrossDocuments({ values, previous, fiscalYear }: Years): ComparedRecord[] {
  if (!previous) return [];
  const hasOwnPast = fiscalYear !== undefined && values.some((value) => yearOf(value) === fiscalYear - 1);
  const lastYear = previous.document.fiscalYear ?? (fiscalYear === undefined ? undefined : fiscalYear - 1);
  return previous.pairs.map((pair) => {
    const comparisons: YearComparison[] = [];
    for (const [name, value] of pair.current.values) {
      if (value.period && (hasOwnPast || yearOf(value) !== fiscalYear || fiscalYear === undefined)) continue;
      const before = pair.previous.values.get(value.period ? `${value.field.name}@${lastYear ?? ""}` : name);
      if (before && isOwn(value) && isOwn(before)) comparisons.push({ current: value, previous: before });
    }
    return { title: recordTitle(pair.current), pair, comparisons, previous: [...pair.previous.values.values()] };
  });
}

/** A plan from 2014年度以降 is no single year's. */
function yearOf({ period }: FieldValue): number | undefined {
  return period?.fiscalYear && !period.fiscalYear.onward ? period.fiscalYear.gregorian : undefined;
}

function isOwn({ inherited }: FieldValue): boolean {
  return inherited !== true;
}

const indicators = new WeakMap<FieldValue, readonly Indicator[]>();
const matches = new WeakMap<YearComparison, IndicatorMatch>();

/** The figures of a value; a cell that is nothing but a number is a figure with the field's title. */
export function indicatorsOf(value: FieldValue): readonly Indicator[] {
  let found = indicators.get(value);
  if (!found) indicators.set(value, (found = plainFigure(value) ?? findIndicators(value.text, quantitiesOf(value))));
  return found;
}

/** The figures of both years, each beside its counterpart. */
export function indicatorYears(
  comparison: YearComparison,
  { dictionaries }: Pick<RuleContext, "dictionaries">,
): IndicatorMatch {
  let match = matches.get(comparison);
  if (!match) {
    match = matchIndicators(indicatorsOf(comparison.previous), indicatorsOf(comparison.current), dictionaries.aliases);
    matches.set(comparison, match);
  }
  return match;
}

/** 事業費(百万円): the unit of a plain number stands in the heading. */
const UNIT_IN_TITLE = /[(（]([^()（）]{1,8})[)）]\s*$/u;

function plainFigure({ value, text, field }: FieldValue): readonly Indicator[] | undefined {
  const number = typeof value === "number" ? value : plainNumber(text);
  if (number === undefined) return undefined;
  const unit = UNIT_IN_TITLE.exec(field.title)?.[1] ?? "";
  return [
    {
      label: field.title.replace(UNIT_IN_TITLE, "").trim(),
      labelStart: 0,
      subject: "",
      value: number,
      unit,
      start: 0,
      end: text.length,
      qualifier: "",
      approximate: false,
      parent: undefined,
      certain: true,
    },
  ];
}
