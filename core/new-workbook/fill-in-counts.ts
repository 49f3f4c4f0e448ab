import type { FormDefinition } from "../form/form-definition.ts";
import { computedCounts, counter } from "../structure/computed-counts.ts";
import type { EvaluationDocument, EvaluationTable, SourcedValue } from "../table/evaluation-document.ts";

/** Sets the counts that the records of a document tell (事業数) to what they tell now: 0 before anybody rates. */
export function fillInCounts(document: EvaluationDocument, form: FormDefinition): EvaluationDocument {
  const counts = computedCounts(form).map((count) => ({ count, countOf: counter(document, count) }));
  const filled = (table: EvaluationTable): EvaluationTable => ({
    ...table,
    records: table.records.map((record) => {
      const own = counts.flatMap(({ count: { resource, field }, countOf }): [string, SourcedValue][] => {
        const blank = record.values[field];
        if (resource !== table.resource || !blank) return [];
        const value = countOf(record) ?? 0;
        return [[field, { value, text: String(value), cell: blank.cell }]];
      });
      return own.length === 0 ? record : { ...record, values: { ...record.values, ...Object.fromEntries(own) } };
    }),
  });
  return {
    ...document,
    parts: document.parts.map((part) => (part.kind === "table" ? { kind: "table", table: filled(part.table) } : part)),
  };
}
