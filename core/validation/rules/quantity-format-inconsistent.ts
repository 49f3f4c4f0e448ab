import type { FieldDefinition } from "../../form/form-definition.ts";
import { allMatches } from "../../text/all-matches.ts";
import { itemise } from "../../text/itemise.ts";
import { TRAIT } from "../../text/text-traits.ts";
import { cellTexts, type CellText } from "../cell-texts.ts";
import { defineRule } from "../rule.ts";
import { fixText, textEdit } from "../text-edit.ts";

const QUALIFIED = "(?:延べ|のべ|計|合計|約|年|月|週|全)?";
const COLON_THEN_NUMBER = new RegExp(`[:：]([ 　]*)(?=${QUALIFIED}[0-9０-９])`, "gu");
const SPACED_ITEM = new RegExp(
  `^[（(]?[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー・（）()]+[ 　]+${QUALIFIED}[0-9０-９][0-9０-９,，.．]*\\p{L}{0,6}[）)]?$`,
  "u",
);
/** 参加者数930名, 参加者延べ人数 36人: a label that says what is counted, then the number. */
const COUNT_LABEL = new RegExp(
  `(?:[数率額]|参加者|利用者|来場者|受講者|延べ)([ 　]*)(?=(?:延べ?|のべ|計|約)?[0-9０-９])`,
  "gu",
);

/** 「専門相談件数: 265件」 where the other cells of the column write 「就業相談:677件」. */
export const quantityFormatInconsistent = defineRule({
  meta: {
    id: "quantity-format-inconsistent",
    category: "number",
    title: "指標と数値の書き方の不統一",
    description:
      "同じ列の中で「指標名:数値」「指標名: 数値」「指標名 数値」が混ざると、指標と数値を機械で取り出せず、前年度との比較にも手間がかかります。",
    severity: "info",
    standard: "L2-04",
    example: { wrong: "専門相談件数: 265件（ほかの行は「就業相談:677件」）", right: "専門相談件数:265件" },
    remedy: "列の中で多い書き方にそろえます。",
    messages: {
      space: (d: { written: string }) =>
        `「${d.written}」は、この列のほかの行と違ってコロンの後に空白があります。空白を除いてください。`,
      noSpace: (d: { written: string }) =>
        `「${d.written}」は、この列のほかの行と違ってコロンの後に空白がありません。書き方をそろえてください。`,
      gap: (d: { written: string }) =>
        `「${d.written}」は、この列のほかの書き方と違って名前と数の間に空白があります。空白を除いてください。`,
      label: (d: { written: string }) =>
        `「${d.written}」は、この列のほかの行のように「指標名:数値」の形になっていません。書き方をそろえてください。`,
    },
  },

  check(context, report) {
    for (const cells of resultColumns(cellTexts(context))) {
      const colons = cells.flatMap(colonsOf);
      const spaced = colons.filter(({ spaces }) => spaces > 0);
      const few = spaced.length * 2 <= colons.length ? spaced : colons.filter(({ spaces }) => spaces === 0);
      const isClear = few.length > 0 && few.length * 3 <= colons.length;
      for (const { cell, colon, spaces } of isClear ? few : []) {
        const written = aroundColon(cell.text, colon, spaces);
        const span = { start: colon - written.before, end: colon + written.text.length - written.before };
        const data = { written: written.text };
        if (spaces > 0) {
          const edit = textEdit(cell.source, { start: colon + 1, end: colon + 1 + spaces }, "");
          report({ messageId: "space", data, at: cell.at, span, fixes: [fixText("コロンの後の空白を除く", edit)] });
        } else report({ messageId: "noSpace", data, at: cell.at, span });
      }
      const withColon = new Set(colons.map(({ cell }) => cell));
      const lists = spacedLists(cells, withColon);
      for (const { cell, start, gap, end } of strayGaps(cells, new Set(lists.map((list) => list.cell)))) {
        const data = { written: cell.text.slice(start, end) };
        const edit = textEdit(cell.source, gap, "");
        const fixes = [fixText("名前と数の間の空白を除く", edit)];
        report({ messageId: "gap", data, at: cell.at, span: { start, end }, fixes });
      }
      for (const { cell, item } of lists) {
        const start = cell.text.indexOf(item);
        report({ messageId: "label", data: { written: item }, at: cell.at, span: { start, end: start + item.length } });
      }
    }
  },
});

