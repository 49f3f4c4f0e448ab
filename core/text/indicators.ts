import { findQuantities, type Quantity } from "./quantity.ts";
import { bracketPairs } from "./sentences.ts";
import { countsPeople, unitFamily } from "./unit.ts";

/** A figure of a free text and what it measures: 利用者数:243人, 88名のスクールカウンセラー, 家庭教育学級(15回開催). */
export interface Indicator {
  /** What the figure counts, as written. Empty when the text does not say. */
  readonly label: string;
  /** Where the label begins; the figure's own place when there is none. */
  readonly labelStart: number;
  /** The thing that a label such as 参加者 belongs to: 家庭教育学級. Empty when the label stands for itself. */
  readonly subject: string;
  readonly value: number;
  readonly unit: string;
  /** The number and its unit in the text as given. */
  readonly start: number;
  readonly end: number;
  /** 延べ, 実, 計, 年, 月, 全 …: how it counts. Empty when the text does not say. */
  readonly qualifier: string;
  readonly approximate: boolean;
  /** The total that this figure is a part of: 701名 for 保護者375. */
  readonly parent: Indicator | undefined;
  /** The label surely belongs to the figure and would be written the same way next year. */
  readonly certain: boolean;
}

/** Longer phrases before a number are clauses, no labels. */
const LABEL_LENGTH = 40;

const HARD_STOP = /[\n\r。、，,;；|｜\t●○◎■□◆◇▼▽▲△★☆※→⇒①-⑳&＆]/u;
const WORD_CHARACTER = /[\p{sc=Han}\p{sc=Kana}ー々〆「」『』（）()0-9０-９A-Za-zＡ-Ｚａ-ｚ]/u;
const HIRAGANA = /\p{sc=Hira}/u;
const KATAKANA = /[\p{sc=Kana}ー]/u;
const SPACE = /[\s\u00a0\u3000]/u;
/** Behind these a clause ends and the noun that is counted begins. */
const CLAUSE_END = /(?:において|により|として|について|に対し|に対して|ために|ながら|とともに|して|から|まで|のほか)$/u;
/** A line that breaks behind these goes on. */
const JOINT = /[のへにをはがでとや・]$|(?:及び|および|又は|または|並びに)$/u;

