import type { Alignment, Borders, Fill, Style } from "exceljs";
import type { CellRole } from "./sample-source.ts";

interface Look {
  readonly horizontal?: Alignment["horizontal"];
  readonly vertical?: Alignment["vertical"];
  readonly bold?: true;
  /** Points above or below the font size of the sheet. */
  readonly larger?: number;
  readonly shade?: string;
  readonly bordered?: true;
  readonly numberFormat?: string;
}

// The font that municipalities choose for readability; every Windows since 10 has it.
const fontName = "BIZ UDPゴシック";

const looks: Record<CellRole, Look> = {
  title: { horizontal: "center", vertical: "middle", bold: true, larger: 4 },
  subtitle: { horizontal: "right", vertical: "middle" },
  section: { vertical: "middle", bold: true, larger: 2, shade: "FFDDEBF7" },
  subsection: { vertical: "middle", bold: true, larger: 1 },
  paragraph: {},
  note: { larger: -1 },
  department: { horizontal: "right", vertical: "middle" },
  heading: { horizontal: "center", vertical: "middle", bold: true, shade: "FFD9E1F2", bordered: true },
  label: { vertical: "middle", bold: true, shade: "FFF2F2F2", bordered: true },
  group: { vertical: "middle", bold: true, shade: "FFF2F2F2", bordered: true },
  text: { bordered: true },
  code: { horizontal: "center", vertical: "middle", bordered: true },
  amount: { horizontal: "right", vertical: "middle", bordered: true, numberFormat: "#,##0" },
  marker: { horizontal: "center", vertical: "middle" },
};

/** Font size in points of a cell with this role on a sheet with this font size. */
export function fontSizeOf(role: CellRole, sheetFontSize: number): number {
  return sheetFontSize + (looks[role].larger ?? 0);
}

/** How ExcelJS is told what a cell with this role looks like. */
export function cellStyle(role: CellRole, sheetFontSize: number): Partial<Style> {
  const look = looks[role];
  return {
    font: { name: fontName, charset: 128, size: fontSizeOf(role, sheetFontSize), bold: look.bold ?? false },
    alignment: { horizontal: look.horizontal ?? "left", vertical: look.vertical ?? "top", wrapText: true },
    ...(look.shade ? { fill: solidFill(look.shade) } : {}),
    ...(look.bordered ? { border: thinBorders } : {}),
    ...(look.numberFormat ? { numFmt: look.numberFormat } : {}),
  };
}

const thinBorders: Partial<Borders> = {
  top: { style: "thin" },
  left: { style: "thin" },
  bottom: { style: "thin" },
  right: { style: "thin" },
};

function solidFill(argb: string): Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}
