import { CIRCLED_NUMBERS } from "../../text/japanese-characters.ts";
import type { EvaluationRecord } from "../../table/evaluation-document.ts";
import { TRAIT } from "../../text/text-traits.ts";
import { sentencesOf } from "../cell-reading.ts";
import { defineRule } from "../rule.ts";
import { textPlaces, type TextPlace } from "../text-places.ts";

interface Numbered {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const HAS_NUMBER = new RegExp(`[${CIRCLED_NUMBERS}]`, "u");
const NUMBER_HEAD = new RegExp(`^\\s*([${CIRCLED_NUMBERS}])`, "u");

/** ①②③ … within a cell, between the years of one record, and between the groups of one table. */
export const circledNumberOrder = defineRule({
  meta: {
    id: "circled-number-order",
    category: "text",
    title: "丸数字の順序が乱れている",
    description:
      "目標と実績は丸数字で対応させて読みます。番号の飛び、重なり、付け忘れがあると、どの目標の実績かが分からなくなります。番号が①に戻るのは新しい並びとみなします。",
    severity: "warning",
    example: { wrong: "①相談窓口の充実 ②講座の開催 ④情報発信", right: "①相談窓口の充実 ②講座の開催 ③情報発信" },
    remedy: "番号を振り直します。項目が抜けているときは書き足します。",
    messages: {
      skipped: (d: { before: string; number: string }) =>
        `「${d.before}」の次が「${d.number}」です。抜けた項目がないか確かめて、番号を振り直してください。`,
      repeated: (d: { number: string }) => `「${d.number}」が一つの並びに二度あります。番号を振り直してください。`,
      moved: (d: { number: string; now: string; before: string }) =>
        `「${d.number}」は、前の年度では「${d.before}」の番号ですが、ここでは「${d.now}」に付いています。番号の位置を確かめてください。`,
      unnumbered: (d: { number: string }) =>
        `ほかの見出しには「${d.number}」などの番号がありますが、この見出しにはありません。`,
    },
  },

  check(context, report) {
    const byRecord = new Map<object, TextPlace[]>();
    for (const place of textPlaces(context)) {
      if (!place.reading.has(TRAIT.circledNumber)) continue;
      checkOrder(place);
      if (place.kind === undefined) continue;
      const years = byRecord.get(place.unit);
      if (years) years.push(place);
      else byRecord.set(place.unit, [place]);
    }
    for (const places of byRecord.values()) checkYears(places);
    for (const { records } of context.tables) checkGroups(records);

    function checkOrder(place: TextPlace) {
      let before: number | undefined;
      const seen = new Set<number>();
      for (const { number, start } of numbersOf(place)) {
        if (number === 1) seen.clear();
        // A cell may go on where another ended: the first number is free.
        else if (seen.has(number)) {
          report({
            messageId: "repeated",
            data: { number: sign(number) },
            at: place.at,
            span: { start, end: start + 1 },
          });
        } else if (before !== undefined && number !== before + 1) {
          const data = { before: sign(before), number: sign(number) };
          report({ messageId: "skipped", data, at: place.at, span: { start, end: start + 1 } });
        }
        seen.add(number);
        before = number;
      }
    }

    /** The same line with its number in an earlier year and without it in a later one. */
    function checkYears(places: readonly TextPlace[]) {
      const columns = new Map<string, Map<string, number>>();
      for (const place of places) {
        const numbered = columns.get(place.column) ?? new Map<string, number>();
        columns.set(place.column, numbered);
        reportMoved(place, numbered);
        for (const { number, text } of numbersOf(place)) numbered.set(text, number);
      }
    }

    function reportMoved(place: TextPlace, numbered: ReadonlyMap<string, number>) {
      const used = new Map(numbersOf(place).map((item) => [item.number, item]));
      for (const { marker, text } of sentencesOf(place)) {
        const number = marker === "" ? numbered.get(text) : undefined;
        // The number has to stand at another line of this cell: then it was moved, not left out for all.
        const moved = number === undefined ? undefined : used.get(number);
        if (!moved) continue;
        const data = { number: sign(moved.number), now: shortened(moved.text), before: shortened(text) };
        report({ messageId: "moved", data, at: place.at, span: { start: moved.start, end: moved.end } });
      }
    }

    function checkGroups(records: readonly EvaluationRecord[]) {
      const titles = records.flatMap(({ kind, values }) =>
        kind === "record"
          ? []
          : Object.entries(values).flatMap(([name, value]) =>
              context.form.resources.some(({ schema }) =>
                schema.fields.some((field) => field.name === name && field.kind === "heading"),
              ) && value.text.trim() !== ""
                ? [value]
                : [],
            ),
      );
      const first = titles.map(({ text }) => NUMBER_HEAD.exec(text)?.[1]).find((number) => number !== undefined);
      if (first === undefined) return;
      for (const title of titles) {
        if (NUMBER_HEAD.test(title.text)) continue;
        report({ messageId: "unnumbered", data: { number: first }, at: title, severity: "info" });
      }
    }
  },
});

/** Items that begin with a circled number. */
function numbersOf(place: TextPlace): Numbered[] {
  return sentencesOf(place).flatMap(({ marker, text, start, end }) => {
    const sign = HAS_NUMBER.exec(marker)?.[0];
    if (sign === undefined) return [];
    const at = place.text.lastIndexOf(sign, start);
    return [{ number: CIRCLED_NUMBERS.indexOf(sign) + 1, start: at, end, text }];
  });
}

function sign(number: number): string {
  return CIRCLED_NUMBERS[number - 1]!;
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 19)}…` : text;
}
