import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSheets } from "../../../addin/workbook/read-workbook.ts";
import { selectCell } from "../../../addin/workbook/select-cell.ts";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { openSimulatedExcel } from "../../excel-host/simulated-excel.ts";
import { SAMPLES, samplePath } from "../../support/samples.ts";
import { hazards, hazardWorkbook } from "./hazard-workbooks.ts";

test.each(SAMPLES.map(([, name]) => name))("the sheets of %s one by one are those of its file", async (name) => {
  const bytes = readFileSync(samplePath(name));
  const { sheets } = await readXlsxBytes(bytes, name);
  const excel = await openSimulatedExcel(bytes);
  for (const sheet of sheets) {
    expect(await excel.run((context) => readSheets(context, [sheet.name, "消えた様式"]))).toEqual([sheet]);
  }
  expect(excel.faults).toEqual([]);
});

test("only what was asked for is read, in at most seven syncs", async () => {
  const bytes = await hazardWorkbook(hazards["hidden rows, columns and sheets, and a blank sheet"]!);
  const excel = await openSimulatedExcel(bytes);
  await excel.run((context) => readSheets(context, ["隠し"]));
  expect(excel.answers.length).toBeLessThanOrEqual(7);
  const touched = excel.host.batches.flatMap(({ log }) =>
    log.flatMap((line) => /Worksheets\("([^"]+)"\)/u.exec(line)?.[1] ?? []),
  );
  expect(new Set(touched)).toEqual(new Set([excel.host.book.sheet("隠し")!.id]));
});

test("a cell is shown by sheet and address; what is missing or hidden is said", async () => {
  const excel = await openSimulatedExcel(
    await hazardWorkbook(hazards["hidden rows, columns and sheets, and a blank sheet"]!),
  );
  const select = (sheet: string, address: string) => excel.run((context) => selectCell(context, { sheet, address }));
  expect(await select("白紙", "C5")).toBe("selected");
  expect(excel.host.book.selection).toMatchObject({ area: { top: 5, left: 3, bottom: 5, right: 3 } });
  expect(await select("隠し", "C3")).toBe("hidden");
  expect(await select("ない", "C3")).toBe("missing");
  expect(await select("白紙", "C0")).toBe("missing");
  expect(excel.host.undo.steps).toEqual([]);
  expect(excel.faults).toEqual([]);
});
