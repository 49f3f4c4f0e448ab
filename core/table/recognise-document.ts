import type { FormDefinition, LayoutDefinition } from "../form/form-definition.ts";
import { cachedFold } from "../text/fold.ts";
import { sheetGrid, type Slot } from "../workbook/sheet-grid.ts";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot.ts";
import type { DocumentPart, EvaluationDocument, EvaluationTable, TextPart } from "./evaluation-document.ts";
import { findHeadings, type FoundHeadings } from "./find-columns.ts";
import { cardLabels, findBlocks, recogniseCards } from "./recognise-cards.ts";
import { headingStart, recogniseLists } from "./recognise-list.ts";
import { findMatrices, recogniseMatrices } from "./recognise-matrix.ts";
import { runningText, type RunningText } from "./running-text.ts";
import { sheetReader, type SheetReader, type TableStart } from "./sheet-reader.ts";
import { statedFiscalYear } from "./stated-fiscal-year.ts";

/**
 * Reads a workbook as a form. Every visible sheet that holds one of the form's tables is read whole: its tables
 * become records, and every text that no table takes becomes a text part, so that nothing is lost.
 */
export function recogniseDocument(
  workbook: WorkbookSnapshot,
  form: FormDefinition,
  fold: (text: string) => string = cachedFold(),
): EvaluationDocument {
  const parts: DocumentPart[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.visibility === "visible") parts.push(...sheetParts(sheet, form, fold));
  }
  return { form: form.name, fiscalYear: statedFiscalYear(form, parts), parts };
}

// After an edit every sheet but one is the same snapshot, and holds the same.
const partsOfSheets = new WeakMap<FormDefinition, WeakMap<SheetSnapshot, readonly DocumentPart[]>>();

function sheetParts(
  sheet: SheetSnapshot,
  form: FormDefinition,
  fold: (text: string) => string,
): readonly DocumentPart[] {
  let known = partsOfSheets.get(form);
  if (!known) partsOfSheets.set(form, (known = new WeakMap()));
  let parts = known.get(sheet);
  if (!parts) known.set(sheet, (parts = readSheet(sheet, form, fold)));
  return parts;
}

function readSheet(sheet: SheetSnapshot, form: FormDefinition, fold: (text: string) => string): DocumentPart[] {
  const reader = sheetReader(sheetGrid(sheet), fold);
  const text = runningText(form);
  const tables = recogniseTables(reader, form, text);
  return tables.length === 0 ? [] : inSheetOrder(tables, text.classify(freeSlots(reader), sheet.name));
}

function recogniseTables(reader: SheetReader, form: FormDefinition, text: RunningText): EvaluationTable[] {
  const found = form.layouts.map((layout) => findTables(reader, layout));
  return form.layouts.flatMap((layout, i) => {
    const stops = found.flatMap(({ starts }, j) => (i === j ? [] : starts));
    switch (layout.type) {
      case "list":
      case "yearly-plan":
        return recogniseLists(reader, layout, found[i]!.headings, form, text, stops);
      case "card":
        return recogniseCards(reader, layout, text, stops);
      case "matrix":
        return recogniseMatrices(reader, layout);
    }
  });
}

interface FoundTables {
  /** Where the tables of a layout begin: there every other table in the same columns ends. */
  readonly starts: readonly TableStart[];
  /** Empty for cards and matrices. */
  readonly headings: readonly FoundHeadings[];
}

function findTables(reader: SheetReader, layout: LayoutDefinition): FoundTables {
  switch (layout.type) {
    case "list":
    case "yearly-plan": {
      const headings = findHeadings(reader, layout);
      return { starts: headings.map(headingStart), headings };
    }
    case "card": {
      const tops = findBlocks(reader, cardLabels(layout));
      return { starts: tops.map((row) => ({ row, bottom: row, left: 1, right: Infinity })), headings: [] };
    }
    case "matrix": {
      const starts = findMatrices(reader, layout).map(({ row, corner, headings }) => ({
        row,
        bottom: corner.range.bottom,
        left: corner.range.left,
        right: Math.max(...headings.map(({ range }) => range.right)),
      }));
      return { starts, headings: [] };
    }
  }
}

function freeSlots(reader: SheetReader): Slot[] {
  const slots: Slot[] = [];
  for (const row of reader.grid.filledRows) {
    slots.push(...reader.grid.filledSlots(row).filter((slot) => !reader.isTaken(slot)));
  }
  return slots;
}

function inSheetOrder(tables: readonly EvaluationTable[], texts: readonly TextPart[]): DocumentPart[] {
  const placed: { readonly row: number; readonly column: number; readonly part: DocumentPart }[] = [
    ...tables.map((table) => ({
      row: table.range.top,
      column: table.range.left,
      part: { kind: "table", table } as const,
    })),
    ...texts.map((part) => ({ row: part.text.cell.row, column: part.text.cell.column, part })),
  ];
  return placed.sort((a, b) => a.row - b.row || a.column - b.column).map(({ part }) => part);
}
