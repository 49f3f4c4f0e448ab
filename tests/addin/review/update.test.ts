import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges } from "../../../addin/review/apply-changes.ts";
import { bundledForms } from "../../../addin/review/bundled-forms.ts";
import type { WorkbookChanges } from "../../../addin/review/review-protocol.ts";
import { ReviewSession } from "../../../addin/review/review-session.ts";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";
import { RULES } from "../../../core/validation/rules/index.ts";
import { parseRange } from "../../../core/workbook/address.ts";
import { structureSnapshot } from "../../../core/structure/structure-snapshot.ts";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import { writeStructuredWorkbook } from "../../../renderer/structure/write-structured-workbook.ts";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { withCell, withoutRow, withRowsExchanged, withRowsInserted } from "../../support/edit-sheet.ts";
import { text } from "../../support/random-documents.ts";
import { readSample, samplePath, SAMPLES } from "../../support/samples.ts";

const forms = bundledForms();
const session = () => new ReviewSession(() => forms);

/** One thing that people do to a workbook. `pick` chooses among what there is, from 0 to 1. */
interface Edit {
  readonly kind:
    | "type"
    | "copy"
    | "clear"
    | "formula"
    | "insert"
    | "delete"
    | "exchange"
    | "merge"
    | "unmerge"
    | "hide"
    | "rename"
    | "add"
    | "move"
    | "accept";
  readonly pick: number;
  readonly other: number;
  readonly text: string;
}

const fraction = fc.double({ min: 0, max: 0.999_999, noNaN: true });
const edits: fc.Arbitrary<Edit> = fc.record({
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom<Edit["kind"][]>("type", "copy", "clear") },
    {
      weight: 6,
      arbitrary: fc.constantFrom<Edit["kind"][]>("formula", "insert", "delete", "exchange", "merge", "unmerge"),
    },
    { weight: 3, arbitrary: fc.constantFrom<Edit["kind"][]>("hide", "rename", "add", "move", "accept") },
  ),
  pick: fraction,
  other: fraction,
  text,
});

function chosen<T>(items: readonly T[], at: number): T {
  return items[Math.floor(at * items.length)]!;
}

/** What the pane would tell the review after an edit. */
function changesOf({ sheets }: WorkbookSnapshot, edit: Edit): WorkbookChanges {
  const sheet = chosen(sheets, edit.other < 0.8 ? 0 : edit.pick);
  const names = sheets.map(({ name }) => name);
  switch (edit.kind) {
    case "rename":
      return { sheets: [], renamed: [{ from: sheet.name, to: `${sheet.name.slice(0, 20)}改` }] };
    case "move":
      return { sheets: [], order: names.toReversed() };
    case "add":
      return { sheets: [{ ...sheet, name: `写し${names.length}` }], order: [...names, `写し${names.length}`] };
    case "hide":
      return { sheets: [{ ...sheet, visibility: sheet.visibility === "visible" ? "hidden" : "visible" }] };
    case "accept":
      return { sheets: [acceptance(sheet, edit)] };
    default:
      return { sheets: [sheet.cells.length === 0 ? sheet : edited(sheet, edit, edit.kind)] };
  }
}

function edited(sheet: SheetSnapshot, { pick, other, text: words }: Edit, kind: Edit["kind"]): SheetSnapshot {
  const cell = chosen(sheet.cells, pick);
  const rows = Math.max(...sheet.cells.map(({ row }) => row));
  const another = chosen(sheet.cells, other);
  const beside = { row: cell.row, column: Math.max(1, cell.column + (other < 0.5 ? 1 : 0)) };
  switch (kind) {
    case "type":
      return withCell(sheet, beside, other < 0.2 ? Math.round(other * 5000) : words);
    case "copy":
      return withCell(sheet, cell, another.value);
    case "clear":
      return withCell(sheet, cell, null);
    case "formula":
      return withCell(sheet, cell, cell.value ?? "", { formula: "A1" });
    case "insert":
      return withRowsInserted(sheet, Math.ceil(pick * rows), 1 + Math.floor(other * 3));
    case "delete":
      return withoutRow(sheet, Math.ceil(pick * rows));
    case "exchange":
      return withRowsExchanged(sheet, cell.row, another.row);
    case "merge": {
      const range = { top: cell.row, left: cell.column, bottom: cell.row + 1, right: cell.column };
      return { ...sheet, merges: [...sheet.merges, range] };
    }
    default:
      return { ...sheet, merges: sheet.merges.filter((_, i) => i !== Math.floor(pick * sheet.merges.length)) };
  }
}

/** A 「確認済み」 sheet that accepts whatever one rule says of a cell. */
function acceptance({ cells }: SheetSnapshot, { pick, other }: Edit): SheetSnapshot {
  const rule = chosen(["word-doubled", "value-required", "relative-date", "spelling-varies"], other);
  const grid = [
    ["規則", "記録", "項目", "値", "理由"],
    [rule, "", "", cells.length === 0 ? "" : chosen(cells, pick).text, "原文のまま"],
  ];
  return listed("確認済み", grid);
}

