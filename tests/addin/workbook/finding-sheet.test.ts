import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { addSheets } from "../../../addin/workbook/add-sheets.ts";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import { checkDocument, type CheckedDocument } from "../../../core/validation/check-document.ts";
import { NO_DICTIONARIES } from "../../../core/validation/dictionaries.ts";
import { findingSheet } from "../../../core/validation/finding-sheet.ts";
import { RULES } from "../../../core/validation/rules/index.ts";
import type { WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";
import { xlsxReport } from "../../../renderer/check/xlsx-report.ts";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { openSimulatedExcel } from "../../excel-host/simulated-excel.ts";
import { samplePath } from "../../support/samples.ts";
import { FORMS } from "../../support/sheet.ts";

function check(workbook: WorkbookSnapshot) {
  const recognised = recogniseForm(workbook, Object.values(FORMS));
  const result = checkDocument({ workbook, ...recognised, dictionaries: NO_DICTIONARIES }, RULES);
  return { ...recognised, workbook, result };
}

const open = ({ result }: { readonly result: CheckedDocument }) => result.open;

test("the list in Excel is that of the command line, leads to its cells, and is itself never checked", async () => {
  const bytes = readFileSync(samplePath("ogori"));
  const checked = check(await readXlsxBytes(bytes, "ogori.xlsx"));
  const excel = await openSimulatedExcel(bytes);
  const description = findingSheet([{ file: "ogori.xlsx", isHere: true, result: checked.result }]);
  await excel.run((context) => addSheets(context, [description]));
  await excel.run((context) => addSheets(context, [description]));
  expect(excel.faults).toEqual([]);

  const after = await readXlsxBytes(await excel.host.save(), "ogori.xlsx");
  const lists = after.sheets.slice(checked.workbook.sheets.length);
  expect(lists.map(({ name }) => name)).toEqual(["指摘一覧", "指摘一覧2"]);
  const report = await readXlsxBytes(await xlsxReport([{ path: "ogori.xlsx", ...checked }]), "一覧.xlsx");
  const texts = ({ cells }: WorkbookSnapshot["sheets"][number]) =>
    cells.map(({ row, column, text }) => [row, column, text]);
  expect(texts(lists[0]!)).toEqual(texts(report.sheets[0]!));

  const links = lists[0]!.cells.flatMap(({ hyperlink }) => hyperlink ?? []);
  expect(links).toHaveLength(open(checked).length);
  expect(links.filter((link) => !/^#'進捗状況'!\$[A-Z]+\$\d+$/u.test(link))).toEqual([]);

  const again = check(after);
  expect(again.document).toEqual(checked.document);
  expect(open(again)).toEqual(open(checked));
});
