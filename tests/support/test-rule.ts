import { expect, test } from "vitest";
import type { CellValue } from "../../core/workbook/snapshot.ts";
import type { Diagnostic } from "../../core/validation/diagnostic.ts";
import { fieldValues } from "../../core/validation/field-value.ts";
import { pairRecords } from "../../core/validation/pair-records.ts";
import type { Rule } from "../../core/validation/rule.ts";
import { validate, type ValidationInput } from "../../core/validation/validate.ts";
import { expectSameAlone } from "./rule-scope.ts";
import { validationInput, type CaseDocument, type Grid } from "./validation-case.ts";

interface ValidCase extends CaseDocument {
  readonly name: string;
  /** Last year's table. */
  readonly previous?: CaseDocument;
}

interface InvalidCase extends ValidCase {
  readonly diagnostics: readonly {
    readonly messageId: string;
    /** `E2` */
    readonly at: string;
    readonly message: string;
    /** The offending words, where the rule marks a part of the cell. */
    readonly text?: string;
    /** When it differs from the rule's own. */
    readonly severity?: string;
    /** Titles of the fixes offered. */
    readonly fixes?: readonly string[];
  }[];
  /** The grid after the first fix of every diagnostic has been applied; given exactly when fixes are offered. */
  readonly fixed?: Grid;
}

/**
 * Tests a rule by a table of grids. Refuses duplicate cases, unlisted diagnostics, messages with `undefined`, `NaN` or
 * `[object`, and messages that no case uses; applies the first fix of each diagnostic and checks that the rule is
 * silent then. What a rule is given is frozen.
 */
export function testRule(
  rule: Rule,
  cases: { readonly valid: readonly ValidCase[]; readonly invalid: readonly InvalidCase[] },
): void {
  const seen = new Set<string>();
  for (const given of [...cases.valid, ...cases.invalid]) {
    const { name, ...rest } = given;
    const key = JSON.stringify({ ...rest, diagnostics: undefined, fixed: undefined });
    if (seen.has(key)) throw new Error(`${rule.meta.id}: duplicate test case 「${name}」`);
    seen.add(key);
  }

  for (const given of cases.valid) {
    test(`valid: ${given.name}`, () => {
      expect(run(rule, given)).toEqual([]);
    });
  }

  for (const given of cases.invalid) {
    test(`invalid: ${given.name}`, () => {
      const found = run(rule, given);
      expect(found.map((item, i) => shown(item, rule, given.diagnostics[i]))).toEqual(given.diagnostics);
      for (const { message } of found) expect(message).not.toMatch(/undefined|NaN|\[object/u);
      const fixable = found.some(({ fixes }) => fixes.length > 0);
      expect(given.fixed !== undefined, "give `fixed` exactly when the rule offers a fix").toBe(fixable);
      if (!given.fixed) return;
      const after = applyFirstFixes(given, found);
      expect(after).toEqual(given.fixed);
      expect(run(rule, { ...given, grid: after }).filter(({ fixes }) => fixes.length > 0)).toEqual([]);
    });
  }

  test("every message is exercised", () => {
    const used = new Set(cases.invalid.flatMap(({ diagnostics }) => diagnostics.map(({ messageId }) => messageId)));
    expect([...used].sort()).toEqual(Object.keys(rule.meta.messages).sort());
  });
}

function run(rule: Rule, given: ValidCase): readonly Diagnostic[] {
  const input = withPrevious(validationInput(given), given.previous);
  const { diagnostics, faults } = validate(input, [rule]);
  for (const { error } of faults) throw error;
  expectSameAlone(input, [rule]);
  return diagnostics;
}

function withPrevious(input: ValidationInput, previous: CaseDocument | undefined): ValidationInput {
  if (!previous) return input;
  const last = validationInput(previous);
  return {
    ...input,
    previous: pairRecords({
      current: fieldValues(input.document, input.form),
      previous: fieldValues(last.document, last.form),
      document: last.document,
      aliases: input.dictionaries.aliases,
    }),
  };
}

/** A diagnostic as the case writes it: only the parts that the case names, but always the fixes. */
function shown(item: Diagnostic, rule: Rule, wanted: InvalidCase["diagnostics"][number] | undefined): unknown {
  return {
    messageId: item.messageId,
    at: item.address,
    message: item.message,
    ...(wanted?.text === undefined ? {} : { text: item.text }),
    ...(item.severity === rule.meta.severity ? {} : { severity: item.severity }),
    ...(item.fixes.length > 0 ? { fixes: item.fixes.map(({ title }) => title) } : {}),
  };
}

function applyFirstFixes({ grid, texts = [] }: InvalidCase, found: readonly Diagnostic[]): Grid {
  const after: (CellValue | undefined)[][] = grid.map((line) => [...line]);
  // From the end of a cell to its beginning, each on the text that the one before left: edits of one cell must not clash.
  for (const { fixes } of found.toReversed()) {
    for (const { address, expected, value } of fixes[0]?.edits ?? []) {
      const row = Number(address.slice(1)) - texts.length - 1;
      const column = address.charCodeAt(0) - 65;
      const line = after[row]!;
      line[column] = line[column] === expected ? value : rebase(line[column], expected, value);
    }
  }
  return after as unknown as Grid;
}

/** Applies an edit made against `expected` to a text that another edit has changed further to the right. */
function rebase(now: CellValue | undefined, expected: CellValue, value: CellValue): CellValue {
  if (typeof now !== "string" || typeof expected !== "string" || typeof value !== "string") {
    throw new Error(`an edit expected ${JSON.stringify(expected)} but found ${JSON.stringify(now)}`);
  }
  let head = 0;
  while (head < expected.length && expected[head] === value[head]) head++;
  let tail = 0;
  while (tail < expected.length - head && tail < value.length - head && expected.at(-1 - tail) === value.at(-1 - tail))
    tail++;
  const removed = expected.length - head - tail;
  return now.slice(0, head) + value.slice(head, value.length - tail) + now.slice(head + removed);
}
