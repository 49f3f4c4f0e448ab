import { expect, test } from "vitest";
import type { DocumentPart } from "../../../../core/table/evaluation-document.ts";
import { textBesideTable } from "../../../../core/validation/rules/text-beside-table.ts";
import { validate } from "../../../../core/validation/validate.ts";
import { validationInput } from "../../../support/validation-case.ts";

const memo = { value: "要確認", text: "要確認", cell: { sheet: "Sheet1", row: 3, column: 9 } };
const long = {
  ...memo,
  text: "この行は来年度に廃止するかもしれないので担当に聞くこと",
  cell: { ...memo.cell, row: 4 },
};
const heading = { value: "備考", text: "備考", cell: { sheet: "Sheet1", row: 2, column: 9 } };

function found(change: (part: DocumentPart) => DocumentPart) {
  const input = validationInput({
    texts: ["事業の一覧"],
    grid: [
      ["name", "result"],
      ["公園の整備", "3か所"],
      ["河川の整備", "1.2km"],
    ],
  });
  const document = { ...input.document, parts: input.document.parts.map(change) };
  const { diagnostics, faults } = validate({ ...input, document }, [textBesideTable]);
  expect(faults).toEqual([]);
  return diagnostics.map(({ messageId, address, message }) => [messageId, address, message]);
}

test("様式の文と列だけ", () => {
  expect(found((part) => part)).toEqual([]);
});

test("どの項目にも当たらない文", () => {
  expect(found((part) => (part.kind === "text" ? { ...part, role: "unclassified", text: long } : part))).toEqual([
    [
      "unclassified",
      "I4",
      "「この行は来年度に廃止するかもしれないので…」は様式のどの項目にも当たりません。該当する欄に移すか、消してください。",
    ],
  ]);
});

test("見出しのない列の値。見出しのある列の値は問わない", () => {
  const withExtras = (part: DocumentPart): DocumentPart => {
    if (part.kind === "text") return part;
    const [first, second] = part.table.columns;
    const columns = [
      first!,
      second!,
      { ...first!, field: undefined, heading: undefined },
      { ...first!, field: undefined, heading },
    ];
    const [one, ...others] = part.table.records;
    const records = [{ ...one!, extras: { 2: memo, 3: long } }, ...others];
    return { ...part, table: { ...part.table, columns, records } };
  };
  expect(found(withExtras)).toEqual([
    ["unheaded", "I3", "「要確認」は見出しのない列にあります。該当する欄に移すか、列に見出しを付けてください。"],
  ]);
});
