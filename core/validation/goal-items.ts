import { allMatches } from "../text/all-matches.ts";
import type { FieldValue } from "./field-value.ts";
import { sentencesOf } from "./cell-reading.ts";

/** One item of a goal or result. */
export interface GoalItem {
  /** Without its marker, where it stands in the cell. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 1 for ①: the numbered item it is, or belongs to; 0 before the first. */
  readonly number: number;
  /** It carries the number itself. */
  readonly isNumbered: boolean;
  /** It begins a line or carries a mark: no second sentence of an item. */
  readonly beginsLine: boolean;
}

const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const STOCK =
  /^(?:(?:事業|取組|取り組み|順次|機能|充実|継続|引き続き|推進|実施|強化|拡充|拡大|検討|調整|維持|同左|同上|同様|の|・|、|を|図る|する|。)+|[－―-]+)$/u;

/** The items of a cell, each with the circled number under which it stands. */
export function goalItems(value: FieldValue): GoalItem[] {
  let number = 0;
  let lineEnded = true;
  return sentencesOf(value).map(({ text, start, end, marker, endsLine }) => {
    const own = CIRCLED.indexOf(marker.replace(/[^①-⑳]/gu, "")[0] ?? " ") + 1;
    if (own > 0) number = own;
    const lead = /^[・●○■◆\s]*/u.exec(text)![0].length;
    const beginsLine = lineEnded || marker !== "";
    lineEnded = endsLine;
    return { text: text.slice(lead), start: start + lead, end, number, isNumbered: own > 0, beginsLine };
  });
}

/** 継続実施, 事業推進: an item that names nothing. */
export function isStockItem(text: string): boolean {
  return STOCK.test(text.replace(/[\s\u3000]/gu, ""));
}

/** Every circled number of a text, as a number. */
export function circledNumbers(text: string): Set<number> {
  return new Set(Array.from(allMatches(text, /[①-⑳]/gu), ([mark]) => CIRCLED.indexOf(mark) + 1));
}

const GENERIC = new Set(
  "実施 推進 開催 充実 強化 支援 事業 取組 検討 拡充 継続 促進 向上 整備 拡大 運営 活用 作成 発行 配布 配付 提供 周知 設置 確保 構築 関係 対応 対策 策定 見直 改善 利用 参加 総合 体制 環境 機能 施設".split(
    " ",
  ),
);

/** Words of a text that carry its meaning: katakana words, and runs of kanji cut in twos. */
export function contentWords(text: string): string[] {
  const plain = text.replace(/[（(][^（()）]*[)）]/gu, "");
  return allMatches(plain, /[ァ-ヶー]{3,}|[\p{sc=Han}々]{2,}/gu).flatMap(([run]) => wordParts(run));
}

/** 課題解決策 → 課題, 解決: most words of officialese are of two kanji. */
export function wordParts(run: string): string[] {
  if (/^[ァ-ヶー]/u.test(run)) return [run];
  return run.match(/[\p{sc=Han}々]{2}/gu) ?? [];
}

/** Whether a word says nothing about the matter. */
export function isGeneric(word: string): boolean {
  return GENERIC.has(word);
}

/** What an item is about: 「保護者・支援者向け検討会の実施(2回実施)」 → 検討会; quoted names first. */
export function headOf(text: string): string | undefined {
  const quoted = /[「『]([^」』]{2,40})[」』]/u.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  const plain = text.replace(/[（(][^（()）]*[)）]/gu, "").replace(/[。\s\u3000]+$/u, "");
  const action =
    /(?:の|を)?(?:\p{sc=Han}{2}・)?(?:[\p{sc=Han}]{2}|見直し|取り組み|立上げ|充実強化)(?:する|します|を図る|をする|に努める)?$/u;
  const object = plain.replace(action, "");
  return /[ァ-ヶー\p{sc=Han}々]{2,}(?!.*[ァ-ヶー\p{sc=Han}々]{2})/u.exec(object)?.[0];
}
