import { allMatches } from "../../text/all-matches.ts";
import { TRANSITIVE_NOUNS } from "../../text/verbal-nouns.ts";
import { wordFinder } from "../../text/word-finder.ts";
import { TRAIT } from "../../text/text-traits.ts";
import { insertedWords, NAME_ENDINGS, SHORTEST_NAME } from "../inserted-words.ts";
import { isOneEditApart } from "../organisation-names.ts";
import { defineRule } from "../rule.ts";
import { isEditable, textPlaces, type TextPlace } from "../text-places.ts";
import { suggestText, textEdit } from "../text-edit.ts";

interface Term {
  readonly text: string;
  readonly place: TextPlace;
  readonly start: number;
  /** What stands directly before it, for quoted titles. */
  readonly before: string;
}

const QUOTED = /([\p{sc=Kana}ー]*)[「『]([^「」『』\n]{3,24})[」』]/gu;
/** Two names of two kanji run together; nothing that is looked for is shorter. */
const SHORTEST = 4;
const NAME_ENDS = wordFinder(NAME_ENDINGS.map((ending) => [ending, undefined] as const));
const COMPOUND_BEFORE = /[\p{sc=Han}\p{sc=Kana}ー]{2,14}$/u;
const COMPOUND_LETTER = /[\p{sc=Han}\p{sc=Kana}ー]/u;
/** 保育所・幼稚園, 立石・御原・味坂校区: names with marks between them. */
const JOINED =
  /(?<![\p{sc=Han}\p{sc=Kana}ー・、])\p{sc=Han}{2,6}(?:([・、])\p{sc=Han}{2,6})(?:\1\p{sc=Han}{2,6})*(?![\p{sc=Han}\p{sc=Kana}ー]*[・、])/gu;
/** What the last name of a list has behind it for all of them: …味坂校区, 保育所・幼稚園課. */
const LIST_END = /(?<=\p{sc=Han}{2})(?:校区|地区|区域|方面|小学校区|中学校区|課|係)$/u;
const KANJI = /\p{sc=Han}/u;
const INSTITUTION = /[所園校館寮]$/u;
const MAY_BE_JOINED = /[所園校館寮][・、]|・[^・]{2,6}・/;
const MEDIA =
  /^(?:チラシ|リーフレット|パンフレット|ポスター|ガイド|ガイドブック|ハンドブック|カレンダー|マップ|ステッカー)$/u;
/** Letters by which two names are told apart on purpose. */
const DISTINCTIVE = /[0-9０-９一二三四五六七八九十第東西南北上下中前後新旧大小春夏秋冬男女父母親子内外A-Za-zⅠ-Ⅹ]/u;

