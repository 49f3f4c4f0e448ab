import { eraOf } from "../core/text/japanese-era.ts";

/** A number format of which the Japanese parts, which numfmt does not know, are filled in for each date. */
export interface JapaneseFormat {
  /** The format code for one date, to be given to numfmt. `serial` counts in the 1900 system; `iso` is the same day. */
  codeFor(serial: number, iso: string | undefined): string;
}

/** A piece of a format code: text for numfmt, or a letter group that this module fills in. */
interface Piece {
  readonly text: string;
  readonly filled: boolean;
  /** Which of the sections divided by `;` it stands in. */
  readonly section: number;
}

const pieces =
  /General|"[^"]*"|\\.|[_*].|\[[^\]]*\]|AM\/PM|A\/P|g{1,3}|e{1,4}(?![+-])|r{1,2}|a{3,4}|[^"\\_*[\]gera]+|[\s\S]/gi;
const filledPiece = /^(?:g{1,3}|e{1,4}|r{1,2}|a{3,4})$/i;
const weekdays = ["土", "日", "月", "火", "水", "木", "金"];

/**
 * Reads the era and weekday letters of a format code: `g` R, `gg` 令, `ggg` 令和, `e` and `ee` the year of the era,
 * `r` and `rr` short for `ee` and `gggee`, `aaa` and `aaaa` 木 and 木曜日. `undefined` for a code without any.
 */
export function japaneseFormat(code: string): JapaneseFormat | undefined {
  const parts = split(code);
  if (!parts.some(({ filled }) => filled)) return undefined;
  const unquoted = parts
    .filter(({ text, filled }) => !filled && !/^["\\_*[]/.test(text))
    .map(({ text }) => text)
    .join("");
  // Such a letter beside the places of digits is a unit (0g) that someone forgot to quote.
  if (/[0#?]/.test(unquoted) && !/[ymdhs]/i.test(unquoted)) return undefined;

  const locales = new Map<number, string>();
  for (const { text, section } of parts) {
    const locale = /^\[\$[^\]-]*-([^\]]+)\]$/.exec(text)?.[1];
    if (locale !== undefined) locales.set(section, locale);
  }
  return {
    codeFor: (serial, iso) =>
      parts
        .map(({ text, filled, section }) => (filled ? fill(text, locales.get(section), serial, iso) : text))
        .join(""),
  };
}

function split(code: string): Piece[] {
  let section = 0;
  return Array.from(code.matchAll(pieces), ([text]) => {
    const piece = { text, filled: filledPiece.test(text), section };
    if (!/^["\\_*[]/.test(text)) section += text.split(";").length - 1;
    return piece;
  });
}

function fill(letters: string, locale: string | undefined, serial: number, iso: string | undefined): string {
  const kind = letters[0]!.toLowerCase();
  if (!isJapanese(locale)) return kind === "a" ? letters : kind === "g" ? "" : "yyyy";
  if (kind === "a") return quoted(weekdays[Math.floor(serial) % 7]! + (letters.length === 4 ? "曜日" : ""));
  const era = iso === undefined ? undefined : eraOf(iso);
  if (!era) return kind === "g" ? "" : "yyyy";
  const name = [era.letter, era.abbreviation, era.name];
  if (kind === "g") return quoted(name[letters.length - 1]!);

  const padded = String(era.year).padStart(2, "0");
  if (kind === "r") return quoted(letters.length === 2 ? era.name + padded : padded);
  if (era.year === 1 && locale?.toLowerCase().includes("gannen")) return quoted("元");
  return quoted(letters.length === 1 ? String(era.year) : padded);
}

/** A format without a locale follows the system, which is Japanese. `411` may carry a calendar and digits before it. */
function isJapanese(locale: string | undefined): boolean {
  if (locale === undefined || /^ja\b/i.test(locale)) return true;
  return /^[0-9a-f]+(,|$)/i.test(locale) && (Number.parseInt(locale, 16) & 0xffff) === 0x0411;
}

function quoted(text: string): string {
  return `"${text}"`;
}
