import type { Quantity } from "../../text/quantity.ts";
import { countsFacilities, countsPeople, unitFamily } from "../../text/unit.ts";
import { quantitiesOf } from "../cell-reading.ts";
import { cellTexts } from "../cell-texts.ts";
import { defineRule } from "../rule.ts";

const MAX_LENGTH = 160;
const SEPARATOR = /[、，,・;；／/\n　 ]|及び|および|並びに|と(?=\p{sc=Han})/u;
/** Words that make a number another measure than a part. */
const NO_PART =
  /延べ|のべ|延|累計|前年|昨年|目標|定員|平均|年度|予定|計画|満足|うち|内数|再掲|計$|計[:：]?$|実施|開催|\d月$/u;
const OPEN_LIST = /(?:など|等|ほか|他)[\s　]*$/u;
const PER_TIME = new Set([
  "年",
  "年間",
  "月",
  "週",
  "日",
  "毎年",
  "毎月",
  "毎週",
  "毎日",
  "第",
  "各",
  "毎",
  "平均",
  "最大",
  "最低",
  "最高",
]);

/** 「12名（施設1件、里親家庭9世帯）」: the parts in a bracket against the number before it. */
export const breakdownSumMismatch = defineRule({
  meta: {
    id: "breakdown-sum-mismatch",
    category: "number",
    title: "内訳の和が総数と一致しない",
    description:
      "総数のすぐ後のかっこに内訳があるときは、その和が総数になるはずです。単位が混ざる内訳（人・件・世帯）は、足し合わせてよいかどうかも読み手には分かりません。",
    scope: "record",
    severity: "warning",
    example: { wrong: "参加者30人（男性10人、女性15人）", right: "参加者30人（男性10人、女性20人）" },
    remedy:
      "総数と内訳を確かめて合わせます。単位が違うものは、同じ単位で書き直すか、内訳でないことが分かるように書きます。",
    options: {
      mixedShare: {
        default: 0.2,
        description:
          "単位の混ざる内訳で、和と総数の差が総数に対してこの割合以下のときに警告します。超えるときは情報にとどめます。",
      },
    },
    messages: {
      mismatch: (d: { total: string; sum: number }) =>
        `総数は ${d.total} ですが、かっこの中の内訳を足すと ${d.sum} です。どちらかを確かめてください。`,
      mixed: (d: { total: string; sum: number; units: string }) =>
        `総数は ${d.total} ですが、内訳の単位が${d.units}と混ざり、足しても ${d.sum} です。単位をそろえ、総数と合うか確かめてください。`,
      inAll: (d: { total: string; sum: number }) =>
        `計は ${d.total} ですが、その前に並ぶ数を足すと ${d.sum} です。どちらかを確かめてください。`,
      exceeds: (d: { total: string; part: string }) =>
        `「うち ${d.part}」が総数 ${d.total} を超えています。どちらかを確かめてください。`,
    },
  },

  check(context, report) {
    for (const { at, source, text } of cellTexts(context)) {
      if (!/[(（]|計|うち/u.test(text)) continue;
      const quantities = quantitiesOf(source);
      for (const { part, total } of partsBeyondTotal(text, quantities)) {
        const data = { total: text.slice(total.start, total.end), part: text.slice(part.start, part.end) };
        report({ messageId: "exceeds", data, at, span: { start: total.start, end: part.end } });
      }
      quantities.forEach((total, index) => {
        const chain = chainBefore(text, quantities, index);
        if (chain && chain.sum !== total.value) {
          const data = { total: text.slice(total.start, total.end), sum: chain.sum };
          report({ messageId: "inAll", data, at, span: { start: chain.start, end: total.end } });
        }
        const bracket = bracketBehind(text, total.end);
        if (!bracket || total.ordinal || total.approximate || PER_TIME.has(total.qualifier)) return;
        const inner = quantities.slice(index + 1).filter(({ end }) => end <= bracket.end);
        const shown = text.slice(total.start, total.end);
        const span = { start: total.start, end: bracket.end + 1 };
        const sum = sumOfParts(text, bracket, inner, total);
        if (sum === undefined || sum.value === total.value) return;
        if (sum.units.length === 0) {
          report({ messageId: "mismatch", data: { total: shown, sum: sum.value }, at, span });
          return;
        }
        const isNear = Math.abs(sum.value - total.value) <= Math.max(1, total.value * context.options.mixedShare);
        const data = { total: shown, sum: sum.value, units: sum.units.map((unit) => `「${unit}」`).join("") };
        report({ messageId: "mixed", data, at, span, severity: isNear ? "warning" : "info" });
      });
    }
  },
});

interface Bracket {
  /** Behind the opening sign, and at the closing one. */
  readonly start: number;
  readonly end: number;
}

/** The bracket right behind a number, without another inside. */
function bracketBehind(text: string, from: number): Bracket | undefined {
  const open = /^[\s　]?[(（]/u.exec(text.slice(from, from + 2));
  if (!open) return undefined;
  const start = from + open[0].length;
  const length = text.slice(start, start + MAX_LENGTH).search(/[)）(（]/u);
  if (length < 0 || !/[)）]/u.test(text[start + length]!)) return undefined;
  return { start, end: start + length };
}

/** The parts' sum and, where their units differ, the units; `undefined` when the bracket is no breakdown. */
function sumOfParts(
  text: string,
  { start, end }: Bracket,
  parts: readonly Quantity[],
  total: Quantity,
): { value: number; units: string[] } | undefined {
  if (parts.length < 2 || OPEN_LIST.test(text.slice(start, end))) return undefined;
  let behind = start;
  let value = 0;
  const units = new Set<string>();
  const lead = /^内訳[:：]?/u.exec(text.slice(start, end))?.[0].length ?? 0;
  behind += lead;
  for (const part of parts) {
    const words = text.slice(behind, part.start);
    if (!isLabel(words, behind > start + lead) || !isPlain(part)) return undefined;
    units.add(part.unit === "" ? total.unit : part.unit);
    value += part.value;
    behind = part.end;
  }
  if (text.slice(behind, end).trim() !== "") return undefined;
  return fittingUnits([...units], total.unit, value);
}

function isPlain({ ordinal, approximate, qualifier }: Quantity): boolean {
  return !ordinal && !approximate && qualifier === "";
}

/** Between two numbers stands a separator, then a label that names a part. */
function isLabel(words: string, isFurther: boolean): boolean {
  const at = SEPARATOR.exec(words);
  if (isFurther && at?.index !== 0) return false;
  const label = isFurther ? words.slice(at![0].length) : words;
  return label.trim() !== "" && label.length <= 40 && !NO_PART.test(label);
}

function fittingUnits(
  units: readonly string[],
  total: string,
  value: number,
): { value: number; units: string[] } | undefined {
  const family = unitFamily(total);
  if (units.every((unit) => unitFamily(unit) === family)) return { value, units: [] };
  // Households and cases may stand for people, schools and halls for institutions; sessions stand for neither.
  const isKnown = family === "人" ? countsPeople : family === "施設" ? countsFacilities : undefined;
  if (!isKnown || !units.every(isKnown)) return undefined;
  return { value, units: [...units] };
}

/** 「100人（うち女性120人）」: parts that are larger than what they are a part of. */
function partsBeyondTotal(text: string, quantities: readonly Quantity[]): { part: Quantity; total: Quantity }[] {
  if (!text.includes("うち")) return [];
  const found: { part: Quantity; total: Quantity }[] = [];
  let total: Quantity | undefined;
  for (const quantity of quantities) {
    const before = text.slice(Math.max(total?.end ?? 0, quantity.start - 16), quantity.start);
    const isPart = /(?:^|[(（、，,・\s　])うち[^、。，,\n0-9０-９]*$/u.test(before);
    if (!isPart) total = quantity;
    else if (total && isBeyond(quantity, total) && !before.includes("延")) found.push({ part: quantity, total });
  }
  return found;
}

function isBeyond(part: Quantity, total: Quantity): boolean {
  const isAmount =
    !part.ordinal && !total.ordinal && !total.approximate && part.unit !== "" && total.qualifier !== "各";
  return isAmount && part.value > total.value && unitFamily(part.unit) === unitFamily(total.unit);
}

/** 「男性12名、女性15名、合計27名」: at least two labelled numbers of one unit right before their sum. */
function chainBefore(
  text: string,
  quantities: readonly Quantity[],
  index: number,
): { sum: number; start: number } | undefined {
  const total = quantities[index]!;
  if (!/^(?:計|合計|総計)$/u.test(total.qualifier) || total.ordinal || total.approximate || total.unit === "")
    return undefined;
  let start = total.start - total.qualifier.length;
  let sum = 0;
  let count = 0;
  for (let i = index - 1; i >= 0; i--) {
    const part = quantities[i]!;
    // 小学校18校、中学校8校の計27校
    const isJoined = count === 0 ? /^[、，,・の]$/u : /^[、，,・]$/u;
    if (!isJoined.test(text.slice(part.end, start).trim()) || !isPlain(part) || part.unit !== total.unit) break;
    const words = text.slice(Math.max(quantities[i - 1]?.end ?? 0, part.start - 20), part.start);
    const label = /[^、，,・。\s　(（)）「」]*$/u.exec(words)![0];
    // 新規3人、計20人 adds to what was there; a label with a particle begins a clause, not a list.
    if (label === "" || NO_PART.test(label) || /新規|更新|追加|増|継続|[はがをにで]$/u.test(label)) return undefined;
    sum += part.value;
    count++;
    start = part.start - label.length;
  }
  return count >= 2 ? { sum, start } : undefined;
}
