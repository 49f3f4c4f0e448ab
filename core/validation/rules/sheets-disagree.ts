import { documentTables, type TextPart } from "../../table/evaluation-document.ts";
import { findDataForm } from "../../table/read-data-tables.ts";
import { recogniseDocument } from "../../table/recognise-document.ts";
import { qualifiedCellName } from "../../workbook/address.ts";
import type { SheetSnapshot } from "../../workbook/snapshot.ts";
import { ACCEPTANCE_SHEET } from "../acceptance.ts";
import { fieldValues, type FieldValue } from "../field-value.ts";
import { pairRecords } from "../pair-records.ts";
import { oneLine, recordTitle } from "../record-identity.ts";
import { defineRule, type RuleContext } from "../rule.ts";

/** A workbook that holds data tables and the form sheet: the data tables count, and people may have gone on in the other. */
export const sheetsDisagree = defineRule({
  meta: {
    id: "sheets-disagree",
    category: "structure",
    title: "様式のシートとデータの表が食い違う",
    description:
      "同じブックに様式のシートと、整形で作ったデータの表があるときは、データの表が使われます。様式のシートだけを直すと、その直しは検査にも印刷にも反映されません。",
    severity: "warning",
    example: {
      wrong: "様式の評価は「A」、データの表の評価は「B」",
      right: "どちらも「B」、または様式のシートを別のブックに移す",
    },
    remedy: "正しい方にそろえます。様式のシートが要らなくなったら、別のブックに移します。",
    messages: {
      value: (d: { own: string; other: string; place: string }) =>
        `データの表では${d.own}ですが、様式のシートの ${d.place} では${d.other}です。使われるのはデータの表です。正しい方にそろえてください。`,
      recordOnSheetOnly: (d: { name: string }) =>
        `「${d.name}」は様式のシートにだけあり、データの表にないので使われません。データの表に加えるか、様式から消してください。`,
      recordInDataOnly: (d: { name: string }) =>
        `「${d.name}」はデータの表にだけあり、様式のシートにありません。様式に加えるか、データの表から消してください。`,
      textOnSheetOnly: (d: { text: string }) =>
        `「${d.text}」は様式のシートにだけあり、表「文書」にないので使われません。「文書」に加えるか、様式から消してください。`,
      textInDataOnly: (d: { text: string }) =>
        `「${d.text}」は表「文書」にだけあり、様式のシートにありません。正しい方にそろえてください。`,
    },
  },

  check(context, report) {
    const sheets = formSheets(context);
    if (sheets.length === 0) return;
    const shown = recogniseDocument({ sheets }, context.form);
    if (documentTables(shown).every(({ records }) => records.length === 0)) return;
    const pairing = pairAll(context.values, fieldValues(shown, context.form), context);
    for (const { own, other } of pairing.pairs) {
      for (const { value, counterpart } of differences(own, other)) {
        const place = qualifiedCellName((counterpart ?? value).cell);
        if (own.values.has(nameOf(value))) {
          const data = { own: quoted(value), other: quoted(counterpart), place };
          report({ messageId: "value", data, at: value });
        } else {
          report({ messageId: "value", data: { own: quoted(undefined), other: quoted(value), place }, at: value });
        }
      }
    }
    for (const record of pairing.onSheet) {
      const at = firstValue(record);
      if (at) report({ messageId: "recordOnSheetOnly", data: { name: shortened(recordTitle(record)) }, at });
    }
    for (const record of pairing.inData) {
      const at = firstValue(record);
      if (at) report({ messageId: "recordInDataOnly", data: { name: shortened(recordTitle(record)) }, at });
    }
    const sheetTexts = shown.parts.filter((part): part is TextPart => part.kind === "text");
    for (const part of notAmong(sheetTexts, context.texts)) {
      report({ messageId: "textOnSheetOnly", data: { text: shortened(part.text.text) }, at: part });
    }
    for (const part of notAmong(context.texts, sheetTexts)) {
      report({ messageId: "textInDataOnly", data: { text: shortened(part.text.text) }, at: part });
    }
  },
});

/** The sheets that hold no table, in a workbook that is read by its data tables. */
function formSheets({ workbook, form }: RuleContext): SheetSnapshot[] {
  const found = findDataForm(workbook, [form]);
  if (!found || found.isEmpty) return [];
  return workbook.sheets.filter(
    ({ name, visibility, tables, cells }) =>
      visibility === "visible" && tables.length === 0 && cells.length > 0 && name !== ACCEPTANCE_SHEET,
  );
}

/** A record of any kind with its values by field and period. */
interface Entry {
  /** Resource and kind of row. */
  readonly table: string;
  readonly key: string;
  readonly values: ReadonlyMap<string, FieldValue>;
}

interface Pairing {
  readonly pairs: readonly { readonly own: Entry; readonly other: Entry }[];
  readonly inData: readonly Entry[];
  readonly onSheet: readonly Entry[];
}

