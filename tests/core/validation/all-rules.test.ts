import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../core/validation/diagnostic.ts";
import { mergeEdits } from "../../../core/validation/merge-edits.ts";
import type { Rule } from "../../../core/validation/rule.ts";
import { RULES } from "../../../core/validation/rules/index.ts";
import { validate, type ValidationInput } from "../../../core/validation/validate.ts";
import { documents, inputOf, wildYears } from "../../support/random-documents.ts";
import type { CaseDocument, Grid } from "../../support/validation-case.ts";

function check(input: ValidationInput, rules: readonly Rule[] = RULES): readonly Diagnostic[] {
  const { diagnostics, faults } = validate(input, rules);
  for (const { ruleId, error } of faults) throw new Error(`rule ${ruleId} failed`, { cause: error });
  return diagnostics;
}

test("no rule throws, every message is a sentence, and every place lies in its cell", () => {
  fc.assert(
    fc.property(wildYears, ([current, previous]) => {
      for (const item of check(inputOf(current, previous))) {
        const { message, text: marked, offset, cellText, address, ruleId } = item;
        // Words of the table may be anything; the rest of the sentence may not.
        expect(withoutQuotes(message, current, previous), ruleId).not.toMatch(/undefined|NaN|Infinity|\[object/u);
        expect(message.trim(), ruleId).not.toBe("");
        expect(cellText.slice(offset, offset + marked.length), ruleId).toBe(marked);
        expect(address, ruleId).toMatch(/^[A-Z]+[1-9][0-9]*$/u);
      }
    }),
    { numRuns: 400, seed: 20261122 },
  );
});

/** Takes out of a message what the table itself says. */
function withoutQuotes(message: string, ...documents: readonly (CaseDocument | undefined)[]): string {
  const texts = documents.flatMap((given) => (given ? [...given.grid.flat(), ...(given.texts ?? [])] : []));
  return texts.some((value) => String(value ?? "").includes("undefined"))
    ? message.replaceAll("undefined", "")
    : message;
}

/** A rule of machine-readability looks at the sheet as it is laid out: which row its headings stand in, where it begins. */
const UNORDERED_RULES = RULES.filter(({ meta }) => meta.category !== "machine-readability");

/** Rules whose place or verdict depends on the order of rows, and why. */
const ORDERED: Readonly<Record<string, string>> = {
  "date-format-mixed": "of forms used equally often the first is taken as the document's own",
  "digit-width-mixed": "of widths used equally often the first is taken as the document's own",
  "key-duplicate": "the later of two records is the one reported",
  "nonpast-in-result": "where most of a column is written so, its first cell stands for it",
  "number-with-unit": "one cell, the first, stands for its column",
  "record-count-mismatch": "the first record stands for the table",
  "records-copied": "the later of two records is taken as the copy",
  "result-without-number": "one cell, the first, stands for its column",
  "symbol-without-legend": "the first cell with the symbol stands for all",
  "value-not-unique": "the later of two records is the one reported",
};

test("the order of rows matters to no rule but those named", () => {
  fc.assert(
    fc.property(
      documents.chain((document) =>
        fc.tuple(
          fc.constant(document),
          fc.shuffledSubarray(
            document.grid.slice(1).map((_, i) => i),
            { minLength: document.grid.length - 1, maxLength: document.grid.length - 1 },
          ),
        ),
      ),
      ([document, order]) => {
        const [header, ...rows] = document.grid;
        const shuffled = { ...document, grid: [header, ...order.map((i) => rows[i]!)] as Grid };
        const top = (document.texts?.length ?? 0) + 1;
        const plain = places(check(inputOf(document), UNORDERED_RULES), (row) => row - top - 1);
        const moved = places(check(inputOf(shuffled), UNORDERED_RULES), (row) => order[row - top - 1] ?? row - top - 1);
        expect(moved).toEqual(plain);
      },
    ),
    { numRuns: 300, seed: 20261122 },
  );
});

/** Where each rule speaks, by the row that the record had at first. */
function places(diagnostics: readonly Diagnostic[], rowOf: (row: number) => number): string[] {
  return diagnostics
    .filter(({ ruleId }) => !(ruleId in ORDERED))
    .map(({ ruleId, messageId, address, text: marked, offset }) => {
      const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/u.exec(address)!;
      return `${ruleId} ${messageId} ${column}${rowOf(Number(row))} ${offset} ${marked}`;
    })
    .sort();
}

const letters = (text: string) => text.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "");
const digits = (text: string) => letters(text).replace(/[^\p{N}]+/gu, "");
/** Digits and all letters but hiragana: what carries the meaning. */
const words = (text: string) => letters(text).replace(/\p{sc=Hira}+/gu, "");

/** What a fix must leave alone, for rules that correct more than spaces, marks and widths, and why. */
const KEPT: Readonly<Record<string, (text: string) => string>> = {
  // The same word, spelled another way.
  "spelling-varies": digits,
  "unit-varies": digits,
  // R3年度 → 令和3年度
  "era-notation-mixed": digits,
  // にによる → による, の実施した → を実施した
  "particle-doubled": words,
  "particle-wrong": words,
  // Markup is none of the document's words.
  "source-residue": (text) => letters(text.replace(/<[^<>]*>|https?:\/\/\S+|&[a-z]+;/gu, "")),
};

describe("fixes", () => {
  test("leave nothing to fix, and change neither a digit nor a word", () => {
    fc.assert(
      fc.property(documents, (document) => {
        let grid = document.grid.map((row) => [...row]);
        for (let round = 0; ; round++) {
          const found = check(inputOf({ ...document, grid: grid as unknown as Grid }));
          const fixable = found.flatMap(({ ruleId, fixes }) => {
            const fix = fixes.find(({ kind }) => kind === "fix");
            return fix ? [{ ruleId, edits: fix.edits }] : [];
          });
          for (const { ruleId, edits } of fixable) {
            for (const { expected, value } of edits) {
              const kept = KEPT[ruleId] ?? letters;
              expect(kept(String(value ?? "")), ruleId).toBe(kept(String(expected ?? "")));
            }
          }
          const { edits } = mergeEdits(fixable.flatMap((one) => one.edits));
          const top = (document.texts?.length ?? 0) + 1;
          const own = edits.filter(({ address }) => Number(address.slice(1)) > top);
          if (own.length === 0) break;
          expect(round, JSON.stringify(fixable[0])).toBeLessThan(6);
          grid = grid.map((row) => [...row]);
          for (const { address, value } of own) {
            grid[Number(address.slice(1)) - top]![address.charCodeAt(0) - 65] = value;
          }
        }
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });
});
