import { distinctMerges } from "../../core/workbook/merges.ts";
import type { CellRange } from "../../core/workbook/snapshot.ts";
import { areaOf, areaProperties, blocksOf, cellCount, halves, rangeAt } from "./range-area.ts";
import { hasCode, type Piece, readPieces } from "./read-pieces.ts";

/** Excel refuses to list more merged areas than this in one answer. */
const mostMerges = 512;
/** A merged area takes as much room in an answer as an eighth of a cell with its text. */
const weightOfPiece = mostMerges / 8;
/** Of more cells than this, pieces that hold too few cells for too many merges would be too many themselves. */
const mostCellsCutAtOnce = 1_000_000;

/** The merged areas of each sheet within an area, sorted by top, then left. */
export async function readMerges(
  context: Excel.RequestContext,
  sheets: readonly { readonly sheet: Excel.Worksheet; readonly area: CellRange }[],
): Promise<CellRange[][]> {
  const found = await readPieces(
    context,
    sheets.map(({ sheet, area }) => mergePiece(sheet, area)),
    {
      // Excel does not say which error stands for too many merges; reading less is right for each but a busy Excel.
      isTooLarge: (error) => !hasCode(error, /^(?:InvalidOperationInCellEditMode|AccessDenied|ActivityLimitReached)$/),
    },
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
    weight: weightOfPiece,
    queue() {
      const merged = rangeAt(sheet, area).getMergedAreasOrNullObject();
      const areas = merged.areas;
      areas.load(areaProperties.map((name) => `items/${name}`));
      return () => ({ sheet, areas: merged.isNullObject ? [] : areas.items.map(areaOf) });
    },
    split: () => smallerAreas(area).map((part) => mergePiece(sheet, part)),
  };
}

/** Halving and trying again would cost a sync for each try: instead the next ones cannot fail. */
function smallerAreas(area: CellRange): CellRange[] {
  if (cellCount(area) > mostCellsCutAtOnce) return halves(area);
  // So few cells cannot meet too many merges: where that fails, the error means something else.
  return cellCount(area) > mostMerges ? blocksOf(area, mostMerges) : [];
}

/** A merge across the edge of two pieces is found in both. */
function distinct(areas: readonly CellRange[]): CellRange[] {
  return [...new Map(areas.map((area) => [JSON.stringify(area), area])).values()];
}
