import { allMatches } from "../../text/all-matches.ts";
import { comparableText, originalSpan } from "../../text/similarity.ts";
import type { FieldValue } from "../field-value.ts";
import { goalItems } from "../goal-items.ts";
import { cellsByRecord, finishedResults, readable } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

const COUNT = "(?:年間?)?([0-9]{1,4})(回|か所|箇所|講座|コース|教室)(?!目|答|収)";
const COUNTED = /[0-9０-９][\s\u3000]*(?:回|か所|箇所|講座|コース|教室)|毎月/u;
/** 「保護者の会(年7回開催)」「子ども教育相談員連絡会の開催5回」「…(毎月実施)」, spaces taken out. */
const GOAL = new RegExp(
  `(?:[「『]([^」』]{3,30})[」』]|([^・、。「」『』()（）①-⑳●:：]{3,24}))([^・、。①-⑳●0-9]{0,24}?)(?:${COUNT}|(毎月))`,
  "gu",
);
const COUNT_AFTER = new RegExp(`^([^、。「①-⑳●0-9]{0,12}?)(?:全|計|延べ?)?${COUNT}`, "u");
const TRAILING_ACTION = /(?:の|を)?(?:開催|実施|運営|発行|派遣|設置)?$/u;
const LEADING = /^(?:.*[はがをにで])?/u;

interface Target {
  readonly name: string;
  readonly count: number;
  readonly unit: string;
  /** 毎月, 年7回, as written. */
  readonly words: string;
  readonly goal: FieldValue;
}

/** A number of times that was promised, and a smaller one that was held. */
export const goalCountMismatch = defineRule({
  meta: {
    id: "goal-count-mismatch",
    category: "meaning",
    title: "実績の回数が目標に届いていない",
    description:
      "目標に「毎月実施」「年7回開催」と回数があるのに、同じ名の取組の実績がそれより少ないときは、達成の程度と理由を評価に書く必要があります。その年度の目標が「継続実施」のときは、前の年度の目標と比べます。",
    scope: "record",
    severity: "info",
    example: { wrong: "目標: 「こどもの力を育てるために」(毎月実施) ／ 実績: 年11回開催", right: "実績: 年12回開催" },
    remedy: "回数を確かめます。少なかったときは、その理由を実績や評価に書きます。",
    messages: {
      below: (d: { name: string; target: string; year: string; words: string }) =>
        `「${d.name}」の目標は${d.year}「${d.target}」ですが、実績は ${d.words}です。回数と理由を確かめてください。`,
    },
  },

  check({ values, written }, report) {
    const finished = new Set(finishedResults(written("result")));
    for (const cells of cellsByRecord(readable(values, "plan", "result")).values()) {
      const goals = cells.filter(({ kind, field }) => kind === "plan" && !field.title.includes("概要"));
      for (const result of cells) {
        if (!finished.has(result) || !COUNTED.test(result.text)) continue;
        const done = comparableText(result.text);
        for (const target of targetsFor(goals, result)) {
          const found = countOf(done.text, target);
          if (!found || found.count >= target.count) continue;
          const span = originalSpan(done, found);
          const year = target.goal.period ? `${target.goal.period.label.text.trim()}の` : "";
          const data = {
            name: target.name,
            target: target.words,
            year,
            words: result.text.slice(span.start, span.end),
          };
          report({ messageId: "below", data, at: result, span });
        }
      }
    }
  },
});

/** The latest target of each name up to the result's own year. */
function targetsFor(goals: readonly FieldValue[], result: FieldValue): Target[] {
  const at = result.period ? result.table.periods.indexOf(result.period) : -1;
  const targets = new Map<string, Target>();
  for (const goal of goals) {
    const when = goal.period ? goal.table.periods.indexOf(goal.period) : -1;
    if (at >= 0 && when > at) continue;
    if (!COUNTED.test(goal.text)) continue;
    for (const target of targetsOf(goal)) targets.set(target.name, target);
  }
  return [...targets.values()];
}

function targetsOf(goal: FieldValue): Target[] {
  return goalItems(goal).flatMap((item) => {
    const copy = comparableText(item.text).text;
    return allMatches(copy, GOAL).flatMap((match): Target[] => {
      const [, quoted, plain = "", , count, unit = "回", monthly] = match;
      const name = quoted ?? plain.replace(LEADING, "").replace(TRAILING_ACTION, "");
      if (name.length < 3 || /^[0-9年全計週月第]+$/u.test(name) || plain.endsWith("第")) return [];
      const words = monthly ?? `${count ?? ""}${unit}`;
      return [{ name, count: monthly ? 12 : Number(count), unit, words, goal }];
    });
  });
}

function countOf(done: string, { name, unit }: Target): { count: number; start: number; end: number } | undefined {
  const at = placeOf(done, name);
  if (!at) return undefined;
  const match = COUNT_AFTER.exec(done.slice(at.end, at.end + 40));
  if (match?.[3] !== unit || (match[1] ?? "").endsWith("第")) return undefined;
  // 1か所を増設: added to those that there were.
  if (/^(?:を|の)?(?:増|新|追加|拡|整備|設置)/u.test(done.slice(at.end + match[0].length))) return undefined;
  // A second count behind the first: 3回実施・1回実施予定, to be added by a person.
  const rest = done.slice(at.end + match[0].length, at.end + match[0].length + 8);
  if (/^(?:実施|開催)?[・、]?[0-9]+回/u.test(rest)) return undefined;
  const start = "「『".includes(done[at.start - 1] ?? " ") ? at.start - 1 : at.start;
  return { count: Number(match[2]), start, end: at.end + match[0].length };
}

/** Where the result speaks of it: by the whole name, or by the beginning of a long one (「こどもの力を育てるために」 → こどもの力). */
function placeOf(done: string, name: string): { start: number; end: number } | undefined {
  const whole = done.indexOf(name);
  if (whole >= 0) return { start: whole, end: whole + name.length };
  if (name.length < 8) return undefined;
  const head = name.slice(0, 5);
  const start = done.indexOf(head);
  return start >= 0 && /^[」』(（年全計0-9]/u.test(done.slice(start + 5)) ? { start, end: start + 5 } : undefined;
}
