import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";
import type { BrowserSession } from "../../../renderer/browser/browser-session.ts";
import { startBrowser } from "../../../renderer/browser/browser-session.ts";
import { findBrowser } from "../../../renderer/browser/find-browser.ts";
import { thisMachine } from "../../../renderer/browser/host-machine.ts";
import { ogoriWorkbook } from "../../../renderer/bench/bench-workbooks.ts";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { areaName } from "../../excel-host/model/areas.ts";
import { openPane, type OpenPane } from "../../excel-host/browser/open-pane.ts";
import { hyoka } from "../../support/run-hyoka.ts";
import { type SampleName, samplePath, SAMPLES } from "../../support/samples.ts";
import { buildPane, type BuiltPane } from "../../excel-host/browser/built-pane.ts";
import { asListed, checkedBytes, checkedFiles, type PrintedDiagnostic } from "./pane-check.ts";
import { inOrder, PersonAtPane } from "./person-at-pane.ts";

const names = SAMPLES.map(([, name]) => name);
/** High enough for every line of the longest list. */
const height = 24_000;

let built: BuiltPane;
let session: BrowserSession;
let structured: string;
let checked: ReadonlyMap<SampleName, readonly PrintedDiagnostic[]>;

beforeAll(async () => {
  const paths = names.map(samplePath);
  structured = await mkdtemp(join(tmpdir(), "hyoka-structured-"));
  [built, session] = await Promise.all([buildPane(), startBrowser(thisMachine(), findBrowser(thisMachine()), 60_000)]);
  const results = await checkedFiles(paths);
  checked = new Map(names.map((name, index) => [name, results[index]!]));
  await hyoka(["structure", ...paths, "-o", structured, "--made-on", "2026-04-01"]);
});

afterAll(async () => {
  await session.close();
  await Promise.all([built.remove(), rm(structured, { recursive: true })]);
});

async function open(name: SampleName): Promise<{ pane: OpenPane; person: PersonAtPane }> {
  const pane = await openPane(session.browser, readFileSync(samplePath(name)), { folder: built.folder, height });
  const person = new PersonAtPane(pane);
  await person.ready();
  return { pane, person };
}

describe.each(names)("%s", (name) => {
  test("open, jump, fix, accept, save: the pane says what hyoka check says", async () => {
    const { pane, person } = await open(name);
    const diagnostics = checked.get(name)!;
    await person.choose("状態", "すべての状態");
    expect(inOrder(await person.list())).toEqual(inOrder(diagnostics.map(asListed)));
    expect(pane.host.undo.steps).toEqual([]);

    const fixable = diagnostics.find(({ fixes }) => fixes[0]?.kind === "fix")!;
    await person.open(fixable);
    const { sheet, area } = pane.host.book.selection;
    expect([sheet.name, areaName(area)]).toEqual([fixable.sheet, fixable.address]);

    await person.press("直す");
    await person.sees("直しました");
    await person.rested();
    for (const edit of fixable.fixes[0]!.edits) expect(valueAt(pane, edit)).toBe(edit.value ?? "");
    expect(pane.host.undo.steps).toHaveLength(1);

    await person.press("一覧");
    const accepted = (await person.list()).find(({ word }) => word === "情報" || word === "警告")!;
    await person.open(accepted);
    await person.press("このままで良い（確認済みにする）");
    await person.write("理由", "前年度と同じ書き方にそろえた");
    await person.write("確認者", "企画課 佐藤");
    await person.press("確認済みにする");
    await person.sees("確認済みにしました");
    await person.rested();

    await person.press("一覧");
    const listed = inOrder(await person.list());
    expect(listed.filter((line) => line.includes(" 確認済み ")).length).toBeGreaterThan(0);
    const saved = await pane.host.save();
    expect(listed).toEqual(inOrder((await checkedBytes(saved)).map(asListed)));
    expect(pane.faults).toEqual([]);
    await pane.close();
  });

  test("整形 adds what hyoka structure makes, and leaves the form as it was", async () => {
    const { pane, person } = await open(name);
    await person.press("整形", "tab");
    await person.press("整形する");
    await person.sees("整形しました");
    await person.rested();
    const before = await readXlsxBytes(readFileSync(samplePath(name)), "前.xlsx");
    const after = await readXlsxBytes(await pane.host.save(), "後.xlsx");
    expect(after.sheets.slice(0, before.sheets.length)).toEqual(before.sheets);
    const command = await readXlsxBytes(await readFile(join(structured, `${name}.xlsx`)), "整形.xlsx");
    // The cover is that of a workbook of its own; here the form itself stands beside the tables.
    const { cover, ...tables } = tableCells(command);
    expect(cover).toBeDefined();
    expect(tableCells(after)).toEqual(tables);
    expect(pane.faults).toEqual([]);
    await pane.close();
  });
});

function valueAt(
  { host }: OpenPane,
  { sheet, address }: { readonly sheet: string; readonly address: string },
): unknown {
  const place = host.book.place(address, host.book.sheet(sheet));
  return place.sheet.cell(place.area.top, place.area.left).value;
}

/** The cells of every Excel Table, by the name of the table. */
function tableCells({ sheets }: WorkbookSnapshot): Record<string, string[]> {
  return Object.fromEntries(
    sheets.flatMap(({ tables, cells }) =>
      tables.map(({ name, range }): [string, string[]] => [
        name,
        cells
          .filter(
            ({ row, column }) =>
              row >= range.top && row <= range.bottom && column >= range.left && column <= range.right,
          )
          .map(({ row, column, text }) => `${row - range.top},${column - range.left} ${text}`),
      ]),
    ),
  );
}

test("a table that comes from Excel in several parts: the pane counts what hyoka check counts", async () => {
  const bytes = await ogoriWorkbook(2500);
  const pane = await openPane(session.browser, bytes, { folder: built.folder });
  const person = new PersonAtPane(pane);
  await person.ready();
  const counts = Map.groupBy(await checkedBytes(bytes), ({ severity }) => severity);
  const shown = (await person.text()).replaceAll(/\s+/gu, " ");
  const count = (severity: "error" | "warning" | "info") => counts.get(severity)!.length;
  expect(shown).toContain("小郡市 令和3年度の 4 表、2,500 件です");
  expect(shown).toContain(`誤り ${count("error")} 警告 ${count("warning")} 情報 ${count("info")}`);
  expect(pane.host.batches.filter(({ answerBytes }) => answerBytes > 1_000_000).length).toBeGreaterThan(1);
  await pane.close();
});