const APPROXIMATE = /(?:約|およそ|おおよそ|おおむね|概ね|ほぼ)$/u;
/** How a figure counts, directly before it. 設計 and 家計 are words of their own. */
const COUNTING =
  /(?:延べ人数|延人数|延べ|のべ|延|累計|通算|合計|総計|(?<![設統会家集推時余])計|通年|年間|毎年|毎月|毎週|毎日|(?<![少成学青0-9０-９元])年|(?<![0-9０-９か])月|(?<![0-9０-９毎])週|全|各|平均|うち|(?<=^|[\s(（、,・。])内|新規に?|新たに|合わせて|併せて|あわせて)$/u;
const EACH = /(?:[1１一]人)?(?:[1１一](?:世帯|日|か月|月|年|回|件))?(?:当たり|あたり|につき)$/u;
const EACH_BEHIND =
  /^(?:[1１一](?:人|台|冊|つ|本|枚|個)|ひとり|一人|ずつ|(?:[1１一](?:世帯|日|か月|月|年|回|件))?(?:当たり|あたり|につき))/u;
const COLON = /[:：=＝…]$/u;
const SUBJECT_PARTICLE = /[をがはもの]$/u;
/** 学校に, 市内で, 令和5年度から: the figure that follows counts something else. */
const ADVERBIAL = /(?:[にでへとや]|から|より|まで|し|て|り|た|る|ず|う|め)$/u;

/** What is done so many times, directly behind the figure: it says nothing about what is counted. */
const DONE =
  "開催|実施|配置|設置|支給|交付|発行|配布|配付|派遣|開設|増設|整備|達成|受付|受理|訪問|支援|作成|参加|利用|登録|受講|活用|貸出|貸し出し|提供|助成|補助|認定|委託|更新|改修|修繕|点検|回収|収集|出動|出席|来場|来館";
/** What people do: with these a figure counts the people themselves. */
const ATTENDED = /^(?:参加|利用|登録|受講|出席|来場|来館)$/u;
/** Those who came to something that another word names. */
const ATTENDANT = /^(?:総|実|延べ?|のべ)?(?:参加|受講|修了|来場|出席|申込|申し込み|応募|人数|人員)/u;
const DONE_TAIL = new RegExp(
  `^(?:を|が|に)?(?:${DONE})(?:済み?|し(?:た|て)?|予定|された|され)?(?![者数率件人延実団冊額金品物先地証]|児童|世帯|回数)`,
  "u",
);
const DONE_WORD = new RegExp(`^(?:${DONE})+$`, "u");
/** 創業セミナーを開催した(全5回) */
const DONE_CLOSE = new RegExp(`を(?:${DONE})(?:し(?:た|て)?)?$`, "u");
const DONE_CLAUSE = new RegExp(`(?:${DONE})し$`, "u");
const PLANNED = new RegExp(`^(?:${DONE})?予定(?!者|価格|地|数|表|どおり|通り)`, "u");
const DONE_BEHIND = new RegExp(`^[がをに]?(${DONE})`, "u");
/** 課題を持つ子ども, 子育てを支援する人材: を inside the words that tell which noun is meant. */
const ADNOMINAL = /^を\p{sc=Han}{1,3}(?:する|した|[うくぐすつぬぶむる])[\p{sc=Han}\p{sc=Kana}「]/u;
/** 参加者, 延べ人数, 登録者数: of what, another word has to say. */
const GENERIC = new RegExp(
  `^(?:男性|女性|(?:総|実|延べ?|のべ|年間)?(?:${DONE}|申込|申し込み|修了|来園|入場|受診|回答|相談|対応|応募|対象|人|回|件|団体|組)*(?:実|延べ?|のべ|総)?(?:者|児童|団体|世帯|組|企業|校|店)?(?:実|延べ?|のべ|総)?(?:数|人数|回数|件数|人員|世帯数|組数|率)?(?:実|延べ?|のべ)?)$`,
  "u",
);
/** 前年度: the figure is another year's. 区内, 前期: where and when, not what. */
const NO_LABEL =
  /^(?:(?:令和|平成|昭和|[RHrh])?(?:元|\d{1,4})年度?(?:末|実績|計画|目標)?|[前昨]年度?(?:比|同期|実績)?|対前年度?比?|参考|同|他|ほか|その他|約|上記|下記|左記|右記|(?:午前|午後)|(?:前|後|上半|下半|前後)期|[市区町村県都府道]?内|全[市区町村県都府道域国]|(?:公|私|市|県|町)立|\d{1,2}月(?:実施|開催|予定)?|[春夏秋冬]季?|[月火水木金土日]曜日?)$/u;
const QUOTED = /「[^」]*」|『[^』]*』/gu;
/** 3時間, 10日間: how long something takes. */
const DURATION = /^(?:時間|分|秒|日間|週間|年間|泊|夜|年|日|か月間?|[カヶヵケ箇]月間?|[かカヶヵケ箇]年)$/u;
const DURATION_LABEL = /(?:日数|時間数?|期間|年数|月数)$/u;

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Label extends Span {
  readonly qualifier: string;
  readonly isCertain: boolean;
  /** 対応件数:65,955件 stands for itself; 参加者:8名 does not. */
  readonly isOwn: boolean;
}

/**
 * The figures of a text with their labels, in order. Dates, ages, 第2期, 小学1年生 and 1人1人 are none. Nothing is
 * invented: a figure whose label the text does not show plainly is not `certain`.
 */
export function findIndicators(text: string, quantities: readonly Quantity[] = findQuantities(text)): Indicator[] {
  if (quantities.length === 0) return [];
  const reader = new IndicatorReader(text);
  quantities.forEach((quantity, i) => {
    reader.read(quantity, quantities[i - 1], quantities[i + 1]);
  });
  return reader.found;
}

/** Reads the figures of one text from left to right, remembering what the last ones were about. */
class IndicatorReader {
  readonly found: Indicator[] = [];
  private readonly text: string;
  private readonly pairs: ReadonlyMap<number, number>;
  /** Behind the figure before. */
  private behindLast = 0;
  /** The last label that stands for itself, and its item of the list. */
  private subject = "";
  private subjectAt = 0;

  constructor(text: string) {
    this.text = text;
    this.pairs = bracketPartners(text);
  }

  read(quantity: Quantity, before: Quantity | undefined, after: Quantity | undefined): void {
    if (quantity.ordinal) return;
    if (isEach(this.text, quantity)) return;
    if (isEndOfRange(this.text, quantity, before)) {
      this.behindLast = quantity.end;
      return;
    }
    const bracket = this.enclosingBracket(quantity.start);
    // 「1教室概ね40人」の基準: a name or a quotation
    if (bracket !== undefined && /[「『]/u.test(this.text[bracket]!)) return;
    const named = bracket === undefined ? undefined : this.nameBefore(bracket);
    const own = this.labelBefore(quantity, bracket) ?? this.labelBehind(quantity, after);
    const label =
      own ?? this.sharedLabel(quantity) ?? (named && { ...named, isCertain: this.isBare(bracket!, quantity) });
    const words = label ? this.text.slice(label.start, label.end) : "";
    if (words === "" && quantity.unit === "") return;
    const isPlanned = PLANNED.test(this.text.slice(quantity.end, quantity.end + 8));
    const parent = this.parentOf(quantity, bracket, own?.qualifier ?? "");
    const subject = own && !own.isOwn ? this.subjectOf(quantity, bracket, named, words) : "";
    this.found.push({
      label: words,
      labelStart: label?.start ?? quantity.start,
      subject,
      value: quantity.value,
      unit: quantity.unit,
      start: quantity.start,
      end: quantity.end,
      qualifier: own
        ? (basisOf(words) ?? (own.qualifier || this.countedHow(quantity)))
        : this.countedHow(quantity) || (basisOf(words) ?? ""),
      approximate: quantity.approximate,
      parent,
      certain: label !== undefined && label.isCertain && !isPlanned && isCountable(quantity, words),
    });
    this.behindLast = quantity.end;
    if (words === "" || isGeneric(words) || parent) return;
    this.subject = words;
    this.subjectAt = quantity.start;
  }

  /** 区内7か所, 保育所室内779件: 内 as the end of a word is no うち. */
  private countedHow({ qualifier, start }: Quantity): string {
    if (qualifier !== "内") return qualifier;
    const lead = this.text.slice(0, this.trimEnd(0, start));
    return WORD_CHARACTER.test(lead.at(-2) ?? "") ? "" : qualifier;
  }

  /** The open bracket that a place stands in; one never closed counts for nothing. */
  private enclosingBracket(at: number): number | undefined {
    for (let i = at - 1; i >= Math.max(0, at - 200); i--) {
      const partner = this.pairs.get(i);
      if (partner !== undefined && partner < i) i = partner;
      else if (partner !== undefined && partner > at) return i;
    }
    return undefined;
  }

  private labelBefore(quantity: Quantity, bracket: number | undefined): Label | undefined {
    const from = Math.max(this.behindLast, bracket === undefined ? 0 : bracket + 1);
    const lead = this.withoutCounting(from, quantity.start);
    const { end, ending } = this.labelEnd(from, lead.end);
    if (ending === "adverbial") return undefined;
    const phrase = this.phraseBefore(from, end);
    if (!phrase) return undefined;
    const words = this.text.slice(phrase.start, phrase.end);
    const isCountedByNo = this.text[end] === "の";
    // 区内7か所の支援センター, 88名のスクールカウンセラー
    const isCountedBehind = ending !== "colon" && /^の(?!うち)/u.test(this.text.slice(quantity.end, quantity.end + 3));
    if (!isLabel(words) || (isCountedBehind && ending === "particle")) return undefined;
    const isQuoted = /[「『]/u.test(this.text[phrase.start - 1] ?? "");
    const isNoun =
      !/[をにで]|した|され|(?<!ど)も$|^\p{sc=Han}{0,2}\p{sc=Hira}?[きしちにみりいえけげせてねべめれ]$/u.test(
        words.replaceAll(QUOTED, ""),
      );
    const isWhole = words.length >= 2 && words.length < LABEL_LENGTH - 2 && !isCountedByNo;
    const isCertain = isWhole && (ending === "colon" || isQuoted || isNoun);
    const isOwn = ending === "colon" && !ATTENDANT.test(words);
    if (!words.startsWith("うち")) return { ...phrase, qualifier: lead.qualifier, isCertain, isOwn };
    return { start: phrase.start + 2, end: phrase.end, qualifier: "うち", isCertain, isOwn };
  }

  /** Takes 延べ, 計, 年, 約 off the end. */
  private withoutCounting(from: number, to: number): { end: number; qualifier: string } {
    let end = this.trimEnd(from, to);
    let qualifier = "";
    for (;;) {
      const lead = this.text.slice(Math.max(from, end - 10), end);
      const counting = COUNTING.exec(lead)?.[0];
      const word = APPROXIMATE.exec(lead)?.[0] ?? EACH.exec(lead)?.[0] ?? counting;
      if (word === undefined) return { end, qualifier };
      if (word === counting) qualifier = counting;
      end = this.trimEnd(from, end - word.length);
    }
  }

  /** Takes a colon or a particle off the end, and says which it was. */
  private labelEnd(from: number, to: number): { end: number; ending: "colon" | "particle" | "noun" | "adverbial" } {
    const lead = this.text.slice(Math.max(from, to - 4), to);
    if (COLON.test(lead)) {
      const end = this.trimEnd(from, to - 1);
      return { ...this.withoutCounting(from, end), ending: "colon" };
    }
    const isWord = WORD_CHARACTER.test(this.text[to - 2] ?? "");
    if (SUBJECT_PARTICLE.test(lead) && (isWord || /[をがの]$/u.test(lead))) return { end: to - 1, ending: "particle" };
    if (ADVERBIAL.test(lead) || lead === "") return { end: to, ending: "adverbial" };
    return { end: to, ending: "noun" };
  }

  /** The noun phrase that ends at `to`: back to a separator, a bracket or the end of a clause. */
  private phraseBefore(from: number, to: number): Span | undefined {
    let start = to;
    for (let i = to - 1; i >= Math.max(from, to - LABEL_LENGTH); i--) {
      const partner = this.pairs.get(i);
      if (partner !== undefined && partner < i && partner >= from) i = partner;
      else if (this.isStop(i, from, to)) break;
      start = i;
    }
    return this.trimLabel(start, to, this.behindLast > 0 && start <= this.behindLast);
  }

  private isStop(i: number, from: number, to: number): boolean {
    const character = this.text[i]!;
    if (HARD_STOP.test(character) || /[()（）［］[\]【】〔〕「」『』:：]/u.test(character)) return true;
    const before = this.text[i - 1] ?? "";
    const behind = this.text[i + 1] ?? "";
    if (character === "・") return i === from || !WORD_CHARACTER.test(before) || i === to - 1;
    if (SPACE.test(character)) {
      if (JOINT.test(this.text.slice(Math.max(from, i - 3), i))) return false;
      return !(KATAKANA.test(before) && KATAKANA.test(behind)) && i < to - 1;
    }
    if (i === to - 1) return false;
    if (character === "を") return !ADNOMINAL.test(this.text.slice(i, i + 8));
    if (HIRAGANA.test(behind)) return false;
    if (/[はにで]/u.test(character)) return WORD_CHARACTER.test(before);
    const lead = this.text.slice(Math.max(from, i - 4), i + 1);
    return HIRAGANA.test(character) && (CLAUSE_END.test(lead) || DONE_CLAUSE.test(lead));
  }

  /** Takes marks, quotes and the tail of the figure before (年6回「開催」) off a phrase. */
  private trimLabel(from: number, to: number, isBehindFigure: boolean): Span | undefined {
    let start = from;
    let end = this.trimEnd(from, to);
    if (isBehindFigure) start += DONE_TAIL.exec(this.text.slice(start, end))?.[0].length ?? 0;
    start += /^[\s\u3000・･\-–とやの]*/u.exec(this.text.slice(start, end))![0].length;
    if (this.text[end - 1] === "の") end--;
    const isQuoted = /[「『]/u.test(this.text[start] ?? "") && this.pairs.get(start) === end - 1;
    return isQuoted ? { start: start + 1, end: end - 1 } : start < end ? { start, end } : undefined;
  }

  /** 88名のスクールカウンセラー, 16の講座, 246人が参加した. */
  private labelBehind(quantity: Quantity, after: Quantity | undefined): Label | undefined {
    const limit = Math.min(after?.start ?? Infinity, quantity.end + LABEL_LENGTH);
    const rest = this.text.slice(quantity.end, limit);
    const noun = /^[\s\u3000]*の[\s\u3000]*/u.exec(rest)?.[0];
    if (noun !== undefined) {
      const start = quantity.end + noun.length;
      const end = this.phraseEnd(start, Math.min(limit, this.text.length));
      return this.counted(start, end, quantity, true);
    }
    const [whole = "", verb = ""] = DONE_BEHIND.exec(rest) ?? [];
    if (verb !== "") {
      const end = quantity.end + whole.length;
      return ATTENDED.test(verb) ? this.counted(end - verb.length, end, quantity, whole !== verb) : undefined;
    }
    const word = /^[\p{sc=Han}\p{sc=Kana}ー]{2,12}(?=[をがに])/u.exec(rest)?.[0];
    return word === undefined ? undefined : this.counted(quantity.end, quantity.end + word.length, quantity, false);
  }

  private counted(start: number, end: number, quantity: Quantity, isCertain: boolean): Label | undefined {
    const qualifier = this.countedHow(quantity);
    const isQuoted = /[「『]/u.test(this.text[start] ?? "") && this.pairs.get(start) === end - 1;
    const span = isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
    return isLabel(this.text.slice(span.start, span.end)) ? { ...span, qualifier, isCertain, isOwn: false } : undefined;
  }

  private phraseEnd(from: number, limit: number): number {
    for (let i = from; i < limit; i++) {
      const partner = this.pairs.get(i);
      if (partner !== undefined && partner > i && partner < limit) {
        i = partner;
        continue;
      }
      const character = this.text[i]!;
      if (HARD_STOP.test(character) || SPACE.test(character) || /[()（）」』をが]/u.test(character)) return i;
      const isParticle = /[はにでとも]/u.test(character) && i > from && WORD_CHARACTER.test(this.text[i - 1]!);
      if (isParticle) return i;
    }
    return limit;
  }

  /** Which total a figure in brackets, or behind うち, is a part of. */
  private parentOf(quantity: Quantity, bracket: number | undefined, qualifier: string): Indicator | undefined {
    const last = this.found.at(-1);
    if (!last) return undefined;
    if (qualifier === "うち" || qualifier === "内") return isPartOf(quantity, last) ? (last.parent ?? last) : undefined;
    if (bracket === undefined) return undefined;
    const total = this.found.findLast(({ end }) => end <= bracket);
    if (!total || !isPartOf(quantity, total)) return undefined;
    return this.isBlankBetween(total.end, bracket) ? total : undefined;
  }

  /** Nothing but 計, 約 and the like stands between a bracket and the figure. */
  private isBare(bracket: number, { start }: Quantity): boolean {
    return this.isBlankBetween(bracket + 1, this.withoutCounting(bracket + 1, start).end);
  }

  private isBlankBetween(from: number, to: number): boolean {
    return this.text.slice(from, to).trim() === "";
  }

  /** The thing that a label such as 参加者 is about: named before the bracket, or earlier in the same item. */
  private subjectOf(quantity: Quantity, bracket: number | undefined, named: Span | undefined, words: string): string {
    if (isGeneric(words) && bracket !== undefined && this.subjectAt > bracket) return this.subject;
    if (named) return this.text.slice(named.start, named.end);
    // 参加者延数701名(保護者375、こども326): the total names what its parts are of.
    const total = bracket === undefined ? undefined : this.found.findLast(({ end }) => end <= bracket);
    if (total && this.isBlankBetween(total.end, bracket!)) return total.label;
    if (!isGeneric(words)) return "";
    return /[\n。●①-⑳]/u.test(this.text.slice(this.subjectAt, quantity.start)) ? "" : this.subject;
  }

  /** 年10回・160組320名: figures side by side are about the same thing. */
  private sharedLabel(quantity: Quantity): (Span & { readonly isCertain: boolean }) | undefined {
    const last = this.found.at(-1);
    if (!last || last.label === "" || last.end !== this.behindLast) return undefined;
    const lead = this.withoutCounting(last.end, quantity.start).end - 1;
    const opener = /[)）]/u.test(this.text[lead] ?? "") ? this.pairs.get(lead) : undefined;
    const named = opener === undefined ? undefined : this.nameBefore(opener);
    if (named) return { ...named, isCertain: true };
    const between = this.text.slice(last.end, this.withoutCounting(last.end, quantity.start).end);
    const tail = DONE_TAIL.exec(between)?.[0].length ?? 0;
    if (!/^[\s\u3000・、,]*$/u.test(between.slice(tail))) return undefined;
    // 参加実人数210人、延べ1,980人: the label says the contrary.
    const isContrary = quantity.qualifier !== "" && basisOf(last.label) === "実";
    return { start: last.labelStart, end: last.labelStart + last.label.length, isCertain: last.certain && !isContrary };
  }

  /** What stands before a bracket: 家庭教育学級(15回開催). */
  private nameBefore(bracket: number): Span | undefined {
    const from = this.found.findLast(({ end }) => end <= bracket)?.end ?? 0;
    const to = this.trimEnd(from, bracket);
    const tail = DONE_CLOSE.exec(this.text.slice(Math.max(from, to - 8), to))?.[0].length ?? 0;
    const phrase = this.phraseBefore(from, to - tail);
    const words = phrase ? this.text.slice(phrase.start, phrase.end) : "";
    return words.length >= 2 && isLabel(words) && !DONE_WORD.test(words) ? phrase : undefined;
  }

  private trimEnd(from: number, to: number): number {
    let end = to;
    while (end > from && SPACE.test(this.text[end - 1]!) && this.text[end - 1] !== "\n") end--;
    return end;
  }
}