/** 似た名称。 Indexed by what the forms share, so that no two terms of a document are compared without cause. */
export const nearDuplicateTerm = defineRule({
  meta: {
    id: "near-duplicate-term",
    category: "name",
    title: "同じものの名称が少し違う",
    description:
      "一つの文書の中で、引用した名称や会議・計画の名称が一字だけ違ったり、間の語が抜けていたりすると、別のものと読まれます。",
    severity: "info",
    standard: "L2-04",
    example: {
      wrong: "子育てガイド「さんぽみ」を配布した。（ほかの欄は「さんぽみち」）",
      right: "子育てガイド「さんぽみち」を配布した。",
    },
    remedy: "正式な名称を確かめて、どちらかにそろえます。別のものであれば、そのまま確認済みにします。",
    messages: {
      quoted: (d: { written: string; usual: string; count: number }) =>
        `「${d.written}」は、この文書に ${d.count} 回ある「${d.usual}」と一字だけ違います。名称を確かめてください。`,
      kana: (d: { written: string; usual: string }) =>
        `「${d.written}」と「${d.usual}」の二通りの書き方があります。同じものであればそろえてください。`,
      inserted: (d: { written: string; longer: string; rest: string }) =>
        `「${d.written}」は、同じ事業にある「${d.longer}」の「${d.rest}」を省いた形です。同じものであればそろえてください。`,
      joined: (d: { written: string; parted: string }) =>
        `「${d.written}」は、ほかのところでは「${d.parted}」と区切られています。区切りが抜けていないか確かめてください。`,
      media: (d: { written: string; other: string; title: string }) =>
        `「${d.title}」を、ここでは「${d.written}」、ほかのところでは「${d.other}」と呼んでいます。呼び方をそろえてください。`,
    },
  },

  check(context, report) {
    const places = textPlaces(context).filter(
      ({ kind, text }) => text.length >= SHORTEST && kind !== "code" && kind !== "amount" && kind !== "count",
    );
    const quoted = places.flatMap(quotedTerms);
    checkQuoted(quoted);
    checkMedia(quoted);
    checkCompounds(places);
    checkJoined(places);

    function checkQuoted(terms: readonly Term[]) {
      const counts = countsOf(terms);
      const near = nearTerms([...counts.keys()]);
      for (const term of terms) {
        const own = counts.get(term.text)!;
        for (const usual of near.get(term.text) ?? []) {
          const count = counts.get(usual)!;
          if (own > 1 || count < 2 || !isSlip(term.text, usual)) continue;
          const severity = count >= 3 && term.text.length !== usual.length ? ({ severity: "warning" } as const) : {};
          report({
            messageId: "quoted",
            data: { written: term.text, usual, count },
            at: term.place.at,
            span: spanOf(term),
            ...severity,
            fixes: rename(term, usual),
          });
        }
      }
      checkKana(terms, counts);
    }

    /** 「かわら版」 and 「かわらばん」 within one record: kanji in one, kana in the other. */
    function checkKana(terms: readonly Term[], counts: ReadonlyMap<string, number>) {
      const byHead = new Map<object, Map<string, string>>();
      for (const term of terms) {
        const heads = byHead.get(term.place.unit) ?? new Map<string, string>();
        byHead.set(term.place.unit, heads);
        const head = term.text.slice(0, 3);
        const usual = heads.get(head);
        if (usual === undefined) heads.set(head, term.text);
        else if (usual !== term.text && isKanaVariant(usual, term.text)) {
          const [rare, other] = counts.get(term.text)! <= counts.get(usual)! ? [term.text, usual] : [usual, term.text];
          report({ messageId: "kana", data: { written: rare, usual: other }, at: term.place.at, span: spanOf(term) });
        }
      }
    }

    function checkMedia(terms: readonly Term[]) {
      const first = new Map<string, string>();
      for (const { text, before, place, start } of terms) {
        if (!MEDIA.test(before)) continue;
        const other = first.get(text);
        if (other === undefined) first.set(text, before);
        else if (other !== before && !other.endsWith(before) && !before.endsWith(other)) {
          const span = { start: start - 1 - before.length, end: start + text.length + 1 };
          report({ messageId: "media", data: { written: before, other, title: text }, at: place.at, span });
        }
      }
    }

    function checkCompounds(all: readonly TextPlace[]) {
      const units = new Map<object, Map<string, Term>>();
      for (const place of all) {
        for (const term of compoundTerms(place)) {
          const names = units.get(place.unit) ?? new Map<string, Term>();
          units.set(place.unit, names);
          if (!names.has(term.text)) names.set(term.text, term);
        }
      }
      for (const names of units.values()) if (names.size > 1) reportInserted([...names.values()]);
    }

    function reportInserted(terms: readonly Term[]) {
      const byFrame = new Map<string, Term[]>();
      for (const term of terms) {
        const frame = term.text.slice(0, 2) + term.text.slice(-3);
        byFrame.set(frame, [...(byFrame.get(frame) ?? []), term]);
      }
      for (const group of byFrame.values()) {
        const sorted = group.toSorted((a, b) => a.text.length - b.text.length);
        const [short] = sorted;
        const long = sorted.find(({ text }) => text.length === short!.text.length + 2);
        const rest = short && long && insertedWords(short.text, long.text);
        if (!rest || DISTINCTIVE.test(rest)) continue;
        report({
          messageId: "inserted",
          data: { written: short.text, longer: long.text, rest },
          at: short.place.at,
          span: spanOf(short),
          fixes: rename(short, long.text),
        });
      }
    }

    function checkJoined(all: readonly TextPlace[]) {
      const parted = partedNames(all);
      if (parted.size === 0) return;
      const finder = wordFinder(parted);
      for (const place of all) {
        for (const { word: run, value: known, start, end } of finder.find(place.text)) {
          // Only the whole run of kanji: 教育文化 within 教育文化財 is another word.
          if (KANJI.test(place.text[start - 1] ?? " ") || KANJI.test(place.text[end] ?? " ")) continue;
          const term = { text: run, place, start, before: "" };
          const severity = known.split(/[・、]/u).every((name) => INSTITUTION.test(name))
            ? ({ severity: "warning" } as const)
            : {};
          report({
            messageId: "joined",
            data: { written: run, parted: known },
            at: place.at,
            span: spanOf(term),
            ...severity,
            fixes: rename(term, known),
          });
        }
      }
    }
  },
});

