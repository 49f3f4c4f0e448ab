/**
 * - `past` 実施した, 取り組んだ, 申込はなかった, 実施したところである;
 * - `action` what will be done: 実施する, 努める, 支援していく;
 * - `volitional` 進めていきたい, 取り組もう;
 * - `plan` 開催予定, 実施を検討している, 完成する見込みである;
 * - `state` 増加傾向にある, 残っている, 必要である: true now, neither done nor to be done;
 * - `nominal` 体言止め: チラシの配布, 6回開催;
 * - `other` anything else: an unknown verb is not judged.
 */
export type Tense = "past" | "action" | "volitional" | "plan" | "state" | "nominal" | "other";

/** How a sentence ends. */
export interface SentenceEnding {
  readonly tense: Tense;
  /** The last clause, within the sentence as given: behind the last 「、」, without 「。」 and closing remarks in brackets. */
  readonly start: number;
  readonly end: number;
}

const HAN = "\\p{sc=Han}々";
const CLOSING = /[\s\u3000。．.、，,！!？?…]+$/u;
/** A remark in brackets behind the verb: 「開催した（6回）。」 */
const REMARK = /[（(][^（()）]{0,80}[)）]$/u;
/** Long enough for every ending below, short enough to cost nothing. */
const TAIL = 24;

const PLAN =
  /(?:予定|見込み|見込|見通し|計画|方針|考え)(?:(?:で(?:ある|す|あります)|だ|となっている|となっています|としている|としています))$|(?:予定|見込み|見込|見通し)$|(?:予定|計画|検討|企画|準備|調整)(?:を|中)?(?:して(?:いる|います|おります)|している(?:ところ)?(?:である|です)?|されている|中(?:である|です)?)$/u;

/** た behind a verb stem. 「やりかた」「ひなた」「あらた」 are nouns. */
const PAST_TA = new RegExp(`(?:[しっいきりけげえべめねれせてみびちぎじ]|[${HAN}])た$`, "u");
const NOUN_TA = /(?:あした|のした|もした|下た|きた区|げた箱)$/u;
/** だ behind a stem in ん (進んだ) or of a verb in ぐ (つないだ); 必要だ and 盛んだ are copulas. */
const PAST_DA =
  /(?<!盛|さか|たくさ|な|ふんだ)んだ$|(?:つな|繋|継|防|ふせ|注|そそ|急|いそ|泳|仰|脱|稼|かせ|担|騒|削|研|凌|しの|塞|ふさ|揺ら|和ら|やわら)いだ$/u;
/** 実施したところである, 開催したもの, 行ったところ: the past as offices put it. */
const PAST_NOUN =
  /[しっいきりけげえべめねれせてみびちぎじん][ただ](?:ところ|もの|次第)(?:である|です|であります|だ)?$/u;

const VOLITIONAL =
  /(?:たい|たいと(?:考え|思)(?:う|います|えている|えています)|ましょう|(?:[しけせめべげえね]|[おこそとのほもろご])よう|[こそとぼもろご]う)$/u;
/** 〜ていく: what will be done, though いる and おる say how things are. */
const GOING = /(?:[てで](?:いく|行く|いきます|行きます|まいります|参ります|ゆく))$/u;
const STATE =
  /(?:[てで](?:いる|います|おります|おる|ある|あります|いない|いません)|である|です|であります|だ|ない|ません|できる|出来る|できます|れる|れます|得る|うる|ある|あります|なる|なります|いる|います|おります|たる|にあり|べき|べし)$/u;
const ADJECTIVE = new RegExp(`[${HAN}し]い$`, "u");

/** する-verbs that say how things are. */
const STATE_SURU =
  /(?:存在|該当|位置|不足|発生|意味|属|相当|一致|関連|共通|直面|増加|減少|上昇|低下|推移|要|有|由来|起因|依存|集中|矛盾|重複|影響|混在|点在|類似|対応|課題と|必要と|対象と|目的と|内容と|主とする|とする事業と)する$/u;
const SURU = new RegExp(`[${HAN}ァ-ヶーa-zA-Zａ-ｚＡ-Ｚ」）)をりけせれきしみえめちびいにとく]する$`, "u");
/** Verbs that offices end a plan with. Others are left unjudged. */
const ACTION = new RegExp(
  [
    "(?:行|行な|おこな|担|補|養|図|はか|取|守|送|配|作|つく|測|計|張|探|絞|練|贈|執|高|広)(?:う|る)",
    "(?:努|つと|進|すす|高|深|強|定|決|集|始|改|求|含|早|緩|まと|収|納|薄|止|留|固|締|温|広|占)める",
    "(?:取り組|取組|取りく|とりく|臨|挑|盛り込|組み込|取り込|呼び込|励|育|はぐく)む",
    "(?:目指|めざ|促|うなが|見直|生か|活か|いか|増や|減ら|果た|示|残|移|渡|貸し出|出|押|正|直|起こ|興|返|通|動か|伸ば|探|試|話|遂行|尽く|増|減|任|任命|表|現|押し出|打ち出|引き出|送り出|見い出|見出)す",
    "(?:広|拡|つな|繋|上|挙|揚|下|掲|告|遂|捧|仕上|立ち上|引き上|引き下|取り上)げる",
    "(?:設|続|つづ|かけ|掛|つ|付|着|届|受|避|助|向|開|分|片付|位置付|位置づ|働きか|呼びか|心が|心掛|見つ|引き受|受け付|関連付|義務付|裏付)ける",
    "(?:整|ととの|備|加|支|伝|考|応|揃|そろ|与|控|迎|教|構|変|換|替|据|見据|踏ま|植|蓄|訴|添|抑|押さ|終|据|数|添|鍛)える",
    "(?:合わ|あわ|併|寄|任|知ら|寄り添わ|済ま|聞か|さ|載|乗)せる",
    "(?:立|充|当|育|建|役立|捨|あ)てる",
    "(?:入|取り入|受け入|組み入|触)れる",
    "(?:述|調|比|並|食)べる",
    "(?:応|講|投|転)じる",
    "(?:働|開|築|描|導|引|招|置|ひ|くだ)く",
    "(?:防|継|注|つな|繋|急|稼|削|凌)ぐ",
    "(?:学|選|結|運|及ぼ|並)ぶ",
    "(?:保|待|放|立|打)つ",
    "(?:実施|図)る",
  ].join("$|") + "$",
  "u",
);
const POLITE_STATE =
  /(?:であり|[てで]い|なり|でき|出来|あり|おり|られ|され|われ|かれ|まれ|ばれ|たれ|なれ|違い|[がもはに]い|得)ます$/u;
