import { expect, test } from "vitest";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import { fieldValues } from "../../../core/validation/field-value.ts";
import { checkEarly, continueLiveCheck } from "../../../core/validation/live-check.ts";
import { defineRule, type Rule } from "../../../core/validation/rule.ts";
import { validate, type ValidationInput } from "../../../core/validation/validate.ts";
import type { WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";
import { progressSnapshot } from "../../../renderer/bench/progress-snapshot.ts";
import { loadDictionaries } from "../../../renderer/forms/load-dictionaries.ts";
import { loadForms } from "../../../renderer/forms/load-forms.ts";

const [form] = loadForms().filter(({ definition }) => definition.name === "ogori-progress");
const WHOLE = progressSnapshot(400, 0);

function firstRows(share: number): WorkbookSnapshot {
  return {
    sheets: WHOLE.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.slice(0, sheet.cells.length * share) })),
  };
}

function inputOf(workbook: WorkbookSnapshot): ValidationInput {
  const { definition } = form!;
  const { document } = recogniseForm(workbook, [definition], definition);
  const values = fieldValues(document, definition);
  return { workbook, form: definition, document, values, dictionaries: DICTIONARIES };
}

const DICTIONARIES = loadDictionaries(form!);

/** A rule that finds every result, and counts the records that it is shown. */
function countingRule(scope: "record" | undefined): { readonly rule: Rule; readonly seen: number[] } {
  const seen: number[] = [];
  const rule = defineRule({
    meta: {
      id: `counting-${scope ?? "all"}`,
      category: "text",
      title: "数える",
      description: "数えます。",
      severity: "info",
      ...(scope && { scope }),
      example: { wrong: "1", right: "2" },
      remedy: "直します。",
      messages: { found: () => "ありました。" },
    },
    check({ values }, report) {
      const results = values.filter(({ kind }) => kind === "result");
      seen.push(new Set(results.map(({ record }) => record)).size);
      for (const at of results) report({ messageId: "found", data: undefined, at });
    },
  });
  return { rule, seen };
}

test("a rule that judges records alone looks at each record once, others look at all at the end", () => {
  const own = countingRule("record");
  const all = countingRule(undefined);
  const rules = [own.rule, all.rule];
  let early = checkEarly(inputOf(firstRows(0.3)), rules);
  early = checkEarly(inputOf(firstRows(0.45)), rules, early);
  early = checkEarly(inputOf(firstRows(0.7)), rules, early);
  const { result } = continueLiveCheck(early, inputOf(WHOLE));
  expect(result.open).toEqual(validate(inputOf(WHOLE), rules).diagnostics);
  const records = all.seen.at(-2)!;
  expect(records).toBeGreaterThan(300);
  // The record in which a part ends is looked at again with the next; the last number is that of the check beside it.
  const looks = own.seen.slice(0, -1);
  expect(looks).toHaveLength(4);
  const sum = looks.reduce((total, count) => total + count, 0);
  expect(sum).toBeGreaterThanOrEqual(records);
  expect(sum).toBeLessThanOrEqual(records + 20);
});

test("where more is new than was known, all is looked at anew", () => {
  const { rule, seen } = countingRule("record");
  const early = checkEarly(inputOf(firstRows(0.2)), [rule]);
  const { result } = continueLiveCheck(early, inputOf(WHOLE));
  expect(result.open).toEqual(validate(inputOf(WHOLE), [rule]).diagnostics);
  expect(seen[1]).toBe(seen[2]);
});
