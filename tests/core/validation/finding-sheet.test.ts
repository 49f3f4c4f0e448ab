import { expect, test } from "vitest";
import type { Diagnostic } from "../../../core/validation/diagnostic.ts";
import { findingSheet } from "../../../core/validation/finding-sheet.ts";
import { RULES } from "../../../core/validation/rules/index.ts";

const diagnostic: Diagnostic = {
  ruleId: RULES[0]!.meta.id,
  messageId: "m",
  severity: "warning",
  message: "=1 と書かれています。",
  sheet: "進捗's 1",
  address: "F8",
  text: "=1",
  offset: 0,
  cellText: "=1",
  field: "rating",
  record: "1/交流",
  standard: undefined,
  fixes: [],
};
const acceptance = {
  ...{ ruleId: diagnostic.ruleId, record: "1/交流", field: "rating", value: "=1" },
  ...{ reason: "対象外", by: "企画課", on: "2026-04-01", row: 2 },
};
const result = {
  open: [diagnostic, { ...diagnostic, record: undefined, text: "" }],
  accepted: [
    { diagnostic: { ...diagnostic, fixes: [{ kind: "fix" as const, title: "1 に直す", edits: [] }] }, acceptance },
  ],
  departments: new Map([["1/交流", "都市計画課"]]),
};

test("a line for each finding: whose it is, what to do, what has been said to it", () => {
  const { columns, rows } = findingSheet([{ file: "進捗.xlsx", result }]);
  const lines = rows.map((row) => Object.fromEntries(columns.map(({ title }, i) => [title, row[i]?.value] as const)));
  expect(lines[0]).toEqual({
    ...{ 担当課: "都市計画課", ブック: "進捗.xlsx", シート: "進捗's 1", セル: "F8", 事業: "1/交流", 区分: "警告" },
    ...{ 指摘: "=1 と書かれています。", 該当箇所: "=1", 直し方: RULES[0]!.meta.remedy, 規則: diagnostic.ruleId },
    ...{ 状態: "未対応", 回答: undefined },
  });
  expect(lines[1]).toMatchObject({ 担当課: undefined, 事業: undefined, 該当箇所: undefined });
  expect(lines[2]).toMatchObject({ 直し方: "1 に直す", 状態: "確認済み（対象外）" });
});

test("texts like formulas stay texts, and links name the file only where the list is another one", () => {
  const link = (isHere: boolean) =>
    findingSheet([{ file: "進捗.xlsx", result, ...(isHere ? { isHere } : {}) }]).rows[0]!.find((cell) => cell?.link)
      ?.link;
  expect(link(false)).toEqual({ file: "進捗.xlsx", sheet: "進捗's 1", address: "F8" });
  expect(link(true)).toEqual({ sheet: "進捗's 1", address: "F8" });
  const [row] = findingSheet([{ file: "進捗.xlsx", result }]).rows;
  expect(row!.filter((cell) => cell?.format === "@").map((cell) => cell?.value)).toEqual([
    "=1 と書かれています。",
    "=1",
  ]);
});
