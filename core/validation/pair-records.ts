import type { EvaluationDocument } from "../table/evaluation-document.ts";
import { foldText } from "../text/fold.ts";
import { diceSimilarity } from "../text/similarity.ts";
import { aliasFolder } from "./aliases.ts";
import type { Alias } from "./dictionaries.ts";
import type { FieldValue } from "./field-value.ts";
import type { ManualPair, PreviousYear, RecordPair, RecordValues, ReplacedRecord } from "./previous-year.ts";
import { foldedKind, foldSpelling, nameValue } from "./record-identity.ts";

export interface PairingInput {
  readonly current: readonly FieldValue[];
  readonly previous: readonly FieldValue[];
  /** Last year's document. */
  readonly document: EvaluationDocument;
  readonly aliases: readonly Alias[];
  /** What a person has laid down; wins over everything. */
  readonly manual?: readonly ManualPair[];
  /** Resemblance, 0 to 1, from which two records are the same one under another name. */
  readonly threshold?: number;
}

const DEFAULT_THRESHOLD = 0.6;
/** Plans of one programme share at least so much, even when one of them is cut short. */
const SAME_PLAN = 0.5;
/** Shorter plans (継続実施) say nothing. */
const PLAN_LENGTH = 20;
/** A pair of characters that more records have in their names tells none of them apart. */
const COMMON = 48;
/** Records that are compared with one at most. */
const CANDIDATES = 8;
/** Words at the beginning of a plan by which a record is found whose name has changed altogether. */
const PLAN_HEAD = 24;

/** A record with what it is recognised by. */
interface Entry {
  readonly record: RecordValues;
  readonly table: string;
  readonly key: string;
  readonly name: string;
  /** The name with 子供 and 子ども as one. */
  readonly spelling: string;
  readonly organisation: string;
  /** Everything that the record says: the same order of records whatever order they came in. */
  readonly order: string;
  plan: string | undefined;
}

/**
 * Finds for each record of this year its counterpart of last year: what a person laid down, then the same key or name,
 * then the dictionary of aliases, then resemblance. One to one, and independent of the order of records.
 */
export function pairRecords(input: PairingInput): PreviousYear {
  const now = recordValues(input.current);
  const before = recordValues(input.previous);
  const pairing = new Pairing(now.map(entryOf), before.map(entryOf));
  pairing.byHand(input.manual ?? []);
  pairing.byKey(({ key }) => key);
  pairing.byKey(({ key }) => foldText(key));
  pairing.byName(({ name }) => name, "key");
  pairing.byName(({ spelling }) => spelling, "similar");
  const fold = aliasFolder(input.aliases);
  pairing.byName(({ spelling }) => spelling && fold(spelling), "alias");
  const replaced = pairing.byResemblance(input.threshold ?? DEFAULT_THRESHOLD);
  const paired = new Map(pairing.pairs.map((pair) => [pair.current, pair]));
  const previous = new Set(pairing.pairs.map((pair) => pair.previous));
  return {
    document: input.document,
    values: input.previous,
    pairs: now.flatMap((record) => paired.get(record) ?? []),
    added: now.filter((record) => !paired.has(record)),
    removed: before.filter((record) => !previous.has(record)),
    replaced,
    confirmedNew: pairing.confirmedNew,
  };
}

/** Values by record, in order; of the records without a key of their own none can be found again. */
export function recordValues(values: readonly FieldValue[]): RecordValues[] {
  const records = new Map<unknown, { key: string; values: Map<string, FieldValue> }>();
  for (const value of values) {
    if (value.key === "" || value.record.kind !== "record") continue;
    let record = records.get(value.record);
    if (!record) records.set(value.record, (record = { key: value.key, values: new Map() }));
    const year = value.period?.fiscalYear?.gregorian ?? (value.period ? value.period.label.text : undefined);
    record.values.set(year === undefined ? value.field.name : `${value.field.name}@${year}`, value);
  }
  return [...records.values()];
}

function entryOf(record: RecordValues): Entry {
  const [first] = record.values.values();
  const name = nameValue(record)?.text ?? "";
  const texts: string[] = [];
  for (const { text } of record.values.values()) texts.push(text);
  return {
    record,
    table: first?.table.resource ?? "",
    key: record.key,
    name: foldText(name),
    spelling: foldSpelling(name),
    organisation: foldedKind(record, "organisation"),
    order: `${record.key}\n${texts.join("\n")}`,
    plan: undefined,
  };
}

