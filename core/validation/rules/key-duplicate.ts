import type { EvaluationRecord, EvaluationTable } from "../../table/evaluation-document.ts";
import type { FieldValue } from "../field-value.ts";
import { cellsByRecord } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

/** One key, one record; and a merged cell that was cut by a page break is written only once. */
export const keyDuplicate = defineRule({
  meta: {
    id: "key-duplicate",
    category: "structure",
    title: "番号や事業名の重複",
    description:
      "同じ区分の中で番号と事業名が重なると、どちらの行を指すのかが決まりません。結合して書く様式で同じ番号・事業名がもう一度書かれていると、別の事業に見えます。",
    severity: "error",
    standard: "L2-03",
    example: {
      wrong: "3 | 各種学級・講座の充実 | 子ども育成課 / 3 | 各種学級・講座の充実 | 図書課",
      right: "3 | 各種学級・講座の充実 | 子ども育成課 / （結合の続き） | 図書課",
    },
    remedy: "別の事業なら番号を振り直します。同じ事業の続きなら、前の行と結合するか、繰り返しを消します。",
    messages: {
      duplicate: (d: { key: string; address: number }) =>
        `「${d.key}」の行が同じ区分に二つあります（もう一つは ${d.address} 行目）。番号・事業名を確かめてください。`,
      repeated: (d: { titles: string; address: number }) =>
        `${d.address} 行目と同じ${d.titles}が、結合されずにもう一度書かれています。続きの行なら結合し、別の事業なら番号を改めてください。`,
      codeReused: (d: { title: string; code: string; address: number }) =>
        `${d.title}「${d.code}」は ${d.address} 行目の別の事業でも使われています。番号を確かめてください。`,
    },
  },

  check({ form, tables, values }, report) {
    const byRecord = cellsByRecord(values);
    for (const table of tables) {
      const primary = form.resources.find(({ name }) => name === table.resource)?.schema.primaryKey ?? [];
      const grouped = groupedFields(table);
      const isMerged = hasMerges(table);
      const codes = new Map<string, Row>();
      const keys = new Map<string, Row>();
      let above: Row | undefined;
      for (const record of table.records) {
        if (record.kind !== "record") continue;
        const row = rowOf(record, byRecord.get(record) ?? [], primary, grouped);
        const twin = row.key === "" ? undefined : keys.get(row.key);
        const isRepeat = above !== undefined && row.group !== "" && row.group === above.group && row.isGroupWritten;
        const other = row.code === "" ? undefined : codes.get(row.code);
        if (twin && row.place) {
          report({ messageId: "duplicate", data: { key: labelOf(row), address: twin.line }, at: row.place });
        } else if (isRepeat && row.place && above && isMerged) {
          const titles = row.groupParts.map(({ field }) => field.title).join("・");
          report({ messageId: "repeated", data: { titles, address: above.line }, at: row.place, severity: "warning" });
        } else if (other && foldedTexts(other.names) !== foldedTexts(row.names) && row.codePlace) {
          const data = { title: row.codePlace.field.title, code: row.codePlace.text.trim(), address: other.line };
          report({ messageId: "codeReused", data, at: row.codePlace, severity: "warning" });
        }
        if (!twin && row.key !== "") keys.set(row.key, row);
        if (!other && row.code !== "") codes.set(row.code, row);
        above = row;
      }
    }
  },
});

interface Row {
  readonly line: number;
  /** Folded key; empty when a part of it is blank or the row only continues another. */
  readonly key: string;
  readonly parts: readonly FieldValue[];
  readonly place: FieldValue | undefined;
  readonly group: string;
  readonly groupParts: readonly FieldValue[];
  readonly isGroupWritten: boolean;
  readonly code: string;
  readonly codePlace: FieldValue | undefined;
  readonly names: readonly FieldValue[];
}

function rowOf(
  record: EvaluationRecord,
  values: readonly FieldValue[],
  primary: readonly string[],
  grouped: ReadonlySet<string>,
): Row {
  const parts = values.filter(({ field }) => primary.includes(field.name));
  const isWhole = parts.length > 0 && parts.length >= primary.filter((name) => name in record.values).length;
  const isOwn = parts.every(({ isBlank, isPlaceholder }) => !isBlank && !isPlaceholder);
  // A key that is taken over as a whole marks the rows of one record.
  const isContinued = parts.some(({ inherited }) => inherited) && lastOf(parts, primary)?.inherited === true;
  const group = values.filter(({ field, isBlank }) => grouped.has(field.name) && !isBlank);
  const codePlace = parts.find(({ kind, isBlank, inherited }) => kind === "code" && !isBlank && !inherited);
  return {
    line: record.range.top,
    key: isWhole && isOwn && !isContinued ? foldedTexts(parts) : "",
    parts,
    place: parts.find(({ inherited }) => !inherited),
    group: group.length > 1 ? foldedTexts(group) : "",
    groupParts: group,
    isGroupWritten: group.every(({ inherited }) => !inherited),
    code: codePlace ? codePlace.reading.folded : "",
    codePlace,
    names: values.filter(({ kind }) => kind === "name"),
  };
}

function foldedTexts(values: readonly FieldValue[]): string {
  return values.map(({ reading }) => reading.folded).join("/");
}

/** The key as written. */
function labelOf({ parts }: Row): string {
  return parts.map(({ text }) => text.replace(/\s+/gu, "")).join("／");
}

function lastOf(parts: readonly FieldValue[], primary: readonly string[]): FieldValue | undefined {
  return parts.find(({ field }) => field.name === primary.at(-1));
}

function groupedFields({ columns }: EvaluationTable): ReadonlySet<string> {
  return new Set(columns.flatMap(({ field, grouped }) => (grouped && field !== undefined ? [field] : [])));
}

/** Whether the table merges its groups at all: in a plain data table every row names its group. */
function hasMerges({ records }: EvaluationTable): boolean {
  return records.some(({ values }) => Object.values(values).some(({ inherited }) => inherited));
}
