import type ExcelJS from "exceljs";
import { invalidArgument } from "../model/host-error.ts";
import { type HostObject, isHostObject } from "./host-object.ts";
import { absoluteName, isWholeColumns, isWholeRows } from "../model/areas.ts";
import type { SheetModel } from "../model/sheet-model.ts";

const pointsPerInch = 72;
/** Numbers of paper sizes in a file. */
const paperSizes: Readonly<Record<string, number>> = { A3: 8, A4: 9, A5: 11, B4: 12, B5: 13 };

type Setup = Omit<Partial<ExcelJS.PageSetup>, "paperSize" | "margins"> & {
  readonly paperSize?: number;
  readonly margins?: Partial<ExcelJS.Margins>;
};

/** How a sheet is to be printed. Nothing is printed here; it is told again, and saved. */
export function pageLayout(sheet: SheetModel): HostObject {
  // The type of ExcelJS names no paper by its number.
  const setup = (): Setup => sheet.worksheet.pageSetup;
  const change = (part: Setup): void => {
    Object.assign(sheet.worksheet, { pageSetup: { ...setup(), ...part } });
    sheet.book.undo.record(sheet.book.actor, `page layout ${sheet.name}`);
  };
  return {
    kind: "PageLayout",
    properties: {
      Orientation: () => (setup().orientation === "landscape" ? "Landscape" : "Portrait"),
      PaperSize: () => Object.keys(paperSizes).find((name) => paperSizes[name] === setup().paperSize) ?? "",
      Zoom: () => zoomOf(setup()),
      CenterHorizontally: () => setup().horizontalCentered === true,
      LeftMargin: () => (setup().margins?.left ?? 0.7) * pointsPerInch,
      RightMargin: () => (setup().margins?.right ?? 0.7) * pointsPerInch,
      TopMargin: () => (setup().margins?.top ?? 0.75) * pointsPerInch,
      BottomMargin: () => (setup().margins?.bottom ?? 0.75) * pointsPerInch,
    },
    setters: {
      Orientation: (name: string) => {
        change({ orientation: name === "Landscape" ? "landscape" : "portrait" });
      },
      PaperSize: (name: string) => {
        const paperSize = paperSizes[name];
        if (paperSize === undefined) throw invalidArgument(`a paper 「${name}」`);
        change({ paperSize });
      },
      Zoom: (zoom: Zoom) => {
        const { scale, horizontalFitToPages = 0, verticalFitToPages = 0 } = zoom;
        const fit = { fitToPage: true, fitToWidth: horizontalFitToPages, fitToHeight: verticalFitToPages };
        change(scale === undefined ? fit : { fitToPage: false, scale });
      },
      CenterHorizontally: (horizontalCentered: boolean) => {
        change({ horizontalCentered });
      },
      ...Object.fromEntries(
        (["Left", "Right", "Top", "Bottom"] as const).map((side) => [
          `${side}Margin`,
          (points: number) => {
            const margins = { ...setup().margins, [side.toLowerCase()]: points / pointsPerInch };
            change({ margins });
          },
        ]),
      ),
    },
    methods: {
      SetPrintArea: (range: unknown) => {
        change({ printArea: printedName(sheet, range).replaceAll("$", "") });
        return null;
      },
      SetPrintTitleRows: (range: unknown) => {
        change({ printTitlesRow: printedName(sheet, range).replaceAll("$", "") });
        return null;
      },
      SetPrintTitleColumns: (range: unknown) => {
        change({ printTitlesColumn: printedName(sheet, range).replaceAll("$", "") });
        return null;
      },
    },
  };
}

interface Zoom {
  readonly scale?: number;
  readonly horizontalFitToPages?: number;
  readonly verticalFitToPages?: number;
}

function zoomOf({ fitToPage, fitToWidth, fitToHeight, scale }: Setup): Zoom {
  if (!fitToPage) return { scale: scale ?? 100 };
  return {
    ...(fitToWidth && { horizontalFitToPages: fitToWidth }),
    ...(fitToHeight && { verticalFitToPages: fitToHeight }),
  };
}

function printedName(sheet: SheetModel, range: unknown): string {
  const place = isHostObject(range) ? range.place! : sheet.book.place(String(range), sheet);
  const { top, bottom } = place.area;
  if (isWholeRows(place.area)) return `${top}:${bottom}`;
  return isWholeColumns(place.area) ? String(range) : absoluteName(place.area);
}
