import { allMatches } from "../../text/all-matches.ts";
import { sentencesOf } from "../cell-reading.ts";
import { finishedResults, isWithin, partsOfOtherMatter } from "../record-cells.ts";
import { defineRule } from "../rule.ts";
import { suggestText, textEdit } from "../text-edit.ts";
import type { FieldValue } from "../field-value.ts";

/**
 * 予定 as a statement: 「70件実施予定」「開催する予定である」. A noun that begins with it (予定者, 予定価格, 予定どおり), an attribute
 * (予定の) and the past (予定していた, 予定だったが) are none.
 */
const PLANNED =
  /(?:予定|見込み|見込|見通し)(?=$|[\s\u3000。．，、）)」』・●→]|で(?:ある(?!べ)|す|、|，)|であり(?!まし)|だ(?![っがけろ])|[（(]|と(?:なって(?:いる|います|おり)|して(?:いる|います|おり))|して(?:いる|います|おり(?!まし)))/gu;
/** 当初予定, 今後の予定: the plan itself is the subject. 量の見込み is a term of the child-care plans. */
const NOT_STATED = /(?:当初|当初の|今後|今後の|次回の|作業|変更|量の|年間|事業|行事|スケジュール|の)$/u;
/** What was planned did not come about, or came about otherwise: told as it was. */
const OVERTAKEN = /中止|延期|見送|取りや|取り止|変更|できなかった|なかった|休止|断念|より早|前倒し|しかし|再検討/u;
const LATER = /次年度|翌年度|来年度|翌年|来年|今後|将来/u;
const YEAR = /(令和|R|Ｒ)\s*([0-9０-９]{1,2}|元)\s*年(?:度|\s*([0-9０-９]{1,2})\s*月)?/gu;

/** 予定 in the results of a year that is over. */
export const plannedInResult = defineRule({
  meta: {
    id: "planned-in-result",
    category: "meaning",
    title: "実績に予定が書かれている",
    description:
      "終わった年度の実績の欄に「予定」「見込み」が残っていると、実際に行ったのかどうかが分かりません。年度の途中に書いたものが、そのまま残っていることがよくあります。「入学予定者」「予定どおり」「予定していた」のような語は対象にしません。",
    scope: "record",
    severity: "warning",
    example: {
      wrong: "実績: ネットワーク会議代表者会議1回実施・2回目2月実施予定",
      right: "実績: ネットワーク会議代表者会議2回実施",
    },
    remedy:
      "実際に行った結果（回数、人数など）に書き直します。行わなかったときは、その旨と理由を書きます。翌年度以降の予定は、今後の取り組みの欄へ移します。",
    options: {
      maxSpan: { default: 40, description: "指摘する語句の長さの上限（文字数）。" },
    },
    messages: {
      planned: (d: { words: string }) =>
        `終わった年度の実績に「${d.words}」とあります。実際に行った結果に書き直してください。`,
      later: (d: { words: string }) =>
        `実績に翌年度以降の予定「${d.words}」が書かれています。今後の取り組みの欄に書くことを検討してください。`,
    },
  },

  check({ written, fiscalYear, options }, report) {
    for (const value of finishedResults(written("result"))) {
      if (!/予定|見込|見通し/u.test(value.text)) continue;
      const elsewhere = partsOfOtherMatter(value.text);
      const year = value.period?.fiscalYear?.gregorian ?? fiscalYear;
      for (const sentence of sentencesOf(value)) {
        for (const match of allMatches(sentence.text, PLANNED)) {
          const at = sentence.start + match.index;
          if (isWithin(at, elsewhere) || !isStatement(sentence.text, match.index)) continue;
          const end = match.index + match[0].length;
          const start = clauseStart(sentence.text, match.index, options.maxSpan);
          const words = sentence.text.slice(start, end);
          const span = { start: sentence.start + start, end: sentence.start + end };
          if (isLater(sentence.text.slice(0, end), year)) {
            report({ messageId: "later", data: { words }, at: value, span, severity: "info" });
          } else report({ messageId: "planned", data: { words }, at: value, span, fixes: fixes(value, span, words) });
        }
      }
    }
  },
});

function isStatement(sentence: string, at: number): boolean {
  if (NOT_STATED.test(sentence.slice(Math.max(0, at - 6), at))) return false;
  if (at === 0 || /[、。（(「\s・]$/u.test(sentence.slice(0, at))) return false;
  if (isQuoted(sentence, at)) return false;
  return !OVERTAKEN.test(sentence.slice(at, at + 60));
}

/** Inside 「…」: a title, not a statement. */
function isQuoted(sentence: string, at: number): boolean {
  return sentence.lastIndexOf("「", at) > sentence.lastIndexOf("」", at) && sentence.includes("」", at);
}

/** From the last separator on: 「第1回を5月に開催・第2回を2月開催予定」 → 第2回を2月開催予定. */
function clauseStart(sentence: string, at: number, maxSpan: number): number {
  let start = at;
  while (start > 0 && at - start < maxSpan && !/[、，。・\s\u3000（(●」』)）]/u.test(sentence[start - 1]!)) start--;
  return start;
}

function isLater(before: string, year: number | undefined): boolean {
  if (LATER.test(before.slice(-60))) return true;
  if (year === undefined) return false;
  return allMatches(before, YEAR).some(([, , written = "", month]) => {
    const gregorian = 2018 + (written === "元" ? 1 : Number(written.normalize("NFKC")));
    // January to March still belong to the fiscal year that began the year before.
    const begins = month !== undefined && Number(month.normalize("NFKC")) <= 3 ? gregorian - 1 : gregorian;
    return begins > year;
  });
}

/** 「70件実施予定」 → 「70件実施」: only a person knows whether it took place. */
function fixes(value: FieldValue, span: { readonly start: number; readonly end: number }, words: string) {
  const done = /^(.*[\p{sc=Han}ァ-ヶー0-9０-９])予定$/u.exec(words)?.[1];
  if (done === undefined || typeof value.value !== "string" || value.value !== value.text) return [];
  const end = { start: span.end - 2, end: span.end };
  return [suggestText(`「${words}」を「${done}」に直す（実施済みのとき）`, textEdit(value, end, ""))];
}
