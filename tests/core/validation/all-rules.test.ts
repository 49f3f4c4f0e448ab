import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../core/validation/diagnostic.ts";
import { fieldValues } from "../../../core/validation/field-value.ts";
import { mergeEdits } from "../../../core/validation/merge-edits.ts";
import { pairRecords } from "../../../core/validation/pair-records.ts";
import type { Rule } from "../../../core/validation/rule.ts";
import { RULES } from "../../../core/validation/rules/index.ts";
import { validate, type ValidationInput } from "../../../core/validation/validate.ts";
import type { CellValue } from "../../../core/workbook/snapshot.ts";
import { loadDictionaries } from "../../../renderer/forms/load-dictionaries.ts";
import { BUILT_IN_TEMPLATES } from "../../../renderer/forms/load-forms.ts";
import { validationInput, type CaseDocument, type Grid } from "../../support/validation-case.ts";

const dictionaries = loadDictionaries({
  folder: join(BUILT_IN_TEMPLATES, "none"),
  sharedFolder: join(BUILT_IN_TEMPLATES, "shared"),
});

/** Pieces of which Japanese reports are made, and pieces that break programs. */
const PIECES = [
  ...Array.from("、。・:：()（）「」①②③●※＊*★　 \n"),
  ...Array.from("をにがのはでとへや"),
  ...Array.from("0123456789０１２"),
  ...["年度", "令和3年度", "R3年度", "平成23年", "2012年度", "011.10.28", "11/12", "10月", "昨年度に引き続き", "本年"],
  ...["人", "名", "件", "回", "会", "か所", "箇所", "%", "百万円", "約", "延べ", "計", "O-12歳", "(2会)", "12名"],
  ...[
    "子ども",
    "こども",
    "子供",
    "取組",
    "取り組み",
    "利用者数",
    "相談件数",
    "講座",
    "センター",
    "事業",
    "支援",
    "連携",
  ],
  ...[
    "実施した。",
    "実施する。",
    "実施予定",
    "行った",
    "図っていく。",
    "できなかった",
    "支援します。",
    "増加し",
    "中止",
    "充実",
  ],
  ...[
    "子育て支援課",
    "福祉課",
    "こども局",
    "再掲",
    "No.4-15",
    "未選択",
    "_",
    "－",
    "A",
    "特別 支援",
    "にによる",
    "継続",
  ],
  ...[
    "㈱",
    "①",
    "髙",
    "𠮷",
    "\ud842",
    "\udfb7",
    "か\u3099",
    "\u00a0",
    "\u200b",
    "\u0000",
    "<b>",
    "=1+1",
    "#REF!",
    "undefined",
  ],
];

const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(""));
const hugeText = fc.tuple(text, fc.integer({ min: 100, max: 400 })).map(([piece, times]) => piece.repeat(times));
const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 12, arbitrary: text },
  { weight: 2, arbitrary: fc.constant(null) },
  {
    weight: 2,
    arbitrary: fc.oneof(fc.integer({ min: -5, max: 20_000 }), fc.double({ min: -1e12, max: 1e12, noNaN: true })),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
);
const wildCell = fc.oneof({ weight: 60, arbitrary: cell }, { weight: 1, arbitrary: hugeText });

const HEADERS: readonly (readonly string[])[] = [
  ["code", "name", "organisation", "plan", "result", "rating", "outlook", "direction"],
  ["name", "plan", "result", "evaluation", "organisation"],
  ["name", "plan@令和元年度", "plan@令和2年度", "plan@令和3年度", "total"],
  [
    "name",
    "organisation",
    "baseline",
    "plan:goal@2011年度",
    "plan:goal@2012年度",
    "result@2011年度",
    "result@2012年度",
  ],
  ["marker", "name", "amount@令和元年度", "amount@令和2年度", "total", "count", "text"],
];

/** A table with some kinds of columns, without inherited cells: rows may change places. */
function documentOf(header: readonly string[], value: fc.Arbitrary<CellValue>): fc.Arbitrary<CaseDocument> {
  const row = fc.array(value, { minLength: header.length, maxLength: header.length });
  return fc.record({
    grid: fc
      .array(row, { maxLength: 6 })
      // Some rows stand twice, as copied rows do.
      .chain((rows) => fc.tuple(fc.constant(rows), fc.subarray(rows, { maxLength: Math.min(2, rows.length) })))
      .map(([rows, copied]): Grid => [header, ...rows, ...copied]),
    texts: fc.array(text, { maxLength: 3 }),
    fiscalYear: fc.constantFrom(2012, 2021, 2024),
    primaryKey: fc.constant(["name"]),
    isStandardCheck: fc.boolean(),
  });
}

const documents = fc.constantFrom(...HEADERS).chain((header) => documentOf(header, cell));
/** This year and, of the same form, last year; some cells are as long as cells can be. */
const wildYears = fc
  .constantFrom(...HEADERS)
  .chain((header) =>
    fc.tuple(documentOf(header, wildCell), fc.option(documentOf(header, wildCell), { nil: undefined })),
  );

function inputOf(current: CaseDocument, previous?: CaseDocument): ValidationInput {
  const input = { ...validationInput(current), dictionaries };
  if (!previous) return input;
  const last = validationInput(previous);
  const pairing = pairRecords({
    current: fieldValues(input.document, input.form),
    previous: fieldValues(last.document, last.form),
    document: last.document,
    aliases: dictionaries.aliases,
  });
  return { ...input, previous: pairing };
}

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
