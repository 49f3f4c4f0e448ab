import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkWorkbook } from "../../../renderer/check/check-workbook.ts";
import { compareWorkbooks, type ComparedWorkbooks } from "../../../renderer/comparison/compare-workbooks.ts";
import { loadForms } from "../../../renderer/forms/load-forms.ts";
import { readXlsx } from "../../../renderer/workbook/read-xlsx.ts";
import { comparisonText, placedFindings } from "../../support/comparison-text.ts";
import { writeMadeUpYear } from "../../support/made-up-year.ts";
import { samplePath } from "../../support/samples.ts";

const forms = loadForms();
const root = mkdtempSync(join(tmpdir(), "hyoka-compare-"));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const years = {
  "sendai-r6": samplePath("sendai-r5"),
  kawasaki: join(root, "kawasaki-2011.xlsx"),
  ogori: join(root, "ogori-r2.xlsx"),
  nerima: join(root, "nerima-r2.xlsx"),
} as const;
type Year = keyof typeof years;

const compared = (name: Year): Promise<ComparedWorkbooks> =>
  compareWorkbooks({
    previous: years[name],
    current: samplePath(name),
    forms,
    chosen: undefined,
    issuedOn: "2026-04-01",
  });

beforeAll(async () => {
  const fewer = (text: string) => text.replace(/(\d+)(?=回|人)/gu, (count) => String(Math.ceil(Number(count) * 0.8)));
  await writeMadeUpYear(samplePath("kawasaki"), years.kawasaki, (text) =>
    fewer(text).replace("評価年度:2012", "評価年度:2011"),
  );
  await writeMadeUpYear(samplePath("ogori"), years.ogori, (text) =>
    fewer(text).replaceAll("令和3年度", "令和2年度").replace("公園の整備", "公園と広場の整備"),
  );
  await writeMadeUpYear(samplePath("nerima"), years.nerima, fewer);
});

test("仙台市 令和5 and 6, side by side", async () => {
  const { model } = await compared("sendai-r6");
  await expect(comparisonText(model)).toMatchFileSnapshot("../../golden/comparison/sendai.txt");
});

describe.each(Object.keys(years) as Year[])("%s", (name) => {
  let comparison: ComparedWorkbooks;
  beforeAll(async () => {
    comparison = await compared(name);
  });

  test("every finding of `check --previous` stands in the comparison, once", async () => {
    const { result } = await checkWorkbook(samplePath(name), {
      forms,
      chosen: undefined,
      previous: await readXlsx(years[name]),
    });
    const said = result.open.map(({ ruleId, message, severity }) => [ruleId, severity, message].join(" ")).sort();
    const placed = placedFindings(comparison.model);
    expect(said.length).toBeGreaterThan(20);
    expect(placed.map(({ ruleId, message, severity }) => [ruleId, severity, message].join(" ")).sort()).toEqual(said);
  });

  test("every value of both years is there, in its own cell", () => {
    const { sections } = comparison.model;
    const rows = sections.flatMap(({ records }) => records.flatMap((record) => [...record.brief, ...record.rows]));
    for (const side of ["previous", "current"] as const) {
      const cells = rows.flatMap((row) => row[side] ?? []);
      expect(cells.length).toBeGreaterThan(30);
      for (const { text, lines } of cells) {
        const shown = lines.map(({ marker, pieces }) => marker + pieces.map((piece) => piece.text).join("")).join("");
        expect(shown.replaceAll(/\s+/gu, "")).toBe(text.replaceAll(/\s+/gu, ""));
      }
    }
  });
});

test("a form with columns of years: this year's own year beside last year's own", async () => {
  const { model } = await compared("kawasaki");
  expect([model.previous.heading, model.current.heading]).toEqual(["前年（平成23年度）", "今年（平成24年度）"]);
  const [card] = model.sections.at(-1)!.records;
  const [result, ...otherYears] = card!.rows.filter(({ field }) => field === "result");
  expect(result).toMatchObject({
    title: "実績",
    previous: { cell: "'評価票(2)'!D23" },
    current: { cell: "'評価票(2)'!F23" },
  });
  // Those two again beside what the other workbook says of the same year: only where that differs.
  expect(otherYears.map(({ title }) => title)).toEqual(["実績（2011年度）", "実績（2012年度）"]);
  for (const { previous, current } of otherYears) expect(previous!.text).not.toBe(current!.text);
  const goals = card!.rows.filter(({ field }) => field === "goal").map(({ title }) => title);
  expect(goals[0]).toBe("事業目標");
  expect(goals).toContain("事業目標（2013年度）");
  const charted = card!.indicators.filter(({ chart }) => chart !== null);
  expect(charted[0]!.chart!.alternative).toMatch(/^折れ線グラフ: .*。2011年度 .*、2012年度 /u);
});

test("a name that changed is found again, department by department", async () => {
  const { model } = await compared("ogori");
  const renamed = model.sections.flatMap(({ records }) => records).filter(({ state }) => state === "renamed");
  expect(renamed.length).toBeGreaterThanOrEqual(1);
  for (const { title, mark, note } of renamed) {
    expect({ title, mark, note }).toEqual({
      title: "公園の整備",
      mark: "名称変更",
      note: "前年の名称「公園と広場の整備」",
    });
  }
});

test("rows of costs stand beside last year's, but are not counted", async () => {
  const { model } = await compared("nerima");
  const records = model.sections.flatMap((section) => section.records);
  const costs = records.filter(({ title }) => title === "事業費(百万円)");
  expect(costs.length).toBe(4);
  for (const { isCounted, state } of costs) expect({ isCounted, state }).toEqual({ isCounted: false, state: "kept" });
  expect(model.summary.find(({ label }) => label === "今年の件数")!.count).toBe(
    records.filter(({ isCounted }) => isCounted).length,
  );
});
