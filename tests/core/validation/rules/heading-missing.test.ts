import { expect, test } from "vitest";
import type { EvaluationDocument } from "../../../../core/table/evaluation-document.ts";
import { headingMissing } from "../../../../core/validation/rules/heading-missing.ts";
import { validate } from "../../../../core/validation/validate.ts";
import { validationInput, type CaseDocument } from "../../../support/validation-case.ts";

const given: CaseDocument = {
  fields: { rating: { title: "評価", constraints: { required: true } } },
  grid: [
    ["name", "rating", "organisation"],
    ["公園の整備", "A", "都市計画課"],
  ],
};

/** A table read without some headings, and with columns that the form does not know. */
function found(missing: readonly string[], unknown: readonly string[] = []) {
  const input = validationInput(given);
  const parts = input.document.parts.map((part): EvaluationDocument["parts"][number] => {
    if (part.kind !== "table") return part;
    const columns = part.table.columns.map((column) =>
      unknown.includes(column.field ?? "") ? { ...column, field: undefined } : column,
    );
    return { ...part, table: { ...part.table, columns, missingHeadings: missing } };
  });
  const { diagnostics, faults } = validate({ ...input, document: { ...input.document, parts: [...parts, ...parts] } }, [
    headingMissing,
  ]);
  expect(faults).toEqual([]);
  return diagnostics.map(({ messageId, severity, address, message }) => [messageId, severity, address, message]);
}

test("すべての見出しがある", () => {
  expect(found([])).toEqual([]);
});

test("必須の見出しがないのは誤り、ほかは確認。表が分かれていても一度だけ", () => {
  expect(found(["rating", "備考"])).toEqual([
    ["missing", "error", "A1", "この表に見出し「rating」がありません。列を補ってください。"],
    ["missing", "warning", "A1", "この表に見出し「備考」がありません。列を補ってください。"],
  ]);
});

test("様式にない見出しがあるなら、その書き換えかもしれない", () => {
  expect(found(["評価"], ["rating"])).toEqual([
    [
      "renamed",
      "warning",
      "B1",
      "この表に見出し「評価」がありません。様式にない見出し「rating」がこれに当たるなら、言葉をそろえてください。",
    ],
  ]);
});
