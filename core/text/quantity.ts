/** A number of a text with its unit and the words around it that say what kind of number it is. */
export interface Quantity {
  readonly value: number;
  /** As written: 人, か所, 百万円, ％. Empty when there is none. */
  readonly unit: string;
  /** Offsets in UTF-16 units of the text as given; `end` lies behind the unit. */
  readonly start: number;
  readonly end: number;
  /** Behind the number, before its unit. */
  readonly numberEnd: number;
  /** 約, およそ before it; 程度, 余, 前後 behind it. */
  readonly approximate: boolean;
  /** The word directly before it that says how it counts: 延べ, 計, 年, 月, 週, 全, 第, 各, うち, 新規. Empty when there is none. */
  readonly qualifier: string;
  /** No amount but a name, a date or a place in an order: 第3期, 3年生, 11月17日, 令和3年度, 1歳, No.3. */
  readonly ordinal: boolean;
}

const DIGIT = "[0-9０-９]";
const NUMBER_SOURCE = `${DIGIT}{1,3}(?:[,，]${DIGIT}{3})+(?!${DIGIT})(?:[.．]${DIGIT}+)?|${DIGIT}+(?:[.．]${DIGIT}+)?`;

/** 12.10.20, 2021/11/17, 11/17, 10:30, 022-261-1111: digits that belong together and count nothing. */
const COMPOUND = new RegExp(
  `${DIGIT}+(?:[.．]${DIGIT}+){2,}|${DIGIT}+(?:[/／]${DIGIT}+)+|${DIGIT}{1,2}[:：]${DIGIT}{2}(?!${DIGIT})|${DIGIT}+(?:[-－‐]${DIGIT}+){2,}`,
  "uy",
);
const NUMBER = new RegExp(NUMBER_SOURCE, "uy");
const DIGITS = new RegExp(`${DIGIT}+`, "gu");
const ANY_DIGIT = new RegExp(DIGIT, "u");

/** Names of years, days, ages, classes and places. Longer words first. */
const ORDINAL_UNIT =
  /(?:年度|年生|学年|年次|年代|歳児|歳|才|丁目|番地|番|号線|号館|号|条例|条|項(?!目)|章|節(?!目)|位(?!置)|級|期(?!間)|学期|次|月号|月(?!間|齢)|時(?!間)|(?:か|カ|ヶ|ヵ|ケ|箇)月児)/uy;

