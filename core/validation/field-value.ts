import type { FieldDefinition, FieldKind, FormDefinition } from "../form/form-definition.ts";
import type {
  EvaluationDocument,
  EvaluationRecord,
  EvaluationTable,
  Period,
  SourcedValue,
} from "../table/evaluation-document.ts";
import { documentTables } from "../table/evaluation-document.ts";
import { CellReading } from "./cell-reading.ts";

/** One value of one record, with everything that a rule may ask about it. */
export interface FieldValue extends SourcedValue {
  readonly field: FieldDefinition;
  readonly kind: FieldKind;
  readonly table: EvaluationTable;
  readonly record: EvaluationRecord;
  /** Primary key values of the record joined by `/`, its section before them: `2-(3)/1/公園の整備/都市計画課`. */
  readonly key: string;
  /** The year of a column of years. */
  readonly period: Period | undefined;
  /** The year lies after the document's fiscal year: blank on purpose. */
  readonly isFuture: boolean;
  /** Nothing but white space. */
  readonly isBlank: boolean;
  /** What rules have read of the text so far; cells with the same text share it. */
  readonly reading: CellReading;
  /** A sign for "none": － — _ - ・ and the like, alone in the cell. */
  readonly isPlaceholder: boolean;
}

const PLACEHOLDER = /^[-\s‐‑–—―−ー－_＿・…‥/／]+$/u;

type ValuePlace = Pick<FieldValue, "field" | "table" | "record" | "key" | "period">;

/**
 * Every value of every record of a document, in sheet order: blanks and inherited values too.
 * @param before values of an earlier state of the document: what rules have read of their texts is kept.
 */
export function fieldValues(
  document: EvaluationDocument,
  form: FormDefinition,
  before: Iterable<FieldValue> = [],
): FieldValue[] {
  const values: FieldValue[] = [];
  // One text is read once, in however many cells it stands.
  const readings = new Map<string, CellReading>();
  for (const { text, reading } of before) readings.set(text, reading);
  visitValues(document, form, (value, place) => {
    let reading = readings.get(value.text);
    if (!reading) readings.set(value.text, (reading = new CellReading(value.text)));
    values.push(fieldValue(value, place, reading, document.fiscalYear));
  });
  return values;
}

/** 担当課 by record key. */
export function departmentsByRecord(document: EvaluationDocument, form: FormDefinition): Map<string, string> {
  const departments = new Map<string, string>();
  visitValues(document, form, ({ text }, { field, key }) => {
    if (field.kind !== "organisation") return;
    const department = text.trim();
    if (department !== "") departments.set(key, department);
  });
  return departments;
}

function visitValues(
  document: EvaluationDocument,
  form: FormDefinition,
  visit: (value: SourcedValue, place: ValuePlace) => void,
): void {
  const keys = keysOf(document, form);
  for (const table of documentTables(document)) {
    const resource = form.resources.find(({ name }) => name === table.resource);
    const fields = new Map(resource?.schema.fields.map((field) => [field.name, field]));
    for (const record of table.records) {
      const key = keys.get(record) ?? "";
      const add = (name: string, value: SourcedValue, period: Period | undefined) => {
        const field = fields.get(name);
        if (field) visit(value, { field, table, record, key, period });
      };
      for (const name of Object.keys(record.values)) add(name, record.values[name]!, undefined);
      for (const name of Object.keys(record.series)) {
        record.series[name]!.forEach((value, i) => {
          if (value) add(name, value, table.periods[i]);
        });
      }
    }
  }
}

function fieldValue(
  value: SourcedValue,
  place: ValuePlace,
  reading: CellReading,
  fiscalYear: number | undefined,
): FieldValue {
  const year = place.period?.fiscalYear;
  const isBlank = !/\S/u.test(value.text);
  return {
    ...value,
    field: place.field,
    table: place.table,
    record: place.record,
    key: place.key,
    period: place.period,
    kind: place.field.kind,
    reading,
    isFuture: year !== undefined && fiscalYear !== undefined && year.gregorian > fiscalYear,
    isBlank,
    isPlaceholder: !isBlank && PLACEHOLDER.test(value.text),
  };
}

// The values and the departments of a document ask for them, one after the other.
const keysOfDocument = new WeakMap<EvaluationDocument, { form: FormDefinition; keys: RecordKeys }>();
type RecordKeys = ReadonlyMap<EvaluationRecord, string>;

function keysOf(document: EvaluationDocument, form: FormDefinition): RecordKeys {
  let known = keysOfDocument.get(document);
  if (known?.form !== form) keysOfDocument.set(document, (known = { form, keys: recordKeys(document, form) }));
  return known.keys;
}

/** Keys that stay the same when rows are sorted or inserted: section, then primary key values. */
function recordKeys(document: EvaluationDocument, form: FormDefinition): RecordKeys {
  const keys = new Map<EvaluationRecord, string>();
  const sections: string[] = [];
  for (const part of document.parts) {
    if (part.kind === "text") {
      if (part.level === 0) continue;
      sections.length = Math.min(sections.length, part.level - 1);
      sections[part.level - 1] = sectionNumber(part.text.text);
      continue;
    }
    const resource = form.resources.find(({ name }) => name === part.table.resource);
    const primary = resource?.schema.primaryKey ?? [];
    const corner = part.table.corner?.text.trim();
    for (const record of part.table.records) {
      const own = primary.map((name) => record.values[name]?.text.trim());
      const section = sections.filter(Boolean).join("-");
      keys.set(record, [section, corner, ...own].filter(Boolean).join("/"));
    }
  }
  return keys;
}

/** 「## 2 おごおりっこを…」 → 2, 「(1)子育て家庭…」 → (1); a heading without number stands for itself. */
function sectionNumber(heading: string): string {
  const text = heading
    .normalize("NFKC")
    .replace(/^[#\s]+/u, "")
    .trim();
  return /^(?:\d+|\(\d+\))/u.exec(text)?.[0] ?? text;
}
