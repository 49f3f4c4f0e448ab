import { basename } from "node:path";
import ExcelJS from "exceljs";
import type { Severity } from "../../core/validation/diagnostic.ts";
import { RULES } from "../../core/validation/rules/index.ts";
import { A4_PAPER } from "../workbook/a4-paper.ts";
import type { CheckedWorkbook } from "./check-workbook.ts";

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: "誤り", warning: "警告", info: "情報" };

const COLUMNS = [
  { name: "担当課", width: 18 },
  { name: "ブック", width: 20 },
  { name: "シート", width: 14 },
  { name: "セル", width: 8 },
  { name: "事業", width: 30 },
  { name: "区分", width: 8 },
  { name: "指摘", width: 52 },
  { name: "該当箇所", width: 34 },
  { name: "直し方", width: 40 },
  { name: "規則", width: 24 },
  { name: "状態", width: 12 },
  { name: "回答", width: 30 },
] as const;

/**
 * The list that a planning section mails round: one Excel Table to filter by 担当課, each line with a link to its cell
 * and a column for the answer.
 */
export async function xlsxReport(checked: readonly CheckedWorkbook[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "Hyoka";
  const sheet = workbook.addWorksheet("指摘一覧", { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  const lines = checked.flatMap(workbookLines);
  sheet.addTable({
    name: "指摘一覧",
    ref: "A1",
    headerRow: true,
    style: { theme: "TableStyleLight9", showRowStripes: true },
    columns: COLUMNS.map(({ name }) => ({ name, filterButton: true })),
    // A table of Excel has at least one row.
    rows: lines.length > 0 ? lines.map(({ cells }) => cells) : [COLUMNS.map(() => "")],
  });
  sheet.eachRow((row, number) => {
    row.alignment = { vertical: "top", wrapText: true };
    const line = lines[number - 2];
    if (line) row.getCell(4).value = { text: line.address, hyperlink: line.link };
  });
  sheet.pageSetup = {
    paperSize: A4_PAPER,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: "1:1",
  };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

interface Line {
  readonly cells: string[];
  readonly address: string;
  readonly link: string;
}

function workbookLines({ path, result }: CheckedWorkbook): Line[] {
  const remedies = new Map(RULES.map(({ meta }) => [meta.id, meta.remedy]));
  const open = result.open.map((diagnostic) => ({ diagnostic, state: "未対応" }));
  const accepted = result.accepted.map(({ diagnostic, acceptance }) => ({
    diagnostic,
    state: `確認済み（${acceptance.reason}）`,
  }));
  return [...open, ...accepted].map(({ diagnostic, state }) => {
    const { sheet, address, record = "", severity, message, text, fixes, ruleId } = diagnostic;
    const remedy = fixes[0]?.title ?? remedies.get(ruleId) ?? "";
    const department = result.departments.get(record) ?? "";
    const cells = [
      department,
      basename(path),
      sheet,
      address,
      record,
      SEVERITY_NAMES[severity],
      message,
      text,
      remedy,
      ruleId,
      state,
      "",
    ];
    const quoted = `'${sheet.replaceAll("'", "''")}'`;
    return { cells, address, link: `${encodeURI(basename(path))}#${quoted}!${address}` };
  });
}
