import type { Sentence } from "../../text/sentences.ts";
import { pastForm, sentenceEnding, type Tense } from "../../text/tense.ts";
import { sentencesOf } from "../cell-reading.ts";
import type { QuickFix } from "../diagnostic.ts";
import type { FieldValue } from "../field-value.ts";
import { finishedResults, isWithin, partsOfOtherMatter } from "../record-cells.ts";
import { defineRule } from "../rule.ts";
import { suggestText, textEdit } from "../text-edit.ts";

/** A forecast in the middle of a report: 「今後も、…充実を図った。」 */
const FUTURE_WORD = /今後(?:も|とも|は)(?!、?必要)/u;
/** Behind these the future is only spoken of: 「今後も継続することを確認した」「今後も使えるよう改修した」. */
const SPOKEN_OF =
  /こと|よう|ため|見込|予想|想定|方針|予定|あり方|と(?:し|の|い|考|協議|確認)|について|に向け|に備え|ができる|られる|れる|課題|必要/u;
const PROBLEM =
  /(?:残って(?:いる|います|おり)|残る|残されている|課題(?:である|です|となっている|がある)|不足(?:している|しています)|難しくなって(?:いる|います)|困難(?:である|となっている|になっている)|必要(?:がある|である|です|となっている))$/u;

/** A sentence of a result that speaks of what will be done. */
export const nonpastInResult = defineRule({
  meta: {
    id: "nonpast-in-result",
    category: "meaning",
    title: "実績がこれからのことのように書かれている",
    description:
      "実績は終わったことを書く欄です。「努める。」「連携していく。」で終わる文や「今後も」で始まる文は、計画や今後の取り組みの欄から写したまま直していないおそれがあります。体言止めと、状態を述べる文（増加傾向にある、実施している）は対象にしません。",
    severity: "warning",
    example: {
      wrong: "実施状況: 福祉サービスの円滑な利用に努める。",
      right: "実施状況: 福祉サービスの円滑な利用に努めた。",
    },
    remedy: "行ったことを過去形で書きます。これからのことは、今後の取り組みの欄に書きます。",
    options: {
      columnShare: {
        default: 0.5,
        description:
          "欄の文のうち、この割合以上が「～する。」で終わるときは、その書き方を慣例とみなして一度だけ知らせます。",
      },
      columnCount: { default: 5, description: "慣例とみなすために要る文の数。" },
      reportProblems: {
        default: true,
        description: "実績の欄に書かれた課題（～が残っている。）も情報として知らせます。",
      },
    },
    messages: {
      nonpast: (d: { words: string }) =>
        `実績の文が「${d.words}」で終わっています。行ったことなら過去形に直し、これからのことなら今後の取り組みの欄に移してください。`,
      futureWord: (d: { word: string }) =>
        `実績の文に「${d.word}」とあります。今後の取り組みの文が写されていないか確かめてください。`,
      problem: (d: { words: string }) =>
        `実績の欄に課題「${d.words}」が書かれています。評価か今後の取り組みの欄に書くことを検討してください。`,
      column: (d: { title: string; count: number; all: number }) =>
        `「${d.title}」の文 ${d.all} のうち ${d.count} が「～する。」の形です。行ったことは過去形で書いてください。`,
    },
  },

  check({ written, options }, report) {
    const columns = Map.groupBy(endingsOf(finishedResults(written("result"))), ({ value }) => value.field);
    for (const [field, endings] of columns) {
      const judged = endings.filter(({ tense }) => tense === "past" || isPlan(tense));
      const plans = judged.filter(({ tense }) => isPlan(tense));
      const isCustom = plans.length >= options.columnCount && plans.length >= judged.length * options.columnShare;
      if (isCustom) {
        const { value, span } = plans[0]!;
        const data = { title: field.title, count: plans.length, all: judged.length };
        report({ messageId: "column", data, at: value, span, severity: "info" });
      }
      for (const { value, sentence, tense, span } of endings) {
        const words = value.text.slice(span.start, span.end);
        const future = FUTURE_WORD.exec(sentence.text);
        if (isPlan(tense)) {
          if (isCustom) continue;
          const data = { words: short(words) };
          report({ messageId: "nonpast", data, at: value, span, fixes: fixes(value, span, words) });
        } else if (tense === "past" && future && !SPOKEN_OF.test(sentence.text.slice(future.index))) {
          const start = sentence.start + future.index;
          const at = { start, end: start + future[0].length };
          report({ messageId: "futureWord", data: { word: future[0] }, at: value, span: at });
        } else if (tense === "state" && options.reportProblems && PROBLEM.test(words)) {
          report({ messageId: "problem", data: { words: short(words) }, at: value, span, severity: "info" });
        }
      }
    }
  },
});

interface PlacedEnding {
  readonly value: FieldValue;
  readonly sentence: Pick<Sentence, "text" | "start">;
  readonly tense: Tense;
  /** The last clause, within the cell. */
  readonly span: { readonly start: number; readonly end: number };
}

/** ※人数は年度末の数とする: a rule for reading, no result. */
const NOTE = /^[※＊*]|^[（(]?注/u;

/** Somewhere a sentence may end in something else than the past, or speaks of the future. */
const UNUSUAL = /[うくすつぬぶむぐるいだ](?:[。．\s（(]|$)|です|今後[もとは]/mu;

function endingsOf(values: readonly FieldValue[]): PlacedEnding[] {
  return values.flatMap((value) => {
    if (!UNUSUAL.test(value.text)) return [wholeCell(value)];
    const elsewhere = partsOfOtherMatter(value.text);
    return sentencesOf(value).flatMap((sentence): PlacedEnding[] => {
      if (isWithin(sentence.start, elsewhere) || NOTE.test(sentence.text)) return [];
      const { tense, start, end } = sentenceEnding(sentence.text);
      const span = { start: sentence.start + start, end: sentence.start + end };
      return [{ value, sentence, tense, span }];
    });
  });
}

/** A cell of nothing but past sentences and nouns need not be cut: it counts as one. */
function wholeCell(value: FieldValue): PlacedEnding {
  const { tense, start, end } = sentenceEnding(value.text);
  return { value, sentence: { text: value.text, start: 0 }, tense, span: { start, end } };
}

function isPlan(tense: Tense): boolean {
  return tense === "action" || tense === "volitional";
}

/** Only a person knows that it was done. */
function fixes(value: FieldValue, span: { readonly start: number; readonly end: number }, words: string): QuickFix[] {
  const past = pastForm(words);
  if (past === undefined || value.value !== value.text) return [];
  return [suggestText(`「${short(past)}」に直す（行ったことのとき）`, textEdit(value, span, past))];
}

/** The end of a long clause, for a message. */
function short(words: string): string {
  return words.length > 24 ? `…${words.slice(-22)}` : words;
}
