import type { FormDefinition } from "../form/form-definition.ts";
import { documentTables, type DocumentPart, type EvaluationDocument } from "../table/evaluation-document.ts";
import { recogniseAs, recogniseForm, type RecognisedForm } from "../table/recognise-form.ts";
import { sourcedValue } from "../table/sheet-reader.ts";
import { UserError } from "../user-error.ts";
import { textPattern } from "../form/text-pattern.ts";
import { qualifiedCellName } from "../workbook/address.ts";
import type { CellAddress, CellSnapshot, WorkbookSnapshot } from "../workbook/snapshot.ts";
import { nearestForms } from "./nearest-forms.ts";
import { pageFurniture } from "./page-furniture.ts";
import { placeRows } from "./place-rows.ts";
import { segmentText } from "./segment-text.ts";
import { textSheet } from "./text-sheet.ts";
import type { Doubt, PlacedText, TextRow, TextSource } from "./text-source.ts";

/** A text read as a form. */
export interface RecognisedText extends RecognisedForm {
  /** Every piece of the text as a cell: its row is the line on which it, or the record that it belongs to, begins. */
  readonly workbook: WorkbookSnapshot;
  /** Cells that a person has to look at, in the order of the text. */
  readonly doubtful: readonly DoubtfulCell[];
}

export interface DoubtfulCell {
  readonly cell: CellAddress;
  readonly text: string;
  readonly doubt: Doubt;
}

/**
 * Reads a pasted text through the same path as a workbook: its pieces become the cells of a sheet that looks like the form,
 * and the sheet is recognised. The pieces come from the delimiters where the text still has them, otherwise from what the
 * form says of its headings and columns.
 * @param chosen the form that a person named; then only that one is tried.
 * @throws UserError `workbook-empty` or `form-not-recognised`, as for workbooks.
 */
export function recogniseText(
  source: TextSource,
  forms: readonly FormDefinition[],
  chosen?: FormDefinition,
): RecognisedText {
  const candidates = chosen ? [chosen] : nearestForms(source, forms);
  for (const form of candidates) {
    const read = source.readings.flatMap((rows) => readAs(source.name, rows, form, chosen) ?? []);
    const best = read.reduce<RecognisedText | undefined>(
      (found, next) => (found && settledCharacters(next) < settledCharacters(found) * MUCH_MORE ? found : next),
      undefined,
    );
    if (best) return best;
  }
  // Nothing fits: the sheet as it stands gives the message that names the nearest form and what it lacks.
  const plain = textSheet(source.name, asTheyStand(source.readings[0] ?? []));
  recogniseForm({ sheets: [plain] }, forms, chosen);
  throw new UserError(
    "form-not-recognised",
    "文の中に、帳票の表として読めるところがありません。",
    "見出しの行から最後の行までをコピーし直すか、--form で帳票を指定してください。",
  );
}

/** Delimiters are given up only where a text gives so much more without them. */
const MUCH_MORE = 1.5;

/** How much of the text stands in the tables without doubt: of two ways to cut a text the better one has more. */
function settledCharacters({ document, doubtful }: RecognisedText): number {
  const open = new Set(doubtful.map(({ cell }) => qualifiedCellName(cell)));
  const records = documentTables(document).flatMap((table) => table.records);
  const values = records.flatMap(({ values: single, series }) => [
    ...Object.values(single),
    ...Object.values(series).flatMap((each) => each.filter((value) => value !== null)),
  ]);
  const settled = values.filter(({ cell, inherited }) => !inherited && !open.has(qualifiedCellName(cell)));
  return settled.reduce((sum, { text }) => sum + text.replaceAll(/\s/gu, "").length, 0);
}

function readAs(
  name: string,
  rows: readonly TextRow[],
  form: FormDefinition,
  chosen: FormDefinition | undefined,
): RecognisedText | undefined {
  const isContent = contentTest(form);
  const furniture = pageFurniture(rows, isContent);
  const own = rows.filter((row) => !furniture.has(row));
  const isDelimited = own.some(({ pieces }) => pieces.length > 1);
  const placed = isDelimited ? placeRows(own, form, isContent) : segmentText(own, form, isContent);
  const sheet = textSheet(name, placed);
  const document = recogniseAs({ sheets: [sheet] }, form, chosen === undefined);
  if (!document) return undefined;
  const aside = textSheet(name, asTheyStand([...furniture])).cells;
  return {
    form,
    document: withResidue(document, aside, name),
    workbook: { sheets: [{ ...sheet, cells: inOrder([...sheet.cells, ...aside]) }] },
    doubtful: doubtfulCells(name, placed),
  };
}

/** Whether a line is a heading or note of the form, so that it can be nothing else. */
function contentTest({ texts }: FormDefinition): (line: string) => boolean {
  const patterns = texts
    .filter(({ role, at }) => role !== "paragraph" && role !== "residue" && at !== "first")
    .map(({ pattern }) => textPattern(pattern));
  return (line) => patterns.some((pattern) => pattern.test(line.trim()));
}

/** Each piece by itself, one column a piece. */
function asTheyStand(rows: readonly TextRow[]): PlacedText[] {
  return rows.flatMap(({ line, pieces }) => pieces.map((text, i) => ({ line, column: i + 1, text })));
}

/** Page numbers and running heads stand where they stood, as what is left over (残り). */
function withResidue(document: EvaluationDocument, cells: readonly CellSnapshot[], sheet: string): EvaluationDocument {
  if (cells.length === 0) return document;
  const parts = [...document.parts];
  for (const cell of cells) {
    const { row: top, column: left } = cell;
    const text = sourcedValue({ range: { top, left, bottom: top, right: left }, cell }, sheet);
    const next = parts.findIndex((part) => firstLine(part) > top);
    parts.splice(next === -1 ? parts.length : next, 0, { kind: "text", role: "residue", level: 0, text });
  }
  return { ...document, parts };
}

function firstLine(part: DocumentPart): number {
  return part.kind === "text" ? part.text.cell.row : part.table.range.top;
}

function doubtfulCells(sheet: string, placed: readonly PlacedText[]): DoubtfulCell[] {
  const found = placed.flatMap(({ line: row, column, text, doubt }): DoubtfulCell[] =>
    doubt === undefined || text.trim() === "" ? [] : [{ cell: { sheet, row, column }, text, doubt }],
  );
  return found.sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
}

function inOrder(cells: readonly CellSnapshot[]): CellSnapshot[] {
  return [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
}
