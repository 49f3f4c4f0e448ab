import ExcelJS from "exceljs";
import { unzipSync, strFromU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { documentTables } from "../../core/table/evaluation-document.ts";
import { FORMS, madeFile, readBack } from "./made-workbook.ts";

/** A cell of a sheet is locked unless it says otherwise; ExcelJS's types promise a protection that is not always there. */
function isLocked(cell: ExcelJS.Cell): boolean {
  return (cell.protection as Partial<ExcelJS.Protection> | undefined)?.locked ?? true;
}

describe.each(FORMS.map(({ name }) => name))("an empty workbook of %s", (name) => {
  test("is read back as that form and year, without records of its own", async () => {
    const { form, document } = await readBack(await madeFile(name, { fiscalYear: 2025 }));
    expect(form.name).toBe(name);
    expect(document.fiscalYear).toBe(2025);
    const filled = documentTables(document).filter(({ records }) => records.length > 0);
    // The codes of 川崎 are those of the form.
    expect(filled.map(({ resource }) => resource)).toEqual(
      name === "kawasaki-evaluation" ? ["achievement-summary", "inspection-summary"] : [],
    );
    for (const { missingHeadings } of documentTables(document)) expect(missingHeadings).toEqual([]);
  });

  test("opens in ExcelJS with protected headings, open cells and explained columns", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await madeFile(name, { fiscalYear: 2025 })).buffer as ArrayBuffer);
    expect(workbook.worksheets[0]?.name).toBe("表紙");
    for (const worksheet of workbook.worksheets) {
      const { sheetProtection } = worksheet as unknown as { sheetProtection: Record<string, unknown> };
      expect(sheetProtection, worksheet.name).toMatchObject({ sheet: true, sort: true, autoFilter: true });
      expect(sheetProtection.hashValue).toBeUndefined();
      worksheet.getRow(1).eachCell((cell) => {
        expect(isLocked(cell)).toBe(true);
      });
    }
    const form = FORMS.find((each) => each.name === name)!;
    const resource = form.resources.at(-1)!;
    const sheet = workbook.worksheets.find(({ model }) =>
      (model as unknown as { tables: { name: string }[] }).tables.some(
        (table) => table.name === resource.name.replaceAll("-", "_"),
      ),
    )!;
    const headings = (sheet.getRow(1).values as unknown[]).slice(1);
    for (const [i, heading] of headings.entries()) {
      for (let row = 2; row <= 6; row++) expect(isLocked(sheet.getCell(row, i + 1)), String(heading)).toBe(false);
      const field = resource.schema.fields.find(({ title }) => title === heading);
      const validation = sheet.getCell(2, i + 1).dataValidation as ExcelJS.DataValidation | undefined;
      if (field) expect(validation?.prompt).toContain(field.description);
      if (field?.constraints?.required) expect(validation?.prompt).toMatch(/^※必須です。/u);
      if (field?.constraints?.enum) expect(validation).toMatchObject({ type: "list", showErrorMessage: true });
    }
  });

  test("lets its rows grow, and leaves no column of a form sheet that is not there", async () => {
    const parts = Object.entries(unzipSync(await madeFile(name, { fiscalYear: 2025 })));
    const sheets = parts
      .filter(([part]) => part.startsWith("xl/worksheets/sheet"))
      .map(([, bytes]) => strFromU8(bytes));
    expect(sheets.length).toBeGreaterThan(4);
    for (const xml of sheets) {
      expect(xml).toMatch(/<row [^>]*ht="/u);
      expect(xml).not.toMatch(/<row [^>]*customHeight/u);
    }
    const tables = parts.filter(([part]) => part.startsWith("xl/tables/")).map(([, bytes]) => strFromU8(bytes));
    for (const xml of tables) expect(xml).not.toMatch(/元のセル|\(計算\)|の単位/u);
  });

  test("is the same whenever it is made", async () => {
    expect(await madeFile(name, { fiscalYear: 2025 })).toEqual(await madeFile(name, { fiscalYear: 2025 }));
  });
});

test("the cover names municipality and year, and asks for department, writer and date", async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await madeFile("ogori-progress", { fiscalYear: 2019 })).buffer as ArrayBuffer);
  const cover = workbook.getWorksheet("表紙")!;
  const lines = new Map<unknown, ExcelJS.Row>();
  cover.eachRow((row) => lines.set(row.getCell(1).value, row));
  expect(lines.get("自治体")?.getCell(2).value).toBe("小郡市");
  expect(lines.get("年度")?.getCell(2).value).toBe("令和元年度（2019年度）");
  for (const item of ["担当課", "記入者", "提出日"]) {
    const entry = lines.get(item)!.getCell(2);
    expect(entry.value).toBeNull();
    expect(isLocked(entry)).toBe(false);
    expect(entry.dataValidation.showInputMessage).toBe(true);
  }
  expect(lines.get("提出日")?.getCell(2)).toMatchObject({ numFmt: "yyyy-mm-dd", dataValidation: { type: "date" } });
  expect(isLocked(lines.get("自治体")!.getCell(2))).toBe(true);
});

test("there are as many rows as are asked for, and of years one each", async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await madeFile("nerima-action-plan", { fiscalYear: 2025, rows: 7 })).buffer as ArrayBuffer);
  const numbers = (name: string) => (workbook.getWorksheet(name)!.getColumn(1).values as unknown[]).slice(2);
  expect(numbers("計画項目")).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(numbers("年度別計画")).toEqual([1, 2, 3, 4, 5, 6, 7].flatMap((n) => [n, n, n]));
  expect(numbers("事業費の計")).toEqual([8, 9]);
});
