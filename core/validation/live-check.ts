import type { WorkbookSnapshot } from "../workbook/snapshot.ts";
import type { EvaluationDocument } from "../table/evaluation-document.ts";
import { changedCells } from "../workbook/changed-cells.ts";
import { withAcceptances, type CheckedDocument } from "./check-document.ts";
import { changedUnits, documentUnits, type DocumentUnit } from "./document-units.ts";
import { isOwnSheet } from "./own-sheets.ts";
import type { PreviousYear } from "./previous-year.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { ruleRunner, runRules, sheetPositions, type PlacedDiagnostic, type RuleRun } from "./run-rules.ts";
import { ruleContext, validationResult, type ValidationInput } from "./validate.ts";
import { writtenByKind } from "./written-values.ts";

type Context = Omit<RuleContext, "options">;

/**
 * A check that can go on. It keeps neither its input nor the list of values: what rules have derived from those goes with
 * them.
 */
export interface CheckState {
  readonly workbook: WorkbookSnapshot;
  readonly parts: EvaluationDocument["parts"];
  readonly previous: PreviousYear | undefined;
  readonly knowledge: Knowledge;
  readonly units: readonly DocumentUnit[];
  readonly rules: readonly Rule[];
  /** One for each rule. */
  readonly runs: readonly RuleRun[];
}

/** A check that can go on after an edit. */
export interface LiveCheck extends CheckState {
  readonly result: CheckedDocument;
}

/** A check of a workbook of which the end is still to come: rules that compare records have not seen it. */
export interface EarlyCheck extends CheckState {
  readonly isEarly: true;
}

/** Everything that a rule of scope `record` may know beside records and texts. */
type Knowledge = Pick<Context, "form" | "dictionaries" | "fiscalYear" | "isStandardCheck">;

/** Of more changed units than this, anew is as quick. */
const MOST_CHANGED = 0.5;
/** Units that rules which compare records take about a tenth of a second for. */
const LITTLE = 4000;

/**
 * Checks a document as `checkDocument` does, and remembers what goes on with it.
 * @param onProgress told how many rules are done, of how many.
 */
export function startLiveCheck(
  input: ValidationInput,
  rules: readonly Rule[],
  onProgress?: (done: number, total: number) => void,
): LiveCheck {
  const context = ruleContext(input);
  const run = ruleRunner(input);
  const runs = runRules(rules, (rule) => run(rule, context), onProgress);
  return finished(input, stateOf(input, context, { units: documentUnits(context), rules, runs }));
}

/**
 * Checks what has been read of a workbook so far; `continueLiveCheck` takes what comes of it where it was right. Rules of
 * scope `record` look at what is new since `last`. The others run only while there is little to compare: afterwards the
 * browser has compiled them.
 */
export function checkEarly(input: ValidationInput, rules: readonly Rule[], last?: EarlyCheck): EarlyCheck {
  const context = ruleContext(input);
  const units = documentUnits(context);
  const again = last && isSameKnowledge(last.knowledge, context) ? goingOn(last, input, context, units) : undefined;
  const run = ruleRunner(input);
  const runs = runRules(rules, (rule, i) => {
    if (rule.meta.scope !== "record" && units.length > LITTLE) return { found: [] };
    return again ? again(rule, i) : run(rule, context);
  });
  return { ...stateOf(input, context, { units, rules, runs }), isEarly: true };
}

/**
 * The check after an edit, or when the rest of a workbook has been read: rules of scope `record` look again only at records
 * and texts that can have changed. The result is that of a new check.
 */
export function continueLiveCheck(
  live: LiveCheck | EarlyCheck,
  input: ValidationInput,
  onProgress?: (done: number, total: number) => void,
): LiveCheck {
  const context = ruleContext(input);
  const { rules } = live;
  if (!isSameKnowledge(live.knowledge, context)) return startLiveCheck(input, rules, onProgress);
  if (!("isEarly" in live) && isUntouched(live, input) && input.previous === live.previous) {
    const sheets = sheetPositions(input.workbook);
    const runs = live.runs.map((run) => ({ ...run, found: run.found.map((placed) => onSheet(placed, sheets)) }));
    return finished(input, stateOf(input, context, { units: live.units, rules, runs }));
  }
  const units = documentUnits(context);
  const again = goingOn(live, input, context, units);
  if (!again) return startLiveCheck(input, rules, onProgress);
  return finished(input, stateOf(input, context, { units, rules, runs: runRules(rules, again, onProgress) }));
}

