import { expect, test } from "vitest";
import { ACCEPTANCE_SHEET, applyAcceptances, readAcceptances } from "../../../core/validation/acceptance.ts";
import type { Diagnostic } from "../../../core/validation/diagnostic.ts";
import type { WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";

const diagnostic: Diagnostic = {
  ruleId: "value-unselected",
  messageId: "unselected",
  severity: "error",
  message: "未選択のままです。",
  sheet: "進捗状況",
  address: "F39",
  text: "未選択",
  offset: 0,
  cellText: "未選択",
  field: "rating",
  record: "2-(3)/1/福祉のまちづくり/都市計画課",
  standard: undefined,
  fixes: [],
};

const heading = ["規則", "記録", "項目", "値", "理由", "確認者", "確認日"];
const line = [
  "value-unselected",
  "2-(3)/1/福祉のまちづくり/都市計画課",
  "rating",
  "未選択",
  "来年度から評価",
  "企画課 山田",
  "2026-11-01",
];

function workbook(...rows: readonly (readonly string[])[]): WorkbookSnapshot {
  const cells = rows.flatMap((row, r) =>
    row.flatMap((text, c) => (text === "" ? [] : [{ row: r + 1, column: c + 1, value: text, text }])),
  );
  return {
    sheets: [
      {
        name: ACCEPTANCE_SHEET,
        visibility: "visible",
        cells,
        merges: [],
        hiddenRows: [],
        hiddenColumns: [],
        tables: [],
      },
    ],
  };
}

const apply = (...rows: readonly (readonly string[])[]) =>
  applyAcceptances([diagnostic], readAcceptances(workbook(...rows)));

test("an acceptance with a reason sets its diagnostic aside", () => {
  const { open, accepted } = apply(heading, line);
  expect(open).toEqual([]);
  expect(accepted[0]?.acceptance).toMatchObject({
    reason: "来年度から評価",
    by: "企画課 山田",
    on: "2026-11-01",
    row: 2,
  });
});

test("columns may stand in any order, under a title and with wide letters", () => {
  const order = [6, 5, 4, 3, 2, 1, 0];
  const { accepted } = apply(
    ["確認済みの一覧"],
    order.map((i) => ` ${heading[i]!}`),
    order.map((i) => line[i]!),
  );
  expect(accepted).toHaveLength(1);
});

test.each([
  ["the value changed", 3, "A"],
  ["another record", 1, "2-(3)/2/別の事業/都市計画課"],
  ["another field", 2, "direction"],
  ["another rule", 0, "value-required"],
])("it lapses when it is not the same thing: %s", (_, index, text) => {
  const { open, accepted } = apply(heading, line.with(index, text));
  expect(accepted).toEqual([]);
  expect(open.map(({ ruleId, severity, sheet, address }) => [ruleId, severity, sheet, address])).toEqual([
    ["value-unselected", "error", "進捗状況", "F39"],
    ["acceptance-unused", "info", "確認済み", "A2"],
  ]);
});

test("without a reason it does not count, and says so", () => {
  const { open, accepted } = apply(heading, line.with(4, ""));
  expect(accepted).toEqual([]);
  expect(open.map(({ ruleId }) => ruleId)).toEqual(["value-unselected", "acceptance-without-reason"]);
});

test("a workbook without the sheet, or with an empty one, accepts nothing", () => {
  expect(readAcceptances({ sheets: [] })).toEqual([]);
  expect(readAcceptances(workbook(["めも"], ["規則", "値"]))).toEqual([]);
});
