import ExcelJS from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellName } from "../../core/workbook/address.ts";
import type { CellSnapshot, SheetSnapshot } from "../../core/workbook/snapshot.ts";
import { readXlsxBytes } from "../../xlsx/read-xlsx-bytes.ts";
import { xlsxPackage, type XlsxParts } from "../support/xlsx-package.ts";

async function readSheet(parts: XlsxParts): Promise<SheetSnapshot> {
  return (await readXlsxBytes(xlsxPackage(parts), "評価表.xlsx")).sheets[0]!;
}

/** The cells of one sheet by name, without their place. */
async function readCells(parts: XlsxParts): Promise<Record<string, Omit<CellSnapshot, "row" | "column">>> {
  const { cells } = await readSheet(parts);
  return Object.fromEntries(cells.map(({ row, column, ...content }) => [cellName({ row, column }), content]));
}

const sheetOf = (row: string): string => `<sheetData><row r="1">${row}</row></sheetData>`;
const text = (value: string): { value: string; text: string } => ({ value, text: value });

test("values of every type", async () => {
  const cells = await readCells({
    sheets: [
      sheetOf(
        '<c r="A1" t="s"><v>0</v></c><c r="B1"><v>243</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>false</v></c>' +
          '<c r="E1" t="e"><v>#REF!</v></c><c r="F1" t="str"><v>&lt;b&gt;太字&amp;amp;&lt;/b&gt;</v></c>' +
          '<c r="G1" t="inlineStr"><is><t> 前後 </t></is></c><c r="H1"/><c r="I1" s="1"/><c r="J1" t="s"><v>1</v></c>' +
          '<c r="K1"><v>未定</v></c><c r="L1" t="d"><v>2022-03-31</v></c>',
      ),
    ],
    sharedStrings: "<si><t>実績</t></si><si><t/></si>",
    formatIds: [14],
  });
  expect(cells).toEqual({
    A1: text("実績"),
    B1: { value: 243, text: "243" },
    C1: { value: true, text: "TRUE" },
    D1: { value: false, text: "FALSE" },
    E1: { value: null, text: "#REF!", error: "#REF!" },
    F1: text("<b>太字&amp;</b>"),
    G1: text(" 前後 "),
    K1: text("未定"),
    L1: { value: 44651, text: "44651" },
  });
});

test("furigana is left out of shared and inline strings, and no later cell is lost", async () => {
  const kana = '<rPh sb="0" eb="2"><t>オゴオリ</t></rPh><phoneticPr fontId="1"/>';
  const cells = await readCells({
    sheets: [
      sheetOf(
        `<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>小郡</t>${kana}</is></c><c r="C1"><v>1</v></c>`,
      ),
    ],
    sharedStrings: `<si><t>小郡</t>${kana}</si>`,
  });
  expect(cells).toEqual({ A1: text("小郡"), B1: text("小郡"), C1: { value: 1, text: "1" } });
});

test("rich text is joined with its spaces", async () => {
  const runs = '<r><rPr><b/></rPr><t xml:space="preserve"> 重点 </t></r><r><t>事業</t></r>';
  const cells = await readCells({
    sheets: [sheetOf(`<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>${runs}</is></c>`)],
    sharedStrings: `<si>${runs}</si>`,
  });
  expect(cells).toEqual({ A1: text(" 重点 事業"), B1: text(" 重点 事業") });
});

test("escapes and line breaks become what Excel shows, everywhere alike", async () => {
  const written = "1行目_x000D_\n2行目&#13;&#10;3行目_x005F_x000D_";
  const shown = text("1行目\n2行目\n3行目_x000D_");
  const cells = await readCells({
    sheets: [
      sheetOf(
        `<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>${written}</t></is></c><c r="C1" t="str"><f>A1</f><v>${written}</v></c>`,
      ),
    ],
    sharedStrings: `<si><t>${written}</t></si>`,
  });
  expect(cells).toEqual({ A1: shown, B1: shown, C1: { ...shown, formula: "A1" } });
});

