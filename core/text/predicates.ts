/** です・ます or である・した; a sentence that ends in a noun (体言止め) has no style. */
export type SentenceStyle = "polite" | "plain";

const TRAILING = "。！？!?．. \n\u3000）)」』】〕］]";
const POLITE = /(?:ます|ました|ません|ませんでした|です|でした|でしょう|ましょう|ください|まいります)$/u;
/** Past and perfect: した, 行った, 努めた, つないだ; kana nouns in た and だ are none. */
const PLAIN_PAST = /(?:[しいきちにびみりえけせてねべめれっ]た|[っんい]だ)$/u;
/** Dictionary forms: a kanji with its ending, or one of the common verbs in kana. */
const PLAIN_PRESENT =
  /(?:\p{sc=Han}(?:[うくぐすつぶむる]|[えけげせてねべめれきぎしちにびみいりがまわなたか]る)|[らされかがたなばまわ]れる|取り?組む|(?:する|される|させる|なる|ある|いる|できる|いく|ゆく|おく|もらう|いただく|しまう|ない|いない|たい|である|つなぐ|つなげる|つながる|やる|みる|くる|めざす|はかる|つとめる|すすめる|まとめる|とどめる|高める|深める))$/u;
const PLAIN_ADJECTIVE =
  /(?:\p{sc=Han}(?:しい|い)|大きい|少ない|多い|難しい|必要だ|であった|ではない|なかった|だった)$/u;
/** Nouns that look like predicates: 見直し of 見直す is a noun already, 取扱い and 受入れ end in い and れ. */
const NOUNS =
  /(?:手伝い|取扱い|取り扱い|違い|間違い|願い|狙い|扱い|使い|思い|支払い|占い|憩い|賑わい|集い|競い|誓い|払い|救い|出会い|話し合い|支え合い|助け合い|ふれあい|見合い|付き合い|割合い|勢い|災い|幸い|問い|匂い|競う|祭る|まる|はる|くる病)$/u;

/** Predicates end in these; most items of a list do not. */
const LAST_LETTERS = "すんたよいうくぐつぬぶむるだ";

/** The style of a sentence by its ending; nothing for nouns, numbers and names. */
export function sentenceStyle(sentence: string): SentenceStyle | undefined {
  const words = withoutMarks(sentence);
  if (!LAST_LETTERS.includes(words.at(-1) ?? " ")) return undefined;
  if (POLITE.test(words)) return "polite";
  if (NOUNS.test(words)) return undefined;
  if (PLAIN_PAST.test(words) || PLAIN_PRESENT.test(words) || PLAIN_ADJECTIVE.test(words)) return "plain";
  return undefined;
}

/** The last words without the full stop and the brackets that close behind them. */
function withoutMarks(sentence: string): string {
  let end = sentence.length;
  while (end > 0 && TRAILING.includes(sentence[end - 1]!)) end--;
  return sentence.slice(Math.max(0, end - 24), end);
}