/** Who is not paired yet, and the pairs so far. */
class Pairing {
  readonly pairs: RecordPair[] = [];
  readonly confirmedNew: RecordValues[] = [];
  private current: readonly Entry[];
  private previous: readonly Entry[];
  private readonly names: { readonly current: Map<string, number>; readonly previous: Map<string, number> };

  constructor(current: readonly Entry[], previous: readonly Entry[]) {
    this.current = current;
    this.previous = previous;
    this.names = { current: countNames(current), previous: countNames(previous) };
  }

  /** A name laid down by hand holds for all records of that name, department by department. */
  byHand(manual: readonly ManualPair[]): void {
    if (manual.length === 0) return;
    const used = new Set<Entry>();
    for (const { current, previous } of manual) {
      const now = this.current.filter((entry) => !used.has(entry) && isCalled(entry, current));
      if (previous === null) {
        for (const entry of now) used.add(entry);
        this.confirmedNew.push(...now.map(({ record }) => record));
        continue;
      }
      const before = this.previous.filter((entry) => !used.has(entry) && isCalled(entry, previous));
      for (const entry of now) {
        const free = before.filter((other) => !used.has(other) && other.table === entry.table);
        const match =
          free.find(({ organisation }) => organisation === entry.organisation) ??
          (now.length === 1 && free.length === 1 ? free[0] : undefined);
        if (!match) continue;
        used.add(entry).add(match);
        this.pairs.push({ current: entry.record, previous: match.record, by: "manual" });
      }
    }
    this.drop(used);
  }

  /** Pairs the records that share a key which nobody else has. */
  byKey(keyOf: (entry: Entry) => string, by: RecordPair["by"] = "key"): void {
    const now = soleByKey(this.current, keyOf);
    const before = soleByKey(this.previous, keyOf);
    const used = new Set<Entry>();
    for (const [key, entry] of now) {
      const match = before.get(key);
      if (!entry || !match) continue;
      used.add(entry).add(match);
      this.pairs.push({ current: entry.record, previous: match.record, by });
    }
    this.drop(used);
  }

  /** The same name under another department: where only one record ever had it, or the department is nearly the same. */
  byName(nameOf: (entry: Entry) => string, by: RecordPair["by"]): void {
    this.byKey((entry) => nameOf(entry) && `${nameOf(entry)}\n${entry.organisation}`, by);
    this.byKey((entry) => (this.isOnlyOne(entry) ? nameOf(entry) : ""), by);
  }

  /** Pairs what resembles best first; returns names that go on over another plan. */
  byResemblance(threshold: number): ReplacedRecord[] {
    const matches = this.resemblances().filter(({ score }) => score >= threshold);
    const used = new Set<Entry>();
    const take = (wanted: readonly Resemblance[], found: (match: Resemblance) => void) => {
      for (const match of wanted) {
        if (used.has(match.current) || used.has(match.previous)) continue;
        used.add(match.current).add(match.previous);
        found(match);
      }
    };
    take(
      matches.filter(({ isReplaced }) => !isReplaced),
      ({ current, previous }) => this.pairs.push({ current: current.record, previous: previous.record, by: "similar" }),
    );
    this.drop(used);
    const replaced: ReplacedRecord[] = [];
    take(
      matches.filter(({ isReplaced }) => isReplaced),
      ({ current, previous }) => replaced.push({ current: current.record, previous: previous.record }),
    );
    return replaced;
  }

  private resemblances(): Resemblance[] {
    if (this.current.length === 0 || this.previous.length === 0) return [];
    const nearest = candidateFinder(this.previous);
    const found = this.current.flatMap((current) =>
      nearest(current).flatMap((previous) => {
        const isNameShared =
          current.spelling === previous.spelling && !(this.isOnlyOne(current) && this.isOnlyOne(previous));
        return resemblance(current, previous, isNameShared) ?? [];
      }),
    );
    return found.sort(
      (a, b) =>
        b.score - a.score || compare(a.current.order, b.current.order) || compare(a.previous.order, b.previous.order),
    );
  }

  private isOnlyOne({ table, name }: Entry): boolean {
    const key = `${table}\n${name}`;
    return (this.names.current.get(key) ?? 0) <= 1 && (this.names.previous.get(key) ?? 0) <= 1;
  }

  private drop(used: ReadonlySet<Entry>): void {
    if (used.size === 0) return;
    this.current = this.current.filter((entry) => !used.has(entry));
    this.previous = this.previous.filter((entry) => !used.has(entry));
  }
}

