import { expect, test } from "vitest";
import { joinedChanges } from "../../../../addin/pane/actions/joined-changes.ts";
import type { WorkbookChange } from "../../../../addin/workbook/sheet-list.ts";

const nothing: WorkbookChange = {
  changedSheets: [],
  added: [],
  removed: [],
  renamed: [],
  order: ["様式"],
  structural: false,
};

test("edits of two sheets, and of one sheet twice", () => {
  const first = { ...nothing, changedSheets: ["様式", "一覧"] };
  const second = { ...nothing, changedSheets: ["様式"], structural: true };
  expect(joinedChanges(first, second)).toMatchObject({ changedSheets: ["様式", "一覧"], structural: true });
});

test("an edited sheet is read under its new name", () => {
  const first = { ...nothing, changedSheets: ["様式"] };
  const second = { ...nothing, renamed: [{ from: "様式", to: "様式2" }], order: ["様式2"] };
  expect(joinedChanges(first, second)).toMatchObject({
    changedSheets: ["様式2"],
    renamed: [{ from: "様式", to: "様式2" }],
    order: ["様式2"],
  });
});

test("renamed twice is renamed once; renamed back is not renamed", () => {
  const rename = (from: string, to: string) => ({ ...nothing, renamed: [{ from, to }] });
  expect(joinedChanges(rename("a", "b"), rename("b", "c")).renamed).toEqual([{ from: "a", to: "c" }]);
  expect(joinedChanges(rename("a", "b"), rename("b", "a")).renamed).toEqual([]);
});

test("removed after a renaming is removed under the name of before", () => {
  const first = { ...nothing, changedSheets: ["b"], renamed: [{ from: "a", to: "b" }] };
  expect(joinedChanges(first, { ...nothing, removed: ["b"] })).toMatchObject({
    changedSheets: [],
    renamed: [],
    removed: ["a"],
  });
});

test("added and removed again never was there; added and renamed is added under its new name", () => {
  const first = { ...nothing, changedSheets: ["新"], added: ["新"] };
  expect(joinedChanges(first, { ...nothing, removed: ["新"] })).toMatchObject({
    changedSheets: [],
    added: [],
    removed: [],
  });
  expect(joinedChanges(first, { ...nothing, renamed: [{ from: "新", to: "表" }] })).toMatchObject({
    changedSheets: ["表"],
    added: ["表"],
    renamed: [],
  });
});

test("removed and made again is a changed one", () => {
  const first = { ...nothing, removed: ["a"] };
  const second = { ...nothing, changedSheets: ["a"], added: ["a"] };
  expect(joinedChanges(first, second)).toMatchObject({ changedSheets: ["a"], removed: [] });
});