/** Records by what they are called; totals, and records of one key, in their order. */
function pairAll(data: readonly FieldValue[], sheet: readonly FieldValue[], { document }: RuleContext): Pairing {
  const own = entries(data);
  const other = entries(sheet);
  const found = pairRecords({ current: data, previous: sheet, document, aliases: [] });
  const entryOf = (list: readonly Entry[]) => {
    const byValue = new Map(
      list.flatMap((entry) => [...entry.values.values()].map((value) => [value, entry] as const)),
    );
    return ({ values }: { readonly values: ReadonlyMap<string, FieldValue> }) => byValue.get(firstOf(values)!);
  };
  const [ownEntry, otherEntry] = [entryOf(own), entryOf(other)];
  const pairs = found.pairs.flatMap(({ current, previous }) => {
    const [left, right] = [ownEntry(current), otherEntry(previous)];
    return left && right ? [{ own: left, other: right }] : [];
  });
  const taken = new Set(pairs.flatMap((pair) => [pair.own, pair.other]));
  const open = Map.groupBy(
    other.filter((entry) => !taken.has(entry)),
    ({ key }) => key,
  );
  const inData: Entry[] = [];
  for (const entry of own) {
    if (taken.has(entry)) continue;
    const twin = open.get(entry.key)?.shift();
    if (twin) pairs.push({ own: entry, other: twin });
    else inData.push(entry);
  }
  return pairRenamed({ pairs, inData, onSheet: [...open.values()].flat() });
}

/** Records that a row may be another name of: those next in order. */
const NEIGHBOURS = 20;

/** A record under another name is the same one where it says the same of most else. */
function pairRenamed({ pairs, inData, onSheet }: Pairing): Pairing {
  const left = [...onSheet];
  const renamed: { own: Entry; other: Entry }[] = [];
  const added = inData.filter((own) => {
    const at = left.slice(0, NEIGHBOURS).findIndex((other) => isMostlyEqual(own, other));
    if (at < 0) return true;
    renamed.push({ own, other: left.splice(at, 1)[0]! });
    return false;
  });
  return { pairs: [...pairs, ...renamed], inData: added, onSheet: left };
}

function isMostlyEqual(own: Entry, other: Entry): boolean {
  if (own.table !== other.table) return false;
  const written = [...own.values].filter(([, { isBlank }]) => !isBlank);
  const equal = written.filter(
    ([name, { text }]) => comparable(text) === comparable(other.values.get(name)?.text ?? ""),
  );
  return equal.length * 2 > written.length;
}

function entries(values: readonly FieldValue[]): Entry[] {
  return [...Map.groupBy(values, ({ record }) => record)].map(([{ kind }, own]) => {
    const table = JSON.stringify([own[0]?.table.resource, kind]);
    return { table, key: `${table}${own[0]?.key ?? ""}`, values: new Map(own.map((value) => [nameOf(value), value])) };
  });
}

function nameOf({ field, period }: FieldValue): string {
  return period ? `${field.name}@${comparable(period.label.text)}` : field.name;
}

function firstOf(values: ReadonlyMap<string, FieldValue>): FieldValue | undefined {
  return values.values().next().value;
}

/** A record that nobody has written in is none. */
function firstValue({ values }: Entry): FieldValue | undefined {
  return [...values.values()].find(({ isBlank, inherited }) => !isBlank && !inherited);
}

/** What two records say differently. What one says for several rows is looked at in the first. */
function differences(own: Entry, other: Entry): { value: FieldValue; counterpart: FieldValue | undefined }[] {
  const both = [...own.values].map(([name, value]) => ({ value, counterpart: other.values.get(name) }));
  const left = [...other.values].flatMap(([name, value]) =>
    own.values.has(name) ? [] : [{ value, counterpart: undefined }],
  );
  return [...both, ...left].filter(
    ({ value, counterpart }) => !value.inherited && comparable(value.text) !== comparable(counterpart?.text ?? ""),
  );
}

/** The texts that have no equal among others; one equal takes one. */
function notAmong(texts: readonly TextPart[], others: readonly TextPart[]): TextPart[] {
  const counts = new Map<string, number>();
  for (const { text } of others) counts.set(comparable(text.text), (counts.get(comparable(text.text)) ?? 0) + 1);
  return texts.filter(({ text }) => {
    const key = comparable(text.text);
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}

/** Structuring makes １２ a 12; that is no difference. */
function comparable(text: string): string {
  return oneLine(text.normalize("NFKC"));
}

function quoted(value: FieldValue | undefined): string {
  return value && !value.isBlank ? `「${shortened(value.text)}」` : "空欄";
}

function shortened(text: string): string {
  const line = oneLine(text);
  return line.length > 20 ? `${line.slice(0, 20)}…` : line;
}
