/** Character classes for expressions with the `u` flag, to be put between brackets: `[${KANJI}${KATAKANA}]`. */
export const KANJI = "\\p{sc=Han}";
export const HIRAGANA = "\\p{sc=Hira}";
/** The long vowel mark belongs to no script; it stands in katakana words. */
export const KATAKANA = "\\p{sc=Kana}ー";
export const DIGITS = "0-9０-９";
/** White space within a line: a line break is no space. */
export const SPACES = " \\u3000\\u00a0\\t";
export const CIRCLED_NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
/** Bullets that begin an item. */
export const BULLETS = "●○◎■□◆◇・▼▽▲△★☆►▶";

/** Letters that never begin a Japanese word: small kana, the long vowel mark, the iteration mark, ん. */
export const NEVER_FIRST = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー々ゝヽん";

/** Opening brackets and their partners. Angle signs are left out: they serve as arrows and less-than signs. */
export const BRACKET_PAIRS: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["（", "）"],
  ["「", "」"],
  ["『", "』"],
  ["【", "】"],
  ["〔", "〕"],
  ["[", "]"],
  ["［", "］"],
  ["〈", "〉"],
  ["《", "》"],
  ["{", "}"],
  ["｛", "｝"],
  ["“", "”"],
]);

/** The narrow form of a bracket, by which both widths compare as one. */
export function narrowBracket(bracket: string): string {
  return "（）［］｛｝".includes(bracket) ? bracket.normalize("NFKC") : bracket;
}

/**
 * A particle with the noun that follows, at the beginning of a chunk: の配置, に対する, とした, への区職員派遣. A word that
 * merely begins with the same letter (のびのび, がん検診, ため池, は虫類) is none.
 */
export const PARTICLE_HEAD = new RegExp(
  "^(?:を(?![0-9])|[のがにでへも](?=[「『（(\\p{sc=Han}\\p{sc=Kana}])|は(?=[「『\\p{sc=Han}\\p{sc=Kana}])(?!は虫|は種)" +
    "|と(?=[「『\\p{sc=Han}\\p{sc=Kana}])(?!と畜|と場|と殺)" +
    "|への|からの|との(?=[\\p{sc=Han}\\p{sc=Kana}])|において|における|について|により|による|によって|に(?:は|も)(?=[、\\p{sc=Han}])" +
    "|として|とした|とする|とともに(?=[、\\p{sc=Han}])|では(?=[、\\p{sc=Han}])|などの|などを|などに)",
  "u",
);

/** An ending of a chunk that cannot end a phrase: 支援を, 相談窓口への. Words that merely end in the same letter (こと, もの, まで) are none. */
export const PARTICLE_TAIL =
  /(?:を|への|(?<!も|こ|そ|ど|あ)の|(?<!こ|ひ|ご|も|あ|ふ)と|(?<!また|ある|もしく)は|(?<![まん])で|(?<!とも|なら|すで|さら|まれ|わず)に|(?<=[\p{sc=Han}\p{sc=Kana}])が|(?<=[\p{sc=Han}\p{sc=Kana}])や)$/u;
