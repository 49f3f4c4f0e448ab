import { figureText, labelText } from "../indicator-words.ts";
import { defineRule } from "../rule.ts";
import { comparisonsOf, indicatorYears } from "../year-comparisons.ts";

/** 7,962 → 7,762: so nearly last year's figure that a digit may have been mistyped. */
export const digitSlipSuspected = defineRule({
  meta: {
    id: "digit-slip-suspected",
    category: "previous-year",
    title: "昨年度の数値と一桁だけ違う",
    description:
      "昨年度の数値と一つの桁だけが違う、二つの桁が入れ替わっている、一桁多いか少ないときは、転記の誤りのことがあります。末尾の桁だけの違いは指摘しません。",
    severity: "info",
    example: { wrong: "昨年度「保護者支援:7,962件」→ 今年度「保護者支援:7,762件」", right: "原票を確かめた数値" },
    remedy: "原票の数値を確かめます。正しければそのままで構いません。",
    messages: {
      oneDigit: (d: { label: string; before: string; now: string }) =>
        `「${d.label}」の ${d.now} は、昨年度の ${d.before} と一つの桁だけが違います。写し誤りでないか確かめてください。`,
      swapped: (d: { label: string; before: string; now: string }) =>
        `「${d.label}」の ${d.now} は、昨年度の ${d.before} と並んだ二つの桁が入れ替わっています。写し誤りでないか確かめてください。`,
      length: (d: { label: string; before: string; now: string }) =>
        `「${d.label}」の ${d.now} は、昨年度の ${d.before} と桁数が違い、ほかの数字は同じです。桁の過不足がないか確かめてください。`,
    },
  },

  check(context, report) {
    for (const { comparison } of comparisonsOf(context, "result", "count", "amount")) {
      const { current, previous } = comparison;
      for (const { current: now, previous: before } of indicatorYears(comparison, context).pairs) {
        if (!now.certain || !before.certain || now.approximate || before.approximate) continue;
        const slip = slipOf(String(before.value), String(now.value));
        if (slip === undefined) continue;
        report({
          messageId: slip,
          data: { label: labelText(now), before: figureText(previous, before), now: figureText(current, now) },
          at: current,
          span: { start: now.start, end: now.end },
        });
      }
    }
  },
});

/** How one number may have become the other by a slip; numbers of few significant digits are alike by chance. */
function slipOf(before: string, now: string): "oneDigit" | "swapped" | "length" | undefined {
  if (before === now || !/^\d{3,}$/u.test(before) || !/^\d{3,}$/u.test(now)) return undefined;
  if (before.length !== now.length) return isDigitLost(before, now) ? "length" : undefined;
  const places = Array.from(before, (_, i) => i);
  const [first = 0, second = 0, ...more] = places.filter((i) => before[i] !== now[i]);
  const same = places.filter((i) => before[i] === now[i] && before[i] !== "0").length;
  if (second === 0) return same >= 3 && first < before.length - 1 ? "oneDigit" : undefined;
  const isSwap = more.length === 0 && second === first + 1 && before[first] === now[second];
  return isSwap && before[second] === now[first] && same >= 1 ? "swapped" : undefined;
}

/** 7962 → 762 or 79962: one digit more or less, three at least the same. */
function isDigitLost(before: string, now: string): boolean {
  const [short, long] = before.length < now.length ? [before, now] : [now, before];
  if (long.length !== short.length + 1 || short.replaceAll("0", "").length < 3) return false;
  return Array.from(long, (_, i) => long.slice(0, i) + long.slice(i + 1)).includes(short);
}
