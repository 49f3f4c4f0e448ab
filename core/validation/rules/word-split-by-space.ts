import { allMatches } from "../../text/all-matches.ts";
import { isFourKanjiTerm, isKatakanaWord, isTwoKanjiWord } from "../../text/common-words.ts";
import { KANJI, KATAKANA, PARTICLE_HEAD, PARTICLE_TAIL, SPACES } from "../../text/japanese-characters.ts";
import type { Organisation } from "../dictionaries.ts";
import { wordFinder } from "../../text/word-finder.ts";
import { defineRule } from "../rule.ts";
import { isEditable, textPlaces, type TextPlace } from "../text-places.ts";
import { fixText, textEdit } from "../text-edit.ts";

/** A space between two characters of one line. */
interface Gap {
  readonly start: number;
  readonly end: number;
}

type Verdict = "split" | "particle" | "residue" | undefined;

const GAP = new RegExp(`(?<=[^\\s])[${SPACES}]+(?=[^\\s])`, "gu");
const HAS_GAP = new RegExp(`[^\\s][${SPACES}]+[^\\s]`, "u");
/** 事 業 実 施 課: a label drawn out to the width of its column. */
const LETTER_SPACED = new RegExp(
  `(?<![^\\s])[${KANJI}](?:[${SPACES}]+[${KANJI}]){2,}(?=[${SPACES}]*(?:[:：]|$))|^[${KANJI}][${SPACES}]+[${KANJI}]$`,
  "gmu",
);
const KANJI_TAIL = new RegExp(`[${KANJI}]+$`, "u");
const KANJI_HEAD = new RegExp(`^[${KANJI}]+`, "u");
const KATAKANA_TAIL = new RegExp(`[${KATAKANA}]+$`, "u");
const KATAKANA_HEAD = new RegExp(`^[${KATAKANA}]+`, "u");
/** A verb's or adjective's ending torn off its kanji: 取り組 む仕組み, 行 います. */
const OKURIGANA =
  /^(?:[むうくぐすつぬぶる](?=[\p{sc=Han}、。]|$)|[いきぎしちにびみりえけげせてねべめれ](?:ます|ました|ません|る(?=[\p{sc=Han}、。]|$)|た(?=[\p{sc=Han}、。]|$)|て(?=[\p{sc=Han}、。]|$))|[っん][ただ](?=[\p{sc=Han}、。]|$))/u;
/** An ending torn off a stem in kana: 減っ た, 実施し ました。 */
const TORN_VERB = /^(?:っ [たてぱ]|[しきぎちりみびいけげせてねべめれ] (?:た|ました|ます|ません|ている)(?=[。、]|$))/u;
/** Characters with which no word begins. */
const NEVER_FIRST = /^[ぁぃぅぇぉっゃゅょんァィゥェォッャュョンー々]/u;
/** Last letters of names of offices, no office by themselves: 管理 係. */
const OFFICE_END = /^[課係室部局班](?=$|[\s、，,)）])/u;
/** A name ends before the space already: 総務課 係. */
const WHOLE_OFFICE = /(?:[課係室部局班各]|関係)$/u;
/** Last letters that make one word of what stands before them. */
const WORD_ENDS = "課係室部局班所署館園校会員者費";
/** Kanji that are words by themselves, and may stand in a list: 国 県 市, 男 女, 計 3件. */
const STANDS_ALONE =
  "市区町村都道府県国民官公私男女父母子計他等年月日時分秒人名件回個台本枚部局課係室所園校館場者費額率数量大中小上下左右前後新旧有無可否済未全各約無春夏秋冬朝昼夜東西南北松竹梅桜花米麦水川山海林土砂雪雨風木金火駅道路橋港車船家店寺社庭親兄弟姉妹夫妻肉魚卵心体頭手足目耳口歯病薬医週毎第再";