/** Units as offices write them; where a longer word begins with a shorter, the longer stands first. */
const UNIT_WORDS = [
  ..."市町村 市区町村 小学校区 中学校区 圏域 区域 区画 地区 地域 地点 校区 学区 部会 部門 部署 分野 分団 分科会 会場 会員 会議".split(
    " ",
  ),
  ..."時間 週間 日間 年間 か月間 ヶ月間 カ月間 ヵ月間 か月 ヶ月 カ月 ヵ月 ケ月 箇月 泊 か年 ヶ年 カ年 ヵ年 箇年".split(
    " ",
  ),
  ..."か所 箇所 カ所 ヶ所 ヵ所 ケ所 個所 か国 カ国 ヶ国 ヵ国 ケ国 か国語 カ国語 ヶ国語 言語".split(" "),
  ..."百万円 十万円 千円 円 ドル ポイント パーセント".split(" "),
  ..."世帯 家庭 家族 親子 団体 事業者 事業所 事業 事務事業 施設 施策 項目 教室 講座 講演 講義 課題 課 路線 系統 品目 種目 種類 作品 演目 演題".split(
    " ",
  ),
  ..."企業 法人 組織 組合 機関 商店街 店舗 拠点 公園 住宅 学級 クラス クラブ コース コマ チーム グループ サークル ブース ルート ページ パターン タイプ カ所".split(
    " ",
  ),
  ..."保育所 保育園 幼稚園 小学校 中学校 学校 児童 園児 生徒 自治会 町会 町内会 行政区 協議会 委員会".split(" "),
  ..."回線 回 件 人 名 組 校 園 館 台 本 枚 冊 部 戸 棟 室 床 席 基 門 隻 頭 羽 匹 株 束 袋 箱 缶 個 点 題 問 品 式 着 足 通 票 口 筆 区 局 所 社 店 隊 班 列 面 層 階 市 県 国 町 村 床 種 例 案 社 割 倍 語 字 巻 号 便 両 系 軒 缶 発 機 艇 膳 食 杯 講 コ 番組 夜 分 秒 日 年 度 つ".split(
    " ",
  ),
];
/** Words that only begin like a unit: 3回答, 2本部, 5日本. */
const NOT_UNIT = [
  "人(?:材|権|工|口|形|事|物|生)",
  "回(?:復|答|収|覧|転)",
  "本(?:庁|部|市|町|社|店|校|館|年|人)",
  "部(?:局|屋|長|分|隊|活|品)",
  "校(?:庭|舎|長)",
  "園(?:庭|長)",
  "館長",
  "台(?:帳|風|所)",
  "日(?:本|程|曜)",
  "点(?:検|字|灯)",
  "名(?:称|簿|前)",
  "社(?:会|協)",
  "通(?:学|園|院|所|信|報|知|行)",
  "口(?:座|腔)",
  "案(?:内|件)",
  "面(?:談|接|積)",
  "基(?:本|準|金|地|礎)",
  "機(?:能|器|材)",
  "発(?:行|表|生|達)",
  "食(?:育|品|事)",
  "所(?:管|属|長)",
  "室長",
  "席上",
  "度(?:合|重)",
  "式典",
  "市(?:内|民|長|外)",
  "国(?:内|道|保)",
  "町(?:内(?!会)|民)",
  "県(?:内|道|民)",
  "年(?:齢|金|末|始)",
  "種(?:別|子)",
  "例(?:年|会)",
  "例え",
  "割合",
  "個(?:別|人|室)",
  "組(?:み|合せ|合わせ)",
  "階(?:段|層)",
  "題(?:材|名)",
  "問(?:題|合)",
  "講(?:師|習|堂)",
  "分(?:析|類|担|別|散|館|校|譲|署|庁)",
];
const LATIN_UNIT = "(?:km2|km²|km|kg|kWh|kW|mm|cm|m2|m²|m3|m³|ml|mg|m|ha|t|g|L|ℓ|kL|GB|MB|℃)(?![A-Za-z])";
const SIGN_UNIT = "[%％㎡㎥㎞㎏㎜㎝㏊ℓ円℃‰]|ｋｍ|ｍ(?![ａ-ｚＡ-Ｚ])|ｈａ|ｔ(?![ａ-ｚＡ-Ｚ])|ｋｇ";
const UNIT = new RegExp(
  `(?:${LATIN_UNIT}|${SIGN_UNIT}|(?!${NOT_UNIT.join("|")})(?:${[...new Set(UNIT_WORDS)].sort((a, b) => b.length - a.length).join("|")}))`,
  "uy",
);
/** Any other word behind a number is taken for its unit when it is short. */
const OTHER_UNIT = /\p{sc=Han}{1,3}(?!\p{sc=Han})|\p{sc=Han}{2}|[\p{sc=Kana}ー]{2,6}(?![\p{sc=Kana}ー])/uy;

const MULTIPLIERS: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 億: 1e8, 兆: 1e12 };
const BIG_STEP = new RegExp(`([万億兆])(${NUMBER_SOURCE})?`, "uy");
const THOUSAND = /千(?=(?:\d|[０-９]|人|名|件|回|部|冊|枚|本|台|戸|世帯|か所|箇所|㎡|[kK]?m|t|ha))/uy;

