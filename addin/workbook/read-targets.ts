import type { CellValue } from "../../core/workbook/snapshot.ts";
import { formulaOf } from "./cell-content.ts";
import type { AnsweredGrids } from "./answered-grids.ts";
import type { EditBlock } from "./edit-blocks.ts";
import { cellCount, rangeAt } from "./range-area.ts";
import { type Piece, readPieces, TooLargeError } from "./read-pieces.ts";

/** A sheet that is written to. */
export interface TargetSheet {
  readonly sheet: Excel.Worksheet;
  readonly isProtected: boolean;
  /** Number formats may be set in spite of the protection. */
  readonly canFormat: boolean;
}

/** What stands in a cell before it is written. */
export interface TargetCell {
  readonly value: CellValue;
  readonly numberFormat: string;
  readonly isFormula: boolean;
  /** Excel refuses to change it. */
  readonly isLocked: boolean;
}

/** A block with what its rows hold. */
export interface ReadBlock {
  readonly block: EditBlock;
  readonly target: TargetSheet;
  /** Row by row. */
  readonly cells: readonly TargetCell[];
}

/** The sheets with these names, and how they are protected; those that are not there are left out. One sync. */
export async function readTargetSheets(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<Map<string, TargetSheet>> {
  const wanted = new Set(names);
  const worksheets = context.workbook.worksheets.load([
    "items/name",
    "items/protection/protected",
    "items/protection/options",
  ]);
  await context.sync();
  return new Map(
    worksheets.items.flatMap((sheet): [string, TargetSheet][] => {
      if (!wanted.has(sheet.name)) return [];
      const isProtected = sheet.protection.protected;
      const canFormat = !isProtected || sheet.protection.options.allowFormatCells === true;
      return [[sheet.name, { sheet, isProtected, canFormat }]];
    }),
  );
}

/** What the cells of blocks hold: one sync for each 10,000 cells. */
export async function readBlocks(
  context: Excel.RequestContext,
  blocks: readonly { readonly block: EditBlock; readonly target: TargetSheet }[],
): Promise<ReadBlock[]> {
  return await readPieces(
    context,
    blocks.map(({ block, target }) => blockPiece(block, target)),
  );
}

function blockPiece(block: EditBlock, target: TargetSheet): Piece<ReadBlock> {
  return {
    weight: cellCount(block.area),
    queue() {
      const range = rangeAt(target.sheet, block.area);
      range.load(["values", "valueTypes", "formulas", "numberFormat"]);
      const locks = target.isProtected ? range.getCellProperties({ format: { protection: true } }) : undefined;
      return () => ({ block, target, cells: targetCells(range, locks?.value) });
    },
    split: () => halvesOf(block).map((half) => blockPiece(half, target)),
  };
}

function targetCells(range: Excel.Range, locks: Excel.CellProperties[][] | undefined): TargetCell[] {
  const { values, valueTypes, formulas, numberFormat } = range as unknown as AnsweredGrids;
  if (!values || !valueTypes || !formulas || !numberFormat) throw new TooLargeError();
  return values.map(([value], i): TargetCell => {
    const isError = valueTypes[i]?.[0] === "Error";
    return {
      value: isError || value === "" ? null : (value as CellValue),
      numberFormat: String(numberFormat[i]?.[0]),
      isFormula: formulaOf({ formula: formulas[i]?.[0], value }) !== undefined,
      isLocked: locks !== undefined && locks[i]?.[0]?.format?.protection?.locked !== false,
    };
  });
}

function halvesOf({ sheet, edits }: EditBlock): EditBlock[] {
  if (edits.length < 2) return [];
  const middle = edits.length >> 1;
  return [edits.slice(0, middle), edits.slice(middle)].map((half) => {
    const [first, last] = [half[0]!, half.at(-1)!];
    return { sheet, edits: half, area: { top: first.row, bottom: last.row, left: first.column, right: first.column } };
  });
}
