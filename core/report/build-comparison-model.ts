import type { FormDefinition } from "../form/form-definition.ts";
import { fiscalYearLabel } from "../text/fiscal-year.ts";
import type { CheckedDocument } from "../validation/check-document.ts";
import type { Dictionaries } from "../validation/dictionaries.ts";
import type { PreviousYear } from "../validation/previous-year.ts";
import { arrangeRecords, type ValuedDocument } from "./comparison/arrange-records.ts";
import { recordComparer } from "./comparison/compare-records.ts";
import { compareTexts } from "./comparison/compare-texts.ts";
import type { ComparedYear, ComparisonModel } from "./comparison/comparison-model.ts";
import { comparisonSummary } from "./comparison/comparison-summary.ts";
import { FindingPool } from "./comparison/finding-pool.ts";
import type { DifferenceFinder } from "./comparison/text-difference.ts";

/** This year's document beside last year's, and what the check finds when it sees both. */
export interface ComparisonInput {
  readonly form: FormDefinition;
  readonly current: ValuedDocument;
  /** Last year's document, its records paired with this year's. */
  readonly pairing: PreviousYear;
  readonly result: CheckedDocument;
  readonly dictionaries: Dictionaries;
}

export interface ComparisonOptions {
  /** ISO date. */
  readonly issuedOn: string;
  /** File names of the two workbooks. */
  readonly workbooks: { readonly previous: string; readonly current: string };
  readonly findDifferences: DifferenceFinder;
}

/**
 * Sets two years side by side: the data of the comparison's template and sheets, every value with the cell that it came
 * from, and every finding of the check beside the words it is about.
 */
export function buildComparisonModel(
  { form, current, pairing, result, dictionaries }: ComparisonInput,
  { issuedOn, workbooks, findDifferences }: ComparisonOptions,
): ComparisonModel {
  const pool = new FindingPool(result);
  const previousYear = comparedYear("前年", pairing.document.fiscalYear, workbooks.previous);
  const currentYear = comparedYear("今年", current.document.fiscalYear, workbooks.current);
  const compare = recordComparer({
    current,
    pairing,
    dictionaries,
    pool,
    find: findDifferences,
    names: { previous: previousYear.label || "前年", current: currentYear.label || "今年" },
  });
  const sections = arrangeRecords(form, current, pairing).map(({ title, records }) => ({
    title,
    records: records.map(compare),
  }));
  const texts = compareTexts(pairing.document, current.document, findDifferences, pool);
  return {
    title: `${form.title}　${previousYear.label || "前年"}と${currentYear.label || "今年"}の比較`,
    subject: `${form.title}の前年比較`,
    municipality: form.municipality,
    form: { name: form.name, title: form.title },
    previous: previousYear,
    current: currentYear,
    issuedOn,
    unconfirmed: false,
    summary: comparisonSummary(sections, result),
    sections,
    texts,
    findings: pool.rest(),
  };
}

function comparedYear(word: string, fiscalYear: number | undefined, workbook: string): ComparedYear {
  const label = fiscalYear === undefined ? "" : fiscalYearLabel(fiscalYear);
  return { label, heading: label === "" ? word : `${word}（${label}）`, workbook };
}
