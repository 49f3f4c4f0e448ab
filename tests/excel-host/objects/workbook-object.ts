import { cellFormat } from "../../../xlsx/cell-format.ts";
import { dateSerial } from "../../../xlsx/excel-date.ts";
import { cellArea, type HostWorkbook } from "../model/host-workbook.ts";
import { itemNotFound } from "../model/host-error.ts";
import type { HostObject } from "./host-object.ts";
import { nameCollection } from "./name-object.ts";
import { placeObject } from "./range-object.ts";
import { sheetCollection } from "./sheet-object.ts";
import { tableCollection } from "./table-object.ts";

/** A workbook as Excel's object model. */
export function workbookObject(book: HostWorkbook): HostObject {
  const eventRange = (reference: string): HostObject | null => {
    const place = book.references.get(reference)?.place;
    return place ? placeObject(place) : null;
  };
  return {
    kind: "Workbook",
    eventTarget: "Workbook",
    properties: { Name: () => "評価表.xlsx", ReadOnly: () => false },
    children: {
      Worksheets: () => sheetCollection(book),
      Tables: () => tableCollection(book),
      Names: () => nameCollection(book),
      Functions: () => functionsObject(book.date1904),
      Application: applicationObject,
      Protection: () => ({ kind: "WorkbookProtection", properties: { Protected: () => book.structureProtected } }),
      _Runtime: () => runtimeObject(book),
    },
    methods: {
      GetSelectedRange: () => placeObject({ ...book.selection }),
      GetActiveCell: () => {
        const { sheet, area } = book.selection;
        return placeObject({ sheet, area: cellArea(area.top, area.left) });
      },
      _GetRangeForEventByReferenceId: (reference: string) => {
        const range = eventRange(reference);
        if (!range) throw itemNotFound(`range of the event ${reference}`);
        return range;
      },
      _GetRangeOrNullObjectForEventByReferenceId: eventRange,
      _RemoveReference: (reference: string) => {
        book.references.delete(reference);
        return null;
      },
      _RemoveAllReferences: () => {
        book.references.clear();
        return null;
      },
    },
  };
}

function applicationObject(): HostObject {
  return {
    kind: "Application",
    properties: { CalculationMode: () => "Automatic" },
    methods: {
      // Nothing is calculated or drawn here: there is nothing to do or to put off.
      Calculate: () => null,
      SuspendScreenUpdatingUntilNextSync: () => null,
      SuspendApiCalculationUntilNextSync: () => null,
    },
  };
}

function runtimeObject({ events }: HostWorkbook): HostObject {
  return {
    kind: "Runtime",
    properties: { EnableEvents: () => events.enabled },
    setters: {
      EnableEvents: (enabled: boolean) => {
        events.enabled = enabled;
      },
    },
  };
}

/** The worksheet functions that reading asks for. */
function functionsObject(date1904: boolean): HostObject {
  const result = (value: unknown): HostObject => ({
    kind: "FunctionResult",
    properties: { Value: () => value, Error: () => null },
  });
  const pad = (number: number): string => String(number).padStart(2, "0");
  return {
    kind: "Functions",
    methods: {
      Date: (year: number, month: number, day: number) =>
        result(dateSerial(`${year}-${pad(month)}-${pad(day)}`, date1904)),
      Text: (value: number, format: string) => result(cellFormat(format, date1904).number(value).text),
    },
  };
}
