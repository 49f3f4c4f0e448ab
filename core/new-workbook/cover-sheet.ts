import { madeCell } from "../structure/structured-cell.ts";
import type { StructuredColumn, StructuredRow, StructuredTable } from "../structure/structured-workbook.ts";
import type { FormDefinition } from "../form/form-definition.ts";
import { fiscalYearLabel } from "../text/fiscal-year.ts";

/** A cell of the cover that the department fills in. */
export interface CoverEntry {
  /** Index into the rows of the cover. */
  readonly row: number;
  readonly column: string;
  readonly type: "text" | "date";
  readonly prompt: string;
}

/** The cover (表紙) of a new workbook: whose it is, what is to be filled in, and how. */
export interface CoverSheet {
  readonly table: StructuredTable;
  readonly entries: readonly CoverEntry[];
}

interface CoverLine {
  readonly item: string;
  readonly content?: string;
  readonly note?: string;
  readonly entry?: Pick<CoverEntry, "type" | "prompt">;
}

/** Writes the cover. @param notes what a person should know of this workbook, one sentence or more each. */
export function coverSheet(
  { municipality, title, name }: FormDefinition,
  fiscalYear: number,
  tables: readonly StructuredTable[],
  notes: readonly string[],
): CoverSheet {
  const year = fiscalYearLabel(fiscalYear);
  const gregorian = `${fiscalYear}年度`;
  const lines: readonly CoverLine[] = [
    { item: "自治体", content: municipality },
    { item: "帳票", content: title, note: name },
    { item: "年度", content: year === gregorian ? year : `${year}（${gregorian}）` },
    { item: "担当課", note: "記入してください。", entry: { type: "text", prompt: "部と課の名前を記入します。" } },
    { item: "記入者", note: "記入してください。", entry: { type: "text", prompt: "記入した人の名前です。" } },
    {
      item: "提出日",
      note: "記入してください。",
      entry: { type: "date", prompt: "例 2026/4/1 のように、西暦の日付を記入します。" },
    },
    ...HOW_TO.map((content, i) => ({ item: `記入のしかた${i + 1}`, content })),
    ...notes.map((content, i) => ({ item: `引き継ぎ${i + 1}`, content })),
    ...tables.map((table) => ({ item: `シート「${table.title}」`, content: table.description })),
  ];
  return {
    table: {
      name: "cover",
      title: "表紙",
      description: "",
      columns: [
        column("item", "項目", "computed", "name"),
        column("content", "内容", "value", "plan"),
        column("note", "説明", "computed", "name"),
      ],
      primaryKey: ["item"],
      foreignKeys: [],
      isView: true,
      rows: lines.map(rowOf),
    },
    entries: lines.flatMap(({ entry }, row) => (entry ? [{ ...entry, row, column: "content" }] : [])),
  };
}

const HOW_TO: readonly string[] = [
  "一行に一件ずつ、一つのセルに一つの値を記入します。記入しない行は、空けたままで構いません。",
  "見出しが黄色の項目は必須、青の項目は任意です。灰色の項目は変えないでください。",
  "項目の意味は、セルを選ぶと出る説明か、シート「項目の説明」で確かめられます。▼の出るセルは、一覧から選びます。",
  "見出しは保護してあり、変えられません。行が足りないときは、「校閲」の「シート保護の解除」を選び（パスワードはありません）、表の右下の角を下へ引いて行を増やします。",
];

function rowOf({ item, content, note }: CoverLine): StructuredRow {
  return {
    item: madeCell(item),
    ...(content === undefined ? {} : { content: madeCell(content) }),
    ...(note === undefined ? {} : { note: madeCell(note) }),
  };
}

function column(
  name: string,
  title: string,
  purpose: StructuredColumn["purpose"],
  kind: StructuredColumn["kind"],
): StructuredColumn {
  return { name, title, type: "string", purpose, kind };
}
