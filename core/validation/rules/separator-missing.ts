import { allMatches } from "../../text/all-matches.ts";
import { TRAIT } from "../../text/text-traits.ts";
import { sentencesOf } from "../cell-reading.ts";
import { finishedResults, isWithin } from "../record-cells.ts";
import { repeatedCounts } from "../repeated-counts.ts";
import { defineRule } from "../rule.ts";
import { isEditable, prosePlaces, type TextPlace } from "../text-places.ts";
import { fixText, suggestText, textEdit } from "../text-edit.ts";

/** 2回実施1回実施: a number follows the noun of action of the number before. */
const COUNTS =
  /(?<![0-9０-９])[0-9０-９]{1,6}(?:回|件|名|人|か所|箇所|組|校|部|日)(?:実施|開催|参加|配布|配付|発行|利用|交付|派遣)(?=[0-9０-９]+(?:回|件|名|人|か所|箇所|組|校|部)(?:実施|開催|参加|配布|配付|発行|利用|交付|派遣))/gu;
/** 年11回開催参加延数127名: the next count begins without a mark. */
const LABELS =
  /(?<![0-9０-９])[0-9０-９]{1,6}(?:回|日|か所|箇所)(?:実施|開催)(?=(?:参加(?:者|延|実|人|数)|延べ|登録(?:者|及び|数)|受講者|来場者|利用者)[^0-9０-９\n]{0,8}[0-9０-９])/gu;
/** Where one item may end and the next begin without a mark. */
const JOINT = /(?:の(?:実施|開催|推進|充実|支援|整備|配布|作成|発行|強化)|[）)])(?=[\p{sc=Han}\p{sc=Kana}ぁ-ん])/gu;
const JOINT_MARK =
  /(?:の(?:実施|開催|推進|充実|支援|整備|配布|作成|発行|強化)|[）)])([。、\n])\s*(?=[\p{sc=Han}\p{sc=Kana}ぁ-ん])/gu;
/** The same with a space, which may be a separator or a slip. */
const JOINT_SPACE =
  /(?:の(?:実施|開催|推進|充実|支援|整備|配布|作成|発行|強化)|[）)])[ \u3000]+(?=[\p{sc=Han}\p{sc=Kana}ぁ-ん])/gu;
/** Words that go on after a noun of action: の実施状況. */
const COMPOUND_REST =
  /^(?:状況|計画|方法|体制|内容|主体|要領|回数|機関|時期|場所|結果|事業|支援|状態|件数|者|日|中|後|前)/u;
const BEFORE = 4;
const AFTER = 5;

