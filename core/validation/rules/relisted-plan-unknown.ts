import type { EvaluationDocument, SourcedValue } from "../../table/evaluation-document.ts";
import { defineRule } from "../rule.ts";

const NUMBER = /(?:No\.?|№|番号)\s*(\d{1,3}(?:\s*[-‐‑–—―−－ー]\s*\d{1,3}){1,3})/u;
const RELISTED = new RegExp(`${NUMBER.source}[\\s\\S]{0,6}再掲`, "u");

/** 「事業No.4-15の再掲」: the number must be that of the note below, and exist where its plan is in the document. */
export const relistedPlanUnknown = defineRule({
  meta: {
    id: "relisted-plan-unknown",
    category: "number",
    title: "再掲の番号の食い違い",
    description:
      "再掲は、元の計画の番号で示します。番号が注記と食い違ったり、同じ計画の中に見当たらなかったりすると、読み手は元の計画にたどり着けません。",
    severity: "warning",
    example: {
      wrong: "事業No.4-15の再掲 / ※1 計画4 事業No.4-16の再掲",
      right: "事業No.4-15の再掲 / ※1 計画4 事業No.4-15の再掲",
    },
    remedy: "元の計画の番号を確かめ、表と注記をそろえます。",
    messages: {
      noteDiffers: (d: { table: string; note: string }) =>
        `表では「${d.table}」の再掲とされていますが、この注記の番号は「${d.note}」です。どちらかを直してください。`,
      unknown: (d: { number: string }) =>
        `再掲元の「${d.number}」が、この文書の同じ計画の中に見当たりません。番号を確かめてください。`,
    },
  },

  check({ document }, report) {
    const own = ownNumbers(document);
    const groups = new Set([...own].map(groupOf));
    let last: string | undefined;
    for (const part of document.parts) {
      const isTable = part.kind === "table";
      if (!isTable && part.level > 0) last = undefined;
      const source = isTable ? part.table.corner : part.text;
      const number = source && relistedNumber(source);
      if (!source || number === undefined) continue;
      if (isTable) last = number;
      else if (last !== undefined && part.role === "note" && number !== last) {
        report({ messageId: "noteDiffers", data: { table: last, note: number }, at: part });
      }
      // A plan that the document holds no number of is in another volume.
      if (groups.has(groupOf(number)) && !own.has(number))
        report({ messageId: "unknown", data: { number }, at: source });
    }
  },
});

/** The plan numbers that the document's tables carry in their own right. */
function ownNumbers({ parts }: EvaluationDocument): ReadonlySet<string> {
  const numbers = parts.flatMap((part) => {
    if (part.kind !== "table" || !part.table.corner || part.table.corner.text.includes("再掲")) return [];
    const found = NUMBER.exec(part.table.corner.text.normalize("NFKC"))?.[1];
    return found === undefined ? [] : [tidy(found)];
  });
  return new Set(numbers);
}

function relistedNumber({ text }: SourcedValue): string | undefined {
  const found = RELISTED.exec(text.normalize("NFKC"))?.[1];
  return found === undefined ? undefined : tidy(found);
}

function tidy(number: string): string {
  return number.replace(/\s+/gu, "").replace(/[^\d]+/gu, "-");
}

function groupOf(number: string): string {
  return number.slice(0, number.lastIndexOf("-"));
}
