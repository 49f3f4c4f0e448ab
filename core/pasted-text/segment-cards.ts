import type { CardLayout, FieldDefinition, FormDefinition } from "../form/form-definition.ts";
import { headingMatcher } from "../form/heading-pattern.ts";
import { textPattern } from "../form/text-pattern.ts";
import { findFiscalYears } from "../text/fiscal-year.ts";
import { columnFit } from "./column-fit.ts";
import { splitPeriods } from "./split-periods.ts";
import type { PlacedText } from "./text-source.ts";
import { headingEnd, type TokenText } from "./token-text.ts";

/** A card layout with its labels compiled. */
export interface CardFinder {
  readonly items: readonly CardItem[];
  readonly isPeriodLabel: (folded: string) => boolean;
  /** Texts that are no value of a card, wherever they stand. */
  readonly isForeign: (line: string) => boolean;
  /** The fiscal year that the document is about: results of later years are still blank. */
  readonly fiscalYear: number | undefined;
}

interface CardItem {
  readonly definition: CardLayout["items"][number];
  readonly field: FieldDefinition | undefined;
  readonly matches: (folded: string) => boolean;
}

export function cardFinder(form: FormDefinition, layout: CardLayout, fiscalYear: number | undefined): CardFinder {
  const fields = form.resources.find(({ name }) => name === layout.resource)?.schema.fields ?? [];
  const foreign = form.texts
    .filter(({ role }) => role === "residue" || role === "section")
    .map(({ pattern }) => textPattern(pattern));
  return {
    items: layout.items.map((definition) => ({
      definition,
      field: fields.find(({ name }) => name === definition.field),
      matches: headingMatcher(definition.labels),
    })),
    isPeriodLabel: headingMatcher([layout.periodLabel]),
    isForeign: (line) => foreign.some((pattern) => pattern.test(line.trim())),
    fiscalYear,
  };
}

/** Where cards begin: the first label at the beginning of a line, with other labels before it comes again. */
export function findCards(text: TokenText, { items }: CardFinder): number[] {
  const [first, ...others] = items;
  if (!first) return [];
  const starts = text.tokens.flatMap(({ isFirstOfLine }, i) =>
    isFirstOfLine && headingEnd(text, i, first.matches) !== undefined ? [i] : [],
  );
  return starts.filter((start, i) => {
    const end = starts[i + 1] ?? text.tokens.length;
    const labels = others.filter(({ matches }) => {
      for (let at = start; at < end; at++) {
        if (text.tokens[at]!.isFirstOfLine && headingEnd(text, at, matches) !== undefined) return true;
      }
      return false;
    });
    return labels.length * 2 >= others.length;
  });
}

/** A label of a card, or its row of periods, and where its values stand. */
interface Entry {
  readonly item: CardItem | undefined;
  readonly label: readonly [from: number, to: number];
  values: readonly [from: number, to: number];
  /** Of the label on the sheet: 1 at the beginning of a line, otherwise behind the value before it. */
  readonly column: number;
}

/** Reads one card; the index behind it may come before `to`, where a text that is no value of it begins. */
export function placeCard(
  text: TokenText,
  from: number,
  to: number,
  finder: CardFinder,
): { readonly placed: readonly PlacedText[]; readonly to: number } {
  const end = foreignStart(text, from, to, finder);
  const entries = cardEntries(text, from, end, finder);
  const periods = entries.find(({ item }) => item === undefined);
  const named = periods ? periodTokens(text, periods) : [];
  const years = named.map(([first, last]) => findFiscalYears(text.between(first, last))[0]?.gregorian);
  const placed = entries.flatMap((entry) => {
    if (entry.item === undefined) return placedPeriods(text, entry, named);
    return entry.item.definition.values === "one" ? placedValue(text, entry) : placedSeries(text, entry, years, finder);
  });
  return { placed, to: end };
}

function foreignStart({ tokens, between, endOfLine }: TokenText, from: number, to: number, finder: CardFinder): number {
  for (let i = from + 1; i < to; i++) {
    if (tokens[i]!.isFirstOfLine && finder.isForeign(between(i, endOfLine(i)))) return i;
  }
  return to;
}

