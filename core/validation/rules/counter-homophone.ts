import { allMatches } from "../../text/all-matches.ts";
import { TRAIT } from "../../text/text-traits.ts";
import { cellTexts } from "../cell-texts.ts";
import { defineRule } from "../rule.ts";
import { suggestText, textEdit } from "../text-edit.ts";

const DIGIT = "[0-9０-９]";
/** A number and its counter end here: 「2会)」「2会実施」. */
const ENDS =
  "(?=[)）、。，,・／/\\s　」』]|$|実施|開催|行[いうっ]|参加|訪問|巡回|発行|配布|配付|以上|程度|目(?!標|的)|を|の|に|が|で|と)";

interface Homophone {
  readonly pattern: RegExp;
  readonly right: string;
  /** What must not stand shortly before: 老人会3会 counts bodies. */
  readonly unless?: RegExp;
}

const counter = (wrong: string, right: string, ends = ENDS, unless?: RegExp): Homophone => ({
  pattern: new RegExp(`(?<=${DIGIT})${wrong}${ends}`, "gu"),
  right,
  ...(unless ? { unless } : {}),
});
/** 週2会, 月に1会, 第3会: only what is done is counted so. 昨年2会 and 4月2会 may count bodies. */
const TIMES = new RegExp(
  `(?<=(?:週|(?<![0-9０-９])月|(?<![0-9０-９元昨前同本今来翌毎])年間?|毎[年月週日])に?${DIGIT}{1,3}|第${DIGIT}{1,3})会(?=[)）、。，,・\\s　」』]|$|[をはがにでとのずも]|程度|以上|ほど|実施|開催|行[いうっ])`,
  "gu",
);
const STRICT = "(?=[)）、。，,・\\s　]|$|実施|開催|行[いうっ]|参加)";

const HOMOPHONES: readonly Homophone[] = [
  counter("会", "回", STRICT, /会|団体|クラブ|組織|連合/u),
  { pattern: TIMES, right: "回" },
  counter("解", "回"),
  counter("階", "回", "(?=実施|開催|行[いうっ]|訪問|巡回|発行)"),
  counter("快", "回"),
  counter("海", "回", STRICT),
  counter("怪", "回"),
  counter("明", "名"),
  counter("命", "名"),
  counter("迷", "名"),
  counter("銘", "名", STRICT, /銘柄/u),
  counter("入", "人", "(?=[)）、。，,\\s　]|$|参加|が参加|の参加|増)"),
  counter("刃", "人"),
  counter("仁", "人"),
  counter("県", "件", "(?=[)）]|$|の相談|の申請|の通報|の苦情|対応|受理|交付)", /都道府県|他県|近県|隣県|[都道府県]/u),
  counter("券", "件", "(?=の相談|の申請|の通報|の苦情|対応|受理)", /券/u),
  counter("剣", "件"),
  counter("大", "台", "(?=[)）、。]|$|配備|購入|更新|導入|設置)"),
  counter("際(?!限|立)", "歳", "(?=児|以上|未満|まで|から|[)）、。]|$)"),
  counter("再", "歳", "(?=児|以上|未満|まで|から|[)）、。]|$)"),
  counter("歳時", "歳児", "(?!記)"),
  counter("暇所", "か所", ""),
  counter("(?:か|カ|ヶ|箇)書", "か所", "(?!き)"),
  counter("(?:か|カ|ヶ)処", "か所", ""),
  counter("各所", "か所", "(?=[)）、。，,・\\s　]|$|で|に|を|の|増設|設置|整備)"),
  counter("組み", "組", "(?=[)）、。，,・\\s　]|$|参加|が参加|の親子|の参加)"),
  counter("世代", "世帯", "(?=[)）]|$|に給付|に支給|へ支給|へ給付|訪問)", /世代/u),
  { pattern: /(?<=[0-9０-９](?:年|か月|ヶ月|週|日|時))感(?![染想謝覚じ])/gu, right: "間" },
  counter("回線", "回戦", "(?=進出|突破|敗退)"),
];

/** Most cells have none of these behind a digit. */
const SUSPECT =
  /[0-9０-９](?:[会解階快海怪明命迷銘入刃仁県券剣大際再暇]|歳時|[かカヶ箇][書処]|各所|組み|世代|(?:年|か月|ヶ月|週|日|時)感|回線)/u;

/** 2会 for 2回, 15明 for 15名: the counter of the same sound. */
export const counterHomophone = defineRule({
  meta: {
    id: "counter-homophone",
    category: "number",
    title: "数え方の漢字の変換誤り",
    description: "「2回」が「2会」になるような変換の誤りは、読み過ごされやすく、単位で集計すると漏れます。",
    scope: "record",
    severity: "warning",
    example: { wrong: "チラシの配布(2会)", right: "チラシの配布(2回)" },
    remedy: "正しい漢字に直します。",
    messages: {
      homophone: (d: { wrong: string; right: string }) =>
        `「${d.wrong}」は「${d.right}」の変換誤りではありませんか。確かめて直してください。`,
    },
  },

  check(context, report) {
    for (const { at, source, text, reading } of cellTexts(context)) {
      if (!reading.has(TRAIT.digit) || !SUSPECT.test(text)) continue;
      const seen = new Set<number>();
      for (const { pattern, right, unless } of HOMOPHONES) {
        for (const match of allMatches(text, pattern)) {
          const start = match.index;
          if (seen.has(start)) continue;
          const end = start + match[0].length;
          const digits =
            /[0-9０-９][0-9０-９,，.．]*(?:年|か月|ヶ月|週|日|時)?$/u.exec(
              text.slice(Math.max(0, start - 12), start),
            )?.[0] ?? "";
          const numberStart = start - digits.length;
          if (unless?.test(text.slice(Math.max(0, numberStart - 8), numberStart))) continue;
          seen.add(start);
          const data = { wrong: digits + match[0], right: digits + right };
          const fixes = [suggestText(`「${data.right}」に直す`, textEdit(source, { start, end }, right))];
          report({ messageId: "homophone", data, at, span: { start: numberStart, end }, fixes });
        }
      }
    }
  },
});