const LONE_KANJI = new RegExp(`[${STANDS_ALONE}]`, "u");
const ONLY_LONE_KANJI = new RegExp(`^[${STANDS_ALONE}]+$`, "u");

const WORD_BEFORE = new RegExp(
  `(?:[${KATAKANA}]{1,12}|[${KANJI}]{1,4}|[0-9０-９]{1,6}|「[^「」]{1,10})?(?:[${KANJI}]{1,2}|\\p{sc=Hira}{1,3}|[」』）)・])?$`,
  "u",
);
const WORD_AFTER = new RegExp(`^(?:\\p{sc=Hira}{1,3})?(?:[${KANJI}]{1,4}|[${KATAKANA}]{1,12})?`, "u");

/** 分かち書きと折り返しの名残。A space that parts list items (中国語 韓国・朝鮮語, 家庭児童 3,732件) stays. */
export const wordSplitBySpace = defineRule({
  meta: {
    id: "word-split-by-space",
    category: "text",
    title: "語の途中に空白がある",
    description:
      "語や文節の途中に入った空白は、検索や集計の妨げになります。多くは、PDFや紙の折り返しを写したときの名残です。項目を区切る空白、見出し番号の後の空白、句点の後の空白、名称と括弧の間の空白は指摘しません。",
    severity: "warning",
    standard: "L1-06",
    example: {
      wrong: "特別 支援学校に配置した。都児童相談セン ターと連携した。",
      right: "特別支援学校に配置した。都児童相談センターと連携した。",
    },
    remedy: "空白を取り除きます。項目を区切る空白であれば、改行か読点に替えます。",
    messages: {
      split: (d: { written: string; joined: string }) =>
        `「${d.written}」は語の途中に空白があります。「${d.joined}」と続けて書いてください。`,
      particle: (d: { written: string; joined: string }) =>
        `「${d.written}」は助詞の前に空白があります。「${d.joined}」と続けて書いてください。`,
      residue: (d: { written: string; joined: string }) =>
        `「${d.written}」の空白は、折り返しの名残と思われます。「${d.joined}」と続けて書いてください。`,
      letterSpaced: (d: { written: string; joined: string }) =>
        `「${d.written}」は字の間に空白を入れて幅をそろえています。「${d.joined}」と続けて書き、配置は書式で整えてください。`,
    },
  },

  check(context, report) {
    const places = textPlaces(context).filter(({ text }) => HAS_GAP.test(text));
    if (places.length === 0) return;
    const judged = places.map((place) => ({ place, gaps: openGaps(place.text) }));
    const joined = joinedWordsOf([...textPlaces(context), ...context.dictionaries.organisations.map(nameOf)], judged);
    for (const { place, gaps } of judged) {
      for (const span of letterSpaced(place.text)) {
        report({
          messageId: "letterSpaced",
          data: wording(place.text, span),
          at: place.at,
          span,
          severity: "info",
          fixes: fixes(place, span),
        });
      }
      for (const gap of gaps) {
        const verdict = judge(place, gap, joined);
        if (!verdict) continue;
        const span = around(place.text, gap);
        report({
          messageId: verdict,
          data: wording(place.text, span),
          at: place.at,
          span,
          // A phrase that goes on behind a space is read all the same.
          ...(verdict === "split" ? {} : { severity: "info" }),
          fixes: fixes(place, gap, span),
        });
      }
    }
  },
});

/** Spaces that are not part of a drawn-out label. */
function openGaps(text: string): Gap[] {
  const labels = letterSpaced(text);
  return allMatches(text, GAP)
    .map(({ index, 0: space }) => ({ start: index, end: index + space.length }))
    .filter(({ start }) => !labels.some((label) => start > label.start && start < label.end));
}

function letterSpaced(text: string): Gap[] {
  return allMatches(text, LETTER_SPACED).flatMap(({ index, 0: label }) =>
    // 男 女 計: each letter a word.
    ONLY_LONE_KANJI.test(withoutSpaces(label)) ? [] : [{ start: index, end: index + label.length }],
  );
}