/** 参加者, 延べ人数: a label that needs another word to say of what. */
export function isGenericLabel(label: string): boolean {
  return isGeneric(label);
}

/** 延べ or 実 inside the label: 参加延数, 参加実数. */
function basisOf(label: string): string | undefined {
  if (/延(?![長期滞焼命])|のべ/u.test(label)) return "延べ";
  return /実(?:人|利用者|参加者|件)?数/u.test(label) ? "実" : undefined;
}

function isGeneric(label: string): boolean {
  return GENERIC.test(label);
}

function isLabel(words: string): boolean {
  return words !== "" && !NO_LABEL.test(words) && /[\p{L}]/u.test(words);
}

/** 開館日数300日 and 週3日 are figures, 3日間コース is a name. */
function isCountable({ unit, qualifier }: Quantity, label: string): boolean {
  return !DURATION.test(unit) || DURATION_LABEL.test(label) || (unit === "日" && /^[週月年]/u.test(qualifier));
}

function isPartOf(part: Quantity, total: Indicator): boolean {
  if (part.unit === "" || unitFamily(part.unit) === unitFamily(total.unit)) return part.value <= total.value;
  return countsPeople(part.unit) && countsPeople(total.unit);
}

/** 1人1人, 1人ひとり, 1人1台, 1人1日当たり */
function isEach(text: string, { start, end, value }: Quantity): boolean {
  if (value !== 1) return false;
  return (
    EACH_BEHIND.test(text.slice(end, end + 8)) ||
    /(?<![0-9０-９,，.．])[1１]人$/u.test(text.slice(Math.max(0, start - 3), start))
  );
}

/** 3～5人: the range is no figure that could be compared. */
function isEndOfRange(text: string, { start }: Quantity, before: Quantity | undefined): boolean {
  return before !== undefined && !before.ordinal && /^[\s　]*[~〜～∼][\s　]*$/u.test(text.slice(before.end, start));
}

const BRACKET = /[()（）「」『』【】［］[\]]/u;
const NO_BRACKETS: ReadonlyMap<number, number> = new Map();

/** Opening and closing brackets and quotes, each pointing at its partner. */
function bracketPartners(text: string): ReadonlyMap<number, number> {
  if (!BRACKET.test(text)) return NO_BRACKETS;
  const partners = new Map<number, number>();
  for (const { start, end } of bracketPairs(text).pairs) partners.set(start, end - 1).set(end - 1, start);
  return partners;
}
