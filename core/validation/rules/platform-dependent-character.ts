import { allMatches } from "../../text/all-matches.ts";
import { TRAIT } from "../../text/text-traits.ts";
import { defineRule } from "../rule.ts";
import { isEditable, textPlaces, type TextPlace } from "../text-places.ts";
import { fixText, textEdit } from "../text-edit.ts";

/** What stands for a character that not every machine shows alike. Circled numbers ①–⑳ are in common use and stay. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  "㈱": "(株)",
  "㈲": "(有)",
  "㈹": "(代)",
  "㈳": "(社)",
  "㈶": "(財)",
  "㈻": "(学)",
  "㈼": "(監)",
  "㈷": "(祝)",
  "㈰": "(日)",
  "㈪": "(月)",
  "㈫": "(火)",
  "㈬": "(水)",
  "㈭": "(木)",
  "㈮": "(金)",
  "㈯": "(土)",
  "㍿": "株式会社",
  "№": "No.",
  "℡": "TEL",
  "㏍": "K.K.",
  "㎜": "mm",
  "㎝": "cm",
  "㎞": "km",
  "㎎": "mg",
  "㎏": "kg",
  "㏄": "cc",
  "㎖": "mL",
  "㍑": "リットル",
  "㍉": "ミリ",
  "㌔": "キロ",
  "㌢": "センチ",
  "㍍": "メートル",
  "㌘": "グラム",
  "㌧": "トン",
  "㌃": "アール",
  "㌶": "ヘクタール",
  "㍗": "ワット",
  "㌍": "カロリー",
  "㌦": "ドル",
  "㌣": "セント",
  "㌫": "パーセント",
  "㍊": "ミリバール",
  "㌻": "ページ",
  "㎡": "平方メートル",
  "㎢": "平方キロメートル",
  "㎥": "立方メートル",
  "㋿": "令和",
  "㍻": "平成",
  "㍼": "昭和",
  "㍽": "大正",
  "㍾": "明治",
  "㊤": "(上)",
  "㊥": "(中)",
  "㊦": "(下)",
  "㊧": "(左)",
  "㊨": "(右)",
  "㊞": "(印)",
  "㊙": "(秘)",
  "㊑": "(株)",
  "㊒": "(有)",
  "㊟": "(注)",
  "㊡": "(休)",
  "㊩": "(医)",
  Ⅰ: "I",
  Ⅱ: "II",
  Ⅲ: "III",
  Ⅳ: "IV",
  Ⅴ: "V",
  Ⅵ: "VI",
  Ⅶ: "VII",
  Ⅷ: "VIII",
  Ⅸ: "IX",
  Ⅹ: "X",
  ⅰ: "i",
  ⅱ: "ii",
  ⅲ: "iii",
  ⅳ: "iv",
  ⅴ: "v",
  ⅵ: "vi",
  ⅶ: "vii",
  ⅷ: "viii",
  ⅸ: "ix",
  ⅹ: "x",
  "⑴": "(1)",
  "⑵": "(2)",
  "⑶": "(3)",
  "⑷": "(4)",
  "⑸": "(5)",
  "⑹": "(6)",
  "⑺": "(7)",
  "⑻": "(8)",
  "⑼": "(9)",
  "⑽": "(10)",
  "⒈": "1.",
  "⒉": "2.",
  "⒊": "3.",
  "⒋": "4.",
  "⒌": "5.",
  "⒍": "6.",
  "⒎": "7.",
  "⒏": "8.",
  "⒐": "9.",
};
const DEPENDENT = new RegExp(`[${Object.keys(REPLACEMENTS).join("")}]`, "gu");
/** Half-width katakana with its sound marks, and the half-width 、。「」・. */
const HALF_WIDTH = /[｡-ﾟ]+/gu;
/** Characters of a machine's own (外字), and what stands for a character that was lost. */
const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/gu;
const LOST = /\ufffd+/gu;

/** 機種依存文字。Variant kanji of names (髙, 﨑) are proper names and stay. */
export const platformDependentCharacter = defineRule({
  meta: {
    id: "platform-dependent-character",
    category: "text",
    title: "機種依存文字が使われている",
    description:
      "組文字（㈱、㎡）、ローマ数字、半角カタカナ、外字は、環境によって表示が変わったり検索にかからなかったりします。丸数字（①～⑳）と人名の漢字（髙、﨑）は指摘しません。",
    scope: "record",
    severity: "info",
    standard: "L1-08",
    example: {
      wrong: "№5 ㈱公園管理に委託（3㌶）ﾎﾞﾗﾝﾃｨｱ",
      right: "No.5 (株)公園管理に委託（3ヘクタール）ボランティア",
    },
    remedy: "ふつうの文字の並びに書き換えます。",
    messages: {
      dependent: (d: { character: string; right: string }) =>
        `「${d.character}」は機種依存文字です。「${d.right}」と書いてください。`,
      halfWidth: (d: { written: string; right: string }) =>
        `「${d.written}」は半角カタカナです。全角の「${d.right}」に直してください。`,
      private: (d: { code: string }) =>
        `外字（U+${d.code}）があります。ほかの環境では読めません。常用の漢字かひらがなに書き換えてください。`,
      lost: (d: { count: number }) =>
        `文字化けして失われた文字が ${d.count} 字あります。元の文書を確かめて書き直してください。`,
    },
  },

  check(context, report) {
    for (const place of textPlaces(context)) {
      const { text, at, reading } = place;
      if (!reading.has(TRAIT.unusual)) continue;
      for (const { index, 0: character } of allMatches(text, DEPENDENT)) {
        const right = REPLACEMENTS[character]!;
        const span = { start: index, end: index + character.length };
        report({
          messageId: "dependent",
          data: { character, right },
          at,
          span,
          fixes: replacement(place, span, right),
        });
      }
      for (const { index, 0: written } of allMatches(text, HALF_WIDTH)) {
        const right = written.normalize("NFKC");
        const span = { start: index, end: index + written.length };
        report({ messageId: "halfWidth", data: { written, right }, at, span, fixes: replacement(place, span, right) });
      }
      for (const { index, 0: character } of allMatches(text, PRIVATE)) {
        const code = character.codePointAt(0)!.toString(16).toUpperCase();
        report({
          messageId: "private",
          data: { code },
          at,
          span: { start: index, end: index + character.length },
          severity: "warning",
        });
      }
      for (const { index, 0: written } of allMatches(text, LOST)) {
        const span = { start: index, end: index + written.length };
        report({ messageId: "lost", data: { count: written.length }, at, span, severity: "error" });
      }
    }
  },
});

function replacement(place: TextPlace, span: { readonly start: number; readonly end: number }, right: string) {
  return isEditable(place) ? [fixText(`「${right}」に直す`, textEdit(place.source, span, right))] : [];
}