test("halves of characters and forbidden characters become U+FFFD; two halves become one character", async () => {
  const cells = await readCells({
    sheets: [sheetOf('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>')],
    sharedStrings:
      "<si><t>半分&#xD83D;。</t></si><si><t>&#xD83D;&#xDE00;</t></si><si><t>制御\u0001&#2;_xDC00_</t></si>",
  });
  expect(cells).toEqual({ A1: text("半分\ufffd。"), B1: text("😀"), C1: text("制御\ufffd\ufffd\ufffd") });
});

test("invalid UTF-8 stays visible", async () => {
  const part = Buffer.from("<sst><si><t>評価@</t></si></sst>");
  part[part.indexOf("@")] = 0xff;
  const cells = await readCells({
    sheets: [sheetOf('<c r="A1" t="s"><v>0</v></c>')],
    parts: { "xl/sharedStrings.xml": part },
  });
  expect(cells).toEqual({ A1: text("評価\ufffd") });
});

test("parts in UTF-16, with CDATA and with comments", async () => {
  const sst =
    "\ufeff<?xml version='1.0' encoding='UTF-16'?><sst><!-- <si> --><si><t><![CDATA[<評価> & ]]></t></si></sst>";
  const cells = await readCells({
    sheets: [sheetOf('<c r="A1" t="s"><v>0</v></c>')],
    parts: { "xl/sharedStrings.xml": Buffer.from(sst, "utf16le") },
  });
  expect(cells).toEqual({ A1: text("<評価> & ") });
});

test("formulas: cached results of every type, and none", async () => {
  const cells = await readCells({
    sheets: [
      sheetOf(
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>a &amp;lt; b</v></c><c r="C1" t="b"><f>TRUE</f><v>1</v></c>' +
          '<c r="D1" t="e"><f>NA()</f><v>#N/A</v></c><c r="E1" s="1"><f>TODAY()</f><v>44651</v></c><c r="F1"><f>A1</f></c>' +
          '<c r="G1"><f>A1</f><v></v></c><c r="H1" t="str"><f>IF(A1=2,"")</f><v></v></c><c r="I1" t="s"><f>Z1</f><v>0</v></c>' +
          "<c r=\"J1\"><f>_xlfn.XLOOKUP(1,A1:A2,B1:B2)</f><v>0</v></c><c r='K1'><f/><v>5</v></c><c r='L1' t='b'><f>A1</f><v/></c><c r='M1' t='s'><f>A1</f><v/></c>",
      ),
    ],
    sharedStrings: "<si><t>R&amp;D</t></si>",
    formatIds: [14],
  });
  expect(cells).toEqual({
    A1: { value: 2, text: "2", formula: "1+1" },
    B1: { ...text("a &lt; b"), formula: '"a"&"b"' },
    C1: { value: true, text: "TRUE", formula: "TRUE" },
    D1: { value: null, text: "#N/A", error: "#N/A", formula: "NA()" },
    E1: { value: 44651, text: "2022/3/31", date: "2022-03-31", formula: "TODAY()" },
    F1: { value: null, text: "", formula: "A1", uncalculated: true },
    G1: { value: null, text: "", formula: "A1", uncalculated: true },
    H1: { ...text(""), formula: 'IF(A1=2,"")' },
    I1: { ...text("R&D"), formula: "Z1" },
    J1: { value: 0, text: "0", formula: "XLOOKUP(1,A1:A2,B1:B2)" },
    K1: { value: 5, text: "5" },
    L1: { value: null, text: "", formula: "A1", uncalculated: true },
    M1: { value: null, text: "", formula: "A1", uncalculated: true },
  });
});