function judge(place: TextPlace, gap: Gap, joined: ReadonlySet<string>): Verdict {
  const { text } = place;
  const lineStart = text.lastIndexOf("\n", gap.start - 1) + 1;
  const left = text.slice(Math.max(lineStart, gap.start - 12), gap.start);
  const right = text.slice(gap.end, gap.end + 12).split("\n")[0]!;
  if (isSpacedOut(text, gap)) return undefined;
  if (isOfficeColumn(place) && isOfficeCut(left, right)) return "split";
  return splitKatakana(left, right, joined) ?? splitKanji(left, right, joined) ?? splitPhrase(left, right);
}

/** 「みんな で つくる まち」: words parted on purpose, for children. */
function isSpacedOut(text: string, gap: Gap): boolean {
  const before = /[^\s]+$/u.exec(text.slice(Math.max(0, gap.start - 8), gap.start))?.[0] ?? "";
  const after = /^[^\s]+/u.exec(text.slice(gap.end, gap.end + 8))?.[0] ?? "";
  const isAlone = (chunk: string) => /^[のがをにへとでもは]$/u.test(chunk);
  return isAlone(after) || (isAlone(before) && gap.start >= 2);
}

function isOfficeColumn({ kind, role }: TextPlace): boolean {
  return kind === "organisation" || role === "organisation";
}

function isOfficeCut(left: string, right: string): boolean {
  const tail = KANJI_TAIL.exec(left)?.[0] ?? "";
  return tail.length >= 2 && OFFICE_END.test(right) && !WHOLE_OFFICE.test(tail);
}

function splitKatakana(left: string, right: string, joined: ReadonlySet<string>): Verdict {
  const tail = KATAKANA_TAIL.exec(left)?.[0];
  const head = KATAKANA_HEAD.exec(right)?.[0];
  if (tail === undefined || head === undefined) return undefined;
  if (NEVER_FIRST.test(head) && head !== "ー") return "split";
  const isFragment = tail.length <= 2 || head.length <= 2;
  const word = tail + head;
  if (isKatakanaWord(word) || joined.has(word)) return isFragment || joined.has(word) ? "split" : "residue";
  return undefined;
}

function splitKanji(left: string, right: string, joined: ReadonlySet<string>): Verdict {
  const tail = KANJI_TAIL.exec(left)?.[0];
  const head = KANJI_HEAD.exec(right)?.[0];
  if (tail === undefined) return undefined;
  if (head === undefined) return OKURIGANA.test(right) && !PARTICLE_HEAD.test(right) ? "split" : undefined;
  const pair = tail.at(-1)! + head[0]!;
  const isFragment =
    (tail.length === 1 && !STANDS_ALONE.includes(tail)) || (head.length === 1 && !STANDS_ALONE.includes(head));
  if (isFragment && (isTwoKanjiWord(pair) || (joined.has(pair) && !LONE_KANJI.test(pair)))) return "split";
  if (bodyWithEnd(left, right).length > 0 && joined.has(tail + head)) return "split";
  const term = tail.slice(-2) + head.slice(0, 2);
  return isFourKanjiTerm(term) && !isListOfQuantities(left, right) ? "split" : undefined;
}

function splitPhrase(left: string, right: string): Verdict {
  if (TORN_VERB.test(`${left.at(-1)!} ${right}`)) return "split";
  const before = left.at(-1)!;
  if (/[、。，．,.!?！？:：;；）)」』】]/u.test(before) && !/[」』）)]/u.test(before)) return undefined;
  if (PARTICLE_HEAD.test(right) && !/^[-–・●]$/u.test(left)) return "particle";
  if (/^[、。，）)」』】]/u.test(right) || NEVER_FIRST.test(right))
    return /[\p{L}\p{N}）)」』]$/u.test(left) ? "residue" : undefined;
  if (!/^[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}「『]/u.test(right)) return undefined;
  if (/[^\s・]・$/u.test(left)) return "residue";
  if (/[\p{L}\p{N}」』）)][のをにがはとでへや]$/u.test(left) && PARTICLE_TAIL.test(left)) return "residue";
  return undefined;
}

