import ExcelJS from "exceljs";

/** Writes a copy of a workbook in which every text has been changed: a last year for forms of which there is one sample. */
export async function writeMadeUpYear(source: string, target: string, change: (text: string) => string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(source);
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.type === ExcelJS.ValueType.String) cell.value = change(cell.text);
      });
    });
  });
  await workbook.xlsx.writeFile(target);
}
