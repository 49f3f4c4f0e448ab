import type { EvaluationDocument } from "../table/evaluation-document.ts";
import type { Alias } from "./dictionaries.ts";
import type { FieldValue } from "./field-value.ts";
import type { PreviousYear, RecordPair, RecordValues } from "./previous-year.ts";

export interface PairingInput {
  readonly current: readonly FieldValue[];
  readonly previous: readonly FieldValue[];
  /** Last year's document. */
  readonly document: EvaluationDocument;
  readonly aliases: readonly Alias[];
}

/** Finds for each record of this year its counterpart of last year: by key. */
export function pairRecords({ current, previous, document }: PairingInput): PreviousYear {
  const now = recordValues(current);
  const before = new Map(recordValues(previous).map((record) => [record.key, record]));
  const pairs = now.flatMap((record): RecordPair[] => {
    const match = before.get(record.key);
    return match ? [{ current: record, previous: match, by: "key" }] : [];
  });
  const matched = new Set(pairs.flatMap((pair) => [pair.current, pair.previous]));
  return {
    document,
    values: previous,
    pairs,
    added: now.filter((record) => !matched.has(record)),
    removed: [...before.values()].filter((record) => !matched.has(record)),
  };
}

/** Values by record, in order; of the records without a key of their own none can be found again. */
export function recordValues(values: readonly FieldValue[]): RecordValues[] {
  const records = new Map<unknown, { key: string; values: Map<string, FieldValue> }>();
  for (const value of values) {
    if (value.key === "" || value.record.kind !== "record") continue;
    let record = records.get(value.record);
    if (!record) records.set(value.record, (record = { key: value.key, values: new Map() }));
    const year = value.period?.fiscalYear?.gregorian ?? (value.period ? value.period.label.text : undefined);
    record.values.set(year === undefined ? value.field.name : `${value.field.name}@${year}`, value);
  }
  return [...records.values()];
}
