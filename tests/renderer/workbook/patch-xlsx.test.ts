import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { CellEdit } from "../../../core/validation/diagnostic.ts";
import { patchXlsx } from "../../../renderer/workbook/patch-xlsx.ts";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { xlsxPackage, type XlsxParts } from "../../support/xlsx-package.ts";

const edit = (address: string, expected: CellEdit["expected"], value: CellEdit["value"]): CellEdit => ({
  sheet: "Sheet1",
  address,
  expected,
  value,
});

async function patch(parts: XlsxParts, ...edits: CellEdit[]) {
  const bytes = xlsxPackage(parts);
  const snapshot = await readXlsxBytes(bytes, "評価表.xlsx");
  const patched = patchXlsx(bytes, "評価表.xlsx", snapshot, edits);
  const after = await readXlsxBytes(patched.bytes, "評価表.xlsx");
  const textOf = (address: string) =>
    after.sheets[0]!.cells.find(({ row, column }) => `${String.fromCharCode(64 + column)}${row}` === address)?.text;
  return { ...patched, before: bytes, textOf };
}

const row = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`;

test("a shared string, an inline string and a number get new values and keep their format", async () => {
  const { applied, refused, textOf, bytes } = await patch(
    {
      sheets: [
        row(
          '<c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>事 業</t></is></c><c r="C1"><v>230</v></c><c r="D1" t="s"><v>0</v></c>',
        ),
      ],
      sharedStrings: "<si><t>特別 支援</t></si>",
      formats: ["@"],
    },
    edit("A1", "特別 支援", "特別支援 <b>&amp;"),
    edit("B1", "事 業", "事業"),
    edit("C1", 230, 203),
  );
  expect(refused).toEqual([]);
  expect(applied).toHaveLength(3);
  expect(["A1", "B1", "C1", "D1"].map(textOf)).toEqual(["特別支援 <b>&amp;", "事業", "203", "特別 支援"]);
  expect(strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!)).toContain('<c r="A1" s="1" t="inlineStr">');
});

test("every other part stays byte for byte: charts, macros, validations, custom XML", async () => {
  const extra = {
    "xl/vbaProject.bin": new Uint8Array([208, 207, 17, 224, 0, 255]),
    "xl/charts/chart1.xml": "<c:chart/>",
    "customXml/item1.xml": "<保存/>",
  };
  const rest =
    '<dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>"A,B"</formula1></dataValidation></dataValidations>';
  const { before, bytes } = await patch(
    { sheets: [row('<c r="A1" t="inlineStr"><is><t>ａ</t></is></c>') + rest], parts: extra },
    edit("A1", "ａ", "a"),
  );
  const [old, now] = [unzipSync(before), unzipSync(bytes)];
  expect(Object.keys(now)).toEqual(Object.keys(old));
  for (const name of Object.keys(old)) {
    if (name !== "xl/worksheets/sheet1.xml") expect(now[name], name).toEqual(old[name]);
  }
  expect(strFromU8(now["xl/worksheets/sheet1.xml"]!)).toContain(rest);
});

test("formulas, changed cells, words of several formats and absent cells are refused with a reason", async () => {
  const { applied, refused, textOf } = await patch(
    {
      sheets: [
        row(
          '<c r="A1" t="str"><f>"事"&amp;" 業"</f><v>事 業</v></c><c r="B1" t="s"><v>0</v></c><c r="C1"><v>1</v></c>',
        ),
      ],
      sharedStrings: "<si><r><t>事 </t></r><r><rPr><b/></rPr><t>業</t></r></si>",
    },
    edit("A1", "事 業", "事業"),
    edit("B1", "事 業", "事業"),
    edit("C1", 2, 3),
    edit("Z9", null, "あ"),
  );
  expect(applied).toEqual([]);
  expect(refused.map(({ edit: { address }, reason }) => [address, reason])).toEqual([
    ["A1", "数式のセルです"],
    ["C1", "セルの値が変わっています"],
    ["B1", "文字ごとに書式の違うセルです。書式を失わないよう、手で直してください"],
    ["Z9", "セルがありません"],
  ]);
  expect(textOf("B1")).toBe("事 業");
});

test("a part with namespace prefixes is patched in its own manner", async () => {
  const sheet =
    '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>ａ</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
  const { textOf, applied } = await patch(
    { sheets: [""], parts: { "xl/worksheets/sheet1.xml": sheet } },
    edit("A1", "ａ", "a"),
  );
  expect(applied).toHaveLength(1);
  expect(textOf("A1")).toBe("a");
});

test("a signed workbook is refused", async () => {
  const parts = { sheets: [row('<c r="A1"><v>1</v></c>')], parts: { "_xmlsignatures/sig1.xml": "<Signature/>" } };
  await expect(patch(parts, edit("A1", 1, 2))).rejects.toThrow("電子署名");
});

test("the same edits give the same file", async () => {
  const parts = { sheets: [row('<c r="A1"><v>1</v></c>')] };
  const [one, two] = [await patch(parts, edit("A1", 1, 2)), await patch(parts, edit("A1", 1, 2))];
  expect(one.bytes).toEqual(two.bytes);
});
