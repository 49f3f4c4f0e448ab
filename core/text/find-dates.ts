import { allMatches } from "./all-matches.ts";
/** How a date is written: 令和3年11月17日, 11月17日, 11/17, 12.10.20, R3.10.28, 2021-11-17. */
export type DateStyle = "kanji" | "slash" | "dotted" | "hyphen";

/** A date with a day in it. */
export interface WrittenDate {
  readonly style: DateStyle;
  readonly start: number;
  readonly end: number;
  /** The era as written, empty when there is none. */
  readonly era: string;
  /** As written: `3` of 令和3年, `2021`, `011`; 元 is `1`. `undefined` without a year. */
  readonly year: string | undefined;
  readonly month: number;
  readonly day: number;
  /** 「(月)」 behind it. */
  readonly weekday: string | undefined;
}

const ERA = "(令和|平成|昭和|大正|明治|(?<![A-Za-z])[RHS](?![A-Za-z]))";
const KANJI = new RegExp(
  `(?:${ERA}? ?([0-9]{1,4}|元)年(?:度)? ?)?(?<![0-9])([0-9]{1,2})月 ?([0-9]{1,2})日(?!間)(?:[(]([日月火水木金土])(?:曜日?)?(?:・祝)?[)])?`,
  "gu",
);
const POINTED = new RegExp(
  `${ERA}?(?<![0-9./-])([0-9]{1,4})([./-])([0-9]{1,2})\\3([0-9]{1,2})(?![0-9./-]|[%％])(?:[(]([日月火水木金土])[)])?`,
  "gu",
);
/** Without one of these between digits no date is written in figures alone. */
const POINT = /[0-9][./-][0-9]/u;
const SHORT_SLASH =
  /(?<![0-9./A-Za-z])([0-9]{1,2})\/([0-9]{1,2})(?![0-9./]|[%％人件回世])(?:[(]([日月火水木金土])[)])?/gu;
const STYLES: Readonly<Record<string, DateStyle>> = { ".": "dotted", "/": "slash", "-": "hyphen" };

/** Every date of a text that names a day. Fractions (1/2) look like 11/17: of the short form only what the words around make a date counts. */
export function findDates(text: string): WrittenDate[] {
  if (!/[0-9０-９]/u.test(text)) return [];
  const half = narrowed(text);
  const dates: WrittenDate[] = [];
  for (const match of half.includes("月") ? allMatches(half, KANJI) : []) {
    const [, era = "", year, month, day, weekday] = match;
    dates.push({
      ...place(match),
      style: "kanji",
      era,
      year: year === "元" ? "1" : year,
      month: Number(month),
      day: Number(day),
      weekday,
    });
  }
  for (const match of POINT.test(half) ? allMatches(half, POINTED) : []) {
    const [, era = "", year = "", sign = "", month, day, weekday] = match;
    if (!isPointedDate(half, match, era, year, sign)) continue;
    dates.push({ ...place(match), style: STYLES[sign]!, era, year, month: Number(month), day: Number(day), weekday });
  }
  for (const match of half.includes("/") ? allMatches(half, SHORT_SLASH) : []) {
    const [, month, day, weekday] = match;
    if (!isDateContext(half, match, weekday)) continue;
    dates.push({
      ...place(match),
      style: "slash",
      era: "",
      year: undefined,
      month: Number(month),
      day: Number(day),
      weekday,
    });
  }
  return dates.sort((a, b) => a.start - b.start);
}

/** Digits and signs in half width, one for one: offsets stay. */
function narrowed(text: string): string {
  return text.replace(/[０-９．／－（）Ａ-Ｚ]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

function place(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length };
}

/** 1.2.3 may be the number of a chapter and 2-4-1 an address: a year has two digits or more, and hyphens need four. */
function isPointedDate(text: string, match: RegExpExecArray, era: string, year: string, sign: string): boolean {
  if (era !== "") return true;
  if (sign === "-") return year.length === 4;
  if (year.length === 1) return false;
  return !/(?:第|No\.?|ver\.?|Ver\.?|v|章|節|別表|様式)[ 　]*$/u.test(
    text.slice(Math.max(0, match.index - 4), match.index),
  );
}

function isDateContext(text: string, match: RegExpExecArray, weekday: string | undefined): boolean {
  if (weekday !== undefined) return true;
  const month = Number(match[1]);
  const day = Number(match[2]);
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 4);
  return /^(?:に?(?:実施|開催|開始|開設|設置|配布|発行|行)|に(?!相当|縮|減|圧)|から|より|[~〜～]|まで|付)/u.test(
    behind,
  );
}