test("shared, array and data table formulas", async () => {
  const cells = await readCells({
    sheets: [
      '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>4</v></c><c r="C1"><f t="array" ref="C1:C2">B1:B2*2</f><v>4</v></c>' +
        '<c r="D1"><f t="dataTable" ref="D1:D2" r1="F1" r2="G1"/><v>7</v></c></row>' +
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>6</v></c><c r="C2"><v>6</v></c></row></sheetData>',
    ],
  });
  expect(cells).toEqual({
    A1: { value: 4, text: "4", formula: "B1*2" },
    C1: { value: 4, text: "4", formula: "B1:B2*2" },
    D1: { value: 7, text: "7", formula: "TABLE(F1,G1)" },
    A2: { value: 6, text: "6", formula: "B2*2" },
    C2: { value: 6, text: "6" },
  });
});

test.each([
  [27, "R4.3.31"],
  [28, "令和4年3月31日"],
  [29, "令和4年3月31日"],
  [30, "3/31/22"],
  [31, "2022年3月31日"],
  [34, "2022年3月"],
  [35, "3月31日"],
  [36, "R4.3.31"],
  [50, "R4.3.31"],
  [51, "令和4年3月31日"],
  [52, "2022年3月"],
  [53, "3月31日"],
  [54, "令和4年3月31日"],
  [55, "2022年3月"],
  [56, "3月31日"],
  [57, "R4.3.31"],
  [58, "令和4年3月31日"],
  [14, "2022/3/31"],
])("the built-in date format %d of Japanese Excel shows %s", async (id, shown) => {
  const cells = await readCells({ sheets: [sheetOf('<c r="A1" s="1"><v>44651</v></c>')], formatIds: [id] });
  expect(cells).toEqual({ A1: { value: 44651, text: shown, date: "2022-03-31" } });
});

test("the built-in times of Japanese Excel are no dates", async () => {
  const cells = await readCells({
    sheets: [sheetOf('<c r="A1" s="1"><v>0.5</v></c><c r="B1" s="2"><v>0.5</v></c>')],
    formatIds: [32, 33],
  });
  expect(cells).toEqual({ A1: { value: 0.5, text: "12時00分" }, B1: { value: 0.5, text: "12時00分00秒" } });
});

test("custom formats of the file, in the 1904 date system", async () => {
  const cells = await readCells({
    sheets: [sheetOf('<c r="A1" s="1"><v>43189</v></c><c r="B1" s="2"><v>0.25</v></c>')],
    formats: ["[$-411]ggge&quot;年&quot;m&quot;月&quot;", "0.0%"],
    date1904: true,
  });
  expect(cells).toEqual({
    A1: { value: 43189, text: "令和4年3月", date: "2022-03-31" },
    B1: { value: 0.25, text: "25.0%" },
  });
});

test("only the top-left cell of a merge appears; values that the file keeps under it are not shown", async () => {
  const sheet = await readSheet({
    sheets: [
      sheetOf('<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>') +
        '<mergeCells count="1"><mergeCell ref="A1:B3"/></mergeCells>',
    ],
  });
  expect(sheet.cells.map(cellName)).toEqual(["A1", "C1"]);
  expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 3, right: 2 }]);
});

test("of overlapping merges the first counts, and the cells of the others keep their values", async () => {
  const sheet = await readSheet({
    sheets: [
      sheetOf('<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>') +
        '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A1:B1"/><mergeCell ref="B1:C1"/><mergeCell ref="C1"/></mergeCells>',
    ],
  });
  expect(sheet.cells.map(cellName)).toEqual(["A1", "C1"]);
  expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }]);
});

test("hidden rows and columns, also hidden to the edge of the sheet", async () => {
  const sheet = await readSheet({
    sheets: [
      '<cols><col min="2" max="3" hidden="1"/><col min="10" max="16384" hidden="true"/></cols>' +
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"/><row r="4" hidden="true"><c r="A4"><v>1</v></c></row></sheetData>',
    ],
  });
  expect(sheet.hiddenRows).toEqual([2, 4]);
  expect(sheet.hiddenColumns.slice(0, 3)).toEqual([2, 3, 10]);
  expect(sheet.hiddenColumns.at(-1)).toBe(16384);
});

