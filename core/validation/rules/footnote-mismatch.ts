import type { SourcedValue, TextPart } from "../../table/evaluation-document.ts";
import { allMatches } from "../../text/all-matches.ts";
import { cellName } from "../../workbook/address.ts";
import { TRAIT } from "../../text/text-traits.ts";
import type { FieldValue } from "../field-value.ts";
import { readingOf } from "../cell-reading.ts";
import { defineRule, type RuleContext } from "../rule.ts";
import { textPlaces } from "../text-places.ts";

interface Mark {
  readonly at: FieldValue | TextPart | SourcedValue;
  readonly cell: SourcedValue["cell"];
  /** As written: ※1, *1, 注1. */
  readonly written: string;
  readonly symbol: string;
  readonly number: string;
  readonly start: number;
  readonly end: number;
  /** What the note says; nothing for a mark in a text. */
  readonly content: string | undefined;
}

/** A number behind ※, * or 注, and not a quantity: ※1人1回まで is a remark about 1人. */
const MARK =
  /(?<![0-9０-９\p{sc=Han}*＊※])([※＊*]|注)([0-9０-９]{1,2})(?![0-9０-９,，.．]|人|名|回|件|年|月|日|か所|箇所|台|歳|枚|つ|時|％|%|世帯|組|円|万|億|個|度|次|号|級|学)|(?<=\p{sc=Han}|[」』）)])([※＊*])([0-9０-９]{1,2})(?![0-9０-９,，.．])/gu;
const HAS_MARK = /[※＊*注][0-9０-９]/u;

/** 注の印と注の本文。 */
export const footnoteMismatch = defineRule({
  meta: {
    id: "footnote-mismatch",
    category: "name",
    title: "注の印と注の本文が合わない",
    description:
      "本文の「*1」と欄外の「※1」のように印が違ったり、相手のない印や同じ番号の注があったりすると、どの注を読めばよいか分かりません。",
    severity: "warning",
    standard: "L3-03",
    example: { wrong: "学習支援事業の実施*1 …… ※1 計画4の再掲", right: "学習支援事業の実施※1 …… ※1 計画4の再掲" },
    remedy: "印と番号をそろえます。注の番号は文書の中で重ならないように振ります。",
    messages: {
      symbol: (d: { written: string; note: string }) =>
        `印「${d.written}」に対する注は「${d.note}」と書かれています。印をそろえてください。`,
      noNote: (d: { written: string }) =>
        `印「${d.written}」に対する注がありません。注を書き添えるか、印を取り除いてください。`,
      noMark: (d: { written: string }) =>
        `注「${d.written}」を指す印がどこにもありません。印を付けるか、注を取り除いてください。`,
      repeated: (d: { written: string; other: string }) =>
        `注「${d.written}」が ${d.other} にもあり、内容が違います。番号を分けてください。`,
    },
  },

  check(context, report) {
    const marks = marksOf(context);
    const notes = marks.filter(({ content }) => content !== undefined);
    const references = marks.filter(({ content }) => content === undefined);
    const byNumber = new Map<string, Mark[]>();
    for (const note of notes) byNumber.set(note.number, [...(byNumber.get(note.number) ?? []), note]);

    for (const { at, number, symbol, written, start, end } of references) {
      const found = byNumber.get(number);
      const span = { start, end };
      if (!found) report({ messageId: "noNote", data: { written }, at, span });
      else if (found.every((note) => note.symbol !== symbol)) {
        report({ messageId: "symbol", data: { written, note: found[0]!.written }, at, span });
      }
    }
    const referred = new Set(references.map(({ number }) => number));
    for (const { at, number, written, start, end } of notes) {
      if (!referred.has(number))
        report({ messageId: "noMark", data: { written }, at, span: { start, end }, severity: "info" });
    }
    for (const group of byNumber.values()) reportRepeated(group);

    /** Notes that begin anew in each section are usual; whoever reads the whole has to know which is meant. */
    function reportRepeated(group: readonly Mark[]) {
      for (const note of group) {
        const other = group.find(
          (candidate) =>
            candidate !== note && candidate.content !== note.content && candidate.cell.sheet === note.cell.sheet,
        );
        if (!other) continue;
        const { at, written, start, end } = note;
        report({
          messageId: "repeated",
          data: { written, other: cellName(other.cell) },
          at,
          span: { start, end },
          severity: "info",
        });
      }
    }
  },
});

/** Marks in cells, texts and headings of columns. */
function marksOf(context: RuleContext): Mark[] {
  const headings = context.tables.flatMap(({ columns, corner }) => [
    ...columns.flatMap(({ heading, under }) => [heading, under]),
    corner,
  ]);
  const seen = new Set<string>();
  const marks: Mark[] = [];
  const add = (at: Mark["at"], source: SourcedValue) => {
    if (!readingOf(source).has(TRAIT.digit) || !HAS_MARK.test(source.text)) return;
    const place = `${source.cell.sheet}!${cellName(source.cell)}`;
    if (seen.has(place)) return;
    seen.add(place);
    marks.push(...marksIn(at, source));
  };
  for (const { at, source } of textPlaces(context)) add(at, source);
  for (const heading of headings) if (heading) add(heading, heading);
  return marks;
}

function marksIn(at: Mark["at"], { text, cell }: SourcedValue): Mark[] {
  return allMatches(text, MARK).map((match) => {
    const [written] = match;
    const end = match.index + written.length;
    const lineStart = text.lastIndexOf("\n", match.index - 1) + 1;
    const line = text.slice(end).split("\n", 1)[0]!;
    // A note begins its line: 「※1 計画4の再掲」, 「（注1）…」.
    const isNote = /^[\s\u3000（(【[]*$/u.test(text.slice(lineStart, match.index)) && /[\p{L}\p{N}]/u.test(line);
    const symbol = (match[1] ?? match[3])!.normalize("NFKC");
    const content = isNote ? line.normalize("NFKC").replace(/[\s・…:：)）\]】]+/gu, "") : undefined;
    const number = (match[2] ?? match[4])!.normalize("NFKC");
    return { at, cell, written, symbol, number, start: match.index, end, content };
  });
}
