import { expect, test } from "vitest";
import { headingMatcher } from "../../../core/form/heading-pattern.ts";
import { foldText } from "../../../core/text/fold.ts";

const matches = (heading: string, text: string) => headingMatcher([heading])(foldText(text));

test.each([
  ["No.", "Ｎｏ．"],
  ["実施状況({fiscalYear})", "実施状況\n（令和 ３ 年度）"],
  ["実施状況({fiscalYear})", "実施状況(2021年度)"],
  ["{fiscalYear}末目標", "R3年度末目標"],
  ["内容(第{n}期計画記載)", "内容（第２期計画記載）"],
  ["{fiscalYear}", "令和元(2019)年度"],
])("%s takes %s", (heading, text) => {
  expect(matches(heading, text)).toBe(true);
});

test.each([
  ["No.", "Nox"],
  ["事業名", "事業名称"],
  ["{fiscalYear}目標", "目標"],
  ["{fiscalYear}", "3年度"],
  ["内容(第{n}期計画記載)", "内容(第二期計画記載)"],
  ["現況", "平成30年度末の現況"],
])("%s does not take %s", (heading, text) => {
  expect(matches(heading, text)).toBe(false);
});
