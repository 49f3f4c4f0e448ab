import { tenseOfSentence } from "../../text/tense.ts";
import { sentencesOf } from "../cell-reading.ts";
import { findFailures, mayTellFailure, type Failure } from "../failure-words.ts";
import type { FieldValue } from "../field-value.ts";
import { ratingPlace } from "../rating-scale.ts";
import { cellsByRecord, finishedResults, isSameYear, isWithin, partsOfOtherMatter } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

/** Good news only: for a result that was given the worst grade. */
const SUCCESS =
  /達成(?:し|でき)た|上回(?:った|り)|(?:向上|増加|改善|充実)(?:し|され|が図られ|を図ることができ)た|図られた|好評|全て完了|すべて完了/u;
const OPEN = /実施予定|開催予定|配布予定|[0-9０-９]{1,6}(?:名|人|回|件|組)予定(?!者|ど|通|数|価)/u;

/** A grade that the words of the result do not bear out. */
export const ratingContradictsResult = defineRule({
  meta: {
    id: "rating-contradicts-result",
    category: "meaning",
    title: "評価が実績の記述と合わない",
    description:
      "最も良い評価なのに「中止」「未実施」「できなかった」と書かれている、あるいは最も悪い評価なのに成果だけが書かれているときは、評価か記述のどちらかを見直す必要があります。「支障はなかった」「申込はなかった」のような語、代わりの方法で実施したもの、昨年度のことは失敗とみなしません。",
    scope: "record",
    severity: "warning",
    example: { wrong: "実績: …多くの事業中止を余儀なくされた。／ 評価: A", right: "評価: B（中止した事業があるため）" },
    remedy: "評価の基準に照らして評価を見直すか、その評価とした理由を実績や評価の欄に書きます。",
    options: {
      bestFirst: {
        default: true,
        description: "様式の評価の選択肢が良い順に並んでいるとき true。悪い順（1 が最低）なら false にします。",
      },
    },
    messages: {
      best: (d: { rating: string; words: string }) =>
        `評価は「${d.rating}」ですが、実績に「${d.words}」とあります。評価の基準に合っているか確かめてください。`,
      nothingDone: (d: { rating: string; words: string }) =>
        `評価は「${d.rating}」ですが、実績には「${d.words}」のほかに行ったことが書かれていません。評価の理由を確かめてください。`,
      worst: (d: { rating: string }) =>
        `評価は最も低い「${d.rating}」ですが、実績には成果だけが書かれています。評価の理由を書いてください。`,
      unfinished: (d: { rating: string; words: string }) =>
        `評価は「${d.rating}」ですが、実績に「${d.words}」と終わっていないことが書かれています。結果を確かめてから評価してください。`,
    },
  },

  check({ written, fiscalYear, options }, report) {
    const finished = new Set(finishedResults(written("result")));
    for (const cells of cellsByRecord(written("result", "rating")).values()) {
      for (const rating of cells) {
        const place = rating.kind === "rating" ? ratingPlace(rating.field, rating.text, options.bestFirst) : undefined;
        if (!place) continue;
        const results = cells.filter((cell) => finished.has(cell) && isRated(cell, rating, fiscalYear));
        const grade = rating.text.trim();
        const told = results.flatMap(tell);
        const failures = told.flatMap(({ failures }) => failures);
        const first = failures[0];
        const isNothing = told.length > 0 && told.every(({ isFailure }) => isFailure);
        const isGood = place.rank * 2 < place.size - 1;
        if (first && place.rank === 0) {
          const isClear = isNothing || failures.some(({ isLarge }) => isLarge);
          const shown = failures.find(({ isLarge }) => isLarge) ?? first;
          const data = { rating: grade, words: shown.words };
          const at = { at: shown.value, span: shown.span };
          report({ messageId: "best", data, ...at, ...(isClear ? {} : { severity: "info" }) });
        } else if (first && isNothing && isGood) {
          const data = { rating: grade, words: first.words };
          report({ messageId: "nothingDone", data, at: first.value, span: first.span, severity: "info" });
        } else if (!first && place.rank === place.size - 1 && results.some(({ text }) => SUCCESS.test(text))) {
          report({ messageId: "worst", data: { rating: grade }, at: rating, severity: "info" });
        }
        const open = place.rank * 2 <= place.size - 1 ? firstOpen(results) : undefined;
        if (open) {
          const data = { rating: grade, words: open.words };
          report({ messageId: "unfinished", data, at: rating, severity: "info" });
        }
      }
    }
  },
});

/** A rating without a year is about the document's own year. */
function isRated(result: FieldValue, rating: FieldValue, fiscalYear: number | undefined): boolean {
  if (rating.period) return isSameYear(result, rating);
  const year = result.period?.fiscalYear?.gregorian;
  return year === undefined || fiscalYear === undefined || year === fiscalYear;
}

interface PlacedFailure extends Pick<Failure, "words" | "isLarge"> {
  readonly value: FieldValue;
  readonly span: { readonly start: number; readonly end: number };
}

interface Told {
  readonly failures: readonly PlacedFailure[];
  readonly isFailure: boolean;
}

/** What all sentences tell together of a result without a word of failure. */
const NO_FAILURE: Told = { failures: [], isFailure: false };

/** What each sentence of a result tells: failures that were not made good, and whether it tells nothing else. */
function tell(value: FieldValue): Told[] {
  const elsewhere = partsOfOtherMatter(value.text);
  const own = sentencesOf(value).filter(({ start }) => !isWithin(start, elsewhere));
  if (!mayTellFailure(value.text)) return own.length > 0 ? [NO_FAILURE] : [];
  return own.map((sentence): Told => {
    const failures = findFailures(sentence.text).filter(({ madeGood }) => !madeGood);
    const placed = failures.map((failure) => {
      const start = clauseStart(sentence.text, failure.start);
      return {
        ...failure,
        words: sentence.text.slice(start, failure.end),
        value,
        span: { start: sentence.start + start, end: sentence.start + failure.end },
      };
    });
    const last = failures.at(-1);
    const rest = last ? sentence.text.slice(last.end) : sentence.text;
    // 「…中止となったが、感染対策をして開催した。」 goes on to something done.
    const isFailure = last !== undefined && (rest.length <= 8 || tenseOfSentence(rest) === "nominal");
    return { failures: placed, isFailure };
  });
}

function clauseStart(sentence: string, at: number): number {
  const from = Math.max(sentence.lastIndexOf("、", at - 1), sentence.lastIndexOf("。", at - 1)) + 1;
  return Math.max(from, at - 24);
}

function firstOpen(results: readonly FieldValue[]): { words: string } | undefined {
  for (const { text } of results) {
    const match = OPEN.exec(text);
    if (match) return { words: match[0] };
  }
  return undefined;
}