function listed(name: string, grid: readonly (readonly string[])[]): SheetSnapshot {
  const cells = grid.flatMap((line, i) => line.map((value, j) => ({ row: i + 1, column: j + 1, value, text: value })));
  return { name, visibility: "visible", cells, merges: [], hiddenRows: [], hiddenColumns: [], tables: [] };
}

/** A review, or why there is none. */
async function outcome(work: Promise<unknown>): Promise<unknown> {
  return await work.catch((error: unknown) => (error as { code: string }).code);
}

async function expectSameAfter(
  snapshot: WorkbookSnapshot,
  list: readonly Edit[],
  previous?: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<void> {
  const live = session();
  await live.open({ snapshot });
  await (previous ? live.setPrevious(previous) : live.check());
  let now = snapshot;
  for (const edit of list) {
    const changes = changesOf(now, edit);
    now = applyChanges(now, changes);
    const updated = await outcome(live.update(changes));
    const fresh = session();
    // A copy: nothing that is remembered of the snapshot itself may help.
    const opened = await fresh.open({ snapshot: structuredClone(now) });
    const review = previous && opened.kind === "recognised" ? fresh.setPrevious(previous) : fresh.check();
    expect(updated).toEqual(await outcome(review.then((made) => ("review" in made ? made.review : made))));
  }
}

test("accepting and pairing beside last year's workbook, one after the other", async () => {
  const snapshot = await readSample("sendai-r6");
  const previous = { fileName: "R5.xlsx", bytes: readFileSync(samplePath("sendai-r5")) };
  const live = session();
  await live.open({ snapshot });
  const { review, pairs } = await live.setPrevious(previous);
  const target = review.findings.find(({ record }) => record !== undefined)!;
  const paired = pairs.find(({ previous: last }) => last !== null)!;
  const accept = listed("確認済み", [
    ["規則", "記録", "項目", "値", "理由"],
    [target.ruleId, target.record!, target.field!, target.cellText.trim(), "原文のまま"],
  ]);
  const pair = listed("前年対応", [
    ["今年度の事業", "前年度の事業"],
    [paired.current, "新規"],
  ]);
  let now = snapshot;
  for (const sheets of [[accept], [pair], [listed("確認済み", [])], [listed("前年対応", [])]]) {
    now = applyChanges(now, { sheets });
    const updated = await live.update({ sheets });
    const fresh = session();
    await fresh.open({ snapshot: structuredClone(now) });
    expect(updated).toEqual((await fresh.setPrevious(previous)).review);
    expect(await live.pairs()).toEqual(await fresh.pairs());
  }
});

test("a fix is no longer offered once its cell holds a formula with the same result", async () => {
  const snapshot = await readSample("ogori");
  const live = session();
  await live.open({ snapshot });
  const recordRules = new Set(RULES.filter(({ meta }) => meta.scope === "record").map(({ meta }) => meta.id));
  const { findings } = await live.check();
  const target = findings.find(({ ruleId, fixes }) => recordRules.has(ruleId) && fixes.length > 0)!;
  const sheet = snapshot.sheets.find(({ name }) => name === target.sheet)!;
  const range = parseRange(target.address)!;
  const at = { row: range.top, column: range.left };
  const changed = withCell(sheet, at, target.cellText, { formula: "CONCAT(A1)" });
  const { findings: now } = await live.update({ sheets: [changed] });
  expect(now.find(({ id }) => id === target.id)).toMatchObject({ fixes: [] });
});

describe("update gives the same as a new check", () => {
  test.each(SAMPLES)("%s %s", async (_, name) => {
    const snapshot = await readSample(name);
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 6 }), (list) => expectSameAfter(snapshot, list)),
      { numRuns: 12, seed: 20261122 },
    );
  });

  test("beside last year's workbook", async () => {
    const snapshot = await readSample("sendai-r6");
    const previous = { fileName: "R5.xlsx", bytes: readFileSync(samplePath("sendai-r5")) };
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 5 }), (list) =>
        expectSameAfter(snapshot, list, previous),
      ),
      { numRuns: 8, seed: 20261122 },
    );
  });

  test("on data tables", async () => {
    const sheets = await readSample("ogori");
    const recognised = recogniseForm(
      sheets,
      forms.map(({ definition }) => definition),
    );
    const source = { file: "小郡.xlsx", sha256: "", madeOn: "2026-04-01" };
    const bytes = await writeStructuredWorkbook(structureSnapshot(sheets, recognised), source);
    const all = await readXlsxBytes(bytes, "データ.xlsx");
    // People edit the records, which stand behind the cover.
    const snapshot = { sheets: [...all.sheets.slice(1), all.sheets[0]!] };
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 4 }), (list) => expectSameAfter(snapshot, list)),
      { numRuns: 6, seed: 20261122 },
    );
  });
});
