import { expect, test } from "vitest";
import { applyChanges } from "../../../addin/review/apply-changes.ts";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";

const sheet = (name: string, text = name): SheetSnapshot => ({
  name,
  visibility: "visible",
  cells: [{ row: 1, column: 1, value: text, text }],
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  tables: [],
});
const before = { sheets: [sheet("表紙"), sheet("一覧"), sheet("付表")] };

function shown({ sheets }: WorkbookSnapshot): string[] {
  return sheets.map(({ name, cells }) => `${name}: ${cells[0]!.text}`);
}

test("an edited sheet takes the place of the old one; the others stay the same objects", () => {
  const now = applyChanges(before, { sheets: [sheet("一覧", "直し")] });
  expect(shown(now)).toEqual(["表紙: 表紙", "一覧: 直し", "付表: 付表"]);
  expect(now.sheets[0]).toBe(before.sheets[0]);
});

test("a sheet may be renamed and edited at once: edits use the new name", () => {
  const changes = { sheets: [sheet("様式1", "直し")], renamed: [{ from: "一覧", to: "様式1" }] };
  expect(shown(applyChanges(before, changes))).toEqual(["表紙: 表紙", "様式1: 直し", "付表: 付表"]);
});

test("two sheets may exchange their names", () => {
  const renamed = [
    { from: "一覧", to: "付表" },
    { from: "付表", to: "一覧" },
  ];
  expect(shown(applyChanges(before, { sheets: [], renamed }))).toEqual(["表紙: 表紙", "付表: 一覧", "一覧: 付表"]);
});

test("added sheets come last, or where the order says", () => {
  const added = { sheets: [sheet("確認済み")] };
  expect(shown(applyChanges(before, added)).at(-1)).toBe("確認済み: 確認済み");
  const order = ["一覧", "確認済み", "付表", "表紙"];
  expect(applyChanges(before, { ...added, order }).sheets.map(({ name }) => name)).toEqual(order);
});

test("a removed sheet is gone, and its name is free for another", () => {
  expect(shown(applyChanges(before, { sheets: [], removed: ["一覧"] }))).toEqual(["表紙: 表紙", "付表: 付表"]);
  const changes = { sheets: [], removed: ["一覧"], renamed: [{ from: "付表", to: "一覧" }] };
  expect(shown(applyChanges(before, changes))).toEqual(["表紙: 表紙", "一覧: 付表"]);
});
