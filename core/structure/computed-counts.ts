import type { FieldDefinition, FormDefinition, ResourceDefinition } from "../form/form-definition.ts";
import { documentTables, type EvaluationDocument, type EvaluationRecord } from "../table/evaluation-document.ts";
import { foldText } from "../text/fold.ts";

/** How a count of a summary is found: the records whose foreign key holds the summary's code. */
export interface ComputedCount {
  /** The summary and its count. */
  readonly resource: string;
  readonly field: string;
  readonly code: string;
  /** The records counted, and the field that holds the code. */
  readonly of: string;
  readonly by: string;
  /** うち重点 counts the records in which this field is marked. */
  readonly marked: string | undefined;
}

/** The counts of a form that its own records tell: a foreign key of one field leads from them to the summary. */
export function computedCounts({ resources }: FormDefinition): ComputedCount[] {
  return resources.flatMap((of) =>
    (of.schema.foreignKeys ?? []).flatMap(({ fields: [by], reference }) => {
      const summary = resources.find(({ name }) => name === reference.resource);
      const [code, ...others] = reference.fields;
      if (!summary || by === undefined || code === undefined || others.length > 0) return [];
      return summary.schema.fields
        .filter(({ kind }) => kind === "count")
        .map((field) => ({
          resource: summary.name,
          field: field.name,
          code,
          of: of.name,
          by,
          marked: markerOf(field, of),
        }));
    }),
  );
}

/** うち重点 names the field that marks what it counts. */
function markerOf({ title }: FieldDefinition, { schema }: ResourceDefinition): string | undefined {
  if (!/うち|内数/u.test(title)) return undefined;
  return schema.fields.find((field) => field.kind === "marker" && title.includes(field.title))?.name;
}

/** Counts the records of a document for one summary. */
export function counter(
  document: EvaluationDocument,
  { resource, code, of, by, marked }: ComputedCount,
): (record: EvaluationRecord) => number | undefined {
  const recordsOf = (name: string) =>
    documentTables(document)
      .filter((table) => table.resource === name)
      .flatMap(({ records }) => records.filter(({ kind }) => kind === "record"));
  const counted = recordsOf(of);
  const known = new Set(recordsOf(resource).map((record) => codeOf(record, code)));
  const counts = new Map<string, number>();
  let total = 0;
  for (const record of counted) {
    const own = codeOf(record, by);
    if (!known.has(own) || (marked !== undefined && !isMarked(record, marked))) continue;
    counts.set(own, (counts.get(own) ?? 0) + 1);
    total++;
  }
  return (record) => {
    // Without a single record to count, 0 would be a claim.
    if (counted.length === 0) return undefined;
    return record.kind === "record" ? (counts.get(codeOf(record, code)) ?? 0) : total;
  };
}

function codeOf({ values }: EvaluationRecord, field: string): string {
  return foldText(values[field]?.text ?? "");
}

function isMarked({ values }: EvaluationRecord, field: string): boolean {
  return !/^[\s\u00a0\u3000]*[-－―—×]?[\s\u00a0\u3000]*$/u.test(values[field]?.text ?? "");
}
