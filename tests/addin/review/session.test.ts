import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundledForms } from "../../../addin/review/bundled-forms.ts";
import type { Finding, Review } from "../../../addin/review/review-protocol.ts";
import { ReviewSession } from "../../../addin/review/review-session.ts";
import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { hyoka } from "../../support/run-hyoka.ts";
import { readSample, samplePath, SAMPLES, type SampleName } from "../../support/samples.ts";

const NAMES = SAMPLES.map(([, name]) => name);

async function opened(name: SampleName): Promise<{ session: ReviewSession; snapshot: WorkbookSnapshot }> {
  const session = new ReviewSession(bundledForms);
  const snapshot = await readSample(name);
  await session.open({ snapshot });
  return { session, snapshot };
}

/** A finding as `check --format json` prints it. */
function asPrinted(finding: Finding) {
  const { ruleId, messageId, severity, message, sheet, address, text, offset, fixes, acceptance } = finding;
  const { field = null, record = null, standard = null } = finding;
  const place = { sheet, address, text, offset, field, record };
  const suppressed = finding.state === "accepted";
  return { ruleId, messageId, severity, message, ...place, standard, fixes, suppressed, ...acceptanceOf(acceptance) };
}

function acceptanceOf(acceptance: Finding["acceptance"]) {
  return acceptance ? { reason: acceptance.reason, by: acceptance.by, on: acceptance.on } : {};
}

interface PrintedReport {
  readonly workbooks: readonly {
    readonly path: string;
    readonly form: string;
    readonly fiscalYear: number | null;
    readonly tables: readonly { readonly resource: string; readonly sheet: string; readonly range: string }[];
    readonly diagnostics: readonly unknown[];
    readonly summary: Review["summary"];
  }[];
}

async function printed(args: readonly string[]): Promise<PrintedReport["workbooks"]> {
  const { out } = await hyoka(["check", "--format", "json", ...args]);
  return (JSON.parse(out) as PrintedReport).workbooks;
}

describe("the same as hyoka check", () => {
  test("form, tables, findings and counts of the five samples", async () => {
    const reports = await printed(NAMES.map(samplePath));
    expect(reports).toHaveLength(NAMES.length);
    for (const [i, sample] of NAMES.entries()) {
      const session = new ReviewSession(bundledForms);
      const found = await session.open({ snapshot: await readSample(sample) });
      const review = await session.check();
      const report = reports[i]!;
      if (found.kind !== "recognised") throw new Error(found.kind);
      expect(found.form.name).toBe(report.form);
      expect(found.fiscalYear ?? null).toBe(report.fiscalYear);
      expect(
        found.tables.map(({ resource, sheet: name, range, records }) => ({ resource, sheet: name, range, records })),
      ).toEqual(report.tables);
      expect(review.findings.map(asPrinted)).toEqual(report.diagnostics);
      expect(review.summary).toEqual(report.summary);
      expect(review.faults).toEqual([]);
      expect(review.ready).toBe(report.summary.errors === 0);
    }
  });

  test("beside last year's workbook, and without it again", async () => {
    const [report] = await printed([samplePath("sendai-r6"), "--previous", samplePath("sendai-r5")]);
    const { session } = await opened("sendai-r6");
    const alone = await session.check();
    const file = { fileName: "R5.xlsx", bytes: readFileSync(samplePath("sendai-r5")) };
    const { review, pairs, gone } = await session.setPrevious(file);
    expect(review.findings.map(asPrinted)).toEqual(report!.diagnostics);
    expect(review.findings.length).toBeGreaterThan(alone.findings.length);
    expect(pairs.filter(({ how }) => how === "key").length).toBeGreaterThan(5);
    expect(pairs.every(({ current }) => current !== "")).toBe(true);
    expect(gone.every((title) => title !== "")).toBe(true);
    expect((await session.setPrevious(null)).review).toEqual(alone);
    expect(await session.pairs()).toBeUndefined();
  });
});

