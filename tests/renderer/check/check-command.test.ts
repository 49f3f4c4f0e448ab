import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ajvDraft4 from "ajv-draft-04";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readXlsx } from "../../../renderer/workbook/read-xlsx.ts";
import { hyoka } from "../../support/run-hyoka.ts";
import { projectHeadings, tableWorkbook, type TestCell } from "../../support/table-workbook.ts";
import { xlsxPackage } from "../../support/xlsx-package.ts";

interface JsonDiagnostic {
  ruleId: string;
  severity: string;
  sheet: string;
  address: string;
  text: string;
  record: string | null;
  field: string | null;
  suppressed: boolean;
  reason?: string;
  fixes: { kind: string; edits: { address: string; expected: string; value: string }[] }[];
}
interface JsonReport {
  version: number;
  workbooks: {
    path: string;
    form: string;
    fiscalYear: number;
    tables: { resource: string; sheet: string; range: string; records: number }[];
    diagnostics: JsonDiagnostic[];
    summary: { errors: number; warnings: number; infos: number; suppressed: number };
    faults: unknown[];
  }[];
}

const samples = join(import.meta.dirname, "../../../templates");
const sendaiR5 = join(samples, "sendai-projects/samples/sendai-r5.xlsx");
const sendaiR6 = join(samples, "sendai-projects/samples/sendai-r6.xlsx");
const ogori = join(samples, "ogori-progress/samples/ogori.xlsx");

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "hyoka-check-"));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function workbook(name: string, results: readonly TestCell[]): string {
  const records = results.map((text, i) => [
    `事業${i + 1}`,
    `計画の内容${i + 1}を行う。`,
    text,
    `効果があった${i + 1}。`,
    "子供未来局",
  ]);
  const path = join(root, name);
  writeFileSync(path, tableWorkbook([["主な施策の実績"], [], projectHeadings, ...records]));
  return path;
}

const digest = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

describe("json", () => {
  let report: JsonReport["workbooks"][number];
  beforeAll(async () => {
    const { code, out } = await hyoka(["check", sendaiR6, "--previous", sendaiR5, "--format", "json"]);
    expect(code).toBe(3);
    const parsed = JSON.parse(out) as JsonReport;
    expect(parsed.version).toBe(1);
    report = parsed.workbooks[0]!;
  });

  test("says what was read", () => {
    expect(report).toMatchObject({
      path: sendaiR6,
      form: "sendai-projects",
      fiscalYear: 2024,
      tables: [{ resource: "projects", sheet: "令和6年度実績", range: "A3:E11", records: 8 }],
      faults: [],
    });
  });

  test("counts what it lists", () => {
    const open = report.diagnostics.filter(({ suppressed }) => !suppressed);
    const count = (severity: string) => open.filter((item) => item.severity === severity).length;
    expect(report.summary).toEqual({
      errors: count("error"),
      warnings: count("warning"),
      infos: count("info"),
      suppressed: 0,
    });
  });

  test.each([
    ["the blank result", "value-required", "C5", "result"],
    ["the blank bureau", "value-required", "E7", "department"],
  ])("finds %s", (_, ruleId, address, field) => {
    expect(report.diagnostics).toContainEqual(expect.objectContaining({ ruleId, address, field, severity: "error" }));
  });
});

test("without last year's workbook no comparison is made, and a table without faults gives 0", async () => {
  const path = workbook("well.xlsx", ["利用者数:243人"]);
  const { code, out } = await hyoka(["check", path, "--format", "json"]);
  const [report] = (JSON.parse(out) as JsonReport).workbooks;
  expect([code, report?.summary.errors]).toEqual([0, 0]);
});

test("text: sheet, record, cell, the words marked, what to do, and the counts", async () => {
  const { code, out } = await hyoka(["check", ogori]);
  expect(code).toBe(3);
  expect(out).toContain("シート「進捗状況」");
  expect(out).toMatch(/✗ 誤り F39\s+「評価」が「未選択」のままです/u);
  expect(out).toContain("〔未選択〕");
  expect(out).toMatch(/誤り \d+ {2}警告 \d+ {2}情報 \d+/u);
});

