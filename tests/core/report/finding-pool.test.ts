import { expect, test } from "vitest";
import { FindingPool } from "../../../core/report/comparison/finding-pool.ts";
import type { Diagnostic } from "../../../core/validation/diagnostic.ts";

const finding = (address: string, message: string, ruleId = "value-required"): Diagnostic => ({
  ruleId,
  messageId: "m",
  severity: "warning",
  message,
  sheet: "実績",
  address,
  text: "",
  offset: 0,
  cellText: "",
  field: undefined,
  record: undefined,
  standard: undefined,
  fixes: [],
});
const gone = (name: string, department: string) =>
  finding("A3", `「${name}」（${department}）が、今年度の文書にありません。`, "record-gone");
const messages = (found: readonly { readonly message: string }[]) => found.map(({ message }) => message);

test("a finding goes to its cell, then to its range, then to the rest: each once", () => {
  const open = [finding("B5", "一"), finding("B5:C5", "二"), finding("D6", "三"), finding("F9", "四")];
  const pool = new FindingPool({ open, accepted: [] });
  expect(messages(pool.ofCell({ sheet: "ほか", row: 5, column: 2 }))).toEqual([]);
  expect(messages(pool.ofCell({ sheet: "実績", row: 5, column: 2 }))).toEqual(["一", "二"]);
  expect(messages(pool.ofRange("実績", { top: 5, left: 1, bottom: 6, right: 4 }))).toEqual(["三"]);
  expect(messages(pool.rest())).toEqual(["四"]);
  expect(pool.rest()).toEqual([]);
});

test("an accepted finding keeps its reason", () => {
  const acceptance = { reason: "様式のとおり" } as never;
  const pool = new FindingPool({ open: [], accepted: [{ diagnostic: finding("B5", "一"), acceptance }] });
  expect(pool.rest()).toMatchObject([{ severityName: "警告", cell: "実績!B5", accepted: "様式のとおり" }]);
});

test("of records of one name that are gone each has the finding that names its department", () => {
  const pool = new FindingPool({ open: [gone("見守り", "北区"), gone("見守り", "南区")], accepted: [] });
  expect(messages(pool.ofGone("見守り", "南区"))).toEqual([gone("見守り", "南区").message]);
  expect(messages(pool.ofGone("見守り", ""))).toEqual([gone("見守り", "北区").message]);
  expect(pool.ofGone("見守り", "")).toEqual([]);
});
