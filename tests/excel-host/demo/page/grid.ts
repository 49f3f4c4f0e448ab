import { columnLetters } from "../../../../core/workbook/address.ts";
import type { CellView, SheetView } from "../demo-messages.ts";

/** Draws a sheet as a table, with letters and numbers at its edges. */
export function drawGrid(table: HTMLTableElement, { columns, rows, selected }: SheetView): void {
  const head = document.createElement("thead");
  const letters = head.insertRow();
  letters.append(heading("", 40, false));
  for (const [index, width] of columns.entries()) {
    const isSelected = index + 1 >= selected.left && index + 1 <= selected.right;
    letters.append(heading(columnLetters(index + 1), width, isSelected));
  }
  const body = document.createElement("tbody");
  for (const [index, { height, cells }] of rows.entries()) {
    const row = body.insertRow();
    row.style.height = `${height}px`;
    row.hidden = height === 0;
    row.append(heading(String(index + 1), 40, index + 1 >= selected.top && index + 1 <= selected.bottom));
    for (const cell of cells) row.append(cellElement(cell, selected));
  }
  table.style.width = `${40 + columns.reduce((sum, width) => sum + width, 0)}px`;
  table.replaceChildren(head, body);
}

/** The name of the cell in which something of the grid stands: `F8`. */
export function cellNameAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>("td")?.dataset.address : undefined;
}

function heading(text: string, width: number, isSelected: boolean): HTMLTableCellElement {
  const cell = document.createElement("th");
  cell.textContent = text;
  cell.style.width = `${width}px`;
  cell.ariaSelected = String(isSelected);
  return cell;
}

function cellElement(view: CellView, selected: SheetView["selected"]): HTMLTableCellElement {
  const { row, column, text, content, rowSpan, columnSpan, fill } = view;
  const cell = document.createElement("td");
  cell.textContent = text;
  cell.rowSpan = rowSpan;
  cell.colSpan = columnSpan;
  cell.dataset.address = `${columnLetters(column)}${row}`;
  cell.dataset.content = content;
  if (fill !== undefined) cell.style.backgroundColor = fill;
  cell.classList.toggle("number", view.isNumber);
  cell.classList.toggle("bold", view.isBold);
  cell.classList.toggle("bordered", view.isBordered);
  cell.classList.toggle("centred", view.isCentred);
  const isInside = row >= selected.top && row <= selected.bottom && column >= selected.left && column <= selected.right;
  cell.ariaSelected = String(isInside);
  return cell;
}