const POLITE = /[しきぎいりみびちげけせてめべえね]ます$|[\p{sc=Han}]ます$/u;
/** An ending in hiragana that may be a verb; 「こと」「など」「まで」「づくり」 are none. */
const VERB_LIKE = /[うくすつぬぶむぐるい]$/u;

/** How a sentence ends: with what was done, what will be done, how things are, or with a noun. */
export function sentenceEnding(sentence: string): SentenceEnding {
  const end = predicateEnd(sentence);
  const start = clauseStart(sentence, end);
  return { tense: tenseOf(sentence.slice(Math.max(0, end - TAIL), end)), start, end };
}

/** Only the tense of {@link sentenceEnding}. */
export function tenseOfSentence(sentence: string): Tense {
  const end = predicateEnd(sentence);
  return tenseOf(sentence.slice(Math.max(0, end - TAIL), end));
}

function predicateEnd(sentence: string): number {
  let end = withoutClosing(sentence, sentence.length);
  for (let rounds = 0; rounds < 3; rounds++) {
    const tail = sentence.slice(Math.max(0, end - 90), end);
    const remark = REMARK.exec(tail)?.[0].length ?? 0;
    // A text that is nothing but a remark keeps it.
    if (remark === 0 || remark === end) break;
    end = withoutClosing(sentence, end - remark);
  }
  return end;
}

function withoutClosing(sentence: string, end: number): number {
  const tail = sentence.slice(Math.max(0, end - TAIL), end);
  return end - (CLOSING.exec(tail)?.[0].length ?? 0);
}

function clauseStart(sentence: string, end: number): number {
  const comma = Math.max(...["、", "，", "\n", "。"].map((mark) => sentence.lastIndexOf(mark, end - 1))) + 1;
  let start = comma;
  while (start < end && /[\s\u3000・●○①-⑳]/u.test(sentence[start]!)) start++;
  return start;
}

function tenseOf(tail: string): Tense {
  if (tail === "" || /[」』】]$/u.test(tail)) return "nominal";
  if (isPast(tail)) return "past";
  if (PLAN.test(tail)) return "plan";
  if (GOING.test(tail)) return "action";
  if (VOLITIONAL.test(tail)) return "volitional";
  if (SURU.test(tail) && !STATE_SURU.test(tail)) return "action";
  if (ACTION.test(tail)) return "action";
  if (POLITE_STATE.test(tail)) return "state";
  if (POLITE.test(tail)) return "action";
  if (STATE.test(tail) || ADJECTIVE.test(tail) || tail.endsWith("する")) return "state";
  if (!/[\u3041-\u3096]$/u.test(tail)) return "nominal";
  return VERB_LIKE.test(tail) ? "other" : "nominal";
}

function isPast(tail: string): boolean {
  if (tail.endsWith("た")) return PAST_TA.test(tail) && !NOUN_TA.test(tail);
  if (tail.endsWith("だ")) return PAST_DA.test(tail);
  return PAST_NOUN.test(tail);
}

/** Endings of plans and what they become when the thing has been done. Longer endings first. */
const PAST_FORMS: readonly (readonly [string, string])[] = [
  ["していきます", "しました"],
  ["していく", "した"],
  ["行っていく", "行った"],
  ["図っていく", "図った"],
  ["進めていく", "進めた"],
  ["努めていく", "努めた"],
  ["ます", "ました"],
  ["する", "した"],
  ["行う", "行った"],
  ["行なう", "行なった"],
  ["図る", "図った"],
  ["める", "めた"],
  ["げる", "げた"],
  ["組む", "組んだ"],
  ["つなぐ", "つないだ"],
  ["促す", "促した"],
  ["目指す", "目指した"],
];

/** 「努める」 → 「努めた」, 「連携していく」 → 「連携した」; nothing for an ending that is not among the common ones. */
export function pastForm(words: string): string | undefined {
  const known = PAST_FORMS.find(([ending]) => words.endsWith(ending));
  // 「していきます」 has been dealt with; other forms of 〜ていきます have no simple past.
  if (!known || (known[0] === "ます" && words.endsWith("いきます"))) return undefined;
  return words.slice(0, -known[0].length) + known[1];
}
