import { expect, test } from "vitest";
import { findQuantities, plainNumber } from "../../../core/text/quantity.ts";

/** `延べ約600名!`: qualifier, approximate as 約, value and unit, `!` for an ordinal. */
function shown(text: string): string[] {
  return findQuantities(text).map(
    ({ qualifier, approximate, value, unit, ordinal }) =>
      `${qualifier}${approximate ? "約" : ""}${value}${unit}${ordinal ? "!" : ""}`,
  );
}

test.each([
  ["利用者数:243人 高校進学率:98%", ["243人", "98%"]],
  ["対応件数:65,955件", ["65955件"]],
  ["対応件数：６５，９５５件、充足率９８．５％", ["65955件", "98.5％"]],
  ["延べ約600名が参加", ["延べ約600名"]],
  ["約延べ600名", ["延べ600名"]],
  ["300余名、50件程度、20人ほど", ["約300名", "約50件", "約20人"]],
  ["1万2千人", ["12000人"]],
  ["3億5,000万円", ["350000000円"]],
  ["事業費36百万円、5千円、1,000千円", ["36百万円", "5千円", "1000千円"]],
  ["3～5人", ["3人", "5人"]],
  ["12-15歳", ["12歳!", "15歳!"]],
  ["年7回、月2回、週3日、計4回、全8回、各10か所", ["年7回", "月2回", "週3日", "計4回", "全8回", "各10か所"]],
  ["設計3件、家計5件", ["3件", "5件"]],
  ["第2期計画、第1回", ["第2期!", "第1回!"]],
  ["令和3年11月17日に開催", ["3年!", "11月!", "17日!"]],
  ["R3年度 H30.4 2021年度", ["3年度!", "30.4!", "2021年度!"]],
  ["12.10.20に約500名", ["12!", "10!", "20!", "約500名"]],
  ["2021/11/17 10:30", ["2021!", "11!", "17!", "10!", "30!"]],
  ["もうすぐ1年生、中3勉強会、3歳児、1歳", ["1年生!", "3!", "3歳児!", "1歳!"]],
  ["GIGA A3 4K COVID-19 ① B型 3D O157", []],
  ["10km、3ha、5t、2.5m、30㎡", ["10km", "3ha", "5t", "2.5m", "30㎡"]],
  ["No.3 事業No. 8 - 1 №2", ["3!", "8!", "1", "2!"]],
  ["4か所教室を増設、4部会とした、8事業、2校区", ["4か所", "4部会", "8事業", "2校区"]],
  ["24時間365日、3年間、3か月、10日間", ["24時間", "365日", "3年間", "3か月", "10日間"]],
  ["3回目、2つ目、10回目標", ["3回目!", "2つ目!", "10回"]],
  ["午前10時30分から", ["10時!", "30分!"]],
  ["5団体、12施設、3グループ、7コース", ["5団体", "12施設", "3グループ", "7コース"]],
  ["1 事業の概要", ["1!"]],
  ["(1)概要 (10)", ["1!", "10!"]],
  ["12名 (児童養護施設1件、里親家庭9世帯)", ["12名", "1件", "9世帯"]],
  ["(10か所、参加者30人)", ["10か所", "30人"]],
  ["160組320名", ["160組", "320名"]],
  ["なし", []],
])("%s", (text, quantities) => {
  expect(shown(text)).toEqual(quantities);
});

test("offsets refer to the text as given", () => {
  const text = "①「講座」 延べ６５，９５５人が参加";
  const [quantity] = findQuantities(text);
  expect(text.slice(quantity!.start, quantity!.end)).toBe("６５，９５５人");
  expect(text.slice(quantity!.start, quantity!.numberEnd)).toBe("６５，９５５");
});

test("a text of 5,000 characters takes no time", () => {
  const text = "9".repeat(2500) + ",1".repeat(1250);
  expect(findQuantities(text).length).toBeGreaterThan(0);
});

test.each([
  ["1,234", 1234],
  ["１２．５", 12.5],
  ["▲3", -3],
  ["36百万円", undefined],
  ["", undefined],
])("%s is the number %s", (text, number) => {
  expect(plainNumber(text)).toBe(number);
});
