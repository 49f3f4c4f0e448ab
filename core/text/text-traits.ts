import { codeAt } from "./code-at.ts";

/** Kinds of characters that searches ask for before they look closer. Each is a bit. */
export const TRAIT = {
  /** 0–9 and ０–９. */
  digit: 1,
  /** ０–９. */
  wideDigit: 2,
  /** Brackets of any kind, 「」 and quotation marks among them. */
  bracket: 4,
  /** 「 and 『. */
  quote: 8,
  /** White space of any kind, line breaks and characters without width among them. */
  space: 16,
  /** What NFKC narrows or unfolds, one character for itself: ！ to ﾟ, dashes, ①, ㈱, ㍉. */
  wide: 32,
  /** ①–⑳. */
  circledNumber: 64,
  /** ● ■ ◆. */
  bullet: 128,
  /** : and ：. */
  colon: 256,
  /** Letters and lines that look like 0 and 1: O o I l |. */
  digitLike: 512,
  /** Signs that are not on every machine: ㈱, ㎡, Ⅳ, half-width katakana, private ones, and all beyond the first 65,536. */
  unusual: 1024,
} as const;
export type Trait = (typeof TRAIT)[keyof typeof TRAIT];

/** First and last characters of ranges, two by two. */
const RANGES: readonly (readonly [trait: Trait, ranges: string])[] = [
  [TRAIT.digit, "09０９"],
  [TRAIT.wideDigit, "０９"],
  [TRAIT.bracket, "(（「『【〔[［〈《{｛“)）」』】〕]］〉》}｝”".replace(/./gu, "$&$&")],
  [TRAIT.quote, "「「『『"],
  [
    TRAIT.space,
    "\t\r  \u00a0\u00a0\u1680\u1680\u2000\u200d\u2028\u2029\u202f\u202f\u205f\u2060\u3000\u3000\ufeff\ufeff",
  ],
  [TRAIT.wide, "\uff01\uff9f\u2010\u2015\u2212\u2212\u301c\u301c\u2460\u24ff\u3200\u33ff"],
  [TRAIT.circledNumber, "①⑳"],
  [TRAIT.bullet, "●●■■◆◆"],
  [TRAIT.colon, "::：："],
  [TRAIT.digitLike, "OOooＯＯｏｏIIllＩＩｌｌ||｜｜"],
  [TRAIT.unusual, "\u2116\u2116\u2121\u2121\u2160\u217f\u2474\u249b\u3200\u33ff\ud800\uf8ff\uff61\uff9f\ufffd\ufffd"],
];
const TRAITS_OF_CODE = new Uint16Array(0x10000);
for (const [trait, ranges] of RANGES) {
  for (let i = 0; i < ranges.length; i += 2) {
    for (let code = ranges.charCodeAt(i); code <= ranges.charCodeAt(i + 1); code++) TRAITS_OF_CODE[code]! |= trait;
  }
}

/** All traits of a text at once, by one walk; `&` tells whether it has one. */
export function traitsOf(text: string): number {
  const { length } = text;
  let traits = 0;
  for (let i = 0; i < length; i++) traits |= TRAITS_OF_CODE[codeAt(text, i)]!;
  return traits;
}