describe("open", () => {
  test("a workbook in which nothing is written is blank", async () => {
    const session = new ReviewSession(bundledForms);
    const found = await session.open({ snapshot: { sheets: [sheet("Sheet1", [])] } });
    expect(found).toMatchObject({ kind: "blank" });
    expect(found.forms.map(({ name }) => name)).toContain("ogori-progress");
  });

  test("an unknown form says what to do in the pane, without a word of the command line", async () => {
    const session = new ReviewSession(bundledForms);
    const found = await session.open({
      snapshot: {
        sheets: [
          sheet("買い物", [
            ["品名", "個数"],
            ["鉛筆", 3],
          ]),
        ],
      },
    });
    expect(found).toMatchObject({ kind: "unknown", advice: expect.stringContaining("一覧から選んで") as string });
    await expect(session.check()).rejects.toMatchObject({
      code: "form-not-recognised",
      hint: expect.stringContaining("一覧から選んで") as string,
    });
  });

  test("a form chosen by hand is the only one that is tried", async () => {
    const session = new ReviewSession(bundledForms);
    const snapshot = await readSample("ogori");
    const found = await session.open({ snapshot, formName: "nerima-action-plan" });
    expect(found).toMatchObject({ kind: "unknown", message: expect.stringContaining("アクションプラン") as string });
    expect(await session.open({ snapshot, formName: "ogori-progress" })).toMatchObject({ kind: "recognised" });
  });
});

test("findings carry their record's title and department", async () => {
  const { session } = await opened("ogori");
  const { findings } = await session.check();
  const ofRecords = findings.filter(({ record }) => record !== undefined);
  expect(ofRecords.length).toBeGreaterThan(5);
  expect(ofRecords.filter(({ recordTitle }) => (recordTitle ?? "") === "")).toEqual([]);
  expect(ofRecords.some(({ department }) => department?.endsWith("課"))).toBe(true);
});

describe("ids", () => {
  test("no two findings share one", async () => {
    for (const name of NAMES) {
      const { session } = await opened(name);
      const { findings } = await session.check();
      expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    }
  });

  test("stay the same over inserted rows and renamed sheets", async () => {
    const { session, snapshot } = await opened("ogori");
    const before = await session.check();
    const [first] = snapshot.sheets;
    const moved = await session.update({ sheets: [shifted(first!, 1, 3)] });
    expect(idsOf(moved)).toEqual(idsOf(before));
    expect(moved.findings[0]!.address).not.toBe(before.findings[0]!.address);
    const renamed = await session.update({ sheets: [], renamed: [{ from: first!.name, to: "提出用" }] });
    expect(idsOf(renamed)).toEqual(idsOf(before));
    expect(renamed.findings[0]!.sheet).toBe("提出用");
  });
});

describe("確認済み", () => {
  test("an accepted finding keeps its id, and lapses when the value changes", async () => {
    const { session, snapshot } = await opened("ogori");
    const target = (await session.check()).findings.find(({ state, record }) => state === "open" && record)!;
    const line = [
      target.ruleId,
      target.record!,
      target.field!,
      target.cellText.trim(),
      "原文のまま",
      "企画課",
      "2026-04-01",
    ];
    const list = sheet("確認済み", [["規則", "記録", "項目", "値", "理由", "確認者", "確認日"], line]);
    const accepted = await session.update({ sheets: [list] });
    expect(accepted.findings.find(({ id }) => id === target.id)).toMatchObject({
      state: "accepted",
      acceptance: { reason: "原文のまま", by: "企画課", on: "2026-04-01", row: 2 },
    });
    const [table] = snapshot.sheets;
    const cells = table!.cells.map((cell) =>
      cell.text === target.cellText ? { ...cell, value: "書き直しました。", text: "書き直しました。" } : cell,
    );
    const lapsed = await session.update({ sheets: [{ ...table!, cells }] });
    expect(lapsed.findings.filter(({ state }) => state === "lapsed")).toMatchObject([
      { ruleId: "acceptance-unused", sheet: "確認済み", address: "A2" },
    ]);
    const gone = await session.update({ sheets: [table!], removed: ["確認済み"] });
    expect(gone.findings.find(({ id }) => id === target.id)).toMatchObject({ state: "open" });
  });
});

