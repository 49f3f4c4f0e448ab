import type ExcelJS from "exceljs";
import { colourText, commonOf, restyle, validColour } from "../model/cell-style.ts";
import { isUnbounded, isWholeColumns, isWholeRows, numbers } from "../model/areas.ts";
import { borderCollection } from "./range-borders.ts";
import { invalidArgument } from "../model/host-error.ts";
import type { Place } from "../model/place.ts";
import type { HostObject } from "./host-object.ts";

const pointsPerPixel = 0.75;
/** Of the default font, in which widths of columns are counted. */
const digitPixels = 7;
const standardHeight = 15;
const standardWidth = 8.43;

const horizontal: Readonly<Record<string, ExcelJS.Alignment["horizontal"] | undefined>> = {
  General: undefined,
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "fill",
  Justify: "justify",
  CenterAcrossSelection: "centerContinuous",
  Distributed: "distributed",
};
const vertical: Readonly<Record<string, ExcelJS.Alignment["vertical"]>> = {
  Top: "top",
  Center: "middle",
  Bottom: "bottom",
  Justify: "justify",
  Distributed: "distributed",
};

/** How the cells of a range look. */
export function rangeFormat(place: Place): HostObject {
  const { sheet } = place;
  const align = (part: Partial<ExcelJS.Alignment>): void => {
    restyle(place, "alignment", (style) => ({ alignment: { ...style.alignment, ...part } }));
  };
  return {
    kind: "RangeFormat",
    properties: {
      WrapText: () => commonOf(place, ({ alignment }) => alignment?.wrapText === true),
      HorizontalAlignment: () => commonOf(place, ({ alignment }) => keyOf(horizontal, alignment?.horizontal)),
      VerticalAlignment: () => commonOf(place, ({ alignment }) => keyOf(vertical, alignment?.vertical ?? "middle")),
      IndentLevel: () => commonOf(place, ({ alignment }) => alignment?.indent ?? 0),
      ShrinkToFit: () => commonOf(place, ({ alignment }) => alignment?.shrinkToFit === true),
      ColumnWidth: () => common(lines(place, "column").map((column) => pointsOf(sheet.worksheet.getColumn(column)))),
      RowHeight: () => common(lines(place, "row").map((row) => heightOf(sheet.worksheet.findRow(row)))),
    },
    setters: {
      WrapText: (wrapText: boolean) => {
        align({ wrapText });
      },
      HorizontalAlignment: (name: string) => {
        if (!(name in horizontal)) throw invalidArgument(`「${name}」 is no alignment`);
        align({ horizontal: horizontal[name] } as Partial<ExcelJS.Alignment>);
      },
      VerticalAlignment: (name: string) => {
        if (!(name in vertical)) throw invalidArgument(`「${name}」 is no alignment`);
        align({ vertical: vertical[name]! });
      },
      IndentLevel: (indent: number) => {
        align({ indent });
      },
      ShrinkToFit: (shrinkToFit: boolean) => {
        align({ shrinkToFit });
      },
      ColumnWidth: (points: number) => {
        setColumnWidth(place, points);
      },
      RowHeight: (points: number) => {
        setRowHeight(place, points);
      },
    },
    children: {
      Fill: () => fillObject(place),
      Font: () => fontObject(place),
      Borders: () => borderCollection(place),
      Protection: () => protectionObject(place),
    },
    methods: {
      // Widths depend on fonts: nothing here could say what Excel would find.
      AutofitColumns: () => null,
      AutofitRows: () => null,
    },
  };
}

function fillObject(place: Place): HostObject {
  const none: ExcelJS.Fill = { type: "pattern", pattern: "none" };
  const fillColour = ({ fill }: Partial<ExcelJS.Style>): string =>
    fill?.type === "pattern" && fill.pattern !== "none" ? colourText(fill.fgColor, "#FFFFFF") : "#FFFFFF";
  const set = (fill: ExcelJS.Fill): void => {
    restyle(place, "fill", () => ({ fill }));
  };
  return {
    kind: "RangeFill",
    properties: { Color: () => commonOf(place, fillColour) },
    setters: {
      Color: (text: string) => {
        set(text === "" ? none : { type: "pattern", pattern: "solid", fgColor: validColour(text) });
      },
    },
    methods: {
      Clear: () => {
        set(none);
        return null;
      },
    },
  };
}

function fontObject(place: Place): HostObject {
  const set = (part: Partial<ExcelJS.Font>): void => {
    restyle(place, "font", ({ font }) => ({ font: { ...font, ...part } }));
  };
  return {
    kind: "RangeFont",
    properties: {
      Bold: () => commonOf(place, ({ font }) => font?.bold === true),
      Italic: () => commonOf(place, ({ font }) => font?.italic === true),
      Size: () => commonOf(place, ({ font }) => font?.size ?? 11),
      Name: () => commonOf(place, ({ font }) => font?.name ?? "游ゴシック"),
      Color: () => commonOf(place, ({ font }) => colourText(font?.color, "#000000")),
    },
    setters: {
      Bold: (bold: boolean) => {
        set({ bold });
      },
      Italic: (italic: boolean) => {
        set({ italic });
      },
      Size: (size: number) => {
        set({ size });
      },
      Name: (name: string) => {
        set({ name });
      },
      Color: (text: string) => {
        set({ color: validColour(text) });
      },
    },
  };
}

function protectionObject(place: Place): HostObject {
  return {
    kind: "FormatProtection",
    properties: {
      Locked: () =>
        commonOf(place, ({ protection }) => (protection as { locked?: boolean } | undefined)?.locked !== false),
    },
    setters: {
      Locked: (locked: boolean) => {
        restyle(place, "protection", (style) => ({
          protection: { ...style.protection, locked },
        }));
      },
    },
  };
}

function setColumnWidth(place: Place, points: number): void {
  const { sheet, area } = place;
  sheet.assertAllowed("allowFormatColumns");
  if (isWholeRows(area)) throw invalidArgument("the width of every column of a sheet");
  const width = Math.round((points / pointsPerPixel / digitPixels) * 256) / 256;
  for (const column of numbers(area.left, area.right)) sheet.worksheet.getColumn(column).width = width;
  sheet.book.formatChanged(place, "column width");
}

function setRowHeight(place: Place, points: number): void {
  const { sheet } = place;
  sheet.assertAllowed("allowFormatRows");
  for (const row of lines(place, "row")) sheet.worksheet.getRow(row).height = points;
  sheet.book.formatChanged(place, "row height");
}

function lines({ sheet, area }: Place, kind: "row" | "column"): number[] {
  const cells = isUnbounded(area) ? (sheet.bounded(area) ?? { ...area, bottom: area.top, right: area.left }) : area;
  if (kind === "row") return isWholeColumns(area) ? numbers(1, cells.bottom) : numbers(area.top, area.bottom);
  return isWholeRows(area) ? numbers(1, cells.right) : numbers(area.left, area.right);
}

function pointsOf({ width = standardWidth }: Partial<ExcelJS.Column>): number {
  const pixels = Math.trunc(((256 * width + Math.trunc(128 / digitPixels)) / 256) * digitPixels);
  return pixels * pointsPerPixel;
}

function heightOf(row: ExcelJS.Row | undefined): number {
  // The type of ExcelJS does not say that a row may have no height.
  return row?.height ?? standardHeight;
}

function common<Value>(values: readonly Value[]): Value | null {
  return values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
}

function keyOf(names: Readonly<Record<string, unknown>>, value: unknown): string | undefined {
  return Object.keys(names).find((name) => names[name] === value);
}
