import { allMatches } from "../text/all-matches.ts";
/** Words by which a sentence says that something was not done or not reached. */
const FAILURE =
  /(?:(?:でき|出来|実施し|開催し|行わ|行え|行われ|至ら|至れ|達し|達せ|達成でき|届か|得られ|進ま|進め|応じられ|設置は|設置が|実施は|実績は|実績が|開催は|整備は|着手し|着手でき)な(?:かった|くなった)|(?:でき|行い|実施し|開催し|至り|達し)ませんでした|中止(?:を余儀なくされた|を余儀なくされ|となった|とした|した)?(?!せず|する?こと|しな|になら|にせ|を避|を回避|にはし|には至)|未実施|未着手|未達成|未開催|未整備|未設置|見送(?:った|り|られ|らざる)|取りやめ|延期|休止し|断念|下回った|下回り|下回る結果|達成には至ら|実績なし|実績無し|該当なし)/gu;

/** One of these stands in every statement of failure: most sentences are settled by it. */
const MAYBE = /な(?:かった|くなった)|ません|中止|未[実着達開整設]|見送|取りやめ|延期|休止|断念|下回|なし|無し/u;

/** What did not happen was no failure: 支障はなかった, 待機児童はいなかった. */
const NO_FAILURE =
  /(?:支障|問題|事故|苦情|被害|混乱|影響|異常|不具合|遅れ|滞り|違反|漏れ|待機児童|該当|申込|申し込み|申請|相談|通報|依頼|希望|発生|対象|必要)(?:者|件数?|案件|世帯|は|が|も|等|など){0,4}(?:なかった|なく|なし|ない|ありませんでした|いなかった)$/u;
/** The failure is somebody else's, another year's, or only an attribute: 参加できなかった人に, 未実施校, 昨年度中止した. */
const ATTRIBUTE_AFTER =
  /^(?:[たのっ]?(?:方|人|者|市民|世帯|家庭|児童|生徒|子ども|校|地区|地域|団体|自治体|事業所|施設|路線|区間|箇所|か所|場合|とき|際|分|もの|講座|こと(?:が|を|も)?(?:できる|可能)|年|間|代わり|代替)|校|者|地区|の|率|期間|中の|していた|となっていた|となった(?:昨年|前年)|した(?:昨年|前年))/u;
const OTHER_YEAR = /(?:昨年|前年|一昨年|過去|これまで|以前|去年|平成|例年)[^。]{0,30}$/u;
/** 「…を再開した」「…代わりに…を実施した」: it was made good. */
const MADE_GOOD = /代わり|代替|替わり|に代え|に替え|再開|振替|オンライン(?:で|により|開催)|書面(?:で|により|開催)/u;

/** One statement of failure. */
export interface Failure {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** The sentence goes on with what was done in spite of it. */
  readonly madeGood: boolean;
  /** 多くの, すべて, 全ての: the failure is large. */
  readonly isLarge: boolean;
}

/** A quick look whether a text can hold a statement of failure at all. */
export function mayTellFailure(text: string): boolean {
  return MAYBE.test(text);
}

/** Statements of a sentence that something was not done, not reached or cancelled. */
export function findFailures(sentence: string): Failure[] {
  if (!mayTellFailure(sentence)) return [];
  const failures: Failure[] = [];
  for (const match of allMatches(sentence, FAILURE)) {
    const [words] = match;
    const end = match.index + words.length;
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(end, end + 30);
    if (NO_FAILURE.test(before.slice(-16) + words) || ATTRIBUTE_AFTER.test(after) || OTHER_YEAR.test(before)) continue;
    if (/[「『][^」』]{0,40}$/u.test(before)) continue;
    failures.push({
      start: match.index,
      end,
      words,
      madeGood: MADE_GOOD.test(sentence.slice(end)),
      isLarge: /(?:多くの?|すべての?|全ての?|全事業|ほとんどの?|大半の?|全面|いずれも)[^。]{0,20}$/u.test(
        before.slice(-30),
      ),
    });
  }
  return failures;
}
