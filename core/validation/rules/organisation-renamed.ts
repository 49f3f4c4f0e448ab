import { foldText } from "../../text/fold.ts";
import { diceSimilarity } from "../../text/similarity.ts";
import type { FieldValue } from "../field-value.ts";
import { foldSpelling, oneLine } from "../record-identity.ts";
import { defineRule } from "../rule.ts";
import { comparisonsOf } from "../year-comparisons.ts";

/** 子ども若者局 → こども若者局: said once for each change of name, not once for each record. */
export const organisationRenamed = defineRule({
  meta: {
    id: "organisation-renamed",
    category: "previous-year",
    title: "担当部署が昨年度と違う",
    description:
      "担当部署の名前が昨年度と違うときは、組織の改正、事業の移管、書き誤りのいずれかです。同じ変わり方をした事業はまとめて一度だけ示します。",
    severity: "info",
    example: {
      wrong: "昨年度「子ども若者局」→ 今年度「こども若者局」（どちらが正しい名前か不明）",
      right: "毎年度、その年度の正式な名前",
    },
    remedy: "その年度の正式な組織名かどうかを確かめます。移管であれば、移管したことを注記します。",
    messages: {
      renamed: (d: { before: string; now: string; count: number }) =>
        `担当部署が、昨年度の「${d.before}」から「${d.now}」に変わっています${d.count > 1 ? `（${d.count}件）` : ""}。正式な名前かどうかを確かめてください。`,
      moved: (d: { before: string; now: string; count: number }) =>
        `担当部署が、昨年度の「${d.before}」から「${d.now}」に替わっています${d.count > 1 ? `（${d.count}件）` : ""}。事業の移管であれば注記してください。`,
    },
  },

  check(context, report) {
    const changes = new Map<string, { at: FieldValue; before: string; now: string; count: number }>();
    for (const { comparison } of comparisonsOf(context, "organisation")) {
      const { current, previous } = comparison;
      if (current.isBlank || previous.isBlank || current.isPlaceholder || previous.isPlaceholder) continue;
      const change = changedPart(previous.text, current.text);
      if (!change) continue;
      const key = `${change.before}\n${change.now}`;
      const known = changes.get(key);
      if (known) known.count++;
      else changes.set(key, { at: current, ...change, count: 1 });
    }
    for (const { at, before, now, count } of changes.values()) {
      const isRenamed = before !== "" && now !== "" && diceSimilarity(foldSpelling(before), foldSpelling(now)) >= 0.5;
      const data = { before: before || "（なし）", now: now || "（なし）", count };
      report({ messageId: isRenamed ? "renamed" : "moved", data, at });
    }
  },
});

const SEPARATOR = /[\s\u3000、,，・／/;；\n]+/u;

/** What is left of two lists of departments when the ones that both have are taken out. */
function changedPart(previous: string, current: string): { before: string; now: string } | undefined {
  if (foldText(previous) === foldText(current)) return undefined;
  const [was, is] = [parts(previous), parts(current)];
  let before = was.filter((part) => !is.some((other) => foldText(other) === foldText(part)));
  let now = is.filter((part) => !was.some((other) => foldText(other) === foldText(part)));
  // 健康福祉局こども若者局: two run together without a separator
  for (const part of [...before]) {
    const joined = now.findIndex((other) => other.length > part.length && foldText(other).startsWith(foldText(part)));
    if (joined < 0 || before.length < 2) continue;
    now = now.with(joined, now[joined]!.slice(part.length));
    before = before.filter((other) => other !== part);
  }
  if (before.length === 0 && now.length === 0) return undefined;
  if (foldText(before.join("")) === foldText(now.join(""))) return undefined;
  return { before: oneLine(before.join("・")), now: oneLine(now.join("・")) };
}

function parts(text: string): string[] {
  return text.split(SEPARATOR).filter((part) => part !== "");
}
