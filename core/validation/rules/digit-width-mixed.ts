import { allMatches } from "../../text/all-matches.ts";
import { TRAIT } from "../../text/text-traits.ts";
import { cellTexts, type CellText } from "../cell-texts.ts";
import { defineRule } from "../rule.ts";
import { fixText, textEdit } from "../text-edit.ts";

const HALF = /[0-9]+/gu;
const FULL = /[０-９]+/gu;
const BOTH = /[0-9][０-９]|[０-９][0-9]/u;

interface Digits {
  readonly cell: CellText;
  readonly start: number;
  readonly end: number;
  readonly isFull: boolean;
}

/** Digits of two widths in one document. */
export const digitWidthMixed = defineRule({
  meta: {
    id: "digit-width-mixed",
    category: "number",
    title: "全角と半角の数字の混在",
    description:
      "全角と半角の数字が混ざると、検索や集計で一方が漏れ、印刷の見た目もそろいません。1桁は全角、2桁以上は半角とする書き方は、文書全体で守られていれば混在とみなしません。",
    severity: "info",
    standard: "L2-01",
    example: { wrong: "参加者１２人（前年度は15人）", right: "参加者12人（前年度は15人）" },
    remedy: "多い方の幅にそろえます。",
    options: {
      minority: {
        default: 0.3,
        description:
          "少ない方の幅の数字がこの割合以下のとき、一つずつ指摘します。超えるときは、文書に一度だけ指摘します。",
      },
    },
    messages: {
      minority: (d: { digits: string; width: string }) =>
        `「${d.digits}」は、この文書のほかの数字と違って${d.width}です。幅をそろえてください。`,
      inside: (d: { digits: string }) => `「${d.digits}」は全角と半角の数字が混ざっています。幅をそろえてください。`,
      both: (d: { full: number; half: number }) =>
        `この文書では全角の数字（${d.full} か所）と半角の数字（${d.half} か所）が混ざっています。どちらかにそろえてください。`,
    },
  },

  check(context, report) {
    const cells = cellTexts(context);
    if (!cells.some(({ reading }) => reading.has(TRAIT.wideDigit)) || !cells.some(({ text }) => /[0-9]/u.test(text)))
      return;
    const all = cells.flatMap(digitsOf);
    const full = all.filter(({ isFull }) => isFull);
    const half = all.filter(({ isFull }) => !isFull);
    const mixed = mixedNumbers(full);
    for (const { cell, start, end } of mixed) {
      const digits = cell.text.slice(start, end);
      const fixes = [fixText("半角にそろえる", textEdit(cell.source, { start, end }, digits.normalize("NFKC")))];
      report({ messageId: "inside", data: { digits }, at: cell.at, span: { start, end }, severity: "warning", fixes });
    }
    const few = full.length <= half.length ? full : half;
    const rest = few.filter(
      ({ cell, start }) => !mixed.some((one) => one.cell === cell && one.start <= start && one.end > start),
    );
    if (rest.length === 0 || followsOneDigitRule(full, half)) return;
    if (few.length > all.length * context.options.minority) {
      const { cell, start, end } = rest[0]!;
      report({ messageId: "both", data: { full: full.length, half: half.length }, at: cell.at, span: { start, end } });
      return;
    }
    for (const { cell, start, end, isFull } of rest) {
      const digits = cell.text.slice(start, end);
      const other = isFull ? digits.normalize("NFKC") : widened(digits);
      const fixes = [fixText(`「${other}」にそろえる`, textEdit(cell.source, { start, end }, other))];
      const data = { digits, width: isFull ? "全角" : "半角" };
      report({ messageId: "minority", data, at: cell.at, span: { start, end }, fixes });
    }
  },
});

function digitsOf(cell: CellText): Digits[] {
  const of = (pattern: RegExp, isFull: boolean) =>
    allMatches(cell.text, pattern).map((match): Digits => ({
      cell,
      start: match.index,
      end: match.index + match[0].length,
      isFull,
    }));
  return [...of(FULL, true), ...of(HALF, false)];
}

/** Numbers whose own digits differ in width: １0人. */
function mixedNumbers(full: readonly Digits[]): { cell: CellText; start: number; end: number }[] {
  const seen = new Set<CellText>();
  return full.flatMap(({ cell }) => {
    if (seen.has(cell) || !BOTH.test(cell.text)) return [];
    seen.add(cell);
    return allMatches(cell.text, /[0-9０-９]{2,}/gu)
      .filter(([digits]) => BOTH.test(digits))
      .map((match) => ({ cell, start: match.index, end: match.index + match[0].length }));
  });
}

/** 公用文 of many offices: one digit full width, two and more half width. */
function followsOneDigitRule(full: readonly Digits[], half: readonly Digits[]): boolean {
  const fitting =
    full.filter(({ start, end }) => end - start === 1).length + half.filter(({ start, end }) => end - start > 1).length;
  return fitting >= (full.length + half.length) * 0.8;
}

function widened(digits: string): string {
  return digits.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
