import { unitFamily } from "../../text/unit.ts";
import { basisOf, figureText, labelText } from "../indicator-words.ts";
import { defineRule } from "../rule.ts";
import { comparisonsOf, indicatorYears } from "../year-comparisons.ts";

/** 人 → 件, 回 → 日, 延べ → 実: the figures of two years that cannot be compared. */
export const indicatorUnitChanged = defineRule({
  meta: {
    id: "indicator-unit-changed",
    category: "previous-year",
    title: "実績の数え方が昨年度と違う",
    description:
      "単位や、延べ数と実数の別が年度によって違うと、数値を比べられません。名と人、箇所とか所は同じ単位とみなします。",
    severity: "warning",
    standard: "L3-04",
    example: { wrong: "昨年度「参加延数127名」→ 今年度「参加実数 約45名」", right: "参加延数131名（実数 約45名）" },
    remedy: "昨年度と同じ数え方の数値を書くか、数え方を変えたことを注記します。",
    messages: {
      unit: (d: { label: string; before: string; now: string }) =>
        `「${d.label}」の単位が昨年度と違います（昨年度 ${d.before}、今年度 ${d.now}）。同じ単位で示すか、変えたことを注記してください。`,
      basis: (d: { label: string; before: string; now: string }) =>
        `「${d.label}」の数え方が、昨年度の${d.before}から${d.now}に変わっています。昨年度と同じ数え方の数値も示してください。`,
      basisUnstated: (d: { label: string; basis: string; year: string }) =>
        `「${d.label}」は、${d.year}だけが${d.basis}数と書かれています。同じ数え方の数値かどうかを確かめてください。`,
    },
  },

  check(context, report) {
    for (const { comparison } of comparisonsOf(context, "result", "count", "amount")) {
      const { current, previous } = comparison;
      for (const { current: now, previous: before } of indicatorYears(comparison, context).pairs) {
        if (!now.certain || !before.certain) continue;
        const at = current;
        const span = { start: now.start, end: now.end };
        const label = labelText(now);
        if (now.unit !== "" && before.unit !== "" && unitFamily(now.unit) !== unitFamily(before.unit)) {
          const data = { label, before: figureText(previous, before), now: figureText(current, now) };
          report({ messageId: "unit", data, at, span });
          continue;
        }
        const [was, is] = [basisOf(before.qualifier), basisOf(now.qualifier)];
        if (was === is) continue;
        if (was !== "" && is !== "")
          report({ messageId: "basis", data: { label, before: `${was}数`, now: `${is}数` }, at, span });
        else {
          const data = { label, basis: was || is, year: was === "" ? "今年度" : "昨年度" };
          report({ messageId: "basisUnstated", data, at, span, severity: "info" });
        }
      }
    }
  },
});
