import { expect, test } from "vitest";
import { defineRule, type Rule } from "../../../core/validation/rule.ts";
import { planTotalMismatch } from "../../../core/validation/rules/plan-total-mismatch.ts";
import { valueRequired } from "../../../core/validation/rules/value-required.ts";
import { validate } from "../../../core/validation/validate.ts";
import { validationInput } from "../../support/validation-case.ts";

const meta = {
  category: "text",
  title: "試験",
  description: "試験の規則です。",
  example: { wrong: "誤", right: "正" },
  remedy: "直します。",
} as const;

const everyCell = defineRule({
  meta: {
    ...meta,
    id: "every-cell",
    severity: "warning",
    options: { least: { default: 3, description: "この字数からを対象にします。" } },
    messages: { found: (d: { text: string }) => `「${d.text}」があります。` },
  },
  check({ written, options }, report) {
    for (const value of written().toReversed()) {
      if (value.text.length < options.least) continue;
      report({ messageId: "found", data: { text: value.text }, at: value, span: { start: 1, end: 3 } });
    }
  },
});

const throwing: Rule = defineRule({
  meta: { ...meta, id: "throwing", severity: "error", messages: { never: () => "" } },
  check() {
    throw new RangeError("broken rule");
  },
});

const grid = [
  ["name", "result"],
  ["学習支援", "利用者数"],
  ["図書館", "貸出冊数"],
] as const;

test("diagnostics come in the order of the sheet, with the marked words and the record's key", () => {
  const { diagnostics } = validate(validationInput({ grid: [...grid], primaryKey: ["name"], texts: ["# 2 施策"] }), [
    everyCell,
  ]);
  expect(
    diagnostics.map(({ address, text, offset, cellText, record, field }) => [
      address,
      text,
      offset,
      cellText,
      record,
      field,
    ]),
  ).toEqual([
    ["A3", "習支", 1, "学習支援", "2/学習支援", "name"],
    ["B3", "用者", 1, "利用者数", "2/学習支援", "result"],
    ["A4", "書館", 1, "図書館", "2/図書館", "name"],
    ["B4", "出冊", 1, "貸出冊数", "2/図書館", "result"],
  ]);
});

test("a rule that throws is reported by its id; the others still run", () => {
  const { diagnostics, faults } = validate(validationInput({ grid: [...grid] }), [throwing, everyCell]);
  expect(faults).toEqual([{ ruleId: "throwing", error: new RangeError("broken rule") }]);
  expect(diagnostics).toHaveLength(4);
});

test("a form switches rules off, sets their severity and their options", () => {
  const run = (rules: NonNullable<Parameters<typeof validationInput>[0]["rules"]>) =>
    validate(validationInput({ grid: [...grid], rules }), [everyCell]).diagnostics;
  expect(run({ "every-cell": { enabled: false } })).toEqual([]);
  expect(new Set(run({ "every-cell": { severity: "info" } }).map(({ severity }) => severity))).toEqual(
    new Set(["info"]),
  );
  expect(run({ "every-cell": { options: { least: 4 } } })).toHaveLength(3);
  expect(
    run({ "every-cell": { options: { least: "four" } } }),
    "an option of the wrong type keeps its default",
  ).toHaveLength(4);
});

test("a column that is missing causes no blank cells", () => {
  const input = validationInput({
    grid: [["name"], ["学習支援"]],
    fields: { result: { constraints: { required: true } } },
  });
  expect(validate(input, [valueRequired]).diagnostics).toEqual([]);
});

test("a fix for a formula, or for a value that no longer stands there, is not offered", () => {
  const sums = [
    ["plan:target", "plan@令和元年度", "plan@令和2年度", "total"],
    ["事業費", 1, 2, 4],
  ] as const;
  const offered = (formulas?: string[]) =>
    validate(validationInput({ grid: [[...sums[0]], [...sums[1]]], ...(formulas ? { formulas } : {}) }), [
      planTotalMismatch,
    ]).diagnostics[0]?.fixes.length;
  expect(offered()).toBe(1);
  expect(offered(["D2"])).toBe(0);
});
