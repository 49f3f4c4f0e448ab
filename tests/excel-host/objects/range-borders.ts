import type ExcelJS from "exceljs";
import type { CellRange } from "../../../core/workbook/snapshot.ts";
import { colourText, restyle, validColour } from "../model/cell-style.ts";
import { invalidArgument, itemNotFound, notModelled } from "../model/host-error.ts";
import type { Place } from "../model/place.ts";
import type { HostObject } from "./host-object.ts";

type Side = "top" | "left" | "bottom" | "right";
type Line = Partial<ExcelJS.Border>;

/** The borders of a range, and which sides of which of its cells they are. */
const edges: Readonly<Record<string, { side: Side; isAt: (area: CellRange, row: number, column: number) => boolean }>> =
  {
    EdgeTop: { side: "top", isAt: ({ top }, row) => row === top },
    EdgeBottom: { side: "bottom", isAt: ({ bottom }, row) => row === bottom },
    EdgeLeft: { side: "left", isAt: ({ left }, _, column) => column === left },
    EdgeRight: { side: "right", isAt: ({ right }, _, column) => column === right },
    InsideHorizontal: { side: "bottom", isAt: ({ bottom }, row) => row < bottom },
    InsideVertical: { side: "right", isAt: ({ right }, _, column) => column < right },
  };

/** Excel tells the look of a line by style and weight, a file by one word. */
const lineStyles: Readonly<Record<string, readonly [style: string, weight: string]>> = {
  thin: ["Continuous", "Thin"],
  hair: ["Continuous", "Hairline"],
  medium: ["Continuous", "Medium"],
  thick: ["Continuous", "Thick"],
  dotted: ["Dot", "Thin"],
  dashed: ["Dash", "Thin"],
  mediumDashed: ["Dash", "Medium"],
  double: ["Double", "Thick"],
};

export function borderCollection(place: Place): HostObject {
  const items = Object.keys(edges).map((name) => borderObject(place, name));
  return {
    kind: "RangeBorderCollection",
    items: () => items,
    methods: {
      GetItem: (name: string) => {
        const item = items.find(({ identity }) => identity?._Id === name);
        if (!item) throw name.startsWith("Diagonal") ? notModelled(`border ${name}`) : itemNotFound(`border ${name}`);
        return item;
      },
    },
  };
}

function borderObject(place: Place, name: string): HostObject {
  const { side, isAt } = edges[name]!;
  const change = (next: (line: Line) => Line | undefined): void => {
    restyle(place, `border ${name}`, (style, row, column) => {
      if (!isAt(place.area, row, column)) return {};
      const line = next(style.border?.[side] ?? {});
      return { border: { ...style.border, [side]: line } };
    });
  };
  const line = (): Line => place.sheet.worksheet.findCell(...cornerOf(place.area, name))?.style.border?.[side] ?? {};
  return {
    kind: "RangeBorder",
    identity: { _Id: name },
    properties: {
      SideIndex: () => name,
      Style: () => lineStyles[line().style ?? ""]?.[0] ?? "None",
      Weight: () => lineStyles[line().style ?? ""]?.[1] ?? "Thin",
      Color: () => colourText(line().color, "#000000"),
    },
    setters: {
      Style: (style: string) => {
        change((old) => (style === "None" ? undefined : { ...old, style: fileStyle(style, weightOf(old)) }));
      },
      Weight: (weight: string) => {
        change((old) => ({ ...old, style: fileStyle(lineStyles[old.style ?? "thin"]?.[0] ?? "Continuous", weight) }));
      },
      Color: (text: string) => {
        const color = validColour(text);
        change((old) => ({ style: "thin", ...old, color }));
      },
    },
  };
}

function weightOf(line: Line): string {
  return lineStyles[line.style ?? ""]?.[1] ?? "Thin";
}

function fileStyle(style: string, weight: string): ExcelJS.BorderStyle {
  const names = Object.entries(lineStyles);
  const found =
    names.find(([, [itsStyle, itsWeight]]) => itsStyle === style && itsWeight === weight) ??
    names.find(([, [itsStyle]]) => itsStyle === style);
  if (!found) throw invalidArgument(`「${style}」 is no style of a border`);
  return found[0] as ExcelJS.BorderStyle;
}

/** A cell whose side tells what the border looks like. */
function cornerOf({ top, left, bottom, right }: CellRange, name: string): [row: number, column: number] {
  return [name === "EdgeBottom" ? bottom : top, name === "EdgeRight" ? right : left];
}
