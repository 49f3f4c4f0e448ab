import type { HostWorkbook } from "./host-workbook.ts";

/** The bytes of an .xlsx file with everything that ExcelJS can write: cells, formats, tables, names, protection. */
export async function savedWorkbook(book: HostWorkbook): Promise<Uint8Array> {
  const { file } = book;
  for (const [position, sheet] of book.sheets.entries()) {
    const tables = book.tables.filter((table) => table.sheet === sheet).map((table) => table.fileModel());
    // Where ExcelJS keeps them is not declared; it asks each for its `model` alone.
    Object.assign(sheet.worksheet, {
      orderNo: position,
      tables: Object.fromEntries(tables.map((model) => [model.name, { model: structuredClone(model) }])),
      sheetProtection: sheet.protection ? { sheet: true, ...sheet.protection } : null,
    });
  }
  const inner = (file.definedNames.model as readonly { name: string }[]).filter(({ name }) =>
    name.startsWith("_xlnm."),
  );
  const names = book.names
    .filter(({ sheet, formula }) => !sheet && formula.includes("!"))
    .map(({ name, formula }) => ({ name, ranges: [formula.slice(1)] }));
  file.definedNames.model = [...inner, ...names] as typeof file.definedNames.model;
  return new Uint8Array(await file.xlsx.writeBuffer());
}
