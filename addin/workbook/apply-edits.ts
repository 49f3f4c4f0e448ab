import type { CellEdit } from "../../core/validation/diagnostic.ts";
import { mergeEdits } from "../../core/validation/merge-edits.ts";
import { type CellInput, cellInput } from "./cell-input.ts";
import { editBlocks, type PlacedEdit } from "./edit-blocks.ts";
import { inputPiece } from "./input-piece.ts";
import { readBlocks, type ReadBlock, readTargetSheets, type TargetCell, type TargetSheet } from "./read-targets.ts";
import { type WritePiece, writePieces } from "./write-pieces.ts";

/**
 * Why an edit was not made: the cell no longer holds what it held; it is a formula; its sheet is protected; there is no
 * such sheet or cell.
 */
export type Refusal = "changed" | "formula" | "protected" | "missing";

export interface AppliedEdits {
  readonly applied: readonly CellEdit[];
  readonly refused: readonly { readonly edit: CellEdit; readonly reason: Refusal }[];
}

/**
 * Makes edits, each only where its cell holds what is expected. Two syncs to look and one to write, which is one step to
 * undo; more only for more than 10,000 cells looked at, or more than 3.5 MB to write. Nothing is ever unprotected: a cell
 * that the protection leaves open is written, any other refused. Edits of one cell that were made against the same text
 * are put together; one that would change the same words a second time is refused as `changed`.
 */
export async function applyEdits(context: Excel.RequestContext, edits: readonly CellEdit[]): Promise<AppliedEdits> {
  if (edits.length === 0) return { applied: [], refused: [] };
  const { edits: merged, skipped } = mergeEdits(edits);
  const { blocks, misplaced } = editBlocks(merged);
  const reasons = new Map<string, Refusal>(misplaced.map((edit) => [cellKey(edit), "missing"]));
  const targets = await readTargetSheets(
    context,
    blocks.map(({ sheet }) => sheet),
  );
  const found = blocks.flatMap((block) => {
    const target = targets.get(block.sheet);
    if (!target) for (const { edit } of block.edits) reasons.set(cellKey(edit), "missing");
    return target ? [{ block, target }] : [];
  });
  const read = await readBlocks(context, found);
  await writePieces(
    context,
    read.flatMap((block) => blockPiece(block, reasons)),
  );
  return outcome(edits, new Set(skipped), reasons);
}

function outcome(
  edits: readonly CellEdit[],
  skipped: ReadonlySet<CellEdit>,
  reasons: ReadonlyMap<string, Refusal>,
): AppliedEdits {
  const applied: CellEdit[] = [];
  const refused: { edit: CellEdit; reason: Refusal }[] = [];
  for (const edit of edits) {
    const reason = reasons.get(cellKey(edit)) ?? (skipped.has(edit) ? "changed" : undefined);
    if (reason) refused.push({ edit, reason });
    else applied.push(edit);
  }
  return { applied, refused };
}

function cellKey({ sheet, address }: CellEdit): string {
  return JSON.stringify([sheet, address]);
}

/** What to write into a block; the reasons of what is not written are added to `reasons`. */
function blockPiece({ block, target, cells }: ReadBlock, reasons: Map<string, Refusal>): WritePiece[] {
  const { top, bottom } = block.area;
  const inputs = Array.from({ length: bottom - top + 1 }, (): CellInput | undefined => undefined);
  for (const placed of block.edits) {
    const input = inputFor(placed, cells[placed.row - top]!, target);
    if (typeof input === "string") reasons.set(cellKey(placed.edit), input);
    else inputs[placed.row - top] = input;
  }
  // Excel refuses to write a range with a locked cell in it, even where it is to stay as it is.
  const runs = target.isProtected ? runsOf(inputs) : [{ from: 0, inputs }];
  return runs.flatMap((run) => {
    if (run.inputs.every((input) => input === undefined)) return [];
    const area = { ...block.area, top: top + run.from, bottom: top + run.from + run.inputs.length - 1 };
    return [
      inputPiece(
        target.sheet,
        area,
        run.inputs.map((input) => [input]),
      ),
    ];
  });
}

interface Run {
  /** Index of the first. */
  readonly from: number;
  readonly inputs: readonly (CellInput | undefined)[];
}

/** The inputs that stand below one another without a gap. */
function runsOf(inputs: readonly (CellInput | undefined)[]): Run[] {
  const runs: { from: number; inputs: CellInput[] }[] = [];
  inputs.forEach((input, i) => {
    if (!input) return;
    const last = runs.at(-1);
    if (last && last.from + last.inputs.length === i) last.inputs.push(input);
    else runs.push({ from: i, inputs: [input] });
  });
  return runs;
}

function inputFor({ edit }: PlacedEdit, cell: TargetCell, { canFormat }: TargetSheet): CellInput | Refusal {
  if (cell.isFormula) return "formula";
  if (cell.value !== (edit.expected === "" ? null : edit.expected)) return "changed";
  if (cell.isLocked) return "protected";
  return cellInput(edit.value, cell.numberFormat, canFormat) ?? "protected";
}