/** 項目の間の区切り。 */
export const separatorMissing = defineRule({
  meta: {
    id: "separator-missing",
    category: "text",
    title: "項目の間に区切りがない",
    description:
      "「●」や丸数字の項目が前の項目の後ろに続けて書かれていたり、二つの項目が区切りなしにつながっていたりすると、項目の数も対応も読み取れません。",
    severity: "warning",
    standard: "L1-07",
    example: { wrong: "●子育てサロンの拡充●人材養成の充実", right: "●子育てサロンの拡充\n●人材養成の充実" },
    remedy: "項目ごとに改行するか、句読点で区切ります。",
    messages: {
      glued: (d: { marker: string; count: number }) =>
        `「${d.marker}」の項目が前の項目に続けて書かれています${d.count > 1 ? `（この欄に ${d.count} か所）` : ""}。項目の前で改行してください。`,
      counts: (d: { written: string }) =>
        `「${d.written}」の後に区切りがないまま、次の数が続いています。句読点で区切ってください。`,
      spaced: (d: { before: string; after: string; mark: string }) =>
        `「${d.before}」と「${d.after}」は空白だけで区切られています。ほかの欄と同じように「${d.mark}」で区切ってください。`,
      elsewhere: (d: { before: string; after: string; mark: string }) =>
        `「${d.before}」と「${d.after}」の間に区切りがありません。ほかの欄では「${d.mark}」で区切られています。`,
    },
  },

  check(context, report) {
    const places = prosePlaces(context);
    const marks = marksBetween(places);
    const finished = new Set<TextPlace["at"]>(finishedResults(context.written("result")));
    for (const place of places) {
      if (place.reading.has(TRAIT.circledNumber) || place.reading.has(TRAIT.bullet)) reportGlued(place);
      if (place.reading.has(TRAIT.digit)) {
        reportCounts(place, COUNTS);
        reportCounts(place, LABELS);
      }
      reportJoints(place, marks);
    }

    function reportGlued(place: TextPlace) {
      const glued = gluedMarkers(place);
      const [first] = glued;
      if (first === undefined) return;
      const start = Math.max(0, first - 8, place.text.lastIndexOf("\n", first) + 1);
      report({
        messageId: "glued",
        data: { marker: place.text[first]!, count: glued.length },
        at: place.at,
        span: { start, end: Math.min(place.text.length, first + 8) },
        // The items can be told apart: a matter of layout, which the fix settles.
        severity: "info",
        fixes: isEditable(place)
          ? [
              fixText(
                "項目の前で改行する",
                textEdit(place.source, { start: 0, end: place.text.length }, brokenAt(place.text, glued)),
              ),
            ]
          : [],
      });
    }

    function reportCounts(place: TextPlace, pattern: RegExp) {
      const found = allMatches(place.text, pattern);
      // Of a finished result count-without-qualifier asks what the two counts are.
      const asked = found.length > 0 && finished.has(place.at) ? repeatedCounts(place.text) : [];
      for (const { index, 0: written } of found) {
        if (isWithin(index, asked)) continue;
        const end = index + written.length;
        report({
          messageId: "counts",
          data: { written },
          at: place.at,
          span: { start: index, end: end + /^[^、。\n]{0,8}/u.exec(place.text.slice(end, end + 8))![0].length },
          ...(pattern === LABELS ? { severity: "info" } : {}),
          fixes: isEditable(place)
            ? [suggestText("「、」で区切る", textEdit(place.source, { start: end, end }, "、"))]
            : [],
        });
      }
    }

    function reportJoints(place: TextPlace, known: ReadonlyMap<string, string>) {
      if (known.size === 0) return;
      for (const pattern of [JOINT, JOINT_SPACE]) {
        for (const { index, 0: joint } of allMatches(place.text, pattern)) {
          const from = index + joint.trimEnd().length;
          const to = index + joint.length;
          const before = place.text.slice(Math.max(0, from - BEFORE), from);
          const after = place.text.slice(to, to + AFTER);
          const mark = known.get(`${before}|${after}`);
          if (mark === undefined || COMPOUND_REST.test(after) || before.length < BEFORE || after.length < AFTER)
            continue;
          report({
            messageId: from < to ? "spaced" : "elsewhere",
            data: { before, after, mark: mark === "\n" ? "改行" : mark },
            at: place.at,
            span: { start: from - BEFORE, end: to + AFTER },
            ...(from < to ? { severity: "info" } : {}),
            fixes: isEditable(place)
              ? [
                  suggestText(
                    mark === "\n" ? "改行する" : `「${mark}」で区切る`,
                    textEdit(place.source, { start: from, end: to }, mark),
                  ),
                ]
              : [],
          });
        }
      }
    }
  },
});

/** Places of markers that begin an item in the middle of a line. */
function gluedMarkers(place: TextPlace): number[] {
  return sentencesOf(place).flatMap(({ marker, start }) => {
    if (!/[●■◆①-⑳]/u.test(marker)) return [];
    let at = start;
    while (at > 0 && !/[●■◆①-⑳]/u.test(place.text[at - 1]!)) at--;
    at--;
    return at > 0 && /[^\s\u3000\-–]/u.test(place.text[at - 1]!) ? [at] : [];
  });
}

function brokenAt(text: string, places: readonly number[]): string {
  let broken = "";
  let from = 0;
  for (const at of places) {
    broken += `${text.slice(from, at)}\n`;
    from = at;
  }
  return broken + text.slice(from);
}

/** The marks that part two items somewhere in the document, by the letters on both sides. */
function marksBetween(places: readonly TextPlace[]): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const { text } of places) {
    for (const { index, 0: joint, 1: mark } of allMatches(text, JOINT_MARK)) {
      const end = index + joint.trimEnd().length - (mark === "\n" ? 0 : 1);
      const before = text.slice(end - BEFORE, end);
      const from = index + joint.length;
      marks.set(`${before}|${text.slice(from, from + AFTER)}`, mark!);
    }
  }
  return marks;
}
