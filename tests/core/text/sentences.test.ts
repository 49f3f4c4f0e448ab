import { describe, expect, test } from "vitest";
import { bracketPairs, sentences } from "../../../core/text/sentences.ts";

const texts = (text: string) => sentences(text).map((sentence) => sentence.marker + sentence.text);

describe("sentences", () => {
  test("句点で切り、次の文の頭の空白は含めない", () => {
    expect(sentences("相談を行った。 また、研修も実施")).toEqual([
      { text: "相談を行った。", start: 0, end: 7, marker: "", terminated: true, endsLine: false },
      { text: "また、研修も実施", start: 8, end: 16, marker: "", terminated: false, endsLine: true },
    ]);
  });

  test.each([
    [
      "括弧の中の句点では切らない",
      "参観を実施。(夏期は24名参加。それ以外は調査)講演会を開催。",
      ["参観を実施。", "(夏期は24名参加。それ以外は調査)講演会を開催。"],
    ],
    [
      "かぎ括弧の中の句点",
      "「道が暗い。」との声があった。対応した。",
      ["「道が暗い。」との声があった。", "対応した。"],
    ],
    [
      "名前の中の感嘆符では切らない",
      "パパもいっしょに!ジョイフルサタデーを開催",
      ["パパもいっしょに!ジョイフルサタデーを開催"],
    ],
    ["行末の感嘆符では切る", "みんなで減量!\nごみを減らす", ["みんなで減量!", "ごみを減らす"]],
    ["番号で切る", "①窓口の充実②連携の強化", ["①窓口の充実", "②連携の強化"]],
    ["番号のすぐ後の中黒も印のうち", "⑦・「親子教室」の開催\n・検討会", ["⑦・「親子教室」の開催", "・検討会"]],
    ["句の途中の改行では切らない", "④学校施設の有効活用\nの推進\n⑤配置", ["④学校施設の有効活用\nの推進", "⑤配置"]],
    ["読点で終わる行は続く", "市道の改良、\n舗装の打換えを行った。", ["市道の改良、\n舗装の打換えを行った。"]],
    ["行ごとの項目は切る", "市道の改良\n舗装の打換え", ["市道の改良", "舗装の打換え"]],
    ["空行をはさめば続かない", "充実を図る\n\nを", ["充実を図る", "を"]],
    ["括弧の中の改行では切らない", "4講座(4・7月実施 \n妊婦138名)\n●次", ["4講座(4・7月実施 \n妊婦138名)", "●次"]],
    ["数量の並びは一つずつ", "家庭児童 3,732件 婦人相談 1,213件", ["家庭児童 3,732件", "婦人相談 1,213件"]],
    ["相手のない括弧では切り方が変わらない", "支援する。）次の文。", ["支援する。）", "次の文。"]],
    ["伏せ字の名前", "●●小学校の整備\n●●中学校の整備", ["●●小学校の整備", "●●中学校の整備"]],
    ["空白だけ", " \n　", []],
  ] as const)("%s", (_, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  test("場所は元の文字列を指す", () => {
    const text = "　①子育て　支援 \r\n\r\n- ②相談(あ。\nい)です。はい";
    for (const { text: words, start, end } of sentences(text)) expect(text.slice(start, end)).toBe(words);
    expect(texts(text)).toEqual(["①子育て　支援", "- ②相談(あ。\nい)です。", "はい"]);
  });

  test("長い文字列でも速い", () => {
    const text = "（".repeat(2500) + "」".repeat(2500);
    expect(sentences(text)).toHaveLength(1);
  });
});

describe("bracketPairs", () => {
  test("幅の違う括弧も組とみなす", () => {
    expect(bracketPairs("（1件)「」")).toEqual({
      pairs: [
        { start: 0, end: 4 },
        { start: 4, end: 6 },
      ],
      unmatched: [],
    });
  });

  test("組にならない括弧の場所", () => {
    expect(bracketPairs("(すくすく(年10回)、年5回").unmatched).toEqual([0]);
    expect(bracketPairs("支援員)、「保健師").unmatched).toEqual([3, 5]);
  });
});
