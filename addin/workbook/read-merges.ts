import { distinctMerges } from "../../core/workbook/merges.ts";
import type { CellRange } from "../../core/workbook/snapshot.ts";
import { areaOf, areaProperties, cellCount, halves, rangeAt } from "./range-area.ts";
import { hasCode, type Piece, readPieces } from "./read-pieces.ts";

/** Excel refuses to list more merged areas than this in one answer. */
const mostMerges = 512;

/** The merged areas of each sheet within an area, sorted by top, then left. */
export async function readMerges(
  context: Excel.RequestContext,
  sheets: readonly { readonly sheet: Excel.Worksheet; readonly area: CellRange }[],
): Promise<CellRange[][]> {
  const found = await readPieces(
    context,
    sheets.map(({ sheet, area }) => mergePiece(sheet, area)),
    // Excel does not say which error stands for too many merges; reading less is right for each but a busy Excel.
    (error) => !hasCode(error, /^(?:InvalidOperationInCellEditMode|AccessDenied|ActivityLimitReached)$/),
  );
  return sheets.map(({ sheet }) =>
    distinctMerges(distinct(found.flatMap((merges) => (merges.sheet === sheet ? merges.areas : [])))),
  );
}

interface FoundMerges {
  readonly sheet: Excel.Worksheet;
  readonly areas: readonly CellRange[];
}

function mergePiece(sheet: Excel.Worksheet, area: CellRange): Piece<FoundMerges> {
  return {
    weight: mostMerges,
    queue() {
      const merged = rangeAt(sheet, area).getMergedAreasOrNullObject();
      const areas = merged.areas;
      areas.load(areaProperties.map((name) => `items/${name}`));
      return () => ({ sheet, areas: merged.isNullObject ? [] : areas.items.map(areaOf) });
    },
    // So few cells cannot hold too many merges: then the error means something else.
    split: () => (cellCount(area) <= 2 * mostMerges ? [] : halves(area).map((half) => mergePiece(sheet, half))),
  };
}

/** A merge across the edge of two pieces is found in both. */
function distinct(areas: readonly CellRange[]): CellRange[] {
  return [...new Map(areas.map((area) => [JSON.stringify(area), area])).values()];
}
