import { expect, test } from "vitest";
import { structureDocument } from "../../../core/structure/structure-document.ts";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import { checkStandard } from "../../../core/validation/check-standard.ts";
import type { WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";
import { writeStructuredWorkbook } from "../../../renderer/structure/write-structured-workbook.ts";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { readSample, SAMPLES } from "../../support/samples.ts";
import { FORMS, sheet, workbook, type Grid } from "../../support/sheet.ts";

const SOURCE = { file: "元.xlsx", sha256: "3f".repeat(32), madeOn: "2026-04-01" };

/** What the check of デジタル庁's standard says of the data tables of a workbook, written and read. */
async function remarks(book: WorkbookSnapshot): Promise<string[]> {
  const { form, document } = recogniseForm(book, Object.values(FORMS));
  const bytes = await writeStructuredWorkbook(structureDocument(document, form), SOURCE);
  const { open, accepted, faults } = checkStandard(await readXlsxBytes(bytes, "データ.xlsx")).result;
  expect([...accepted, ...faults]).toEqual([]);
  return open.map(({ ruleId, sheet: name, address, text }) => `${ruleId} ${name}!${address} ${text}`);
}

test.each(SAMPLES)("%s: the data tables of %s keep every rule of the standard", async (_, name) => {
  const book = await readSample(name);
  // The form sheet breaks some of them: the check has something to find.
  expect(checkStandard(book).result.open).not.toEqual([]);
  expect(await remarks(book)).toEqual([]);
});

test.each<[string, Grid]>([
  [
    "quantities in a column of results",
    [
      ["事業名", "事業概要及び計画内容", "令和5年度実績(件数等)", "実績に対する評価", "担当局"],
      ["相談", "相談を受ける。", "1,234件", "98%", "局"],
      ["研修", "研修を行う。", "１０人", "良い。", "局"],
    ],
  ],
  [
    "the same heading twice, and one that is blank",
    [
      [
        "No.",
        "事業名",
        "担当課",
        "内容",
        "実施状況(令和3年度)",
        "評価",
        "備考",
        "備考",
        null,
        "今後の取り組み",
        "方向性",
      ],
      [1, "交流", "甲課", "内容", "行った。", "A", "一", "二", "三", "続ける。", "継続"],
      [2, "相談", "甲課", "内容", "行った。", "A", null, null, "四", "続ける。", "継続"],
    ],
  ],
])("%s", async (_, grid) => {
  expect(await remarks(workbook(sheet(grid)))).toEqual([]);
});
