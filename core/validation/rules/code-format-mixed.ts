import type { SourcedValue } from "../../table/evaluation-document.ts";
import { allMatches } from "../../text/all-matches.ts";
import { defineRule, type ReportPlace } from "../rule.ts";

const CODE = /(No[.．]?|Ｎｏ[.．]?|№|番号)([ 　]*)([0-9０-９]+)([ 　]*)([-‐‑–—―−－ー])([ 　]*)([0-9０-９]+)/gu;

interface Code {
  readonly at: ReportPlace;
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** The sign before the number, and the dash: `No.` `-`. */
  readonly sign: string;
  readonly dash: string;
  readonly isSpaced: boolean;
}

/** 「No. 8 - 1」「No. 8 — 1」「事業№2 - 4」「事業No.4-15」: one way to write a plan's number. */
export const codeFormatMixed = defineRule({
  meta: {
    id: "code-format-mixed",
    category: "number",
    title: "番号の書き方の不統一",
    description:
      "事業番号の記号（No. と №）、つなぎの線、空白がまちまちだと、番号で検索しても一致せず、再掲元をたどれません。",
    severity: "info",
    standard: "L2-04",
    example: { wrong: "No. 8 — 1 / No. 8 - 2 / 事業№2 - 4", right: "No. 8 - 1 / No. 8 - 2 / 事業No. 2 - 4" },
    remedy: "文書の中で多い書き方にそろえます。",
    messages: {
      dash: (d: { written: string; dash: string }) =>
        `番号「${d.written}」のつなぎの線が、この文書のほかの番号の「${d.dash}」と違います。そろえてください。`,
      sign: (d: { written: string; sign: string }) =>
        `番号「${d.written}」の記号が、この文書のほかの番号の「${d.sign}」と違います。そろえてください。`,
      space: (d: { written: string; way: string }) =>
        `番号「${d.written}」の空白の入れ方が、この文書のほかの番号（${d.way}）と違います。そろえてください。`,
    },
  },

  check({ texts, tables, written }, report) {
    const places: [ReportPlace, SourcedValue][] = [
      ...tables.flatMap(({ corner }): [ReportPlace, SourcedValue][] => (corner ? [[corner, corner]] : [])),
      ...texts.map((part): [ReportPlace, SourcedValue] => [part, part.text]),
      ...written("code", "name", "heading").map((value): [ReportPlace, SourcedValue] => [value, value]),
    ];
    const codes = places.flatMap(([at, source]) => codesOf(at, source));
    if (codes.length < 2) return;
    const dash = most(codes.map((code) => code.dash));
    const sign = most(codes.map((code) => code.sign));
    const isSpaced = most(codes.map((code) => String(code.isSpaced))) === "true";
    for (const code of codes) {
      const { at, start, end } = code;
      const span = { start, end };
      if (code.dash !== dash) report({ messageId: "dash", data: { written: code.written, dash }, at, span });
      if (code.sign !== sign) report({ messageId: "sign", data: { written: code.written, sign }, at, span });
      if (code.isSpaced !== isSpaced) {
        const way = isSpaced ? "線の前後に空白あり" : "線の前後に空白なし";
        report({ messageId: "space", data: { written: code.written, way }, at, span });
      }
    }
  },
});

function codesOf(at: ReportPlace, { text }: SourcedValue): Code[] {
  return allMatches(text, CODE).map((match) => {
    const [written, sign = "", , , before = "", dash = "", behind = ""] = match;
    const end = match.index + written.length;
    return { at, start: match.index, end, written, sign, dash, isSpaced: before !== "" || behind !== "" };
  });
}

/** The most frequent; of equals the first. */
function most(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}