test("sheet names and visibility are those of the file", async () => {
  const { sheets } = await readXlsxBytes(
    xlsxPackage({
      sheets: [sheetOf('<c r="A1"><v>1</v></c>'), "<sheetData/>", sheetOf('<c r="A1"><v>3</v></c>')],
      sheetNames: [
        "'進捗' &amp; 😀",
        "一覧[旧]/*?",
        "とても長い名前のシートは三十一文字を超えることがあるので切り詰めてはならない",
      ],
      sheetAttributes: ["", 'state="hidden"', 'state="veryHidden"'],
    }),
    "評価表.xlsx",
  );
  expect(sheets.map(({ name, visibility, cells }) => [name, visibility, cells.length])).toEqual([
    ["'進捗' & 😀", "visible", 1],
    ["一覧[旧]/*?", "hidden", 0],
    ["とても長い名前のシートは三十一文字を超えることがあるので切り詰めてはならない", "veryHidden", 1],
  ]);
});

test("hyperlinks keep their target and their text", async () => {
  const cells = await readCells({
    sheets: [
      sheetOf('<c r="A1" t="s"><v>0</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><v>3</v></c>') +
        '<hyperlinks><hyperlink ref="A1:B1" r:id="rId9" location="p=2"/><hyperlink ref="C1" location="様式1!A1"/></hyperlinks>',
    ],
    sharedStrings: "<si><t>市の頁</t></si>",
    relationships: [{ id: "rId9", type: "hyperlink", target: "https://example.jp/?a=1&amp;b=2", external: true }],
  });
  expect(cells).toEqual({
    A1: { ...text("市の頁"), hyperlink: "https://example.jp/?a=1&b=2#p=2" },
    B1: { value: 2, text: "2", formula: "1+1", hyperlink: "https://example.jp/?a=1&b=2#p=2" },
    C1: { value: 3, text: "3", hyperlink: "#様式1!A1" },
  });
});

test("Excel Tables, but not those without a heading row", async () => {
  const table = (id: number, attributes: string): string =>
    `<table id="${id}" name="t${id}" displayName="進捗${id}" ref="A1:B3" ${attributes}><tableColumns><tableColumn id="1" name="実施_x000a_状況"/><tableColumn id="2" name="評価"/></tableColumns></table>`;
  const sheet = await readSheet({
    sheets: [
      sheetOf('<c r="A1"><v>1</v></c>') + '<tableParts><tablePart r:id="rId1"/><tablePart r:id="rId2"/></tableParts>',
    ],
    relationships: [
      { id: "rId1", type: "table", target: "../tables/table1.xml" },
      { id: "rId2", type: "table", target: "/xl/tables/table2.xml" },
    ],
    parts: {
      "xl/tables/table1.xml": table(1, 'totalsRowCount="1"'),
      "xl/tables/table2.xml": table(2, 'headerRowCount="0"'),
    },
  });
  expect(sheet.tables).toEqual([
    {
      name: "進捗1",
      range: { top: 1, left: 1, bottom: 3, right: 2 },
      columns: ["実施\n状況", "評価"],
      totalsRow: true,
    },
  ]);
});

test("rows and cells without addresses, and a row that stands twice", async () => {
  const cells = await readCells({
    sheets: [
      "<sheetData><row><c><v>1</v></c><c r='C1'><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>" +
        '<row r="2"><c r="B2"><v>5</v></c></row></sheetData>',
    ],
  });
  expect(Object.keys(cells)).toEqual(["A1", "C1", "D1", "A2", "B2"]);
});

