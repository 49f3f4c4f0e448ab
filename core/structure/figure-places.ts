import type { FieldDefinition } from "../form/form-definition.ts";
import type {
  EvaluationDocument,
  EvaluationRecord,
  EvaluationTable,
  Period,
  SourcedValue,
} from "../table/evaluation-document.ts";
import { findFiscalYears } from "../text/fiscal-year.ts";
import { isMeasured } from "./indicator-columns.ts";
import { periodNames } from "./period-names.ts";
import type { ResourceShape } from "./resource-shape.ts";

/** A text of a record that may hold figures, and the fiscal year that its figures are of. */
export interface FigurePlace {
  readonly field: FieldDefinition;
  readonly value: SourcedValue;
  /** What its period is called; nothing for a field with one value a record. */
  readonly period: string | undefined;
  /** Gregorian; absent where neither heading nor form say it: 計, 現状, 2014年度以降. */
  readonly year: number | undefined;
}

/** The texts of a record in which figures are looked for: results, and plans that are for a year. */
export function figurePlaces(
  record: EvaluationRecord,
  table: EvaluationTable,
  { single, series }: ResourceShape,
  document: EvaluationDocument,
): FigurePlace[] {
  const names = periodNames(table.periods.map(({ label }) => label.text));
  const places = single.filter(isMeasured).map((field): FigurePlace | undefined => {
    const value = record.values[field.name];
    const year = yearOfField(field, table, document);
    // 事業概要 and 内容 describe; a goal for 令和3年度 measures.
    if (!value || (field.kind === "plan" && year === undefined)) return undefined;
    return { field, value, period: undefined, year };
  });
  const yearly = series.filter(isMeasured).flatMap((field) =>
    (record.series[field.name] ?? []).map((value, i): FigurePlace | undefined => {
      const period = table.periods[i];
      return value && period ? { field, value, period: names[i], year: yearOfPeriod(period) } : undefined;
    }),
  );
  return [...places, ...yearly].filter(
    (place) => place !== undefined && place.value.inherited !== true && typeof place.value.value === "string",
  ) as FigurePlace[];
}

/** 令和5年度実績 and 平成30年度末の現況 name their year. A result without one is of the document's year. */
function yearOfField(
  { name, kind }: FieldDefinition,
  { columns }: EvaluationTable,
  { fiscalYear }: EvaluationDocument,
): number | undefined {
  const heading = columns.find(({ field }) => field === name)?.heading?.text ?? "";
  const stated = findFiscalYears(heading)[0];
  if (stated) return stated.onward ? undefined : stated.gregorian;
  return kind === "result" || kind === "evaluation" ? fiscalYear : undefined;
}

function yearOfPeriod({ fiscalYear }: Period): number | undefined {
  return fiscalYear && !fiscalYear.onward ? fiscalYear.gregorian : undefined;
}
