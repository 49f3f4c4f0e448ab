import type { CellRange, CellSnapshot } from "../../core/workbook/snapshot.ts";

type CellLinks = OfficeExtension.ClientResult<Excel.CellProperties[][]>;

/** Queues the reading of the links of all cells of a range. */
export function queueLinks(range: Excel.Range): CellLinks {
  return range.getCellProperties({ hyperlink: true });
}

/** Cells of a block with their links as a file has them: `https://…`, `other.xlsx#様式1!A1`, or `#様式1!A1`. */
export function withHyperlinks(
  cells: readonly CellSnapshot[],
  { top, left }: CellRange,
  links: CellLinks["value"],
): CellSnapshot[] {
  return cells.map((cell) => {
    const hyperlink = targetOf(links[cell.row - top]?.[cell.column - left]?.hyperlink);
    return hyperlink === "" ? cell : { ...cell, hyperlink };
  });
}

/** Office.js gives `null` for a cell without a link, which its types leave out. */
function targetOf(link: Excel.RangeHyperlink | null | undefined): string {
  const place = link?.documentReference ?? "";
  return (link?.address ?? "") + (place === "" ? "" : `#${place}`);
}
