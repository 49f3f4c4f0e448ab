import { expect, test } from "vitest";
import { changeBetween, type ListedSheet, type WorkbookChange } from "../../../addin/workbook/sheet-list.ts";

const list = (...sheets: readonly string[]): ListedSheet[] =>
  sheets.map((sheet) => ({ id: sheet.slice(0, 1), name: sheet.slice(1) }));
const told = (changed: readonly string[] = [], added: readonly string[] = [], structural = false) => ({
  changed: new Set(changed),
  added: new Set(added),
  structural,
});

/** Ids are the first letters of these sheets. */
const before = list("a表", "b様式");

test.each<[string, ListedSheet[], ReturnType<typeof told>, Partial<WorkbookChange> | undefined]>([
  ["nothing", before, told(), undefined],
  ["a cell", before, told(["a"]), { changedSheets: ["表"], structural: false }],
  ["a row", before, told(["a"], [], true), { changedSheets: ["表"], structural: true }],
  ["another name", list("a表", "b別紙"), told(), { renamed: [{ from: "様式", to: "別紙" }], changedSheets: [] }],
  [
    "names exchanged",
    list("a様式", "b表"),
    told(),
    {
      renamed: [
        { from: "表", to: "様式" },
        { from: "様式", to: "表" },
      ],
    },
  ],
  ["another order", list("b様式", "a表"), told(), { changedSheets: [], order: ["様式", "表"], structural: true }],
  ["a new sheet", list("c新", "a表", "b様式"), told(["c"], ["c"]), { added: ["新"], changedSheets: ["新"] }],
  ["one less", list("b様式"), told(["a"]), { removed: ["表"], changedSheets: [] }],
  ["made again under its name", list("c表", "b様式"), told(), { removed: [], added: ["表"], changedSheets: ["表"] }],
  ["another one in its name", list("b表"), told(), { removed: ["表"], renamed: [{ from: "様式", to: "表" }] }],
])("%s", (_, after, what, change) => {
  const found = changeBetween(before, after, what);
  if (change) expect(found).toMatchObject(change);
  else expect(found).toBeUndefined();
});
