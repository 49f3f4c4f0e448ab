import { allMatches } from "../../text/all-matches.ts";
import { findFiscalYears, fiscalYearLabel } from "../../text/fiscal-year.ts";
import type { FieldValue } from "../field-value.ts";
import { cellTexts } from "../cell-texts.ts";
import { defineRule } from "../rule.ts";

const YEAR =
  /(?:(?:令和|平成|昭和|(?<![A-Za-zＡ-Ｚａ-ｚ])[RHＲＨ])(?:元|[0-9０-９]{1,2})|(?<![0-9０-９])(?:19|20)[0-9]{2})年(度)?(?:[ 　]?([0-9０-９]{1,2})月)?(?:末|当初|中|[上中下]旬|[0-9０-９]{1,2}日)?(から|より|に|は|には|からは|度から)?/gu;
/** Words with which an earlier year is in its place: comparison, origin, names, plans and laws. */
const IN_PLACE =
  /比べ|比較|比[でし、]|対し|以降|以来|継続|引き続|引続|計画|方針|条例|法律|法[にのを施改]|策定|制定|開設|設立|設置した|開館|創設|発足|改正|施行|国勢|調査|現在|時点|までに|まで|実績|生まれ|建設|建築|供用|開始した|開始され|開始し|スタート|導入|から毎|より毎|年度[~〜～]|予定|目標|繰越|繰り越|同期|同月|発生|災害|地震|豪雨|台風|に向け|見込|卒業|採択|認定|指定|決定|締結|協定|計上|交付決定|入学|生ま/u;
/** 「令和3年度に実施したアンケート」: the year belongs to a noun, not to what was done. */
const ATTRIBUTE = /^[^、。]{0,24}(?:した|された|った|いた|けた|めた)[\p{sc=Han}\p{sc=Kana}「]/u;
const SENTENCE = /[^。\n\r]+/gu;
const PAST = /(?:した|った|いだ|んだ|けた|きた|めた|れた|せた|ました|している|し、|実施|開催)/u;

/** 「令和元年10月からは…実施し」 in the results of 令和3年度: a sentence left over from an earlier year. */
export const yearOutsidePeriod = defineRule({
  meta: {
    id: "year-outside-period",
    category: "number",
    title: "対象年度の外の年",
    description:
      "その年度の実績の欄に前の年度の出来事が書かれているときは、以前の文が残っていることがあります。経緯として書くときは、今年度に何をしたかが分かるように書きます。",
    scope: "record",
    severity: "info",
    standard: "L3-05",
    example: {
      wrong: "（令和3年度実績）令和元年10月からは幼児教育の無償化を実施し、負担の軽減に努めた。",
      right: "（令和3年度実績）幼児教育の無償化を継続し、令和3年度は1,250人を対象とした。",
    },
    remedy: "対象年度の実績に書き改めます。経緯であれば、今年度の実績を書き添えます。",
    messages: {
      result: (d: { written: string; year: string }) =>
        `${d.year}の実績の欄に「${d.written}」のことが書かれています。以前の文が残っていないか確かめ、${d.year}の実績を書いてください。`,
      plan: (d: { written: string; year: string }) =>
        `${d.year}の文書に「${d.written}」の予定が書かれています。以前の文が残っていないか確かめてください。`,
    },
  },

  check(context, report) {
    for (const { at, text, kind } of cellTexts(context)) {
      if (!("field" in at) || (kind !== "result" && kind !== "plan") || !text.includes("年")) continue;
      const fiscalYear = yearOf(at, context.fiscalYear);
      if (fiscalYear === undefined || at.record.kind !== "record") continue;
      for (const { 0: sentence, index } of allMatches(text, SENTENCE)) {
        const found = staleYear(sentence, at, fiscalYear);
        if (!found) continue;
        const { written, offset } = found;
        const span = { start: index + offset, end: index + offset + written.length };
        report({ messageId: kind, data: { written, year: fiscalYearLabel(fiscalYear) }, at, span });
      }
    }
  },
});

/** The first earlier year of a sentence that has no business in the column. */
function staleYear(
  sentence: string,
  at: FieldValue,
  fiscalYear: number,
): { written: string; offset: number } | undefined {
  if (!sentence.includes("年")) return undefined;
  const years = allMatches(sentence, YEAR).flatMap((match) => {
    const year = fiscalYearOf(match);
    return year === undefined ? [] : [{ match, year }];
  });
  // A sentence that also names the year itself tells a story up to it.
  if (years.length === 0 || years.some(({ year }) => year >= fiscalYear) || IN_PLACE.test(sentence)) return undefined;
  for (const { match } of years) {
    const behind = sentence.slice(match.index + match[0].length);
    const isTold = match[3] !== undefined && PAST.test(behind) && !ATTRIBUTE.test(behind);
    const isStale = at.kind === "result" ? isTold : isTopic(match, at);
    if (isStale) return { written: match[0].slice(0, match[0].length - (match[3] ?? "").length), offset: match.index };
  }
  return undefined;
}

function yearOf({ period }: FieldValue, fiscalYear: number | undefined): number | undefined {
  return period ? period.fiscalYear?.gregorian : fiscalYear;
}

/** The fiscal year in which a written year or month lies; a year alone may be either of two, so it counts as the later. */
function fiscalYearOf(match: RegExpExecArray): number | undefined {
  const year = findFiscalYears(`${/^[^年]*/u.exec(match[0])![0]}年度`)[0]?.gregorian;
  if (year === undefined) return undefined;
  const month = match[2] === undefined ? undefined : Number(match[2].normalize("NFKC"));
  return month !== undefined && month <= 3 ? year - 1 : year;
}

/** 「平成23年度は…増刷を行い」 in a plan: a topic that has gone by. */
function isTopic(match: RegExpExecArray, { period }: FieldValue): boolean {
  return !period && match[1] !== undefined && (match[3] === "は" || match[3] === "には");
}
