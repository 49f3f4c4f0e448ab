import { expect, test } from "vitest";
import { NO_DICTIONARIES } from "../../../../core/validation/dictionaries.ts";
import { headingUnknown } from "../../../../core/validation/rules/heading-unknown.ts";
import { validate } from "../../../../core/validation/validate.ts";
import { FORMS, read, sheet, workbook, type Grid } from "../../../support/sheet.ts";

const headings = ["事業名", "事業概要及び計画内容", "令和6年度実績(件数等)", "実績に対する評価", "担当局"];
const row = ["学習支援", "学習を支援する。", "利用者数:303人", "利用者が増加した。", "こども若者局"];

function found(grid: Grid) {
  const { diagnostics, faults } = validate(
    {
      workbook: workbook(sheet(grid)),
      form: FORMS["sendai-projects"],
      document: read("sendai-projects", grid),
      dictionaries: NO_DICTIONARIES,
    },
    [headingUnknown],
  );
  expect(faults).toEqual([]);
  return diagnostics.map(({ address, message }) => [address, message]);
}

test("様式のとおり", () => {
  expect(found([headings, row])).toEqual([]);
});

test("様式にない列が二つ", () => {
  expect(
    found([
      [...headings, "備考", "予算額\n(千円)"],
      [...row, "確認済み", 1200],
    ]),
  ).toEqual([
    ["F1", "見出し「備考」は様式にありません。言葉を様式に合わせるか、様式に加えてください。"],
    ["G1", "見出し「予算額(千円)」は様式にありません。言葉を様式に合わせるか、様式に加えてください。"],
  ]);
});
