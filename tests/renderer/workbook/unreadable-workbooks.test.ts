import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { UserError } from "../../../core/user-error.ts";
import { readXlsx } from "../../../renderer/workbook/read-xlsx.ts";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { defaultWorkbookLimits } from "../../../xlsx/workbook-limits.ts";
import { xlsxPackage, zipParts } from "../../support/xlsx-package.ts";

const folder = mkdtempSync(join(tmpdir(), "hyoka-read-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Every refusal names the file, in Japanese, and says what to do. */
async function refusal(reading: Promise<unknown>, fileName: string): Promise<{ code: string; message: string }> {
  const error = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error("no UserError", { cause: error });
  for (const sentence of [error.message, error.hint ?? ""]) {
    expect(sentence).toMatch(/[ぁ-ん]。?.*。$/);
    expect(sentence).not.toMatch(/undefined|NaN|\[object/);
  }
  expect(error.message).toContain(`「${fileName}」`);
  return { code: error.code, message: error.message };
}

const refusalOf = (bytes: Uint8Array, limits = {}): Promise<{ code: string; message: string }> =>
  refusal(readXlsxBytes(bytes, "評価表.xlsx", { ...defaultWorkbookLimits, ...limits }), "評価表.xlsx");

const oneCell = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const workbook = xlsxPackage({ sheets: [oneCell] });
const compoundFile = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(stream, "utf16le"),
  ]);

const bad = (content: string, type = "n"): string =>
  oneCell.replace('<c r="A1"><v>1</v>', `<c r="A1" t="${type}">${content}`);
const sheetListing = '<workbook xmlns:r="r"><sheets><sheet name="一覧" sheetId="1" r:id="rId1"/></sheets></workbook>';
const cutSheet = {
  "xl/workbook.xml": sheetListing,
  "xl/_rels/workbook.xml.rels":
    '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row",
};

test("a file that is not there", async () => {
  const { code } = await refusal(readXlsx(join(folder, "ない.xlsx")), "ない.xlsx");
  expect(code).toBe("file-not-found");
});

test("a folder", async () => {
  const { code, message } = await refusal(readXlsx(folder), folder.split(/[/\\]/).at(-1)!);
  expect(code).toBe("file-unreadable");
  expect(message).toContain("フォルダー");
});

test.skipIf(process.platform === "win32" || process.getuid?.() === 0)("a file without permission", async () => {
  const path = join(folder, "鍵.xlsx");
  writeFileSync(path, workbook);
  chmodSync(path, 0);
  expect((await refusal(readXlsx(path), "鍵.xlsx")).code).toBe("file-unreadable");
});

test("a file on the disk is read; one that is too large is not", async () => {
  const path = join(folder, "評価表.xlsx");
  writeFileSync(path, workbook);
  expect((await readXlsx(path)).sheets).toHaveLength(1);
  const limits = { ...defaultWorkbookLimits, fileBytes: 100 };
  expect((await refusal(readXlsx(path, limits), "評価表.xlsx")).code).toBe("workbook-too-large");
});

test.each([
  ["an empty file", new Uint8Array(), "workbook-empty", "空のファイル"],
  ["a text", Buffer.from("a,b\n"), "not-a-workbook", "Excel のブック"],
  ["a truncated zip", workbook.subarray(0, workbook.length - 400), "workbook-broken", "途中で切れている"],
  ["an encrypted workbook", compoundFile("EncryptedPackage"), "workbook-encrypted", "暗号化"],
  ["an old workbook", compoundFile("Workbook"), "not-a-workbook", ".xls"],
  ["another compound file", compoundFile("WordDocument"), "not-a-workbook", "ブックではありません"],
  ["a zip of something else", zipParts({ "a.txt": "a" }), "not-a-workbook", "xl/workbook.xml"],
  ["an OpenDocument sheet", zipParts({ mimetype: "x", "content.xml": "<a/>" }), "not-a-workbook", "OpenDocument"],
  ["no cells at all", xlsxPackage({ sheets: ["<sheetData/>"] }), "workbook-empty", "何も入力されていません"],
  ["a sheet cut short", xlsxPackage({ sheets: [], parts: cutSheet }), "workbook-broken", "壊れている"],
  [
    "a missing sheet",
    xlsxPackage({ sheets: [], parts: { "xl/workbook.xml": sheetListing } }),
    "workbook-broken",
    "壊れている",
  ],
  ["XML that is not well formed", xlsxPackage({ sheets: [bad("<v>1</w>")] }), "workbook-broken", "壊れている"],
  ["an unknown entity", xlsxPackage({ sheets: [bad('<f>"&bomb;"</f>')] }), "workbook-broken", "壊れている"],
  [
    "a shared string that is not there",
    xlsxPackage({ sheets: [bad("<v>9</v>", "s")] }),
    "workbook-broken",
    "壊れている",
  ],
  [
    "a cell that no sheet has",
    xlsxPackage({ sheets: [oneCell.replace("A1", "XFE1")] }),
    "workbook-broken",
    "壊れている",
  ],
])("%s", async (_, bytes, code, words) => {
  const found = await refusalOf(bytes);
  expect(found.code).toBe(code);
  expect(found.message).toContain(words);
});

test("a binary workbook", async () => {
  const rels = '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>';
  const found = await refusalOf(zipParts({ "_rels/.rels": rels, "xl/workbook.bin": "x" }));
  expect(found).toMatchObject({ code: "not-a-workbook", message: expect.stringContaining(".xlsb") as string });
});

test("the file that Excel keeps beside an open workbook", async () => {
  const found = await refusal(readXlsxBytes(Buffer.from("\u0005owner"), "~$評価表.xlsx"), "~$評価表.xlsx");
  expect(found.code).toBe("not-a-workbook");
});

test("a zip bomb is not inflated", async () => {
  const bomb = xlsxPackage({ sheets: [oneCell + " ".repeat(5_000_000)] });
  expect(bomb.length).toBeLessThan(50_000);
  expect((await refusalOf(bomb, { partBytes: 1_000_000 })).code).toBe("workbook-too-large");
  expect((await refusalOf(bomb, { totalBytes: 1_000_000 })).code).toBe("workbook-too-large");
});

test("a zip bomb whose headers lie is not inflated beyond what they announce", async () => {
  const bomb = Buffer.from(xlsxPackage({ sheets: [oneCell + " ".repeat(5_000_000)] }));
  for (let at = 0; at < bomb.length - 30; at++) {
    const central = bomb.readUInt32LE(at) === 0x02014b50;
    if (central && bomb.readUInt32LE(at + 24) > 1_000_000) bomb.writeUInt32LE(1000, at + 24);
  }
  expect((await refusalOf(bomb, { partBytes: 1_000_000 })).code).toBe("workbook-broken");
});

test("too many entries in the package", async () => {
  expect((await refusalOf(workbook, { entries: 3 })).code).toBe("workbook-too-large");
});

test("200,000 rows", async () => {
  const rows = "<row><c><v>1</v></c></row>".repeat(200_000);
  const found = await refusalOf(xlsxPackage({ sheets: [`<sheetData>${rows}</sheetData>`] }));
  expect(found.code).toBe("workbook-too-large");
  expect(found.message).toContain("100,000 行");
});

test("16,384 columns in a hundred rows", async () => {
  const row = `<row>${"<c><v>1</v></c>".repeat(16_384)}</row>`;
  const found = await refusalOf(xlsxPackage({ sheets: [`<sheetData>${row.repeat(100)}</sheetData>`] }));
  expect(found.code).toBe("workbook-too-large");
  expect(found.message).toContain("1,000,000 セル");
});
