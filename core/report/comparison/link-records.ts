import { documentTables, type EvaluationRecord } from "../../table/evaluation-document.ts";
import type { FieldValue } from "../../validation/field-value.ts";
import type { PreviousYear, RecordPair, RecordValues } from "../../validation/previous-year.ts";
import type { ValuedDocument } from "./arrange-records.ts";
import type { RecordEntry } from "./pair-values.ts";

/** What a record was last year, or became this year. */
export interface RecordLink {
  readonly partner: RecordEntry | undefined;
  /** How the two were found to be one; absent for rows of totals and costs, and for records of one year. */
  readonly by: RecordPair["by"] | undefined;
  /** The record whose place it took, or that took its place, under another plan. */
  readonly counterpart: RecordEntry | undefined;
  /** One that the check follows from year to year; rows of totals and costs are not. */
  readonly isCounted: boolean;
}

export type LinkedRecords = ReadonlyMap<RecordEntry, RecordLink>;

/** The records of a document in its order, each with its values. */
export function recordEntries({ document, values }: ValuedDocument): RecordEntry[] {
  const byRecord = Map.groupBy(values, ({ record }) => record);
  return documentTables(document).flatMap((table) =>
    table.records.map((record): RecordEntry => {
      const own = byRecord.get(record) ?? [];
      return { record, table, values: own, key: own[0]?.key ?? "" };
    }),
  );
}

/**
 * Links the records of two years as the check has paired them. Rows that the check does not follow (totals, costs,
 * records without a key) go together by their table, kind and key, in order.
 */
export function linkRecords(
  now: readonly RecordEntry[],
  before: readonly RecordEntry[],
  { pairs, added, removed, replaced }: PreviousYear,
): LinkedRecords {
  const entries = new Map([...now, ...before].map((entry) => [entry.record, entry]));
  const entryOf = (values: RecordValues) => entries.get(recordOf(values))!;
  const links = new Map<RecordEntry, RecordLink>();
  const link = (entry: RecordEntry, rest: Partial<RecordLink>, isCounted = true) =>
    links.set(entry, { partner: undefined, by: undefined, counterpart: undefined, isCounted, ...rest });
  for (const { current, previous, by } of pairs) {
    const [ours, theirs] = [entryOf(current), entryOf(previous)];
    link(ours, { partner: theirs, by });
    link(theirs, { partner: ours, by });
  }
  for (const alone of [...added, ...removed]) link(entryOf(alone), {});
  for (const { current, previous } of replaced) {
    const [ours, theirs] = [entryOf(current), entryOf(previous)];
    link(ours, { counterpart: theirs });
    link(theirs, { counterpart: ours });
  }
  const waiting = Map.groupBy(
    before.filter((entry) => !links.has(entry)),
    placeOf,
  );
  for (const entry of now.filter((one) => !links.has(one))) {
    const partner = waiting.get(placeOf(entry))?.shift();
    link(entry, { partner }, false);
    if (partner) link(partner, { partner: entry }, false);
  }
  for (const entry of [...waiting.values()].flat()) link(entry, {}, false);
  return links;
}

function recordOf({ values }: RecordValues): EvaluationRecord {
  // A record that can be paired has a key, and so a value.
  const [first] = values.values() as Iterable<FieldValue>;
  return first!.record;
}

function placeOf({ table, record, key }: RecordEntry): string {
  return [table.resource, record.kind, key].join("\n");
}
