import type { FieldDefinition, FormDefinition, ResourceDefinition } from "../../form/form-definition.ts";
import type { EvaluationRecord, SourcedValue } from "../../table/evaluation-document.ts";
import { foldText } from "../../text/fold.ts";
import { plainNumber } from "../../text/quantity.ts";
import { cellName } from "../../workbook/address.ts";
import { defineRule, type RuleContext } from "../rule.ts";
import { suggestText } from "../text-edit.ts";

/** Counts of a summary against the records that its codes are given to, through the form's foreign keys. */
export const summaryCountMismatch = defineRule({
  meta: {
    id: "summary-count-mismatch",
    category: "number",
    title: "集計の件数と個々の評価の不一致",
    description:
      "達成状況や点検結果の集計は、個々の事業の評価を数えたものです。評価を直したあとに集計が古いまま残ると、表の中で数字が食い違います。",
    severity: "error",
    example: {
      wrong: "集計「3」10件（個票では「3」が11件）",
      right: "集計「3」11件（個票でも「3」が11件）",
    },
    remedy: "個々の評価と集計のどちらが正しいかを確かめ、合わせます。",
    messages: {
      mismatch: (d: { title: string; code: string; count: string; written: number; found: number }) =>
        `${d.title}「${d.code}」の${d.count}は ${d.written} ですが、評価がこれに当たる事業は ${d.found} 件です。`,
    },
  },

  check(context, report) {
    for (const { resource, field, target, code } of references(context.form)) {
      const records = recordsOf(context, resource.name);
      const summary = recordsOf(context, target.name);
      const known = new Set(summary.map((record) => codeOf(record, code)));
      const rated = records.filter((record) => known.has(codeOf(record, field)));
      if (rated.length === 0 || summary.length === 0) continue;
      for (const count of target.schema.fields.filter(({ kind }) => kind === "count")) {
        const marker = markerOf(count, resource);
        const counted = marker ? rated.filter((record) => isMarked(record.values[marker.name])) : rated;
        const written = summary.map((record) => countOf(record.values[count.name]));
        const sum = written.reduce<number>((total, number) => total + (number ?? 0), 0);
        summary.forEach((record, i) => {
          const number = written[i];
          const place = record.values[count.name];
          if (number === undefined || !place) return;
          const found = counted.filter((other) => codeOf(other, field) === codeOf(record, code)).length;
          if (found === number) return;
          const data = {
            title: field.title,
            code: record.values[code.name]?.text.trim() ?? "",
            count: count.title,
            written: number,
            found,
          };
          // Where the totals differ too, the summary may count projects of another sheet.
          const severity = sum === counted.length && rated.length === records.length ? "error" : "warning";
          report({ messageId: "mismatch", data, at: place, severity, fixes: [corrected(place, found)] });
        });
      }
    }
  },
});

interface Reference {
  readonly resource: ResourceDefinition;
  readonly field: FieldDefinition;
  readonly target: ResourceDefinition;
  readonly code: FieldDefinition;
}

/** Ratings and directions whose codes a summary lists. */
function references({ resources }: FormDefinition): Reference[] {
  return resources.flatMap((resource) =>
    (resource.schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
      const target = resources.find(({ name }) => name === reference.resource);
      const field = resource.schema.fields.find(({ name }) => name === fields[0]);
      const code = target?.schema.fields.find(({ name }) => name === reference.fields[0]);
      return target && field && code && fields.length === 1 ? [{ resource, field, target, code }] : [];
    }),
  );
}

function recordsOf({ tables }: RuleContext, resource: string): EvaluationRecord[] {
  return tables
    .filter((table) => table.resource === resource)
    .flatMap(({ records }) => records.filter(({ kind }) => kind === "record"));
}

function codeOf({ values }: EvaluationRecord, { name }: FieldDefinition): string {
  return foldText(values[name]?.text ?? "");
}

/** うち重点 counts the records whose 重点 is marked. */
function markerOf(count: FieldDefinition, { schema }: ResourceDefinition): FieldDefinition | undefined {
  if (!/うち|内数/u.test(count.title)) return undefined;
  return schema.fields.find(({ kind, title }) => kind === "marker" && count.title.includes(title));
}

function isMarked(value: SourcedValue | undefined): boolean {
  return value !== undefined && !/^[\s\u00a0\u3000]*[-－―—×]?[\s\u00a0\u3000]*$/u.test(value.text);
}

/** A blank count says nothing; a dash is none. */
function countOf(value: SourcedValue | undefined): number | undefined {
  if (!value) return undefined;
  if (/^[-－―—]$/u.test(value.text.trim())) return 0;
  return typeof value.value === "number" ? value.value : plainNumber(value.text);
}

function corrected(place: SourcedValue, found: number) {
  return suggestText(`件数を ${found} に直す`, {
    sheet: place.cell.sheet,
    address: cellName(place.cell),
    expected: place.value,
    value: typeof place.value === "string" ? String(found) : found,
  });
}
