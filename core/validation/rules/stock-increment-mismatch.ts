import type { EvaluationRecord, SourcedValue } from "../../table/evaluation-document.ts";
import { foldText } from "../../text/fold.ts";
import type { Quantity } from "../../text/quantity.ts";
import { unitFamily } from "../../text/unit.ts";
import { quantitiesOf } from "../cell-reading.ts";
import type { FieldValue } from "../field-value.ts";
import { defineRule } from "../rule.ts";

const ADDED = /(?:新規|新設|増設|増員|追加|新|増)[\s　]*$/u;
const IN_ALL = new Set(["計", "合計", "累計", "総計", "通算"]);

/** 「新規1人、計5人」 year after year: the stock is last year's and what was added. */
export const stockIncrementMismatch = defineRule({
  meta: {
    id: "stock-increment-mismatch",
    category: "number",
    title: "積み上げた数が増分と合わない",
    description:
      "「新規1人、計5人」のように増分と総数を並べて書く計画では、総数は前の年度の総数に増分を足したものになるはずです。",
    scope: "record",
    severity: "warning",
    example: { wrong: "4人 → 新規1人、計6人", right: "4人 → 新規1人、計5人" },
    remedy: "前の年度の総数、増分、総数のどれが誤りかを確かめます。減った分があるときは、そのことも書きます。",
    messages: {
      mismatch: (d: { label: string; before: number; added: number; written: number; unit: string }) =>
        `${d.label}の計が ${d.written}${d.unit} とありますが、前の欄の ${d.before}${d.unit} に新規 ${d.added}${d.unit} を足すと ${d.before + d.added}${d.unit} です。`,
      target: (d: { before: number; added: number; written: number; unit: string }) =>
        `目標は計 ${d.written}${d.unit} ですが、現況 ${d.before}${d.unit} に年度別の増 ${d.added}${d.unit} を足すと ${d.before + d.added}${d.unit} です。`,
    },
  },

  check({ values }, report) {
    for (const [record, own] of byRecord(values)) {
      if (record.kind !== "record") continue;
      for (const slots of Object.values(record.series)) {
        const stocks = new Map<string, number>();
        for (const slot of slots) {
          if (!slot?.text) continue;
          for (const { label, name, added, total } of stockLines(slot)) {
            const before = stocks.get(label);
            stocks.set(label, total.value);
            if (before === undefined || added === undefined || before + added.value === total.value) continue;
            const place = own.find(({ cell }) => cell === slot.cell) ?? slot;
            const span = { start: added.start, end: total.end };
            const data = { label: `「${name}」`, before, added: added.value, written: total.value, unit: total.unit };
            report({ messageId: "mismatch", data, at: place, span });
          }
        }
      }
      const fault = targetFault(own);
      if (fault) report({ messageId: "target", data: fault.data, at: fault.at });
    }
  },
});

function byRecord(values: readonly FieldValue[]): ReadonlyMap<EvaluationRecord, FieldValue[]> {
  const records = new Map<EvaluationRecord, FieldValue[]>();
  for (const value of values) {
    // Only forms with columns of years tell a stock from one year to the next.
    if (Object.keys(value.record.series).length === 0) continue;
    const own = records.get(value.record);
    if (own) own.push(value);
    else records.set(value.record, [value]);
  }
  return records;
}

interface StockLine {
  /** As it is compared from year to year. */
  readonly label: string;
  /** As written. */
  readonly name: string;
  readonly added: Quantity | undefined;
  readonly total: Quantity;
}

/** Lines that state a stock: 「配置（新規1人、計5人）」, or the plain number they start from: 「配置（4人）」. */
function stockLines(source: SourcedValue): StockLine[] {
  const { text } = source;
  const lines: StockLine[] = [];
  const quantities = quantitiesOf(source);
  quantities.forEach((quantity, i) => {
    if (quantity.ordinal || quantity.unit === "") return;
    const lineStart = text.lastIndexOf("\n", quantity.start) + 1;
    const previous = quantities[i - 1];
    const added =
      previous && previous.start >= lineStart && isAdded(text, previous) && isPair(text, previous, quantity)
        ? previous
        : undefined;
    const from = added ?? quantity;
    const head = text.slice(lineStart, from.start);
    const name = labelOf(head);
    const label = foldText(name);
    if (label === "") return;
    if (added && IN_ALL.has(quantity.qualifier)) lines.push({ label, name, added, total: quantity });
    else if (!added && !isAdded(text, quantity) && /[(（]$/u.test(head) && /^[)）]/u.test(text.slice(quantity.end))) {
      lines.push({ label, name, added: undefined, total: quantity });
    }
  });
  return lines;
}

function isAdded(text: string, { start }: Quantity): boolean {
  return ADDED.test(text.slice(Math.max(0, start - 6), start));
}

function isPair(text: string, added: Quantity, total: Quantity): boolean {
  const between = text.slice(added.end, total.start);
  return (
    unitFamily(added.unit) === unitFamily(total.unit) && /^[、，,・\s　]*(?:計|合計|累計|総計|通算)$/u.test(between)
  );
}

/** The words of a line before its bracket: 「●ワーカーの配置(新規」 → ワーカーの配置. */
function labelOf(head: string): string {
  return head
    .replace(/[(（][^(（]*$/u, "")
    .replace(ADDED, "")
    .replace(/^[\s　\-●○・■◆]+/u, "")
    .slice(-24);
}

/** 目標「計2か所」, 現況「1か所」, 年度別「増設1か所」. */
function targetFault(own: readonly FieldValue[]) {
  const target = own.find(({ kind, period, text }) => kind === "plan" && !period && text.includes("計"));
  const baseline = own.find(({ kind }) => kind === "baseline");
  if (!target || !baseline) return undefined;
  const [goal, ...others] = quantitiesOf(target).filter(({ qualifier }) => IN_ALL.has(qualifier));
  const [base, ...more] = quantitiesOf(baseline);
  if (
    !goal ||
    others.length > 0 ||
    !base ||
    more.length > 0 ||
    base.ordinal ||
    base.end < baseline.text.trim().length
  ) {
    return undefined;
  }
  const added = own
    .filter(({ kind, period }) => kind === "plan" && period)
    .flatMap((value) => quantitiesOf(value).filter((quantity) => isAdded(value.text, quantity)));
  const family = unitFamily(goal.unit);
  if (added.length === 0 || [base, ...added].some(({ unit }) => unitFamily(unit) !== family)) return undefined;
  const sum = added.reduce((total, { value }) => total + value, 0);
  if (base.value + sum === goal.value) return undefined;
  return { at: target, data: { before: base.value, added: sum, written: goal.value, unit: goal.unit } };
}