test("parts with a namespace prefix and in other places", async () => {
  const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const cells = await readCells({
    sheets: [],
    parts: {
      "_rels/.rels":
        '<p:Relationships xmlns:p="x"><p:Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/book/Workbook.xml"/></p:Relationships>',
      "book\\workbook.xml": `<x:workbook ${main} xmlns:d="r"><x:sheets><x:sheet name="一覧" sheetId="7" d:id="R1"/></x:sheets></x:workbook>`,
      "book/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="R1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="./data/one.xml"/></Relationships>',
      "book/data/one.xml": `<x:worksheet ${main}><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>値</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    },
  });
  expect(cells).toEqual({ A1: text("値") });
});

test("chart sheets are left out, macros and drawings not looked at", async () => {
  const { sheets } = await readXlsxBytes(
    xlsxPackage({
      sheets: [
        `${sheetOf('<c r="A1"><v>1</v></c>')}<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>`,
        "<sheetData/>",
      ],
      parts: {
        "xl/_rels/workbook.xml.rels":
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>' +
          '<Relationship Id="rId2" Type="x/chartsheet" Target="worksheets/sheet2.xml"/></Relationships>',
        "xl/vbaProject.bin": "no macro",
        "xl/drawings/drawing1.xml": "<broken",
        "xl/comments1.xml": "<broken",
      },
    }),
    "評価表.xlsm",
  );
  expect(sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
});

test("validations and names over whole columns and sheets cost nothing", async () => {
  const validation = (column: string): string =>
    `<dataValidation type="list" sqref="${column}1:${column}1048576"><formula1>"A,B"</formula1></dataValidation>`;
  const names = '<definedNames><definedName name="全体">Sheet1!$A$1:$XFD$1048576</definedName></definedNames>';
  const started = process.memoryUsage().heapUsed;
  const sheet = await readSheet({
    sheets: [
      `${sheetOf('<c r="A1"><v>1</v></c>')}<dataValidations>${["A", "B", "C", "D", "E", "F", "G", "H"].map(validation).join("")}</dataValidations>`,
    ],
    workbookRest: names,
  });
  expect(sheet.cells).toHaveLength(1);
  expect(process.memoryUsage().heapUsed - started).toBeLessThan(50 * 1024 * 1024);
});

test("a sheet that is only formatted to its last row and column reads like an empty one", async () => {
  const styled = Array.from(
    { length: 20_000 },
    (_, i) => `<row r="${i + 2}" s="1" customFormat="1"><c s="1"/><c s="1"/></row>`,
  );
  const sheet = await readSheet({
    sheets: [
      `<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9" style="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row>${styled.join("")}` +
        '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>',
    ],
    formatIds: [14],
  });
  expect(sheet.cells).toEqual([{ row: 1, column: 1, value: 1, text: "1" }]);
});

test("a row of 16,384 columns is read", async () => {
  const row = "<c><v>1</v></c>".repeat(16_384);
  const sheet = await readSheet({ sheets: [sheetOf(row)] });
  expect(sheet.cells.at(-1)).toEqual({ row: 1, column: 16_384, value: 1, text: "1" });
});

test("what ExcelJS writes comes back as it was written", async () => {
  // Excel itself writes `_x0041_` escaped; ExcelJS does not. Control characters it drops.
  const written = fc
    .string({ unit: fc.constantFrom(..."aＡ１あ漢㈱\n \u3000\t<>&\"';_x0😀𠮷👨‍👩‍👧".match(/./gsu)!), minLength: 1 })
    .filter((value) => !/_x[0-9A-Fa-f]{4}_/.test(value));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(written, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      async (rows) => {
        const workbook = new ExcelJS.Workbook();
        workbook.addWorksheet("様式").addRows(rows);
        const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
        const { sheets } = await readXlsxBytes(bytes, "様式.xlsx");
        expect(sheets[0]!.cells.map(({ value }) => value)).toEqual(rows.flat());
      },
    ),
    { numRuns: 60 },
  );
});

test("a text longer than the pieces in which ExcelJS reads keeps its surrogate pairs", async () => {
  const long = "😀".repeat(20_001);
  const cells = await readCells({
    sheets: [sheetOf('<c r="A1" t="s"><v>0</v></c>')],
    sharedStrings: `<si><t>a${long}</t></si>`,
  });
  expect(cells.A1!.value).toBe(`a${long}`);
});
