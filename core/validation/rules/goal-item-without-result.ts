import { longestCommonRun } from "../../text/similarity.ts";
import { copyOf } from "../cell-reading.ts";
import { opening } from "../copied-text.ts";
import type { FieldValue } from "../field-value.ts";
import {
  circledNumbers,
  contentWords,
  goalItems,
  headOf,
  isGeneric,
  isStockItem,
  wordParts,
  type GoalItem,
} from "../goal-items.ts";
import { cellsByRecord, finishedResults, isSameYear, readable } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

const TWO_NUMBERS = /[①-⑳][^①-⑳]*[①-⑳]/u;

/** An item of a year's goal of which that year's result says nothing. */
export const goalItemWithoutResult = defineRule({
  meta: {
    id: "goal-item-without-result",
    category: "meaning",
    title: "目標の項目に対する実績がない",
    description:
      "目標に掲げた項目は、行わなかったものも含めて、同じ年度の実績に書かれていなければなりません。①②…の番号が付いた項目は番号で、ほかの項目はその主な語で照らし合わせます。「継続実施」「事業推進」だけの項目、実績が全体をまとめて書いてある場合は対象にしません。",
    scope: "record",
    severity: "warning",
    example: { wrong: "目標: ①…②…③… ／ 実績: ①…③…", right: "目標: ①…②…③… ／ 実績: ①…②…③…" },
    remedy: "その項目の実績を書きます。行わなかったときは、その旨と理由を書きます。",
    options: {
      coverage: {
        default: 0.67,
        description: "項目の主な語のうち、実績に現れる割合がこれ以下のとき知らせます（0～1）。",
      },
      resultShare: {
        default: 0.4,
        description: "実績の長さが目標のこの割合に満たないときは、全体をまとめて書いたものとみなします（0～1）。",
      },
    },
    messages: {
      number: (d: { mark: string; words: string; result: string }) =>
        `目標の${d.mark}「${d.words}」に対する${d.mark}が「${d.result}」にありません。`,
      words: (d: { words: string; head: string; result: string }) =>
        `目標の「${d.words}」について、「${d.result}」に「${d.head}」の記述が見当たりません。`,
    },
  },

  check({ values, written, options }, report) {
    const finished = new Set(finishedResults(written("result")));
    for (const cells of cellsByRecord(readable(values, "plan", "result")).values()) {
      for (const result of cells) {
        if (!finished.has(result)) continue;
        for (const goal of cells) {
          if (goal.kind !== "plan" || goal.inherited || !isSameYear(goal, result)) continue;
          const isNumbered = TWO_NUMBERS.test(goal.text) && TWO_NUMBERS.test(result.text);
          // Words are compared only where goal and result are of one year: an outline (概要) is no list of promises.
          const isOfYear = goal.period?.fiscalYear !== undefined && result.period !== undefined;
          if (!isNumbered && !isOfYear) continue;
          const items = goalItems(goal);
          for (const item of isNumbered ? missingNumbers(items, result) : []) {
            const data = { mark: mark(item.number), words: opening(item.text, 24), result: result.field.title };
            report({ messageId: "number", data, at: goal, span: item });
          }
          for (const { item, head } of isOfYear ? missingWords(items, goal, result, options) : []) {
            const data = { words: opening(item.text, 24), head, result: result.field.title };
            report({ messageId: "words", data, at: goal, span: item, severity: "info" });
          }
        }
      }
    }
  },
});

function mark(number: number): string {
  return String.fromCharCode(0x2460 + number - 1);
}

function missingNumbers(items: readonly GoalItem[], result: FieldValue): GoalItem[] {
  const numbered = items.filter(({ isNumbered }) => isNumbered);
  const present = circledNumbers(result.text);
  if (numbered.length < 2 || present.size < 2) return [];
  const missing = numbered.filter(({ number }) => !present.has(number));
  if (missing.length === 0 || missing.length * 2 > numbered.length) return [];
  return isSameNumbering(numbered, result) ? missing : [];
}

/** The numbers of goal and result mean the same: items of one number speak of one thing. */
function isSameNumbering(numbered: readonly GoalItem[], result: FieldValue): boolean {
  const results = goalItems(result).filter(({ isNumbered }) => isNumbered);
  const pairs = numbered.flatMap((item) => {
    const other = isStockItem(item.text) ? undefined : results.find(({ number }) => number === item.number);
    return other ? [{ item, other }] : [];
  });
  const alike = pairs.filter(({ item, other }) => longestCommonRun(item.text, other.text, 3).length > 0);
  return alike.length > 0 && alike.length * 2 >= pairs.length;
}

function missingWords(
  items: readonly GoalItem[],
  goal: FieldValue,
  result: FieldValue,
  options: { readonly coverage: number; readonly resultShare: number },
): { item: GoalItem; head: string }[] {
  const told = copyOf(result);
  if (items.length < 2 || told.length < copyOf(goal).length * options.resultShare) return [];
  // A numbered item is looked for by its number.
  const named = items.filter(({ text, isNumbered, beginsLine }) => !isNumbered && beginsLine && !isStockItem(text));
  const missing = named.flatMap((item) => {
    const head = headOf(item.text);
    if (head === undefined || isGeneric(head) || isTold(head, told)) return [];
    const words = contentWords(item.text).filter((word) => !isGeneric(word));
    const found = words.filter((word) => told.includes(word)).length;
    return words.length > 0 && found <= words.length * options.coverage ? [{ item, head }] : [];
  });
  // Most items missing: the result sums up the whole.
  return missing.length * 2 > items.length ? [] : missing;
}

/** The word itself, or all of its parts: 情報発信 in 「情報を発信」. */
function isTold(head: string, told: string): boolean {
  if (told.includes(head)) return true;
  const parts = wordParts(head);
  return parts.length > 0 && parts.every((part) => told.includes(part));
}
