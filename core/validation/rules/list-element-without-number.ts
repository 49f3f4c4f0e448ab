import { allMatches } from "../../text/all-matches.ts";
import { finishedResults } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

/** (6月10組29名、10月11組36名、2月): a list in brackets, short enough to be one. */
const BRACKETED = /[（(]([^（()）]{4,200})[)）]/gu;
const DATE = "(?:第?[0-9０-９]{1,3}(?:月[0-9０-９]{1,2}日|月|回目?|日|期|年度|年))";
const ONLY_DATE = new RegExp(`^${DATE}$`, "u");
const DATED_QUANTITY = new RegExp(`^${DATE}[^0-9０-９]{0,6}[0-9０-９]`, "u");
/** 研修会(2月実施), フォローアップ講座開催(2月): an event of which only the month is told. */
const EVENT_MONTH =
  /((?:会|講座|教室|研修|講演|セミナー|大会|ツアー|フェスタ|まつり|祭り|講習)(?:の?(?:開催|実施))?)[（(]?([0-9０-９]{1,2}月(?:に?(?:実施|開催))?)(?=[)）]|$|[・●\n])/gmu;
/** People at another event of the same line. */
const PEOPLE = /[0-9０-９][0-9０-９,，]{0,9}(?:名|人|組)(?!以|未|まで)/u;

/** One element of a list of figures that has none. */
export const listElementWithoutNumber = defineRule({
  meta: {
    id: "list-element-without-number",
    category: "meaning",
    title: "並んだ数値のうち一つが抜けている",
    description:
      "「6月10組29名、10月11組36名、2月」のように、ほかの回には人数があるのに一つだけないと、書き漏らしか、まだ終わっていなかったのかが分かりません。行事の月だけが書かれ、同じ行のほかの行事には人数があるときも知らせます。",
    scope: "record",
    severity: "warning",
    example: { wrong: "(6月10組29名、10月11組36名、2月)", right: "(6月10組29名、10月11組36名、2月9組27名)" },
    remedy: "抜けている人数や件数を書きます。行わなかったときは、その旨を書きます。",
    messages: {
      element: (d: { words: string; sibling: string }) =>
        `「${d.sibling}」には数がありますが、「${d.words}」にはありません。結果を書いてください。`,
      event: (d: { words: string }) =>
        `「${d.words}」には実施月しかありません。ほかの行事と同じように、参加した人数などを書いてください。`,
    },
  },

  check({ written }, report) {
    for (const value of finishedResults(written("result"))) {
      if (!/月|回|期|日/u.test(value.text)) continue;
      for (const match of allMatches(value.text, BRACKETED)) {
        for (const { words, start, sibling } of bareElements(match[1]!)) {
          const at = match.index + 1 + start;
          report({
            messageId: "element",
            data: { words, sibling },
            at: value,
            span: { start: at, end: at + words.length },
          });
        }
      }
      for (const { line, at } of linesOf(value.text)) {
        if (!PEOPLE.test(line)) continue;
        for (const match of allMatches(line, EVENT_MONTH)) {
          const start = at + match.index + match[0].length - match[2]!.length;
          const span = { start, end: start + match[2]!.length };
          const words = `${eventName(line, match.index)}${match[1]!} ${match[2]!}`;
          report({ messageId: "event", data: { words }, at: value, span, severity: "info" });
        }
      }
    }
  },
});

function bareElements(list: string): { words: string; start: number; sibling: string }[] {
  let start = 0;
  const elements = list.split(/[、，,]/u).map((raw) => {
    const lead = /^\s*/u.exec(raw)![0].length;
    const element = { words: raw.trim(), start: start + lead };
    start += raw.length + 1;
    return element;
  });
  const full = elements.filter(({ words }) => DATED_QUANTITY.test(words));
  const bare = elements.filter(({ words }) => ONLY_DATE.test(words));
  // Two figures make a pattern; several bare dates are another one.
  if (full.length < 2 || bare.length !== 1) return [];
  return bare.map(({ words, start: at }) => ({ words, start: at, sibling: full[0]!.words }));
}

function linesOf(text: string): { line: string; at: number }[] {
  let at = 0;
  return text.split("\n").map((line) => {
    const found = { line, at };
    at += line.length + 1;
    return found;
  });
}

/** The word before it: フォローアップ講座. */
function eventName(line: string, at: number): string {
  return /[\p{sc=Han}ァ-ヶー々]{0,12}$/u.exec(line.slice(Math.max(0, at - 12), at))![0];
}
