import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { hyoka } from "../support/run-hyoka.ts";
import { samplePath } from "../support/samples.ts";
import { FORMS } from "./made-workbook.ts";

const root = mkdtempSync(join(tmpdir(), "hyoka-new-"));

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

interface Found {
  readonly workbooks: readonly {
    readonly form: string;
    readonly fiscalYear: number;
    readonly tables: readonly { readonly resource: string; readonly records: number }[];
    readonly diagnostics: readonly { readonly ruleId: string; readonly field: string; readonly severity: string }[];
  }[];
}

async function checked(file: string): Promise<Found["workbooks"][number]> {
  const run = await hyoka(["check", file, "--format", "json"]);
  return (JSON.parse(run.out) as Found).workbooks[0]!;
}

describe.each(FORMS.map(({ name }) => name))("hyoka new %s", (name) => {
  test("makes a workbook in which the check finds nothing, by the standard neither", async () => {
    const out = join(root, "空", `${name}.xlsx`);
    const run = await hyoka(["new", name, "--fiscal-year", "令和７", "-o", out]);
    expect(run).toEqual({ code: 0, out: `✓ ${out}（${name}、令和7年度）\n`, err: "" });
    expect(await checked(out)).toMatchObject({ form: name, fiscalYear: 2025, diagnostics: [] });
    const standard = await hyoka(["check", out, "--standard", "machine-readability"]);
    expect(standard.out).toContain("指摘はありません");
  });
});

test("--from: what is still to be filled in is found in the rows carried over, and nowhere else", async () => {
  const out = join(root, "R6.xlsx");
  const source = samplePath("sendai-r5");
  const run = await hyoka(["new", "sendai-projects", "--fiscal-year", "R6", "--from", source, "-o", out]);
  expect(run.out).toBe(`✓ ${out}（sendai-projects、令和6年度、${source} から 8 件を引き継ぎ）\n`);
  const { fiscalYear, tables, diagnostics } = await checked(out);
  expect([fiscalYear, tables]).toMatchObject([2024, [{ resource: "projects", records: 8 }]]);
  const blank = diagnostics.filter(({ ruleId }) => ruleId === "value-required");
  expect(blank.map(({ field }) => field).sort()).toEqual([
    ...Array<string>(8).fill("evaluation"),
    ...Array<string>(8).fill("result"),
  ]);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual(blank);
});

test("a file that is there already is never written over", async () => {
  const out = join(root, "記入済み.xlsx");
  writeFileSync(out, "staff worked on this");
  const run = await hyoka(["new", "ogori-progress", "--fiscal-year", "2025", "-o", out]);
  expect(run.code).toBe(64);
  expect(run.err).toContain("すでにあります");
  expect(readFileSync(out, "utf8")).toBe("staff worked on this");
});

test.each([
  [["new", "ogori-progress"], "オプション「--fiscal-year <year>」がありません"],
  [["new", "--fiscal-year", "2025"], "帳票が指定されていません"],
  [["new", "ogori-progress", "--fiscal-year", "7"], "2025、R7、令和7 のように書いてください"],
  [["new", "ogori-progress", "--fiscal-year", "2025", "--rows", "-1"], "0 から 1000 までの整数"],
  [["new", "ogori-progress", "--fiscal-year", "2025", "-o", join(root, "a.pdf")], ".xlsx で終わる名前"],
  [["new", "nobody", "--fiscal-year", "2025", "-o", join(root, "b.xlsx")], "帳票「nobody」はありません"],
  [
    ["new", "sendai-projects", "--fiscal-year", "R5", "--from", samplePath("sendai-r5"), "-o", join(root, "c.xlsx")],
    "令和5年度より前の年度ではありません",
  ],
])("%j is refused, and says why", async (args, says) => {
  const run = await hyoka(args);
  expect(run.code).toBe(64);
  expect(run.err).toContain(says);
  expect(["a.pdf", "b.xlsx", "c.xlsx"].some((name) => existsSync(join(root, name)))).toBe(false);
});

test("last year's workbook of another form is not read as this one", async () => {
  const out = join(root, "d.xlsx");
  const run = await hyoka([
    "new",
    "ogori-progress",
    "--fiscal-year",
    "R7",
    "--from",
    samplePath("kawasaki"),
    "-o",
    out,
  ]);
  expect(run.code).toBe(1);
  expect(run.err).toContain("として読めません");
  expect(existsSync(out)).toBe(false);
});
