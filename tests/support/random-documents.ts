import { join } from "node:path";
import fc from "fast-check";
import { fieldValues } from "../../core/validation/field-value.ts";
import { pairRecords } from "../../core/validation/pair-records.ts";
import type { ValidationInput } from "../../core/validation/validate.ts";
import type { CellValue } from "../../core/workbook/snapshot.ts";
import { loadDictionaries } from "../../renderer/forms/load-dictionaries.ts";
import { BUILT_IN_TEMPLATES } from "../../renderer/forms/load-forms.ts";
import { validationInput, type CaseDocument, type Grid } from "./validation-case.ts";

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

/** A text that may stand in a cell. */
export const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(""));
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

/** Tables of one year. */
export const documents = fc.constantFrom(...HEADERS).chain((header) => documentOf(header, cell));
/** This year and, of the same form, last year; some cells are as long as cells can be. */
export const wildYears = fc
  .constantFrom(...HEADERS)
  .chain((header) =>
    fc.tuple(documentOf(header, wildCell), fc.option(documentOf(header, wildCell), { nil: undefined })),
  );

/** The input of a check, with last year beside this year where it is given. */
export function inputOf(current: CaseDocument, previous?: CaseDocument): ValidationInput {
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
