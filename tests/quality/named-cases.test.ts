import { beforeAll, describe, expect, test } from "vitest";
import { sampleDiagnostics, type SampleDiagnostic } from "../../renderer/quality/sample-diagnostics.ts";

/** [document, cell, rule, severity, words of the cell or of the message] */
type Case = readonly [document: string, address: string, rule: string, severity: string, words: string];

/** Faults that the validation was asked to find by name. */
const FOUND: readonly Case[] = [
  [
    "sendai-r5",
    "C7",
    "breakdown-sum-mismatch",
    "warning",
    "12名 (児童養護施設1件、ファミリーホーム1件、里親家庭9世帯)",
  ],
  ["kawasaki", "D23", "date-broken", "warning", "011.10.28"],
  ["kawasaki", "D23", "counter-homophone", "warning", "2会"],
  ["nerima", "E52", "letter-beside-digit", "warning", "O"],
  ["ogori", "F39", "value-unselected", "error", "未選択"],
  ["ogori", "H39", "value-unselected", "error", "未選択"],
  ["sendai-r6", "C5", "value-required", "error", "「実績(件数等)」が空欄です"],
  ["sendai-r6", "E7", "value-required", "error", "「担当局」が空欄です"],
  ["sendai-r6", "A8", "word-split-by-space", "warning", "センター事 業"],
  ["sendai-r6", "A10", "word-split-by-space", "warning", "センター事 業"],
  ["ogori", "E4", "nonpast-in-result", "warning", "他4か所の支援センターとも連携していく"],
  ["kawasaki", "F23", "planned-in-result", "warning", "2回目2月実施予定"],
  ["kawasaki", "F23", "planned-in-result", "warning", "70件実施予定"],
  ["kawasaki", "F39", "planned-in-result", "warning", "30名予定"],
  ["sendai-r6", "D8", "evaluation-unchanged", "warning", "「就業情報提供件数」が 45件 から 13件"],
  ["sendai-r6", "E4", "organisation-renamed", "info", "「子ども若者局」から「こども若者局」"],
  ["ogori", "A9", "key-duplicate", "warning", "3"],
  ["ogori", "E39", "era-notation-mixed", "info", "R3年度"],
];

/** Words that look like faults and are none: [document, cell, words, rules that must not mark them]. */
const SILENT: readonly (readonly [document: string, address: string, words: string, rules: readonly string[]])[] = [
  ["nerima", "C48", "OB等", ["letter-beside-digit"]],
  ["nerima", "H20", "増設1か所", ["plan-total-mismatch"]],
  ["nerima", "H28", "年間80回", ["plan-total-mismatch"]],
  ["nerima", "H10", "354", ["plan-total-mismatch"]],
  ["nerima", "H21", "203", ["plan-total-mismatch"]],
  ["nerima", "H29", "225", ["plan-total-mismatch"]],
  ["nerima", "H38", "131", ["plan-total-mismatch"]],
  ["nerima", "H55", "63", ["plan-total-mismatch"]],
  ["kawasaki", "F23", "小学校入学予定者", ["planned-in-result"]],
  ["kawasaki", "D23", "701名(保護者375、こども326) 男性124名", ["breakdown-sum-mismatch"]],
  ["kawasaki", "F39", "160組320名", ["breakdown-sum-mismatch", "count-without-qualifier"]],
  ["kawasaki", "J73", "市民・こども局", ["spelling-varies", "organisations-run-together"]],
  ["ogori", "E59", "つないだ", ["nonpast-in-result"]],
  ["ogori", "G21", "危険箇所", ["unit-varies", "spelling-varies"]],
];

let diagnostics: readonly SampleDiagnostic[];
beforeAll(async () => {
  diagnostics = await sampleDiagnostics();
});

describe("found", () => {
  test.each(FOUND)("%s %s %s", (document, address, rule, severity, words) => {
    const there = diagnostics.filter(
      (one) => one.document === document && one.address === address && one.ruleId === rule,
    );
    expect(
      there.map((one) => [one.severity, one.text === words || one.text.includes(words) || one.message.includes(words)]),
    ).toContainEqual([severity, true]);
  });
});

describe("silent", () => {
  test.each(SILENT)("%s %s %s", (document, address, words, rules) => {
    const there = diagnostics.filter(
      ({ text, cellText, offset, ...one }) =>
        one.document === document &&
        one.address === address &&
        rules.includes(one.ruleId) &&
        overlaps(cellText.indexOf(words), words.length, offset, text.length),
    );
    expect(there).toEqual([]);
  });

  test.each(["D22", "J22", "H23", "J23", "F102", "H103"])("kawasaki %s is empty on purpose", (address) => {
    const there = diagnostics.filter((one) => one.document === "kawasaki" && one.address === address);
    expect(there).toEqual([]);
  });
});

function overlaps(a: number, aLength: number, b: number, bLength: number): boolean {
  return a >= 0 && a < b + bLength && b < a + aLength;
}