test("sarif is valid against its schema", async () => {
  const { out } = await hyoka(["check", sendaiR6, ogori, "--format", "sarif"]);
  const folder = join(createRequire(import.meta.url).resolve("@microsoft/jest-sarif/package.json"), "../lib/schemas");
  const schema = JSON.parse(readFileSync(join(folder, "sarif-2.1.0-rtm.5.json"), "utf8")) as object;
  const check = new ajvDraft4.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  const log = JSON.parse(out) as { runs: { results: unknown[]; tool: { driver: { rules: unknown[] } } }[] };
  check(log);
  expect(check.errors).toBe(null);
  expect(log.runs[0]?.results.length).toBeGreaterThan(10);
});

test("xlsx: a table to filter, with a link to each cell", async () => {
  const out = join(root, "一覧.xlsx");
  const { code } = await hyoka(["check", ogori, "--format", "xlsx", "-o", out]);
  expect(code).toBe(3);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(out);
  const sheet = book.getWorksheet("指摘一覧")!;
  const headings = (sheet.getRow(1).values as unknown[]).slice(1);
  expect(headings.slice(0, 7)).toEqual(["担当課", "ブック", "シート", "セル", "事業", "区分", "指摘"]);
  const unselected = sheet.getRows(2, sheet.rowCount - 1)!.find((row) => row.getCell(10).value === "value-unselected")!;
  expect(unselected.getCell(1).value).toBe("都市計画課");
  expect(unselected.getCell(4).value).toMatchObject({ text: "F39", hyperlink: "ogori.xlsx#'進捗状況'!$F$39" });
  const links = (await readXlsx(out)).sheets[0]!.cells.flatMap(({ hyperlink }) => hyperlink ?? []);
  // Written twice over a link leads nowhere.
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !/^ogori\.xlsx#'進捗状況'!\$[A-Z]+\$\d+$/u.test(link))).toEqual([]);
});

describe("--fix", () => {
  test("writes a corrected copy, says what it changed, and leaves the workbook alone", async () => {
    const path = workbook("split.xlsx", ["特別 支援学校に配置した。特別支援学校で対応した。", "利用者数:243人"]);
    const before = digest(path);
    const copy = join(root, "copy.xlsx");
    const first = (JSON.parse((await hyoka(["check", path, "--format", "json"])).out) as JsonReport).workbooks[0]!;
    const fixable = first.diagnostics.filter(({ fixes }) => fixes.some(({ kind }) => kind === "fix"));
    expect(fixable.length).toBeGreaterThan(0);
    const { err } = await hyoka(["check", path, "--fix", "-o", copy]);
    expect(err).toContain("直したセル");
    expect(digest(path)).toBe(before);
    const after = (JSON.parse((await hyoka(["check", copy, "--format", "json"])).out) as JsonReport).workbooks[0]!;
    expect(after.diagnostics.filter(({ fixes }) => fixes.some(({ kind }) => kind === "fix"))).toEqual([]);
  });

  test("never over the workbook itself, never without a place to write to", async () => {
    const path = workbook("same.xlsx", ["利用者数:243人"]);
    const before = digest(path);
    for (const args of [["-o", path], ["-o", join(root, "same.xlsm")], []]) {
      const { code } = await hyoka(["check", path, "--fix", ...args]);
      expect(code).toBe(64);
    }
    expect(digest(path)).toBe(before);
    expect(existsSync(join(root, "same.xlsm"))).toBe(false);
  });

  test("never two copies in one file, nor over another workbook that is read", async () => {
    for (const folder of ["第一課", "第二課"]) mkdirSync(join(root, folder), { recursive: true });
    const [one, two] = ["第一課", "第二課"].map((folder) => workbook(`${folder}/様式.xlsx`, ["利用者数:243人"]));
    const before = digest(two!);
    const copies = join(root, "copies");
    const same = await hyoka(["check", one!, two!, "--fix", "-o", copies]);
    expect(same).toMatchObject({ code: 64, err: expect.stringContaining("出力先がどちらも") as string });
    expect(existsSync(copies)).toBe(false);
    const over = await hyoka(["check", one!, "--previous", two!, "--fix", "-o", two!]);
    expect(over).toMatchObject({ code: 64, err: expect.stringContaining("上書きできません") as string });
    expect(digest(two!)).toBe(before);
  });

  test("nor a report over a workbook", async () => {
    const path = workbook("input.xlsx", ["利用者数:243人"]);
    const before = digest(path);
    for (const format of ["xlsx", "json"])
      expect((await hyoka(["check", path, "--format", format, "-o", path])).code).toBe(64);
    expect(digest(path)).toBe(before);
  });
});