const ERA_BEFORE = /(?:令和|平成|昭和|大正|明治|西暦|(?:^|[^A-Za-zＡ-Ｚａ-ｚ])[RHSTMrhstmＲＨＳＴＭ])[\s.．]?$/u;
const NUMBER_SIGN_BEFORE = /(?:[NnＮ][oOｏＯ][.．:：]?|№|#|＃|番号)\s*$/u;
const WORD_BEFORE = /[A-Za-zＡ-Ｚａ-ｚ]$|[A-Za-z]{2,}[-－‐–]$/u;
const LATIN_BEHIND = /^[A-Za-zＡ-Ｚａ-ｚ]/u;
const SCHOOL_YEAR_BEFORE = /(?:^|[^\p{sc=Han}])[小中高]$/u;
const APPROXIMATE_BEFORE = /(?:約|およそ|おおよそ|おおむね|概ね|ほぼ)[\s　]*$/u;
const APPROXIMATE_BEHIND =
  /^(?:程度|前後|余り|余(?!裕|暇|剰)|あまり|ほど|くらい|ぐらい|弱(?!\p{sc=Han})|強(?!\p{sc=Han}))/u;
const QUALIFIER =
  /(?:延べ人数|延べ|のべ|延|累計|通算|合計|総計|(?<![設統会家集推時余])計|通年|年間|毎年|毎月|毎週|毎日|(?<![少成学青0-9０-９元])年|(?<![0-9０-９か])月|週|(?<![0-9０-９曜平休祝前当])日|(?<![安完保健万])全|(?<!次)第|各|毎|平均|最大|最低|最高|うち|(?<![市区町村県国都府道庁校園館社域圏管所院構課室家身体年月週日港場以])内|新規|(?<!\p{sc=Han})新|(?<!\p{sc=Han})他|(?<!\p{sc=Han})外|ほか)$/u;
const RANGE_SIGN = /^[\s　]*(?:[~〜～∼]|から|[-－‐–―ー])[\s　]*$/u;
const LIST_NUMBER_BEHIND = /^[.．)）、\s　]/u;

/** Every number of a text, in order. Digits inside words (A3, 4K, COVID-19) and circled numbers are none. */
export function findQuantities(text: string): Quantity[] {
  if (!ANY_DIGIT.test(text)) return [];
  const found: Quantity[] = [];
  for (let at = nextDigit(text, 0); at >= 0;) {
    const compound = matchAt(COMPOUND, text, at);
    if (compound !== undefined && !isRatio(compound)) {
      found.push(...compoundParts(compound, at));
      at = nextDigit(text, at + compound.length);
      continue;
    }
    const quantity = readQuantity(text, at, found.at(-1));
    if (quantity) {
      shareUnit(text, found, quantity);
      found.push(quantity);
    }
    at = nextDigit(text, quantity?.end ?? at + matchAt(NUMBER, text, at)!.length);
  }
  return found;
}

/** Whether a text is nothing but a number: 1,234, １２．５, −3. The number, or `undefined`. */
export function plainNumber(text: string): number | undefined {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s,]/gu, "")
    .replace(/^[−‐–▲△]/u, "-");
  return /^-?\d+(?:\.\d+)?$/u.test(plain) && isExact(Number(plain)) ? Number(plain) : undefined;
}

function readQuantity(text: string, start: number, previous: Quantity | undefined): Quantity | undefined {
  const before = text.slice(Math.max(0, start - 12), start);
  const { value, end: numberEnd } = readNumber(text, start);
  if (!isExact(value)) return undefined;
  const isEra = ERA_BEFORE.test(before);
  if (!isEra && !NUMBER_SIGN_BEFORE.test(before) && WORD_BEFORE.test(before)) return undefined;
  // 中3勉強会: a class, whose number has no unit
  const isClass = SCHOOL_YEAR_BEFORE.test(before) && matchAt(UNIT, text, numberEnd) === undefined;
  const { unit, end, isOrdinal, isApproximate } = isClass
    ? { unit: "", end: numberEnd, isOrdinal: true, isApproximate: false }
    : readUnit(text, numberEnd, value);
  if (unit === "" && LATIN_BEHIND.test(text.slice(numberEnd, numberEnd + 1))) return undefined;
  const lead = APPROXIMATE_BEFORE.exec(before);
  const qualifier = QUALIFIER.exec(before.slice(0, lead?.index ?? before.length).trimEnd())?.[0] ?? "";
  const isDate =
    previous !== undefined && previous.ordinal && previous.end === start && /[年月時]$/u.test(previous.unit);
  const ordinal =
    isEra ||
    isOrdinal ||
    qualifier === "第" ||
    NUMBER_SIGN_BEFORE.test(before) ||
    (isDate && /^(?:月|日|分|時)/u.test(unit)) ||
    (unit === "日" && before.endsWith("毎月")) ||
    (unit === "" && isListNumber(text, start, numberEnd));
  const approximate = lead !== null || isApproximate || APPROXIMATE_BEHIND.test(text.slice(end, end + 3));
  return {
    value,
    unit,
    start,
    end,
    numberEnd,
    approximate,
    qualifier: ordinal && qualifier !== "第" ? "" : qualifier,
    ordinal,
  };
}