/** The labels of a card in their order; what stands between two of them is the value of the first. */
function cardEntries(text: TokenText, from: number, to: number, { items, isPeriodLabel }: CardFinder): Entry[] {
  const entries: Entry[] = [];
  const open = new Set(items);
  let hasPeriods = false;
  for (let at = from; at < to; at++) {
    const before = entries.at(-1);
    if (!text.tokens[at]!.isFirstOfLine && !mayEnd(text, before, at)) continue;
    const periodEnd = hasPeriods ? undefined : headingEnd(text, at, isPeriodLabel);
    const found = periodEnd === undefined ? longestLabel(text, at, open) : { item: undefined, end: periodEnd };
    if (!found || found.end > to) continue;
    if (found.item) open.delete(found.item);
    else hasPeriods = true;
    if (before) before.values = [before.values[0], at];
    const column = before && !text.tokens[at]!.isFirstOfLine ? before.column + 2 : 1;
    entries.push({ item: found.item, label: [at, found.end], values: [found.end, to], column });
    at = found.end - 1;
  }
  return entries;
}

/** The label that begins at a token: of 「達成状況」 and 「達成状況の理由」 the longer one. */
function longestLabel(
  text: TokenText,
  at: number,
  open: ReadonlySet<CardItem>,
): { item: CardItem; end: number } | undefined {
  const found = [...open].flatMap((item) => {
    const end = headingEnd(text, at, item.matches);
    return end === undefined ? [] : [{ item, end }];
  });
  return found.sort((a, b) => b.end - a.end)[0];
}

/** Inside a line a label can only follow a value that is whole: in sentences the same word may come as well. */
function mayEnd({ between }: TokenText, before: Entry | undefined, at: number): boolean {
  if (!before?.item || before.item.definition.values === "by-period") return false;
  const [from] = before.values;
  const value = between(from, at).trim();
  const { field } = before.item;
  if (!field) return false;
  if (field.constraints?.enum) return columnFit(field, false).of(value) > 0;
  return !value.includes("\n") && ["name", "organisation", "code", "marker", "count"].includes(field.kind);
}

/** The names of the periods: each year is one, and so is what stands between two years (現状 (計画策定時)). */
function periodTokens({ tokens }: TokenText, { values: [from, to] }: Entry): (readonly [number, number])[] {
  const isYear = (i: number) => findFiscalYears(tokens[i]!.text).length > 0;
  const starts: number[] = [];
  for (let i = from; i < to; i++) if (i === from || isYear(i) || isYear(i - 1)) starts.push(i);
  return starts.map((start, i) => [start, starts[i + 1] ?? to]);
}

function placedPeriods(text: TokenText, { label }: Entry, named: readonly (readonly [number, number])[]): PlacedText[] {
  // Recognition looks for the periods beside their label: they stand on its line, even where they go on below it.
  const { line } = text.tokens[label[0]]!;
  const periods = named.map(([from, to], i) => ({ line, column: 2 + i, text: text.between(from, to) }));
  return [placedLabel(text, label, label[1]), ...periods];
}

/** A label reaches down beside its values. */
function placedLabel({ tokens, between }: TokenText, [from, to]: Entry["label"], end: number, column = 1): PlacedText {
  const { line } = tokens[from]!;
  const bottom = tokens[Math.max(end, to) - 1]!.line;
  return { line, column, text: between(from, to), ...(bottom > line ? { bottom } : {}) };
}

function placedValue(text: TokenText, entry: Entry): PlacedText[] {
  const {
    label,
    column,
    values: [from, to],
  } = entry;
  const placed = [placedLabel(text, label, to, column)];
  if (to > from) placed.push({ line: text.tokens[from]!.line, column: column + 1, text: text.between(from, to) });
  return placed;
}

/** One value a period; results of years that are not over yet are blank, and none is of a period without a year. */
function placedSeries(
  text: TokenText,
  { item, label, values: [from, to] }: Entry,
  years: readonly (number | undefined)[],
  { fiscalYear }: CardFinder,
): PlacedText[] {
  const all = years.map((_, i) => i);
  const past = all.filter((i) => years[i] !== undefined && years[i] <= (fiscalYear ?? Infinity));
  const periods = item?.field?.kind === "result" && past.length > 0 ? past : all;
  const { bounds, isSure } = splitPeriods(text, from, to, Math.max(1, periods.length));
  const cells = bounds.slice(0, -1).flatMap((begin, i): PlacedText[] => {
    const end = bounds[i + 1]!;
    if (end <= begin) return [];
    const [{ line }, column] = [text.tokens[begin]!, 2 + (periods[i] ?? 0)];
    return [{ line, column, text: text.between(begin, end), ...(isSure ? {} : { doubt: "split" as const }) }];
  });
  // Over periods that have no cell the label itself reaches.
  const right = 1 + (periods[0] ?? 0);
  return [{ ...placedLabel(text, label, to), ...(right > 1 ? { right } : {}) }, ...cells];
}
