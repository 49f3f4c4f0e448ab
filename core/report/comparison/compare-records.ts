import { foldText } from "../../text/fold.ts";
import type { Dictionaries } from "../../validation/dictionaries.ts";
import type { PreviousYear } from "../../validation/previous-year.ts";
import { nameValue, oneLine, recordTitle } from "../../validation/record-identity.ts";
import { yearComparisons } from "../../validation/year-comparisons.ts";
import type { ArrangedRecord, ValuedDocument } from "./arrange-records.ts";
import { compareIndicators, type IndicatorSurroundings } from "./compare-indicators.ts";
import { compareValues, singleValue, type ValuePair } from "./compare-values.ts";
import type { ComparedRecord, ComparedRow, PlacedFinding, RecordState } from "./comparison-model.ts";
import type { FindingPool } from "./finding-pool.ts";
import { pairValues, type RecordEntry } from "./pair-values.ts";
import type { DifferenceFinder } from "./text-difference.ts";

export interface RecordComparerInput {
  readonly current: ValuedDocument;
  readonly pairing: PreviousYear;
  readonly dictionaries: Dictionaries;
  readonly pool: FindingPool;
  readonly find: DifferenceFinder;
  readonly names: IndicatorSurroundings["names"];
}

const MARKS: Readonly<Record<RecordState, string>> = { kept: "", renamed: "名称変更", new: "新規", ended: "終了" };

/** Compares the records of two documents, one after the other in their order: each takes its findings out of the pool. */
export function recordComparer(input: RecordComparerInput): (record: ArrangedRecord) => ComparedRecord {
  const { current, pairing, dictionaries, pool, find, names } = input;
  const years = { previous: pairing.document.fiscalYear, current: current.document.fiscalYear };
  const context = { values: current.values, previous: pairing, fiscalYear: years.current };
  const comparisons = Map.groupBy(
    yearComparisons(context).flatMap((record) => record.comparisons),
    (comparison) => comparison.current.record,
  );
  const values = Map.groupBy([...current.values, ...pairing.values], ({ record }) => record);
  const surroundings = { dictionaries, names, valuesOf: (record: RecordEntry["record"]) => values.get(record) ?? [] };
  return (arranged) => {
    const { previous, current: entry, isCounted } = arranged;
    const state = recordState(arranged);
    const own = (entry ?? previous)!;
    const gone = entry ? [] : pool.ofGone(titleOf(own), departmentOf(own));
    const rows = pairValues(previous, entry, years)
      .map((pair) => comparedRow(pair, { isOfBoth: !!entry && !!previous, gone, pool, find }))
      .filter((row) => row.state !== "blank" || row.findings.length > 0);
    return {
      title: titleOf(own),
      department: departmentOf(own),
      key: own.key,
      state,
      mark: MARKS[state],
      note: noteOf(arranged, state),
      isCounted,
      isUnchanged: entry !== undefined && previous !== undefined && rows.every(({ isJoined }) => isJoined),
      brief: rows.filter(isBrief),
      rows: rows.filter((row) => !isBrief(row)),
      indicators: entry ? compareIndicators(comparisons.get(entry.record) ?? [], surroundings) : [],
      findings: entry ? pool.ofRange(entry.table.sheet, entry.record.range) : unnamed(own) ? gone : [],
    };
  };
}

/** Longer texts are read by themselves. */
const BRIEF = 40;
/** What people write anew each year: that it stayed is worth a row of its own. */
const YEARLY_KINDS: ReadonlySet<string> = new Set(["result", "evaluation", "outlook", "plan"]);

function isBrief({ kind, isJoined, findings, current }: ComparedRow): boolean {
  if (!isJoined || !current || findings.length > 0 || YEARLY_KINDS.has(kind)) return false;
  return current.lines.length === 1 && current.text.trim().length <= BRIEF;
}

interface RowSurroundings {
  readonly isOfBoth: boolean;
  /** What the check says of the record's end: it stands beside its name. */
  readonly gone: readonly PlacedFinding[];
  readonly pool: FindingPool;
  readonly find: DifferenceFinder;
}

function comparedRow(pair: ValuePair, { isOfBoth, gone, pool, find }: RowSurroundings): ComparedRow {
  if (isOfBoth) return compareValues(pair, find, pool);
  if (pair.current) return singleValue(pair, pool.ofCell(pair.current.cell));
  return singleValue(pair, pair.kind === "name" ? gone : []);
}

function recordState({ previous, current }: ArrangedRecord): RecordState {
  if (!previous) return "new";
  if (!current) return "ended";
  const [was, is] = [nameValue(entryValues(previous)), nameValue(entryValues(current))];
  return was && is && foldText(was.text) !== foldText(is.text) ? "renamed" : "kept";
}

function noteOf({ previous, by, counterpart }: ArrangedRecord, state: RecordState): string {
  if (counterpart && state === "new") return `前年の「${titleOf(counterpart)}」に代わるものとみられます`;
  if (counterpart) return `今年の「${titleOf(counterpart)}」に代わったものとみられます`;
  if (state !== "renamed" || !previous) return "";
  return `前年の名称「${titleOf(previous)}」${by === "manual" ? "（シート「前年対応」による）" : ""}`;
}

function titleOf(entry: RecordEntry): string {
  return recordTitle(entryValues(entry));
}

function entryValues({ key, values }: RecordEntry): Parameters<typeof recordTitle>[0] {
  return { key, values: { values: () => values } };
}

function departmentOf({ values }: RecordEntry): string {
  return oneLine(values.find(({ kind, isBlank }) => kind === "organisation" && !isBlank)?.text ?? "");
}

/** No cell of the record is its name. */
function unnamed({ values }: RecordEntry): boolean {
  return !values.some(({ kind, isBlank }) => kind === "name" && !isBlank);
}
