import { fiscalYearLabel } from "../text/fiscal-year.ts";
import { madeCell } from "./structured-cell.ts";
import type { StructuredColumn, StructuredTable, StructuredWorkbook } from "./structured-workbook.ts";

/** Where a structured workbook comes from. */
export interface StructureSource {
  /** Name of the file, without folders. */
  readonly file: string;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  /** ISO date. */
  readonly madeOn: string;
}

/** The cover (表紙): what was turned into data, when, and how much of it there is. */
export function coverTable(structured: StructuredWorkbook, { file, sha256, madeOn }: StructureSource): StructuredTable {
  const { form, fiscalYear, tables, normalisations, unclassified } = structured;
  const lines: [item: string, content: string | number, note: string][] = [
    ["元のファイル名", file, "このブックは、元のファイルを読んで作った写しです。元のファイルは変えていません。"],
    ["元のファイルの SHA-256", sha256, "元のファイルがその後変わっていないかを確かめるための値です。"],
    ["作成日", madeOn, ""],
    ["自治体", form.municipality, ""],
    ["帳票", form.title, form.name],
    [
      "年度",
      fiscalYear ?? "不明",
      fiscalYear === undefined ? "" : `${fiscalYearLabel(fiscalYear)}（西暦で示しています）`,
    ],
    [
      "未分類の件数",
      unclassified.length,
      "様式のどの項目にも当たらなかった文です。表「文書」に役割「未分類」で入っています。",
    ],
    ["数に直した件数", normalisations.length, "全角などで書かれた数を、数値にした件数です。"],
    ...tables.map(({ title, rows, description, isView }): (typeof lines)[number] => [
      `表「${title}」`,
      rows.length,
      `${isView ? "（写し）" : ""}${description}`,
    ]),
  ];
  return {
    name: "cover",
    title: "表紙",
    description: "",
    columns: [column("item", "項目", "name"), column("content", "内容", "plan"), column("note", "説明", "plan")],
    primaryKey: ["item"],
    foreignKeys: [],
    isView: true,
    rows: lines.map(([item, content, note]) => ({
      item: madeCell(item),
      content: madeCell(content),
      ...(note === "" ? {} : { note: madeCell(note) }),
    })),
  };
}

function column(name: string, title: string, kind: StructuredColumn["kind"]): StructuredColumn {
  return { name, title, type: "string", purpose: "computed", kind };
}