/** The cells of each column of results, through the whole document. */
function resultColumns(cells: readonly CellText[]): CellText[][] {
  const columns = new Map<FieldDefinition, CellText[]>();
  for (const cell of cells) {
    if (cell.kind !== "result" || !("field" in cell.at)) continue;
    const own = columns.get(cell.at.field);
    if (own) own.push(cell);
    else columns.set(cell.at.field, [cell]);
  }
  return [...columns.values()];
}

function colonsOf(cell: CellText): { cell: CellText; colon: number; spaces: number }[] {
  if (!cell.reading.has(TRAIT.colon)) return [];
  return allMatches(cell.text, COLON_THEN_NUMBER)
    .filter(({ index }) => !/[0-9０-９]$/u.test(cell.text.slice(0, index).slice(-1)))
    .map((match) => ({ cell, colon: match.index, spaces: match[1]!.length }));
}

/** The label before a colon and the number behind it. */
function aroundColon(text: string, colon: number, spaces: number): { text: string; before: number } {
  const label = /[^\s　、。]{1,20}$/u.exec(text.slice(Math.max(0, colon - 20), colon))?.[0] ?? "";
  const number = /^[^\s　、。)）]{1,12}/u.exec(text.slice(colon + 1 + spaces))?.[0] ?? "";
  return { text: label + text.slice(colon, colon + 1 + spaces) + number, before: label.length };
}

/** Cells that list 「家庭児童 3,732件」 where most cells of the column have a colon. One item stands for the cell. */
function spacedLists(cells: readonly CellText[], withColon: ReadonlySet<CellText>): { cell: CellText; item: string }[] {
  const lists = cells.flatMap((cell) => {
    if (withColon.has(cell) || !/[ 　][^\n]{0,4}[0-9０-９]/u.test(cell.text) || cell.text.length > 2000) return [];
    const items = itemise(cell.text).filter(({ text }) => SPACED_ITEM.test(text.trim()));
    return items.length >= 2 ? [{ cell, item: items[0]!.text.trim() }] : [];
  });
  return lists.length > 0 && lists.length * 2 <= withColon.size ? lists : [];
}

interface Gap {
  readonly cell: CellText;
  readonly start: number;
  readonly end: number;
  readonly gap: { readonly start: number; readonly end: number };
}

/** 連絡会 10回、虐待予防教室 159回: more than two spaced pairs of a name and a number are the cell's own way of writing. */
const SPACED_PAIR = /[\p{sc=Han}\p{sc=Kana}ー][ 　]+[0-9０-９]/gu;

/** Spaces between a label and its number, where the column joins the two at least three times as often. */
function strayGaps(cells: readonly CellText[], lists: ReadonlySet<CellText>): Gap[] {
  const gaps: Gap[] = [];
  let joined = 0;
  for (const cell of cells) {
    if (lists.has(cell) || !/[数率額者べ][ 　]*[延の計約0-9０-９]/u.test(cell.text)) continue;
    for (const match of allMatches(cell.text, COUNT_LABEL)) {
      const end = match.index + match[0].length;
      const spaces = match[1]!.length;
      if (spaces === 0) joined++;
      else if (!isSpacedThroughout(cell.text)) gaps.push(gapAt(cell, { start: end - spaces, end }));
    }
  }
  return gaps.length > 0 && gaps.length * 3 <= joined ? gaps : [];
}

function isSpacedThroughout(text: string): boolean {
  return allMatches(text, SPACED_PAIR).length > 2;
}

function gapAt(cell: CellText, gap: { readonly start: number; readonly end: number }): Gap {
  const { text } = cell;
  const label = /[^\s　、。・:：(（)）]{1,16}$/u.exec(text.slice(Math.max(0, gap.start - 16), gap.start))?.[0] ?? "";
  const number = /^[^\s　、。・()（）]{1,12}/u.exec(text.slice(gap.end))?.[0] ?? "";
  return { cell, gap, start: gap.start - label.length, end: gap.end + number.length };
}