describe("確認済み", () => {
  const cells = (rows: readonly (readonly string[])[]) =>
    `<sheetData>${rows
      .map((row, r) => {
        const line = row.map(
          (text, c) => `<c r="${String.fromCharCode(65 + c)}${r + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
        );
        return `<row r="${r + 1}">${line.join("")}</row>`;
      })
      .join("")}</sheetData>`;
  const form = cells([[...projectHeadings], ["学習支援", "学習を支援する。", " ", "効果があった。", "教育局"]]);
  const acceptance = ["value-required", "学習支援", "result", "", "事業を休止した", "企画課"];
  const book = (reason: string) =>
    xlsxPackage({
      sheets: [form, cells([["規則", "記録", "項目", "値", "理由", "確認者"], acceptance.with(4, reason)])],
      sheetNames: ["実績", "確認済み"],
    });

  test("an accepted error lets the report be printed, and its log names it", async () => {
    const path = join(root, "accepted.xlsx");
    writeFileSync(path, book("事業を休止した"));
    const checked = await hyoka(["check", path, "--format", "json"]);
    const [report] = (JSON.parse(checked.out) as JsonReport).workbooks;
    expect(report?.summary).toMatchObject({ errors: 0, suppressed: 1 });
    expect(report?.diagnostics.find(({ suppressed }) => suppressed)).toMatchObject({
      ruleId: "value-required",
      reason: "事業を休止した",
    });
    const printed = await hyoka(["render", path, "--format", "html", "-o", join(root, "accepted")]);
    expect(printed.code).toBe(0);
    expect(printed.out).toMatch(/確認済みの誤り 実績!C2 .*（事業を休止した、企画課）/u);
  });

  test("without a reason it does not count: render refuses with 3, and --force prints with a mark", async () => {
    const path = join(root, "unreasoned.xlsx");
    writeFileSync(path, book(""));
    const out = join(root, "unreasoned");
    const refused = await hyoka(["render", path, "--format", "html", "-o", out]);
    expect(refused.code).toBe(3);
    expect(refused.err).toContain("実績!C2");
    expect(readdirSync(out)).toEqual([]);
    const forced = await hyoka(["render", path, "--format", "html", "-o", out, "--force"]);
    expect(forced.code).toBe(0);
    expect(readFileSync(join(out, "unreasoned.html"), "utf8")).toContain('<p class="unconfirmed">未確認</p>');
  });
});

test("one workbook that cannot be read does not stop the others", async () => {
  const broken = join(root, "broken.xlsx");
  writeFileSync(broken, "これはブックではない");
  const { code, out, err } = await hyoka([
    "check",
    broken,
    workbook("good.xlsx", ["利用者数:243人"]),
    "--format",
    "json",
  ]);
  expect(code).toBe(1);
  expect(err).toContain("broken.xlsx");
  expect((JSON.parse(out) as JsonReport).workbooks).toHaveLength(1);
});
