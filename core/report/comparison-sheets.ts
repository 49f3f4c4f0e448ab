import type { CellLook, DescribedCell, DescribedColumn, SheetDescription } from "../workbook/sheet-description.ts";
import { rowHeight } from "../workbook/row-height.ts";
import { textCell } from "../workbook/text-cell.ts";
import type {
  ComparedIndicator,
  ComparedRecord,
  ComparedRow,
  ComparisonModel,
  MarkedText,
  PlacedFinding,
} from "./comparison/comparison-model.ts";

type Row = readonly (DescribedCell | undefined)[];

const HEADING: CellLook = { bold: true, fill: "#D9E1F2", vertical: "middle", bottomLine: { style: "thin" } };
const LOOK: CellLook = { vertical: "top", bottomLine: { style: "hair", colour: "#A6A6A6" } };

/** Two years side by side as sheets to filter and sort: what changed in short, every field, every figure. */
export function comparisonSheets(model: ComparisonModel): SheetDescription[] {
  return [summarySheet(model), fieldSheet(model), indicatorSheet(model)];
}

function summarySheet({ summary }: ComparisonModel): SheetDescription {
  const columns = [column("区分", 40), column("件数", 8), column("該当するもの", 90)];
  const rows = summary.map(({ label, count, names, isPart }): Row => [
    textCell(isPart ? `　${label}` : label),
    { value: count },
    filled(names.join("\n")),
  ]);
  return described("summary", "まとめ", columns, rows);
}

function fieldSheet({ previous, current, sections, texts }: ComparisonModel): SheetDescription {
  const columns = [
    column("区分", 24),
    column("事業", 28),
    column("担当課", 16),
    column("異同", 10),
    column("項目", 16),
    column("項目の異同", 18),
    column(previous.heading, 44),
    column(current.heading, 44),
    column("なくなった語", 24),
    column("加わった語", 24),
    column("指摘", 44),
    column("前年のセル", 16),
    column("今年のセル", 16),
  ];
  const rows = [
    ...sections.flatMap(({ title, records }) =>
      records.flatMap((record) => [...record.brief, ...record.rows].map((row) => fieldRow(title, record, row))),
    ),
    ...texts.map((row) => fieldRow("表の外の文と見出し", undefined, row)),
  ];
  return described("fields", "比較", columns, rows);
}

function fieldRow(section: string, record: ComparedRecord | undefined, row: ComparedRow): Row {
  const { previous, current } = row;
  return [
    section,
    record?.title,
    record?.department,
    record && (record.mark || "継続"),
    row.title,
    row.mark,
    previous?.text,
    current?.text,
    changedWords(previous),
    changedWords(current),
    row.findings.map(findingText).join("\n"),
    previous?.cell,
    current?.cell,
  ].map(filled);
}

/** The marked words of one side, one a line: Excel shows no marks inside a text. */
function changedWords(side: MarkedText | null): string {
  const pieces = side?.lines.flatMap((line) => line.pieces) ?? [];
  return pieces.flatMap(({ isChanged, text }) => (isChanged ? [text.trim()] : [])).join("\n");
}

function findingText({ severityName, message, accepted }: PlacedFinding): string {
  return `【${severityName}】${message}${accepted === "" ? "" : `（確認済み: ${accepted}）`}`;
}

function indicatorSheet({ previous, current, sections }: ComparisonModel): SheetDescription {
  const columns = [
    column("事業", 30),
    column("担当課", 16),
    column("指標", 30),
    column("異同", 18),
    column(previous.heading, 18),
    column(current.heading, 18),
    column("前年の値", 12),
    column("今年の値", 12),
    column("差", 12),
    column("単位", 8),
    column("増減", 24),
  ];
  const rows = sections.flatMap(({ records }) =>
    records.flatMap((record) => record.indicators.map((indicator) => indicatorRow(record, indicator))),
  );
  return described("indicators", "指標", columns, rows);
}

function indicatorRow({ title, department }: ComparedRecord, indicator: ComparedIndicator): Row {
  const { label, mark, previous, current, values, unit, change, state } = indicator;
  const isComparable = state !== "unit" && values.previous !== null && values.current !== null;
  return [
    ...[title, department, label, mark, previous.text, current.text].map(filled),
    figure(values.previous),
    figure(values.current),
    figure(isComparable ? Math.round((values.current - values.previous) * 1e6) / 1e6 : null),
    filled(unit),
    filled(change),
  ];
}

function figure(value: number | null): DescribedCell | undefined {
  return value === null ? undefined : { value, format: Number.isInteger(value) ? "#,##0" : "#,##0.0##" };
}

function described(
  key: string,
  name: string,
  columns: readonly DescribedColumn[],
  rows: readonly Row[],
): SheetDescription {
  const height = (texts: readonly string[]) => rowHeight(texts.map((text, i) => ({ text, width: columns[i]!.width })));
  return {
    key,
    name,
    tableName: name,
    tableStyle: "TableStyleLight9",
    columns,
    rows,
    headingHeight: height(columns.map(({ title }) => title)),
    rowHeights: rows.map((row) => height(row.map((cell) => String(cell?.value ?? "")))),
    isProtected: false,
  };
}

function column(title: string, width: number): DescribedColumn {
  return { title, width, headingLook: HEADING, look: LOOK };
}

function filled(text: string | undefined): DescribedCell | undefined {
  return text === undefined || text === "" ? undefined : textCell(text);
}
