import { allMatches } from "../../text/all-matches.ts";
import { cellTexts, type CellText } from "../cell-texts.ts";
import { defineRule } from "../rule.ts";
import { fixText, textEdit } from "../text-edit.ts";

const ERA_NAMES: Readonly<Record<string, string>> = { R: "令和", H: "平成", S: "昭和" };
const YEARS =
  /(?<kanji>(?:令和|平成|昭和)[ 　]?(?:元|[0-9０-９]{1,2})(?:[(（][0-9０-９]{4}(?:年度?)?[)）])?[ 　]?年度?)|(?<![A-Za-zＡ-Ｚａ-ｚ])(?<letter>[RHSＲＨＳ][.．]?(?:元|[0-9０-９]{1,2})[ 　]?年度?)|(?<![0-9０-９(（])(?<western>(?:19|20|１９|２０)[0-9０-９]{2}年度?)/gu;
/** 令和3(2021)年度, 2021年度(令和3年度): both on purpose. */
const BESIDE = /(?:[(（][0-9０-９令平昭RHS]|[)）])/u;

type Notation = "kanji" | "letter" | "western";
const NAMES: Readonly<Record<Notation, string>> = { kanji: "令和3年度", letter: "R3年度", western: "2021年度" };

interface Found {
  readonly cell: CellText;
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

/** R3年度 among 令和3年度: years of one document in one notation. */
export const eraNotationMixed = defineRule({
  meta: {
    id: "era-notation-mixed",
    category: "number",
    title: "年の書き方の混在",
    description:
      "「令和3年度」「R3年度」「2021年度」が一つの文書で混ざると、年度を追って読みにくく、検索でも漏れます。",
    severity: "info",
    standard: "L3-05",
    example: { wrong: "R3年度は該当がない。", right: "令和3年度は該当がない。" },
    remedy: "文書の中で多い書き方にそろえます。",
    options: {
      minority: { default: 0.34, description: "少ない方の書き方がこの割合以下のとき、一つずつ指摘します。" },
    },
    messages: {
      minority: (d: { written: string; common: string }) =>
        `「${d.written}」の書き方が、この文書のほかの年（「${d.common}」の形）と違います。そろえてください。`,
    },
  },

  check(context, report) {
    const notations = new Map<Notation, Found[]>();
    for (const cell of cellTexts(context)) {
      for (const [notation, found] of yearsOf(cell)) {
        const list = notations.get(notation) ?? [];
        list.push(found);
        notations.set(notation, list);
      }
    }
    const sorted = [...notations].sort(([, a], [, b]) => b.length - a.length);
    const all = sorted.reduce((sum, [, { length }]) => sum + length, 0);
    const common = sorted[0];
    if (!common) return;
    for (const [notation, found] of sorted.slice(1)) {
      if (found.length > all * context.options.minority || found.length === common[1].length) continue;
      for (const { cell, start, end, written } of found) {
        const instead = notation === "letter" && common[0] === "kanji" ? spelledOut(written) : undefined;
        const fixes =
          instead === undefined
            ? []
            : [fixText(`「${instead}」に直す`, textEdit(cell.source, { start, end }, instead))];
        report({
          messageId: "minority",
          data: { written, common: NAMES[common[0]] },
          at: cell.at,
          span: { start, end },
          fixes,
        });
      }
    }
  },
});

function yearsOf(cell: CellText): [Notation, Found][] {
  const { text } = cell;
  const years: [Notation, Found][] = [];
  if (!text.includes("年")) return years;
  for (const match of allMatches(text, YEARS)) {
    const start = match.index;
    const end = start + match[0].length;
    const isBoth = BESIDE.test(text.slice(end, end + 2)) || /[(（]$/u.test(text.slice(Math.max(0, start - 1), start));
    if (isBoth) continue;
    const notation = (["kanji", "letter", "western"] as const).find((name) => match.groups?.[name] !== undefined)!;
    years.push([notation, { cell, start, end, written: match[0] }]);
  }
  return years;
}

function spelledOut(written: string): string {
  const letter = written[0]!.normalize("NFKC");
  return (ERA_NAMES[letter] ?? "") + written.slice(1).replace(/^[.．]/u, "");
}