describe("setPrevious", () => {
  test("a pair laid down on the sheet 「前年対応」 counts at the next update", async () => {
    const { session } = await opened("sendai-r6");
    const bytes = readFileSync(samplePath("sendai-r5"));
    const { pairs } = await session.setPrevious({ fileName: "R5.xlsx", bytes });
    const paired = pairs.find(({ previous }) => previous !== null)!;
    const list = sheet("前年対応", [
      ["今年度の事業", "前年度の事業（なしは「新規」）"],
      [paired.current, "新規"],
    ]);
    await session.update({ sheets: [list] });
    const now = await session.pairs();
    expect(now!.pairs.filter(({ current }) => current === paired.current)).toContainEqual(
      expect.objectContaining({ previous: null, how: "manual" }),
    );
    expect(now!.gone).toContain(paired.previous);
  });

  test("a workbook of another form and a broken file are refused in Japanese, and change nothing", async () => {
    const { session } = await opened("sendai-r6");
    const before = await session.check();
    await expect(
      session.setPrevious({ fileName: "小郡.xlsx", bytes: readFileSync(samplePath("ogori")) }),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/「小郡\.xlsx」を前年度のブックとして読めません/u) as string,
      hint: expect.stringContaining("選んでください") as string,
    });
    await expect(
      session.setPrevious({ fileName: "壊れ.xlsx", bytes: new Uint8Array([1, 2, 3]) }),
    ).rejects.toMatchObject({
      code: "not-a-workbook",
    });
    expect(await session.check()).toEqual(before);
  });
});

test("structure lists what hyoka structure would make", async () => {
  for (const name of NAMES) {
    const { session } = await opened(name);
    const made = await session.structure();
    const { out } = await hyoka(["structure", samplePath(name), "--preview"]);
    const lines = made.tables.map(
      ({ title, rows, columns, isView }) => `  表「${title}」${isView ? "（写し）" : ""} ${rows} 行 × ${columns} 列`,
    );
    expect(out.split("\n").filter((line) => line.startsWith("  表「"))).toEqual(lines);
    expect(out).toContain(`未分類 ${made.unclassified.length} 件`);
    expect(out.split("\n").filter((line) => line.startsWith("  数に直します")).length).toBe(made.normalisations.length);
    expect(made.sheets.map(({ rows }) => rows.length)).toEqual(made.tables.map(({ rows }) => rows));
  }
});

test("the list for mailing round has a line for each finding, with a link inside the workbook", async () => {
  const { session } = await opened("ogori");
  const { findings } = await session.check();
  const list = await session.findingSheet({ fileName: "小郡.xlsx" });
  expect(list.rows).toHaveLength(findings.length);
  expect(list.rows[0]![3]).toMatchObject({
    value: findings[0]!.address,
    link: { sheet: findings[0]!.sheet, address: findings[0]!.address },
  });
});

test("an empty workbook has the sheets and the rows of that of hyoka new", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hyoka-blank-"));
  try {
    const file = join(folder, "新年度.xlsx");
    await hyoka(["new", "ogori-progress", "--fiscal-year", "2025", "-o", file]);
    const { sheets } = await readXlsxBytes(readFileSync(file), "新年度.xlsx");
    const session = new ReviewSession(bundledForms);
    const blank = await session.blankForm({ formName: "ogori-progress", fiscalYear: 2025 });
    expect(blank.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
    const bottoms = sheets.map(({ tables }) => tables[0]!.range.bottom);
    expect(blank.map(({ rows }) => rows.length + 1)).toEqual(bottoms);
    await expect(session.blankForm({ formName: "nowhere", fiscalYear: 2025 })).rejects.toMatchObject({
      code: "form-unknown",
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("every finding of the samples has what there is to say of its rule", async () => {
  const { session } = await opened("kawasaki");
  const rules = await session.rules();
  for (const { ruleId } of (await session.check()).findings) {
    expect(rules[ruleId]).toMatchObject({ id: ruleId, title: expect.stringMatching(/.+/u) as string });
  }
  expect(Object.values(rules).filter(({ standard, standardText }) => standard && !standardText)).toEqual([]);
  expect(rules["acceptance-unused"]?.categoryTitle).toBe("確認済み");
});

function idsOf({ findings }: Review): string[] {
  return findings.map(({ id }) => id).sort();
}

function sheet(name: string, grid: readonly (readonly (string | number)[])[]): SheetSnapshot {
  const cells = grid.flatMap((row, i) =>
    row.map((value, j): CellSnapshot => ({ row: i + 1, column: j + 1, value, text: String(value) })),
  );
  return { name, visibility: "visible", cells, merges: [], hiddenRows: [], hiddenColumns: [], tables: [] };
}

/** A sheet with rows inserted above a row. */
function shifted(original: SheetSnapshot, at: number, by: number): SheetSnapshot {
  const move = (row: number) => (row >= at ? row + by : row);
  return {
    ...original,
    cells: original.cells.map((cell) => ({ ...cell, row: move(cell.row) })),
    merges: original.merges.map((merge) => ({ ...merge, top: move(merge.top), bottom: move(merge.bottom) })),
    hiddenRows: original.hiddenRows.map(move),
  };
}