/**
 * Runs a rule of scope `record` over what has changed, and keeps what it found elsewhere; any other looks at everything.
 * @param units of `input`.
 * @returns `undefined` where so much has changed that anew is as quick.
 */
function goingOn(
  live: CheckState,
  input: ValidationInput,
  context: Context,
  units: readonly DocumentUnit[],
): ((rule: Rule, index: number) => RuleRun) | undefined {
  const dirty = changedCells(live.workbook, input.workbook);
  const changed = changedUnits(live.units, units, dirty);
  const own = units.filter((unit) => changed.has(unit));
  if (own.length > units.length * MOST_CHANGED) return undefined;
  const narrow = narrowContext(context, own);
  const run = ruleRunner(input);
  const sheets = sheetPositions(input.workbook);
  return (rule, index) => {
    const last = live.runs[index]!;
    const part = rule.meta.scope === "record" && !last.fault ? run(rule, narrow) : undefined;
    if (!part || part.fault) return run(rule, context);
    const kept = last.found.filter(({ item, row, column }) => !dirty.has({ sheet: item.sheet, row, column }));
    return { found: [...kept.map((placed) => onSheet(placed, sheets)), ...part.found] };
  };
}

/** Whether nothing but the sheets that this program keeps beside the table, such as 「確認済み」, has changed. */
export function isUntouched(
  { workbook, parts }: Pick<LiveCheck, "workbook" | "parts">,
  input: Pick<ValidationInput, "workbook" | "document">,
): boolean {
  return isSameList(tableSheets(workbook), tableSheets(input.workbook)) && isSameList(parts, input.document.parts);
}

function tableSheets({ sheets }: WorkbookSnapshot): readonly object[] {
  return sheets.filter(({ name }) => !isOwnSheet(name));
}

function isSameList(a: readonly object[], b: readonly object[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function finished(input: ValidationInput, state: CheckState): LiveCheck {
  return { ...state, result: withAcceptances(input, validationResult(state.runs)) };
}

function stateOf(
  input: ValidationInput,
  { form, dictionaries, fiscalYear, isStandardCheck }: Knowledge,
  made: Pick<CheckState, "units" | "rules" | "runs">,
): CheckState {
  return {
    ...made,
    workbook: { sheets: input.workbook.sheets },
    parts: input.document.parts,
    previous: input.previous,
    knowledge: { form, dictionaries, fiscalYear, isStandardCheck },
  };
}

function isSameKnowledge(a: Knowledge, b: Knowledge): boolean {
  return (
    a.form === b.form &&
    a.dictionaries === b.dictionaries &&
    a.fiscalYear === b.fiscalYear &&
    a.isStandardCheck === b.isStandardCheck
  );
}

/** What a rule of scope `record` is given to look at some units alone. */
export function narrowContext(context: Context, units: readonly DocumentUnit[]): Context {
  const parts = new Set<object>(units.map(({ part }) => part));
  const isIn = (part: object) => parts.has(part);
  const values = context.values.filter(({ record }) => isIn(record));
  return {
    ...context,
    values,
    written: writtenByKind(values),
    texts: context.texts.filter(isIn),
    tables: context.tables.map((table) => ({ ...table, records: table.records.filter(isIn) })),
  };
}

/** Sheets may have changed places. */
function onSheet(placed: PlacedDiagnostic, sheets: ReadonlyMap<string, number>): PlacedDiagnostic {
  const sheet = sheets.get(placed.item.sheet) ?? Infinity;
  return sheet === placed.sheet ? placed : { ...placed, sheet };
}
