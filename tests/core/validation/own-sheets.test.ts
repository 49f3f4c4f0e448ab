import { expect, test } from "vitest";
import { isOwnSheet } from "../../../core/validation/own-sheets.ts";

test.each(["確認済み", "前年対応", "指摘一覧", "指摘一覧2", "指摘一覧１２", " 前年対応"])(
  "%j is kept beside the table",
  (name) => {
    expect(isOwnSheet(name)).toBe(true);
  },
);

test.each(["進捗状況", "指摘一覧表", "前年対応の事業", "確認", ""])("%j is not", (name) => {
  expect(isOwnSheet(name)).toBe(false);
});