interface Resemblance {
  readonly current: Entry;
  readonly previous: Entry;
  readonly score: number;
  readonly isReplaced: boolean;
}

/**
 * How much two records have in common: name, plan and department, as far as both have them. Records of one name that
 * several departments share differ by nothing but the department.
 */
function resemblance(current: Entry, previous: Entry, isNameShared: boolean): Resemblance | undefined {
  const name = diceSimilarity(current.spelling, previous.spelling);
  const plans = [planOf(current), planOf(previous)] as const;
  const hasPlans = plans.every(({ length }) => length >= PLAN_LENGTH);
  const plan = hasPlans ? overlap(...plans) : 0;
  const hasOrganisations = current.organisation !== "" && previous.organisation !== "";
  const organisation = hasOrganisations ? diceSimilarity(current.organisation, previous.organisation) : 0;
  if (isNameShared && organisation < SAME_PLAN) return undefined;
  if (name < 0.4 && !(hasPlans && plan >= 0.85)) return undefined;
  const weight = 0.6 + (hasPlans ? 0.25 : 0) + (hasOrganisations ? 0.15 : 0);
  const sum = 0.6 * name + (hasPlans ? 0.25 * plan : 0) + (hasOrganisations ? 0.15 * organisation : 0);
  const isReplaced = hasPlans && plan < SAME_PLAN;
  // The same plan in the same department under a wholly new name is the same programme still.
  const score = hasPlans && plan >= 0.85 && organisation >= SAME_PLAN ? Math.max(sum / weight, 0.6) : sum / weight;
  return { current, previous, score: isReplaced ? name : score, isReplaced };
}

/** Share of the shorter text's pairs of characters that the longer one has too: a text cut short is still the same. */
function overlap(a: string, b: string): number {
  const common = (diceSimilarity(a, b) * (a.length + b.length - 2)) / 2;
  return common / Math.max(1, Math.min(a.length, b.length) - 1);
}

function planOf(entry: Entry): string {
  return (entry.plan ??= foldedKind(entry.record, "plan"));
}

/** Finds the few records of last year whose names or plans begin to resemble one, without comparing all. */
function candidateFinder(entries: readonly Entry[]): (entry: Entry) => Entry[] {
  const postings = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const mark of marksOf(entry)) {
      const list = postings.get(mark);
      if (list) list.push(entry);
      else postings.set(mark, [entry]);
    }
  }
  return (entry) => {
    const shared = new Map<Entry, number>();
    for (const mark of marksOf(entry)) {
      const list = postings.get(mark);
      if (!list || list.length > COMMON) continue;
      for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    return [...shared]
      .sort(([a, x], [b, y]) => y - x || compare(a.order, b.order))
      .slice(0, CANDIDATES)
      .map(([other]) => other);
  };
}

/** The pairs of characters of a name, and how the plan begins. */
function marksOf(entry: Entry): Set<string> {
  const marks = new Set<string>();
  const { spelling: name, table } = entry;
  for (let i = 1; i < name.length; i++) marks.add(`${table}\n${name[i - 1]!}${name[i]!}`);
  const plan = planOf(entry);
  if (plan.length >= PLAN_LENGTH) marks.add(`${table}\nplan\n${plan.slice(0, PLAN_HEAD)}`);
  if (name !== "") marks.add(`${table}\nname\n${name}`);
  return marks;
}

/** Entries by key; `null` where several have the same. */
function soleByKey(entries: readonly Entry[], keyOf: (entry: Entry) => string): Map<string, Entry | null> {
  const found = new Map<string, Entry | null>();
  for (const entry of entries) {
    const own = keyOf(entry);
    if (own === "") continue;
    const key = `${entry.table}\n${own}`;
    found.set(key, found.has(key) ? null : entry);
  }
  return found;
}

function countNames(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { table, name } of entries) counts.set(`${table}\n${name}`, (counts.get(`${table}\n${name}`) ?? 0) + 1);
  return counts;
}

/** A person writes a record's name, its key, or its name with the department behind it. */
function isCalled({ key, spelling, record }: Entry, written: string): boolean {
  const wanted = foldSpelling(written);
  if (wanted === "") return false;
  if (wanted === spelling || foldText(written) === foldText(key)) return true;
  return (
    written.includes("/") &&
    wanted === foldSpelling(`${nameValue(record)?.text ?? ""}/${foldedKind(record, "organisation")}`)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
