import type { Indicator } from "../text/indicators.ts";
import type { FieldValue } from "./field-value.ts";
import { oneLine } from "./record-identity.ts";

/** Words before a figure without which it cannot be compared. */
const TELLING = /^(?:延べ|実|年|月|週|毎月|毎週|年間|平均|新規)$/u;

/** A figure as the cell writes it, with the words that say how it counts: 延べ1,200人, 週2回, 約500名. */
export function figureText({ text }: FieldValue, { start, end, qualifier, unit, approximate }: Indicator): string {
  const written = oneLine(text.slice(start, end)).replaceAll(" ", "");
  const basis = basisOf(qualifier);
  const lead = basis || (TELLING.test(qualifier) ? qualifier : "");
  return lead + (approximate ? "約" : "") + (written.endsWith(unit) ? written : written + unit);
}

/** 延べ or 実, by which persons are counted; empty when the text does not say. */
export function basisOf(qualifier: string): "延べ" | "実" | "" {
  if (/延|のべ|累計/u.test(qualifier)) return "延べ";
  return qualifier === "実" ? "実" : "";
}

/** What a figure counts, with the thing that it belongs to: 家庭教育学級の参加者. */
export function labelText({ label, subject, qualifier, parent }: Indicator): string {
  const words = oneLine(label);
  if (parent && /^(?:うち|内)$/u.test(qualifier)) return `${oneLine(parent.label)}のうち${words}`;
  return subject === "" || label.includes(subject) ? words : `${oneLine(subject)}の${words}`;
}

/** 「家庭児童」（3,732件）、「業務連絡会」（6回）ほか2件: as many as a reader takes in. */
export function listFigures(value: FieldValue, figures: readonly Indicator[], most = 4): string {
  const shown = figures.slice(0, most).map((figure) => `「${labelText(figure)}」（${figureText(value, figure)}）`);
  const rest = figures.length - shown.length;
  return shown.join("、") + (rest > 0 ? `ほか${rest}件` : "");
}

/** How far a figure moved from one year to the next. */
export interface Change {
  readonly difference: number;
  /** Relative to last year's value; for percentages the difference in points, as a share of 100. */
  readonly share: number;
  /** 「+24.7 %」, 「−15ポイント」 */
  readonly words: string;
}

/** `undefined` where last year's value is nought: nothing can be said in percent. */
export function changeOf(previous: Indicator, current: Indicator): Change | undefined {
  const difference = round(current.value - previous.value);
  const sign = difference < 0 ? "−" : "+";
  if (/[%％]|パーセント/u.test(current.unit)) {
    return { difference, share: difference / 100, words: `${sign}${upToMillion(difference, String)}ポイント` };
  }
  if (previous.value === 0) return undefined;
  const share = difference / previous.value;
  return { difference, share, words: percentChange(difference, previous.value) };
}

/** Up by 5 from 20 → 「+25.0 %」, and from −20 too; down by 10 → 「−50.0 %」. `before` is not nought. */
export function percentChange(difference: number, before: number): string {
  const size = upToMillion((difference / before) * 100, (percent) => percent.toFixed(1));
  return `${difference < 0 ? "−" : "+"}${size} %`;
}

/** The size of a number; beyond a million, where a last year's value next to nought ends up, no digit says anything. */
function upToMillion(value: number, shown: (size: number) => string): string {
  const size = Math.abs(value);
  return size > 1_000_000 ? "100万超" : shown(size);
}

/** A change that is large enough in itself and, where things are counted, in their number. */
export function isMove({ difference, share, words }: Change, least: number, minimum: number): boolean {
  if (words.endsWith("ポイント")) return Math.abs(difference) >= Math.max(5, least * 50);
  return Math.abs(share) >= least - 1e-9 && Math.abs(difference) >= minimum;
}

/** 1234567 → 1,234,567 */
export function groupDigits(value: number): string {
  const [whole = "", part] = String(value).split(".");
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/gu, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** To the sixth decimal, without the dust of binary fractions; never infinite, however far two numbers lie apart. */
function round(value: number): number {
  const rounded = Math.round(value * 1e6) / 1e6;
  return Number.isFinite(rounded) ? rounded : Math.sign(value) * Math.min(Math.abs(value), Number.MAX_VALUE);
}
