import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import { findIndicators, type Indicator } from "../../../core/text/indicators.ts";
import { fieldValues } from "../../../core/validation/field-value.ts";
import { BUILT_IN_TEMPLATES, loadForms } from "../../../renderer/forms/load-forms.ts";
import { readXlsx } from "../../../renderer/workbook/read-xlsx.ts";
import { EXPECTED_FIGURES } from "./indicators.expected.ts";

/** `subject/label=延べ394人`, `?` before what is not certain, `<保護者` behind a part of a total. */
function shown(text: string): string[] {
  return findIndicators(text).map(({ subject, label, qualifier, approximate, value, unit, parent, certain }) =>
    [
      certain ? "" : "?",
      subject && `${subject}/`,
      label,
      "=",
      qualifier,
      approximate ? "約" : "",
      value,
      unit,
      parent ? `<${parent.label}` : "",
    ].join(""),
  );
}

test.each([
  ["利用者数:243人 高校進学率:98%", ["利用者数=243人", "高校進学率=98%"]],
  ["利用者数：２４３人　高校進学率：９８％", ["利用者数=243人", "高校進学率=98％"]],
  ["家庭児童 3,732件 婦人相談 1,213件", ["家庭児童=3732件", "婦人相談=1213件"]],
  ["就業支援セミナー:計24回実施", ["就業支援セミナー=計24回"]],
  ["家庭相談員業務連絡会 年6回開催", ["家庭相談員業務連絡会=年6回"]],
  ["家庭相談員新任者研修 1回 参加者 8名", ["家庭相談員新任者研修=1回", "家庭相談員新任者研修/参加者=8名"]],
  ["・家庭教育学級(15回開催)参加者延べ394人", ["家庭教育学級=15回", "家庭教育学級/参加者=延べ394人"]],
  ["・開催回数2回、参加者延べ人数 36人", ["開催回数=2回", "参加者=延べ人数36人"]],
  ["特別支援学校に88名のスクールカウンセラーを配置", ["スクールカウンセラー=88名"]],
  ["区内7か所の支援センターを延59,245人利用", ["支援センター=7か所", "支援センター=延59245人"]],
  ["保育所室内779件", ["保育所室内=779件"]],
  ["課長級 (通年1人)", ["課長級=通年1人"]],
  ["母子健康手帳の交付2,762件", ["母子健康手帳の交付=2762件"]],
  ["令和3年度は16の講座に延べ246人が参加した。", ["講座=16", "講座/参加=延べ246人"]],
  ["・外国人のための日本語教室を24回実施した。", ["外国人のための日本語教室=24回"]],
  ["スクールソーシャルワーカーを2名配置し、支援を行った。", ["スクールソーシャルワーカー=2名"]],
  [
    "すくすく交流広場(年10回・160組320名)",
    ["すくすく交流広場=年10回", "すくすく交流広場=160組", "すくすく交流広場=320名"],
  ],
  ["12名 (児童養護施設1件、里親家庭9世帯)", ["?=12名", "児童養護施設=1件<", "里親家庭=9世帯<"]],
  [
    "参加者延数701名(保護者375、こども326) 男性124名",
    ["参加者延数=延べ701名", "参加者延数/保護者=375<参加者延数", "参加者延数/こども=326<参加者延数", "男性=124名"],
  ],
  ["貸出冊数 345,678冊（うち児童書98,765冊）", ["貸出冊数=345678冊", "貸出冊数/児童書=うち98765冊<貸出冊数"]],
  ["参加者数 約600名、対応件数は50件程度", ["参加者数=約600名", "対応件数=約50件"]],
  ["ごみ排出量は1人1日当たり850gで、前年度比2.3%減となった。", ["ごみ排出量=850g", "?=2.3%"]],
  [
    "介護予防教室（8会場）参加実人数210人、延べ1,980人",
    ["介護予防教室=8会場", "介護予防教室/参加実人数=実210人", "?参加実人数=延べ1980人"],
  ],
  ["総合防災訓練を2回実施し、延べ1,250人が参加した。", ["総合防災訓練=2回", "総合防災訓練/参加=延べ1250人"]],
  ["創業セミナーを開催（全5回、受講者延べ80人）", ["創業セミナー=全5回", "創業セミナー/受講者=延べ80人"]],
  ["常任委員会を12回開催し、議案45件を審査した。", ["常任委員会=12回", "議案=45件"]],
  ["ふるさと納税寄附件数 10,234件、寄附金額 2億3,456万円", ["ふるさと納税寄附件数=10234件", "寄附金額=234560000円"]],
  [
    "消防団員数 845人（定員900人、充足率93.9％）",
    ["消防団員数=845人", "消防団員数/定員=900人", "消防団員数/充足率=93.9％"],
  ],
  ["開館日数300日、こどもサポート 週3日実施", ["開館日数=300日", "こどもサポート=週3日"]],
  ["1人1台端末を整備、教員研修を3回開催", ["教員研修=3回"]],
  ["ボランティア講座2回実施・1回実施予定", ["ボランティア講座=2回", "?ボランティア講座=1回"]],
  ["利用者数 令和4年度 1,200人 令和5年度 1,350人", ["?=1200人", "?=1350人"]],
])("%s", (text, figures) => {
  expect(shown(text)).toEqual(figures);
});

test.each([
  "令和3年11月17日に開催した。",
  "第2期計画に基づき、第1回会議を12.10.20に開いた。",
  "18歳到達により、小学1年生と中3勉強会の児童1人1人に",
  "条例に定める「1教室概ね40人」の基準を満たす。",
  "(4・7・12・3月実施)",
  "3～5人の",
  "",
])("no figure that could be compared: %s", (text) => {
  expect(findIndicators(text).filter(({ certain }) => certain)).toEqual([]);
});

test("offsets refer to the text as given", () => {
  const text = "①利用者数：　延べ６５，９５５人";
  const [figure] = findIndicators(text);
  expect(text.slice(figure!.start, figure!.end)).toBe("６５，９５５人");
  expect(text.slice(figure!.labelStart, figure!.labelStart + figure!.label.length)).toBe("利用者数");
});

test("a text of 5,000 characters takes no time", () => {
  for (const text of [
    "（".repeat(2500) + "1人".repeat(1000),
    "講座(3回".repeat(800),
    "あ".repeat(4990) + "30人",
    "1,".repeat(2500),
  ]) {
    const start = performance.now();
    findIndicators(text);
    expect(performance.now() - start).toBeLessThan(500);
  }
});

describe.each(Object.entries(EXPECTED_FIGURES))("%s", (_, { sample, figures }) => {
  test("labels and figures are those that a reader finds", async () => {
    const workbook = await readXlsx(join(BUILT_IN_TEMPLATES, sample));
    const forms = loadForms().map(({ definition }) => definition);
    const { form, document } = recogniseForm(workbook, forms);
    const found = fieldValues(document, form)
      .filter(({ kind, inherited }) => (kind === "result" || kind === "evaluation") && !inherited)
      .flatMap(({ text }) => findIndicators(text));
    const line = ({ label, value, unit }: Indicator) => `${label}=${value}${unit}`;
    const certain = found.filter((figure) => figure.certain).map(line);
    expect(common(certain, figures) / certain.length, "precision of what is certain").toBeGreaterThanOrEqual(0.95);
    expect(common(found.map(line), figures) / figures.length, "recall").toBeGreaterThanOrEqual(0.9);
  });
});

/** How many entries two lists have in common, each as often as it stands in both. */
function common(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  return a.filter((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}
