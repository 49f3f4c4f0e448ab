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

/**
 * Finds the texts of a table's records in which figures are looked for: results, and plans that are for a year. What the
 * headings say of all records is read once.
 */
export function figureFinder(
  table: EvaluationTable,
  { single, series }: ResourceShape,
  document: EvaluationDocument,
): (record: EvaluationRecord) => FigurePlace[] {
  const names = periodNames(table.periods.map(({ label }) => label.text));
  const years = table.periods.map(yearOfPeriod);
  const fields = single.filter(isMeasured).flatMap((field) => {
    const year = yearOfField(field, table, document);
    // 事業概要 and 内容 describe; a goal for 令和3年度 measures.
    return field.kind === "plan" && year === undefined ? [] : [{ field, year }];
  });
  const yearly = series.filter(isMeasured);
  return (record) => {
    const places: FigurePlace[] = [];
    const add = (value: SourcedValue | null | undefined, place: Omit<FigurePlace, "value">) => {
      if (value && value.inherited !== true && typeof value.value === "string") places.push({ ...place, value });
    };
    for (const { field, year } of fields) add(record.values[field.name], { field, period: undefined, year });
    for (const field of yearly) {
      record.series[field.name]?.forEach((value, i) => {
        if (table.periods[i]) add(value, { field, period: names[i], year: years[i] });
      });
    }
    return places;
  };
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
