import { type CellLook, type DescribedColumn, SHEET_FONT } from "../../core/workbook/sheet-description.ts";
import { rangeAt } from "./range-area.ts";

/** What of a column has to do with its looks. */
export type PaintedColumn = Pick<DescribedColumn, "width" | "headingLook" | "look">;

/** Points of a character in the default font, in which files count the widths of columns: 7 pixels. */
const pointsPerCharacter = 5.25;

/**
 * Queues the looks of a heading row and of the rows below it, column by column from A on. Neighbours that look alike
 * share a call. Rows become as high as their texts need.
 */
export function paintColumns(
  sheet: Excel.Worksheet,
  columns: readonly PaintedColumn[],
  { heading, last }: { readonly heading: number; readonly last: number },
): void {
  forEachRun(
    columns.map(({ width }) => width),
    (from, to, width) => {
      const area = { top: heading, bottom: heading, left: from, right: to };
      rangeAt(sheet, area).format.columnWidth = width * pointsPerCharacter;
    },
  );
  paint(
    sheet,
    { top: heading, bottom: heading },
    columns.map(({ headingLook }) => headingLook),
  );
  paint(
    sheet,
    { top: heading + 1, bottom: last },
    columns.map(({ look }) => look),
  );
  rangeAt(sheet, { top: heading, bottom: last, left: 1, right: columns.length }).format.autofitRows();
}

function paint(
  sheet: Excel.Worksheet,
  rows: { readonly top: number; readonly bottom: number },
  looks: readonly CellLook[],
): void {
  const formatOf = (left: number, right: number) => rangeAt(sheet, { ...rows, left, right }).format;
  const whole = formatOf(1, looks.length);
  whole.wrapText = true;
  whole.font.name = SHEET_FONT.name;
  whole.font.size = SHEET_FONT.size;
  const each = <Name extends keyof CellLook>(
    name: Name,
    set: (format: Excel.RangeFormat, value: NonNullable<CellLook[Name]>) => void,
  ): void => {
    forEachRun(
      looks.map((look) => look[name]),
      (from, to, value) => {
        if (value !== undefined) set(formatOf(from, to), value);
      },
    );
  };
  each("vertical", (format, vertical) => (format.verticalAlignment = vertical === "top" ? "Top" : "Center"));
  each("horizontal", (format, horizontal) => (format.horizontalAlignment = horizontals[horizontal]));
  each("bold", (format, bold) => (format.font.bold = bold));
  each("colour", (format, colour) => (format.font.color = colour));
  each("fill", (format, fill) => (format.fill.color = fill));
  each("bottomLine", (format, line) => {
    drawLine(format.borders.getItem("EdgeBottom"), line);
    if (rows.bottom > rows.top) drawLine(format.borders.getItem("InsideHorizontal"), line);
  });
}

const horizontals = { left: "Left", center: "Center", right: "Right" } as const;

function drawLine(border: Excel.RangeBorder, { style, colour }: NonNullable<CellLook["bottomLine"]>): void {
  border.style = "Continuous";
  border.weight = style === "hair" ? "Hairline" : "Thin";
  if (colour !== undefined) border.color = colour;
}

/** Calls for each run of equal values, with the first and last of its columns, counting from 1. */
export function forEachRun<Value>(
  values: readonly Value[],
  call: (from: number, to: number, value: Value) => void,
): void {
  let from = 0;
  values.forEach((value, i) => {
    const next = values[i + 1];
    if (i + 1 < values.length && JSON.stringify(next) === JSON.stringify(value)) return;
    call(from + 1, i + 1, value);
    from = i + 1;
  });
}
