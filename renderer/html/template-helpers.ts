import Handlebars from "handlebars";
import { fiscalYearLabel } from "../../core/text/fiscal-year.ts";
import { itemise } from "../../core/text/itemise.ts";
import { japaneseDate } from "../../core/text/japanese-era.ts";

type Helper = (...args: unknown[]) => unknown;

const { escapeExpression, SafeString } = Handlebars;

/** Text with its lines and items (①, ●, ・) on lines of their own; escaped. No `div`: a browser would end a `p` before it. */
function lines(text: unknown): Handlebars.SafeString {
  const parts = itemise(String(text));
  if (parts.length === 1 && parts[0]!.marker === "") return new SafeString(escapeExpression(parts[0]!.text));
  const html = parts.map(({ marker, text: rest }) => {
    if (marker === "") return `<span class="line">${escapeExpression(rest)}</span>`;
    return `<span class="line item"><span class="item-marker">${escapeExpression(marker)}</span>${escapeExpression(rest)}</span>`;
  });
  return new SafeString(html.join(""));
}

/** `1234567` → 1,234,567; a text that is no number stays as it is. */
function number(value: unknown): string {
  const text = String(value);
  return /^-?\d{4,}(?:\.\d+)?$/u.test(text.trim()) ? text.trim().replace(/\B(?=(?:\d{3})+(?!\d))/gu, ",") : text;
}

/** An ISO date → 令和8年4月1日; a Gregorian fiscal year → 令和3年度. */
function wareki(value: unknown): string {
  return typeof value === "number" ? fiscalYearLabel(value) : japaneseDate(String(value));
}

/**
 * Everything a template may call. Names are few on purpose: a layout decides how things look, not what they mean.
 * The editors' reference is made from the comments in `docs/templates.md`.
 */
export const TEMPLATE_HELPERS: Readonly<Record<string, Helper>> = {
  lines,
  number,
  wareki,
  /** `{{#if (eq kind "list")}}` */
  eq: (a, b) => a === b,
  /** `{{#if (oneOf role "note" "residue")}}` */
  oneOf: (value, ...rest) => rest.slice(0, -1).includes(value),
  /** `{{#if (gt colspan 1)}}` */
  gt: (a, b) => Number(a) > Number(b),
  /** `<h{{add level 1}}>` */
  add: (a, b) => Number(a) + Number(b),
};
