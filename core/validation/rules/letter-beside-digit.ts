import { allMatches } from "../../text/all-matches.ts";
import { TRAIT } from "../../text/text-traits.ts";
import { cellTexts } from "../cell-texts.ts";
import { defineRule } from "../rule.ts";
import { suggestText, textEdit } from "../text-edit.ts";

const UNIT =
  "(?:人|名|件|回|か所|箇所|カ所|ヶ所|歳|才|年|月|日|時間|円|千円|百万円|万円|%|％|世帯|団体|校|園|館|施設|台|本|枚|冊|部|戸|棟|組|室|教室|講座|か月|ヶ月|カ月|㎡|km|ha)";
const LETTER = "[OoＯｏIlＩｌ|｜]";
const DIGIT = "[0-9０-９]";
const LETTER_OR_DIGIT = "[0-9０-９,，.．]";
const NOT_IN_WORD_BEFORE = "(?<![A-Za-zＡ-Ｚａ-ｚ0-9０-９.．])";

const PATTERNS = [
  // l0人, O5件: a letter before digits that have a unit
  new RegExp(`${NOT_IN_WORD_BEFORE}${LETTER}(?=${LETTER_OR_DIGIT}{1,8}${UNIT})`, "gu"),
  // O-12歳: a letter at one end of a range
  new RegExp(`${NOT_IN_WORD_BEFORE}${LETTER}(?=[-－‐–~〜～]${DIGIT}{1,4}${UNIT})`, "gu"),
  // 1O人, 2O1件: a letter among digits; 20l is a volume
  new RegExp(`(?<=${DIGIT}[,，.．]?[OoＯｏ]{0,3})[OoＯｏ](?=[OoＯｏ0-9０-９,，.．]{0,6}${UNIT})`, "gu"),
  new RegExp(`(?<=${DIGIT}[,，.．]?)[IlＩｌ|](?=${DIGIT}{1,6}${UNIT})`, "gu"),
  // O件: a letter for a whole number
  new RegExp(`${NOT_IN_WORD_BEFORE}[OＯ](?=(?:件|回(?!復|答|収)|か所|箇所|世帯|団体)(?![A-Za-z]))`, "gu"),
];

/** O-12歳, l0人: a letter of the keyboard where a digit is meant. */
export const letterBesideDigit = defineRule({
  meta: {
    id: "letter-beside-digit",
    category: "number",
    title: "数字の代わりの英字",
    description:
      "英字のＯ・ｌ・Ｉは数字の0・1と見分けがつきません。集計や検索では数と認められず、読み上げも誤ります。紙の資料を読み取った文字に多い誤りです。",
    scope: "record",
    severity: "warning",
    standard: "L2-01",
    example: { wrong: "対象年齢O-12歳", right: "対象年齢0-12歳" },
    remedy: "英字を数字に直します。",
    messages: {
      letter: (d: { letter: string; digit: string; around: string }) =>
        `「${d.around}」の「${d.letter}」は英字です。数字の「${d.digit}」に直してください。`,
    },
  },

  check(context, report) {
    for (const { at, source, text, reading } of cellTexts(context)) {
      if (!reading.has(TRAIT.digitLike)) continue;
      for (const start of lettersIn(text)) {
        const letter = text[start]!;
        const digit = digitFor(letter);
        const span = { start, end: start + 1 };
        const around = numberAround(text, start);
        const fixes = [suggestText(`「${letter}」を数字の「${digit}」に直す`, textEdit(source, span, digit))];
        report({ messageId: "letter", data: { letter, digit, around }, at, span, fixes });
      }
    }
  },
});

function lettersIn(text: string): number[] {
  const places = new Set(PATTERNS.flatMap((pattern) => allMatches(text, pattern).map(({ index }) => index)));
  return [...places].sort((a, b) => a - b);
}

/** The number that the letter spoils, with its unit. */
function numberAround(text: string, at: number): string {
  const before = /[0-9０-９,，.．OoIl]*$/u.exec(text.slice(Math.max(0, at - 8), at))![0];
  const behind = /^[-－‐–~〜～0-9０-９,，.．OoＯｏIlＩｌ|｜]*[^\s、。,()（）「」]{0,2}/u.exec(text.slice(at))![0];
  return before + behind;
}

/** The digit that a letter stands for, as wide as the letter. */
function digitFor(letter: string): string {
  const digit = /[OoＯｏ]/u.test(letter) ? "0" : "1";
  return /[Ａ-Ｚａ-ｚ｜]/u.test(letter) ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit;
}
