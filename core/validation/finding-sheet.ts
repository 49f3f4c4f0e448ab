import { rowHeight } from "../workbook/row-height.ts";
import { textCell } from "../workbook/text-cell.ts";
import type { CellLook, DescribedCell, DescribedColumn, SheetDescription } from "../workbook/sheet-description.ts";
import type { CheckedDocument } from "./check-document.ts";
import { SEVERITY_NAMES } from "./diagnostic.ts";
import { FINDING_SHEET } from "./own-sheets.ts";
import { RULES } from "./rules/index.ts";

/** A workbook whose findings are listed. */
export interface ListedWorkbook {
  /** Name of the file, without folders. */
  readonly file: string;
  /** The list becomes a sheet of this very workbook. */
  readonly isHere?: true;
  readonly result: Pick<CheckedDocument, "open" | "accepted" | "departments">;
}

const HEADING: CellLook = { bold: true, fill: "#D9E1F2", vertical: "middle", bottomLine: { style: "thin" } };
/** Yellow asks for an answer, as in the data tables. */
const ANSWER_HEADING: CellLook = { ...HEADING, fill: "#FFE699" };
const LOOK: CellLook = { vertical: "top", bottomLine: { style: "hair", colour: "#A6A6A6" } };

const COLUMNS: readonly DescribedColumn[] = [
  column("担当課", 18),
  column("ブック", 20),
  column("シート", 14),
  column("セル", 8),
  column("事業", 30),
  column("区分", 8),
  column("指摘", 52),
  column("該当箇所", 34),
  column("直し方", 40),
  column("規則", 24),
  column("状態", 12),
  { ...column("回答", 30), headingLook: ANSWER_HEADING },
];

/**
 * The list that a planning section mails round: one Excel Table to filter by 担当課, each line with a link to its cell
 * and a column for the answer.
 */
export function findingSheet(workbooks: readonly ListedWorkbook[]): SheetDescription {
  const rows = workbooks.flatMap(workbookRows);
  const height = (texts: readonly string[]) => rowHeight(texts.map((text, i) => ({ text, width: COLUMNS[i]!.width })));
  return {
    key: "findings",
    name: FINDING_SHEET,
    tableName: FINDING_SHEET,
    tableStyle: "TableStyleLight9",
    columns: COLUMNS,
    rows,
    headingHeight: height(COLUMNS.map(({ title }) => title)),
    rowHeights: rows.map((row) => height(row.map((cell) => String(cell?.value ?? "")))),
    isProtected: false,
  };
}

function column(title: string, width: number): DescribedColumn {
  return { title, width, headingLook: HEADING, look: LOOK };
}

function workbookRows({ file, isHere, result }: ListedWorkbook): (DescribedCell | undefined)[][] {
  const remedies = new Map(RULES.map(({ meta }) => [meta.id, meta.remedy]));
  const open = result.open.map((diagnostic) => ({ diagnostic, state: "未対応" }));
  const accepted = result.accepted.map(({ diagnostic, acceptance }) => ({
    diagnostic,
    state: `確認済み（${acceptance.reason}）`,
  }));
  return [...open, ...accepted].map(({ diagnostic, state }) => {
    const { sheet, address, record = "", severity, message, text, fixes, ruleId } = diagnostic;
    const link = { sheet, address, ...(isHere ? {} : { file }) };
    return [
      ...[result.departments.get(record), file, sheet].map(filled),
      { value: address, link },
      ...[record, SEVERITY_NAMES[severity], message, text].map(filled),
      ...[fixes[0]?.title ?? remedies.get(ruleId), ruleId, state].map(filled),
      undefined,
    ];
  });
}

function filled(text: string | undefined): DescribedCell | undefined {
  return text === undefined || text === "" ? undefined : textCell(text);
}