/** 1万2千, 3億5,000万, 2千: a number goes on behind 万, 億 and 兆. 千円 and 百万円 are units. */
function readNumber(text: string, start: number): { value: number; end: number } {
  const first = matchAt(NUMBER, text, start)!;
  let end = start + first.length;
  let value = toNumber(first);
  let sum = 0;
  let isBig = false;
  for (;;) {
    BIG_STEP.lastIndex = end;
    const step = BIG_STEP.exec(text);
    if (!step) break;
    isBig = true;
    sum += value * MULTIPLIERS[step[1]!]!;
    value = step[2] === undefined ? 0 : toNumber(step[2]);
    end += step[0].length;
    if (step[2] === undefined) break;
  }
  if (value > 0 && (matchAt(THOUSAND, text, end) ?? (isBig && text[end] === "千"))) {
    value *= 1000;
    end += 1;
  }
  return { value: sum + value, end };
}

function readUnit(
  text: string,
  at: number,
  value: number,
): { unit: string; end: number; isOrdinal: boolean; isApproximate: boolean } {
  // 300余名, 10数人
  const isApproximate = /^[余数](?=[人名件回か箇戸台冊枚校団世施])/u.test(text.slice(at, at + 2));
  const from = isApproximate ? at + 1 : at;
  const ordinal = matchAt(ORDINAL_UNIT, text, from);
  if (ordinal !== undefined) return { unit: ordinal, end: from + ordinal.length, isOrdinal: true, isApproximate };
  const unit = matchAt(UNIT, text, from) ?? matchAt(OTHER_UNIT, text, from) ?? "";
  const end = from + unit.length;
  const behind = text.slice(end, end + 3);
  // 3回目, 2つ目; 「10回目標」 is none. 2012年 and 「3年4月」 are dates, 「設立10年」 is not.
  if (unit !== "" && /^目(?![標的指])/u.test(behind)) {
    return { unit: `${unit}目`, end: end + 1, isOrdinal: true, isApproximate };
  }
  const isYear =
    unit === "年" && (value >= 1000 || /^[0-9０-９]{1,2}月?/u.test(behind) || /^[春夏秋冬末始]/u.test(behind));
  return { unit, end, isOrdinal: isYear, isApproximate };
}

/** 「(1)」 and 「1 」「1.」 at the beginning of a line. */
function isListNumber(text: string, start: number, end: number): boolean {
  const before = text[start - 1];
  if (before === "(" || before === "（") return /^[)）]/u.test(text.slice(end, end + 1));
  return (before === undefined || before === "\n") && LIST_NUMBER_BEHIND.test(text.slice(end, end + 1));
}

/** 3～5人: the first number has the second's unit. */
function shareUnit(text: string, found: Quantity[], next: Quantity): void {
  const first = found.at(-1);
  if (first?.unit !== "" || next.unit === "" || first.value >= next.value) return;
  if (!RANGE_SIGN.test(text.slice(first.end, next.start))) return;
  found[found.length - 1] = { ...first, unit: next.unit, ordinal: first.ordinal || next.ordinal };
}

/** Each group of digits of a compound, by itself. */
function compoundParts(compound: string, at: number): Quantity[] {
  const parts: Quantity[] = [];
  for (const match of compound.matchAll(DIGITS)) {
    const start = at + match.index;
    const end = start + match[0].length;
    parts.push({
      value: toNumber(match[0]),
      unit: "",
      start,
      end,
      numberEnd: end,
      approximate: false,
      qualifier: "",
      ordinal: true,
    });
  }
  return parts;
}

/** 65:35 is a ratio, no time of day. */
function isRatio(compound: string): boolean {
  return /[:：]/u.test(compound) && toNumber(compound.split(/[:：]/u)[0]!) > 24;
}

function nextDigit(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) return i;
  }
  return -1;
}

function matchAt(sticky: RegExp, text: string, at: number): string | undefined {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0];
}

/** A longer row of digits counts nothing: a code, or a key that stuck. */
function isExact(value: number): boolean {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

function toNumber(written: string): number {
  return Number(written.normalize("NFKC").replaceAll(",", ""));
}
