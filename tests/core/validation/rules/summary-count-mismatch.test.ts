import { expect, test } from "vitest";
import { documentTables } from "../../../../core/table/evaluation-document.ts";
import { recogniseDocument } from "../../../../core/table/recognise-document.ts";
import { NO_DICTIONARIES } from "../../../../core/validation/dictionaries.ts";
import { summaryCountMismatch } from "../../../../core/validation/rules/summary-count-mismatch.ts";
import { validate } from "../../../../core/validation/validate.ts";
import { FORMS, sheet, workbook, type GridCell } from "../../../support/sheet.ts";

const form = FORMS["kawasaki-evaluation"];

/** A summary of counts and うち重点 by 達成状況, and cards with 達成状況 and 重点. */
function found(
  summary: readonly (readonly [string, number | string | null, number | string | null])[],
  cards: readonly (readonly [string, string])[],
) {
  const book = workbook(
    sheet([
      ["達成状況", "<", "事業数", "うち重点"],
      ...summary.map(([code, count, priority]): GridCell[] => [code, "達成の度合い", count, priority]),
      [null],
      ...cards.flatMap(([rating, priority], i): GridCell[][] => [
        ["事務事業名", `総合的な子ども支援事業(${i + 1}区)`, null, null, null, null],
        ["所管課", "区役所こども支援室", null, null, null, null],
        ["達成状況", rating, "点検結果", "C", "重点", priority],
        ["年度", "2012年度", null, null, null, null],
        ["事業目標", "継続実施", null, null, null, null],
        ["実績", "年10回開催", null, null, null, null],
      ]),
    ]),
  );
  const document = recogniseDocument(book, form);
  expect(documentTables(document).flatMap(({ records }) => records)).toHaveLength(summary.length + cards.length);
  const { diagnostics, faults } = validate({ workbook: book, form, document, dictionaries: NO_DICTIONARIES }, [
    summaryCountMismatch,
  ]);
  expect(faults).toEqual([]);
  return diagnostics.map(({ severity, address, message, fixes }) => [
    severity,
    address,
    message,
    ...fixes.map(({ title }) => title),
  ]);
}

test("集計と個々の評価が一致する", () => {
  expect(
    found(
      [
        ["3", 2, 1],
        ["4", 0, "－"],
      ],
      [
        ["3", "重点"],
        ["3", ""],
      ],
    ),
  ).toEqual([]);
});

test("空欄の集計は問わない", () => {
  expect(
    found(
      [
        ["3", 2, null],
        ["4", null, null],
      ],
      [
        ["3", "重点"],
        ["3", "重点"],
      ],
    ),
  ).toEqual([]);
});

test("合計は合うのに内訳が違うのは誤り", () => {
  expect(
    found(
      [
        ["3", 1, 1],
        ["4", 1, 0],
      ],
      [
        ["3", "重点"],
        ["３", ""],
      ],
    ),
  ).toEqual([
    ["error", "C2", "達成状況「3」の事業数は 1 ですが、評価がこれに当たる事業は 2 件です。", "件数を 2 に直す"],
    ["error", "C3", "達成状況「4」の事業数は 1 ですが、評価がこれに当たる事業は 0 件です。", "件数を 0 に直す"],
  ]);
});

test("合計も違えば、別のシートの事業を数えているのかもしれない", () => {
  expect(
    found(
      [["3", 11, 2]],
      [
        ["3", "重点"],
        ["3", ""],
      ],
    ),
  ).toEqual([
    ["warning", "C2", "達成状況「3」の事業数は 11 ですが、評価がこれに当たる事業は 2 件です。", "件数を 2 に直す"],
    ["warning", "D2", "達成状況「3」のうち重点は 2 ですが、評価がこれに当たる事業は 1 件です。", "件数を 1 に直す"],
  ]);
});

test("評価が集計の符号でないときは比べない", () => {
  expect(
    found(
      [["3", 2, 0]],
      [
        ["順調", ""],
        ["順調", ""],
      ],
    ),
  ).toEqual([]);
});
