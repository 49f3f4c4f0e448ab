import type { EvaluationRecord } from "../table/evaluation-document.ts";
import type { ResourceShape } from "./resource-shape.ts";

/** A record with the title of the group that it stands under. */
export interface GroupedRecord {
  readonly record: EvaluationRecord;
  readonly group: EvaluationRecord | undefined;
  /** The first row that carries the group's title: it stands for the cells of the title. */
  readonly isFirstOfGroup: boolean;
}

/**
 * Hands the titles of groups down to the records below them. A title keeps a row of its own only where no record could
 * carry it: it heads none, another kind of row (costs) stands between, or a record has a value of its own in a column that
 * the title fills too.
 */
export function groupedRecords(records: readonly EvaluationRecord[], shape: ResourceShape): GroupedRecord[] {
  const { group } = shape;
  if (!group) return records.map((record) => ({ record, group: undefined, isFirstOfGroup: false }));
  const grouped: GroupedRecord[] = [];
  let before: string | undefined;
  for (const { title, members } of runs(records, group.name)) {
    const label = title?.values[group.label]?.text;
    const carriers = members.filter(({ kind }) => kind === "record");
    const heads = members[0]?.kind === "record";
    const keepsRow = title !== undefined && (label === before || !heads || clash(title, carriers, shape));
    if (title) before = label;
    if (title && keepsRow) grouped.push({ record: title, group: undefined, isFirstOfGroup: false });
    // Beside a row of its own the title only repeats its label.
    const carried = title && keepsRow ? onlyLabel(title, group.label) : title;
    let isFirst = !keepsRow;
    for (const record of members) {
      const carries = record.kind === "record" && carried !== undefined;
      grouped.push({ record, group: carries ? carried : undefined, isFirstOfGroup: carries && isFirst });
      if (carries) isFirst = false;
    }
  }
  return grouped;
}

interface Run {
  readonly title: EvaluationRecord | undefined;
  readonly members: EvaluationRecord[];
}

function runs(records: readonly EvaluationRecord[], kind: string): Run[] {
  const found: Run[] = [];
  for (const record of records) {
    if (record.kind === kind) found.push({ title: record, members: [] });
    else if (found.length === 0) found.push({ title: undefined, members: [record] });
    else found.at(-1)!.members.push(record);
  }
  return found;
}

function clash(title: EvaluationRecord, members: readonly EvaluationRecord[], { handedDown }: ResourceShape): boolean {
  if (Object.keys(title.values).some((field) => !handedDown.has(field))) return true;
  return members.some(({ values }) => Object.keys(values).some((field) => handedDown.has(field)));
}

function onlyLabel(title: EvaluationRecord, label: string): EvaluationRecord {
  const value = title.values[label];
  return { ...title, values: value ? { [label]: value } : {} };
}