/** 家庭児童 3,732件 婦人相談 1,213件. */
function isListOfQuantities(left: string, right: string): boolean {
  return /[0-9０-９]\p{L}{0,2}$/u.test(left) || /^[\p{sc=Han}\p{sc=Kana}ー]+[:： 　]*[0-9０-９]/u.test(right);
}

/**
 * Words that the gaps would make and that stand unbroken elsewhere in the document. Only these are looked for.
 */
function joinedWordsOf(
  places: readonly { readonly text: string }[],
  judged: readonly { readonly place: TextPlace; readonly gaps: readonly Gap[] }[],
): ReadonlySet<string> {
  const wanted = new Set<string>();
  for (const { place, gaps } of judged) {
    for (const { start, end } of gaps) {
      const left = place.text.slice(Math.max(0, start - 12), start);
      const right = place.text.slice(end, end + 12);
      for (const [tail, head] of [
        [KATAKANA_TAIL.exec(left)?.[0], KATAKANA_HEAD.exec(right)?.[0]],
        [KANJI_TAIL.exec(left)?.[0].slice(-1), KANJI_HEAD.exec(right)?.[0].slice(0, 1)],
        bodyWithEnd(left, right),
      ]) {
        if (tail && head) wanted.add(tail + head);
      }
    }
  }
  return wordsPresent(wanted, places);
}

/** 相談 and 員: a word of two kanji or more, and a letter that may end it. */
function bodyWithEnd(left: string, right: string): [tail?: string, head?: string] {
  const tail = KANJI_TAIL.exec(left)?.[0] ?? "";
  const head = KANJI_HEAD.exec(right)?.[0] ?? "";
  return tail.length >= 2 && head.length === 1 && WORD_ENDS.includes(head) ? [tail, head] : [];
}

function wordsPresent(wanted: ReadonlySet<string>, places: readonly { readonly text: string }[]): ReadonlySet<string> {
  const found = new Set<string>();
  if (wanted.size === 0) return found;
  // A word may stand within another: 談員 in 相談員.
  const finder = wordFinder(
    [...wanted].map((word) => [word, word] as const),
    (word) => word.length - 1,
  );
  for (const { text } of places) {
    if (found.size === wanted.size) break;
    finder.visit(text, (word) => found.add(word));
  }
  // Of words that begin at one place only the longest has been seen.
  for (const word of wanted) {
    if (!found.has(word) && [...found].some((longer) => longer.startsWith(word))) found.add(word);
  }
  return found;
}

function nameOf({ name }: Organisation): { readonly text: string } {
  return { text: name };
}

/** The words on both sides, for the message. */
function around(text: string, { start, end }: Gap): Gap {
  const left = WORD_BEFORE.exec(text.slice(Math.max(0, start - 16), start))?.[0] ?? "";
  const right = WORD_AFTER.exec(text.slice(end, end + 16))?.[0] ?? "";
  return { start: start - Math.max(left.length, 1), end: end + Math.max(right.length, 1) };
}

function wording(text: string, { start, end }: Gap): { written: string; joined: string } {
  const written = text.slice(start, end);
  return { written, joined: withoutSpaces(written) };
}

function fixes(place: TextPlace, gap: Gap, shown: Gap = gap) {
  if (!isEditable(place)) return [];
  const words = withoutSpaces(place.text.slice(gap.start, gap.end));
  return [
    fixText(`「${withoutSpaces(place.text.slice(shown.start, shown.end))}」に直す`, textEdit(place.source, gap, words)),
  ];
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s\u00a0\u3000]+/gu, "");
}
