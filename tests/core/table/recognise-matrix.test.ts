import { expect, test } from "vitest";
import type { EvaluationTable } from "../../../core/table/evaluation-document.ts";
import { recogniseDocument } from "../../../core/table/recognise-document.ts";
import { ledgerFaults } from "../../support/ledger.ts";
import { FORMS, sheet, tables, texts, workbook, type Grid, type SheetOptions } from "../../support/sheet.ts";

const HEADINGS = ["点検結果", "予算・人員等の拡大", "<", "予算・人員等の縮減", "<", "予算・人員等の現状維持", "<"];
const SAME = ["事業目標どおり", "A", 1, "B", 0, "C", 10];
const CHANGED = ["事業目標を変更", "E", 0, "F", 0, "G", 0];

function matrix(grid: Grid, options?: SheetOptions): EvaluationTable | undefined {
  const book = workbook(sheet(grid, options));
  expect(ledgerFaults(book, recogniseDocument(book, FORMS["kawasaki-evaluation"]))).toEqual([]);
  return tables("kawasaki-evaluation", grid, options).find(({ layout }) => layout === "matrix");
}

const FIELDS = ["goalChange", "resources", "code", "count"] as const;

test("a record for every meeting; the missing column is reported", () => {
  const table = matrix([HEADINGS, SAME, CHANGED], { row: 4, column: 3 });
  expect(texts(table, ...FIELDS)).toEqual([
    ["事業目標どおり", "予算・人員等の拡大", "A", "1"],
    ["事業目標どおり", "予算・人員等の縮減", "B", "0"],
    ["事業目標どおり", "予算・人員等の現状維持", "C", "10"],
    ["事業目標を変更", "予算・人員等の拡大", "E", "0"],
    ["事業目標を変更", "予算・人員等の縮減", "F", "0"],
    ["事業目標を変更", "予算・人員等の現状維持", "G", "0"],
  ]);
  expect(table?.missingHeadings).toEqual(["事業終了休止・中止・廃止"]);
  expect(table?.range).toEqual({ top: 4, left: 3, bottom: 6, right: 9 });
});

test("a missing row", () => {
  expect(matrix([HEADINGS, CHANGED])?.records).toHaveLength(3);
});

test("a blank row between the rows", () => {
  expect(matrix([HEADINGS, SAME, [], CHANGED])?.records).toHaveLength(6);
});

test("headings that are not merged still stand over both their fields", () => {
  const headings = HEADINGS.map((heading) => (heading === "<" ? null : heading));
  expect(texts(matrix([headings, SAME]), "code", "count")).toEqual([
    ["A", "1"],
    ["B", "0"],
    ["C", "10"],
  ]);
});

test("a value merged over both fields is the first", () => {
  expect(texts(matrix([HEADINGS, SAME.with(1, "A 1件").with(2, "<")]), "code", "count")[0]).toEqual(["A 1件", ""]);
});

test("no column heading, no matrix", () => {
  expect(tables("kawasaki-evaluation", [["点検結果", "C"], SAME])).toEqual([]);
});
