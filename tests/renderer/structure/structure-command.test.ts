import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readXlsx } from "../../../renderer/workbook/read-xlsx.ts";
import { hyoka } from "../../support/run-hyoka.ts";
import { samplePath } from "../../support/samples.ts";
import { projectHeadings, tableWorkbook } from "../../support/table-workbook.ts";

const root = mkdtempSync(join(tmpdir(), "hyoka-structure-"));

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function folder(name: string): string {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  return path;
}

/** LibreOffice, where there is one. */
const soffice = ["/usr/bin/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"].find(existsSync);

test.skipIf(soffice === undefined)("LibreOffice reads every cell and table of what is written", async () => {
  const [made, saved] = [join(folder("made"), "nerima.xlsx"), folder("saved")];
  await hyoka(["structure", samplePath("nerima"), "-o", made]);
  const profile = `-env:UserInstallation=file://${folder("soffice")}`;
  execFileSync(soffice!, [profile, "--headless", "--convert-to", "xlsx", "--outdir", saved, made], { stdio: "ignore" });
  const [before, after] = [await readXlsx(made), await readXlsx(join(saved, "nerima.xlsx"))];
  const shown = ({ sheets }: typeof before) =>
    sheets.map(({ name, cells, tables }) => ({
      name,
      cells: cells.map(({ row, column, value, text }) => ({ row, column, value, text })),
      tables: tables.map(({ name: table, range }) => ({ table, range })),
    }));
  expect(shown(after)).toEqual(shown(before));
});

const hash = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

test("writes a new workbook, says what is in it, and leaves the source alone", async () => {
  const source = samplePath("ogori");
  const before = hash(source);
  const out = join(folder("one"), "データ.xlsx");
  const run = await hyoka(["structure", source, "-o", out, "--made-on", "2026-04-01"]);
  expect(run.code).toBe(0);
  expect(run.out).toBe(`✓ ${source} → ${out}（ogori-progress、令和3年度、4 表 105 行、未分類 0 件）\n`);
  expect(hash(source)).toBe(before);
  const cover = (await readXlsx(out)).sheets[0]!;
  expect(cover.cells.map(({ text }) => text)).toEqual(expect.arrayContaining(["ogori.xlsx", before, "2026-04-01"]));
});

test("a structured workbook can be checked and structured again", async () => {
  const into = folder("again");
  const [first, second] = [join(into, "甲.xlsx"), join(into, "乙.xlsx")];
  await hyoka(["structure", samplePath("nerima"), "-o", first, "--made-on", "2026-04-01"]);
  const run = await hyoka(["structure", first, "-o", second, "--made-on", "2026-04-01"]);
  expect(run.out).toContain("nerima-action-plan、令和3年度、7 表 155 行、未分類 0 件");
  const check = await hyoka(["check", first, "--format", "json"]);
  expect(JSON.parse(check.out)).toMatchObject({ workbooks: [{ form: "nerima-action-plan", fiscalYear: 2021 }] });
});

test("--preview writes nothing and lists the tables and what no field takes", async () => {
  const into = folder("preview");
  const path = join(into, "実績.xlsx");
  writeFileSync(
    path,
    tableWorkbook([
      ["主な施策の令和5年度実績"],
      [],
      projectHeadings,
      ["事業1", "計画1", "10人", "評価1", "局"],
      [],
      ["", "", "欄外"],
    ]),
  );
  const run = await hyoka(["structure", path, "--preview"]);
  expect(run.code).toBe(0);
  expect(run.out).toContain("表「事業」 1 行 × 10 列");
  expect(readdirSync(into)).toEqual(["実績.xlsx"]);
});

test("several workbooks go into a folder; one that fails does not stop the rest", async () => {
  const into = folder("several");
  const broken = join(into, "壊れた.xlsx");
  writeFileSync(broken, "これはブックではない");
  const out = join(into, "データ");
  const run = await hyoka(["structure", broken, samplePath("sendai-r5"), samplePath("sendai-r6"), "-o", out]);
  expect(run.code).toBe(1);
  expect(run.err).toContain("壊れた.xlsx");
  expect(readdirSync(out).sort()).toEqual(["sendai-r5.xlsx", "sendai-r6.xlsx"]);
});

test("--datapackage writes a folder of CSV files and their descriptor", async () => {
  const out = join(folder("package"), "nerima");
  const run = await hyoka(["structure", samplePath("nerima"), "--datapackage", out, "--encoding", "cp932"]);
  expect(run.code).toBe(0);
  const descriptor = JSON.parse(readFileSync(join(out, "datapackage.json"), "utf8")) as {
    resources: { path: string; encoding: string }[];
  };
  expect(readdirSync(out).sort()).toEqual([...descriptor.resources.map(({ path }) => path), "datapackage.json"].sort());
  const csv = new TextDecoder("shift_jis").decode(readFileSync(join(out, "plan-items-cost-yearly.csv")));
  expect(csv).toContain("事業費(百万円),令和元年度,2019,令和元年度,118,百万円,計画8!E10\r\n");
});

test("never writes over a source", async () => {
  const into = folder("source");
  const path = join(into, "進捗.xlsx");
  copyFileSync(samplePath("ogori"), path);
  const before = hash(path);
  for (const out of [path, into]) {
    const run = await hyoka(["structure", path, "-o", out]);
    expect(run.code).toBe(64);
    expect(run.err).toContain("上書きできません");
  }
  expect(hash(path)).toBe(before);
});

test.each([
  [[samplePath("ogori")], "できたブックの出力先が指定されていません。"],
  [[samplePath("ogori"), samplePath("nerima"), "-o", join(root, "a.xlsx")], "出力先にフォルダーを指定してください。"],
])("says what is missing: %#", async (args, sentence) => {
  const run = await hyoka(["structure", ...args]);
  expect(run.code).toBe(64);
  expect(run.err).toContain(sentence);
  expect(existsSync(join(root, "a.xlsx"))).toBe(false);
});
