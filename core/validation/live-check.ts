import type { WorkbookSnapshot } from "../workbook/snapshot.ts";
import type { EvaluationDocument } from "../table/evaluation-document.ts";
import { changedCells } from "../workbook/changed-cells.ts";
import { withAcceptances, type CheckedDocument } from "./check-document.ts";
import { changedUnits, documentUnits, type DocumentUnit } from "./document-units.ts";
import { isOwnSheet } from "./own-sheets.ts";
import type { PreviousYear } from "./previous-year.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { ruleRunner, runRules, type PlacedDiagnostic, type RuleRun } from "./run-rules.ts";
import { ruleContext, validationResult, type ValidationInput } from "./validate.ts";
import { writtenByKind } from "./written-values.ts";

type Context = Omit<RuleContext, "options">;

/**
 * A check that can go on after an edit. It keeps neither its input nor the list of values: what rules have derived from
 * those goes with them.
 */
export interface LiveCheck {
  readonly workbook: WorkbookSnapshot;
  readonly parts: EvaluationDocument["parts"];
  readonly previous: PreviousYear | undefined;
  readonly knowledge: Knowledge;
  readonly units: readonly DocumentUnit[];
  readonly rules: readonly Rule[];
  /** One for each rule. */
  readonly runs: readonly RuleRun[];
  readonly result: CheckedDocument;
}

/** Everything that a rule of scope `record` may know beside records and texts. */
type Knowledge = Pick<Context, "form" | "dictionaries" | "fiscalYear" | "isStandardCheck">;

/** Of more changed units than this, anew is as quick. */
const MOST_CHANGED = 0.5;

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
  return finished(input, context, { units: documentUnits(context), rules, runs });
}

/**
 * The check after an edit: rules of scope `record` look again only at records and texts that the edit can have touched.
 * The result is that of a new check.
 */
export function continueLiveCheck(live: LiveCheck, input: ValidationInput): LiveCheck {
  const context = ruleContext(input);
  const { rules } = live;
  const sheets = new Map(input.workbook.sheets.map(({ name }, i) => [name, i]));
  if (isUntouched(live, input) && input.previous === live.previous && isSameKnowledge(live.knowledge, context)) {
    const runs = live.runs.map((run) => ({ ...run, found: run.found.map((placed) => onSheet(placed, sheets)) }));
    return finished(input, context, { units: live.units, rules, runs });
  }
  if (!isSameKnowledge(live.knowledge, context)) return startLiveCheck(input, rules);
  const units = documentUnits(context);
  const dirty = changedCells(live.workbook, input.workbook);
  const changed = changedUnits(live.units, units, dirty);
  const own = units.filter((unit) => changed.has(unit));
  if (own.length > units.length * MOST_CHANGED) return startLiveCheck(input, rules);
  const narrow = narrowContext(context, own);
  const run = ruleRunner(input);
  const again = (rule: Rule, last: RuleRun): RuleRun => {
    const part = rule.meta.scope === "record" && !last.fault ? run(rule, narrow) : undefined;
    if (!part || part.fault) return run(rule, context);
    const kept = last.found.filter(({ item, row, column }) => !dirty.has({ sheet: item.sheet, row, column }));
    return { found: [...kept.map((placed) => onSheet(placed, sheets)), ...part.found] };
  };
  return finished(input, context, { units, rules, runs: rules.map((rule, i) => again(rule, live.runs[i]!)) });
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

function finished(
  input: ValidationInput,
  { form, dictionaries, fiscalYear, isStandardCheck }: Knowledge,
  made: Pick<LiveCheck, "units" | "rules" | "runs">,
): LiveCheck {
  return {
    ...made,
    workbook: { sheets: input.workbook.sheets },
    parts: input.document.parts,
    previous: input.previous,
    knowledge: { form, dictionaries, fiscalYear, isStandardCheck },
    result: withAcceptances(input, validationResult(made.runs)),
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
