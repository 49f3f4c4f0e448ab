import { quantitiesOf, sentencesOf } from "../cell-reading.ts";
import { finishedResults, isWithin, partsOfOtherMatter } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

const CHANGE = "(?:増加|減少|増え|減っ|減り|上昇|低下|上回|下回|伸び|半減|倍増|横ばい)";
/** A quick look before the other expression, which tries every row of kanji. */
const CHANGED = new RegExp(CHANGE, "u");
/** 活用件数が増加し, 登録者数は増加傾向: something counted that has moved. */
const CLAIM = new RegExp(
  `([\\p{sc=Han}ァ-ヶー]{1,12}(?:数|率|量|額|者|世帯|件|利用|参加|申請|相談))(?:が|は|も)[^。、\\n]{0,14}?${CHANGE}`,
  "u",
);
/** Something bad that is spoken of in general: 子どもの数が減少する中. */
const BACKGROUND = /(?:する|している|した|してい?く|傾向にある)(?:中|なか|ため|ことから|ことに伴|現状|社会|状況)/u;

/** 「件数が増加した」 without a figure. */
export const changeWithoutNumber = defineRule({
  meta: {
    id: "change-without-number",
    category: "meaning",
    title: "増減を述べているのに数値がない",
    description: "「件数が増加した」と書いてあっても、前と後の数値がなければ確かめられません。",
    scope: "record",
    severity: "info",
    example: {
      wrong: "令和2年度と比べて活用件数が増加し、…",
      right: "活用件数が令和2年度の12件から令和3年度は19件に増加し、…",
    },
    remedy: "比べる年度とその数値、今年度の数値を書きます。",
    messages: {
      claim: (d: { words: string }) =>
        `「${d.words}」とありますが、数値がありません。前の年度と今年度の数値を書いてください。`,
    },
  },

  check({ written }, report) {
    const numbers = new Map(
      written("result").map((value) => [
        value.record,
        quantitiesOf(value).some(({ ordinal }) => !ordinal) ? value.text : "",
      ]),
    );
    for (const value of finishedResults(written("result", "evaluation"))) {
      if (!CHANGED.test(value.text) || !CLAIM.test(value.text) || quantitiesOf(value).some(({ ordinal }) => !ordinal))
        continue;
      const elsewhere = partsOfOtherMatter(value.text);
      for (const sentence of sentencesOf(value)) {
        const match = CLAIM.exec(sentence.text);
        if (!match || isWithin(sentence.start, elsewhere)) continue;
        const rest = sentence.text.slice(match.index + match[0].length);
        // 「利用者数は増加」 in the evaluation of 「利用者数:303人」 has its figure beside it.
        const indicator = match[1]!;
        if (BACKGROUND.test(rest.slice(0, 16)) || (numbers.get(value.record) ?? "").includes(indicator.slice(-4)))
          continue;
        const start = sentence.start + match.index;
        const words = match[0];
        report({ messageId: "claim", data: { words }, at: value, span: { start, end: start + words.length } });
        break;
      }
    }
  },
});
