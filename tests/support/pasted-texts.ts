import { readFileSync } from "node:fs";
import { join } from "node:path";
import { recogniseText, type RecognisedText } from "../../core/pasted-text/recognise-text.ts";
import { documentTables, type EvaluationDocument, type SourcedValue } from "../../core/table/evaluation-document.ts";
import { readTextBytes } from "../../renderer/pasted-text/read-text.ts";
import { FORMS, type FormName } from "./sheet.ts";
import type { SampleName } from "./samples.ts";

/** Where the text of a sample stands, as it was copied out of the published document. */
export function pastedPath(name: SampleName): string {
  return join(import.meta.dirname, "..", "pasted-text", `${name}.txt`);
}

export function pastedText(name: SampleName): string {
  return readFileSync(pastedPath(name), "utf8");
}

/** A text read as the command line reads it. */
export function readPasted(text: string, fileName = "文.txt", form?: FormName): RecognisedText {
  const source = readTextBytes(new TextEncoder().encode(text), fileName);
  return recogniseText(source, Object.values(FORMS), form && FORMS[form]);
}

/** The values of every record by field and period, one list of records a table. */
export function recordValues(document: EvaluationDocument): Record<string, SourcedValue>[][] {
  return documentTables(document).map(({ records }) =>
    records.map(({ values, series }) => {
      const yearly = Object.entries(series).flatMap(([field, list]) =>
        list.flatMap((value, i): [string, SourcedValue][] => (value ? [[`${field}[${i}]`, value]] : [])),
      );
      return { ...values, ...Object.fromEntries(yearly) };
    }),
  );
}

/** The records of a document as a person compares them: kind, values, types, what is taken over. */
export function comparableRecords(document: EvaluationDocument): unknown[] {
  const shown = (value: SourcedValue | null) =>
    value && { value: value.value, text: value.text, ...(value.inherited ? { inherited: true } : {}) };
  return documentTables(document).map(({ resource, layout, records, periods, corner, missingHeadings }) => ({
    resource,
    layout,
    missingHeadings,
    corner: corner?.text,
    periods: periods.map(({ label }) => label.text),
    records: records.map(({ kind, values, series, extras }) => ({
      kind,
      values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, shown(value)])),
      series: Object.fromEntries(Object.entries(series).map(([field, list]) => [field, list.map(shown)])),
      extras: Object.values(extras).map(shown),
    })),
  }));
}

/** Every character of a text but white space, in order. */
export function squeezed(text: string): string {
  return text.replaceAll(/[\s\u00a0\ufeff]/gu, "");
}

/** The characters of all cells that a text became, in the order of their lines and columns. */
export function cellCharacters({ workbook }: RecognisedText): string {
  return squeezed(workbook.sheets.flatMap(({ cells }) => cells.map(({ text }) => text)).join(""));
}
