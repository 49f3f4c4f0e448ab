import { expect, test } from "vitest";
import { readManualPairs } from "../../../core/validation/manual-pairs.ts";
import type { WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";

function workbook(rows: readonly (readonly string[])[], name = "前年対応"): WorkbookSnapshot {
  const cells = rows.flatMap((line, r) =>
    line.flatMap((text, c) => (text === "" ? [] : [{ row: r + 1, column: c + 1, value: text, text }])),
  );
  return {
    sheets: [{ name, visibility: "visible", cells, merges: [], hiddenRows: [], hiddenColumns: [], tables: [] }],
  };
}

test("names of this year and of last year, in the order of the columns as they are written", () => {
  expect(
    readManualPairs(
      workbook([
        ["今年度の事業", "前年度の事業（なしは「新規」）"],
        ["こども家庭総合相談事業", "子供家庭総合相談事業"],
        ["移動図書館事業", "新規"],
      ]),
    ),
  ).toEqual([
    { current: "こども家庭総合相談事業", previous: "子供家庭総合相談事業" },
    { current: "移動図書館事業", previous: null },
  ]);
});

test("a title above, other columns, the columns the other way round", () => {
  expect(
    readManualPairs(
      workbook([
        ["事業の対応表"],
        [],
        ["No.", "昨年度の事業名", "備考", "本年度の事業名"],
        ["1", "子供家庭総合相談事業", "改称", "こども家庭総合相談事業"],
        ["2", "－", "", "移動図書館事業"],
        ["3", "新規事業", "", "市民農園の開設"],
      ]),
    ),
  ).toEqual([
    { current: "こども家庭総合相談事業", previous: "子供家庭総合相談事業" },
    { current: "移動図書館事業", previous: null },
    { current: "市民農園の開設", previous: null },
  ]);
});

test("lines not decided yet, and a name that stands twice", () => {
  expect(
    readManualPairs(
      workbook([
        ["今年度の事業", "前年度の事業"],
        ["議会だよりの発行", ""],
        ["", "市民農園の開設"],
        ["空き家対策", "空き家等対策事業"],
        ["空き家対策", "新規"],
      ]),
    ),
  ).toEqual([{ current: "空き家対策", previous: "空き家等対策事業" }]);
});

test("no such sheet, no headings", () => {
  expect(readManualPairs(workbook([["今年度の事業", "前年度の事業"]], "実績"))).toEqual([]);
  expect(readManualPairs(workbook([["事業", "備考"]]))).toEqual([]);
  expect(readManualPairs({ sheets: [] })).toEqual([]);
});