function quotedTerms(place: TextPlace): Term[] {
  if (!place.reading.has(TRAIT.quote)) return [];
  return allMatches(place.text, QUOTED).map(({ index, 0: whole, 1: before, 2: text }) => ({
    text: text!,
    place,
    start: index + whole.length - 1 - text!.length,
    before: before!,
  }));
}

function compoundTerms(place: TextPlace): Term[] {
  const { text } = place;
  const terms: Term[] = [];
  NAME_ENDS.visit(text, (_, start, end) => {
    if (COMPOUND_LETTER.test(text[end] ?? " ")) return;
    const before = COMPOUND_BEFORE.exec(text.slice(Math.max(0, start - 14), start))?.[0] ?? "";
    const name = before + text.slice(start, end);
    if (name.length >= SHORTEST_NAME) terms.push({ text: name, place, start: start - before.length, before: "" });
  });
  return terms;
}

function countsOf(terms: readonly Term[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of terms) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Terms one edit apart, by the forms that lack one letter: two such terms share at least one of these. */
function nearTerms(terms: readonly string[]): Map<string, Set<string>> {
  const byShortened = new Map<string, string[]>();
  const near = new Map<string, Set<string>>();
  for (const term of terms) {
    const forms = new Set([term]);
    for (let i = 0; i < term.length; i++) forms.add(term.slice(0, i) + term.slice(i + 1));
    for (const form of forms) {
      const others = byShortened.get(form) ?? [];
      for (const other of others) {
        if (!isOneEditApart(term, other)) continue;
        near.set(term, (near.get(term) ?? new Set()).add(other));
        near.set(other, (near.get(other) ?? new Set()).add(term));
      }
      others.push(term);
      byShortened.set(form, others);
    }
  }
  return near;
}

function isSlip(written: string, usual: string): boolean {
  const [longer, shorter] = written.length >= usual.length ? [written, usual] : [usual, written];
  let at = 0;
  while (at < longer.length && longer[at] === shorter[at]) at++;
  return (
    !DISTINCTIVE.test(longer[at] ?? "") && !(longer.length === shorter.length && DISTINCTIVE.test(shorter[at] ?? ""))
  );
}

function isKanaVariant(a: string, b: string): boolean {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  const [restA, restB] = [a.slice(head), b.slice(head)];
  const isPair = (kanji: string, kana: string) => /^\p{sc=Han}{1,2}$/u.test(kanji) && /^\p{sc=Hira}{1,5}$/u.test(kana);
  return head >= 3 && (isPair(restA, restB) || isPair(restB, restA));
}

/**
 * Names as they would read without the dots between them. 相談・支援 and 相談支援 are both right: only institutions and
 * lists of three or more names count.
 */
function partedNames(places: readonly TextPlace[]): Map<string, string> {
  const parted = new Map<string, string>();
  for (const { text } of places) {
    if (!MAY_BE_JOINED.test(text)) continue;
    for (const [list, mark] of allMatches(text, JOINED)) {
      const names = list.split(mark!).map((name, i, all) => (i === all.length - 1 ? name.replace(LIST_END, "") : name));
      if (names.some((name) => TRANSITIVE_NOUNS.has(name))) continue;
      for (let i = 0; i + 1 < names.length; i++) {
        const [first, second] = [names[i]!, names[i + 1]!];
        const isInstitutions = INSTITUTION.test(first) && INSTITUTION.test(second);
        if (!isInstitutions && (names.length < 3 || mark === "、")) continue;
        parted.set(first + second, `${first}${mark!}${second}`);
      }
    }
  }
  return parted;
}

function spanOf({ start, text }: Pick<Term, "start" | "text">) {
  return { start, end: start + text.length };
}

function rename(term: Term, name: string) {
  return isEditable(term.place)
    ? [suggestText(`「${name}」に直す`, textEdit(term.place.source, spanOf(term), name))]
    : [];
}
