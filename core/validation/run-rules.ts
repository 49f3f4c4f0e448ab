import type { FormDefinition } from "../form/form-definition.ts";
import { cellName, parseRange } from "../workbook/address.ts";
import { cellIndex, placeNumber } from "../workbook/cell-index.ts";
import type { CellAddress, CellSnapshot, WorkbookSnapshot } from "../workbook/snapshot.ts";
import type { Diagnostic, QuickFix } from "./diagnostic.ts";
import type { FieldValue } from "./field-value.ts";
import type { Messages, Report, ReportPlace, Rule, RuleContext } from "./rule.ts";

/** A diagnostic with what it is sorted by. */
export interface PlacedDiagnostic {
  readonly item: Diagnostic;
  /** Position of the sheet in the workbook. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** What one rule found, in the order in which it said so. */
export interface RuleRun {
  readonly found: readonly PlacedDiagnostic[];
  /** What it threw; then nothing that it found counts. */
  readonly fault?: RuleFault;
}

/** A rule that threw: the program's fault, not the table's. The other rules have run. */
export interface RuleFault {
  readonly ruleId: string;
  readonly error: unknown;
}

/** Runs single rules of a form over a workbook; a rule that the form turns off finds nothing. */
export function ruleRunner({
  workbook,
  form,
}: {
  readonly workbook: WorkbookSnapshot;
  readonly form: FormDefinition;
}): (rule: Rule, context: Omit<RuleContext, "options">) => RuleRun {
  const places = cellPlaces(workbook);
  return (rule, context) => {
    const setting = form.rules?.[rule.meta.id];
    if (setting?.enabled === false) return { found: [] };
    const found: PlacedDiagnostic[] = [];
    const report: Report<Messages> = (problem) => {
      const cell = addressOf(problem.at);
      const item = diagnostic(rule, problem, { cell, setting: setting?.severity, places });
      found.push({ item, sheet: places.sheets.get(cell.sheet) ?? Infinity, row: cell.row, column: cell.column });
    };
    try {
      rule.check({ ...context, options: optionValues(rule, setting?.options) }, report);
      return { found };
    } catch (error) {
      return { found: [], fault: { ruleId: rule.meta.id, error } };
    }
  };
}

/** Runs rules one after the other. @param onProgress told how many are done, of how many. */
export function runRules(
  rules: readonly Rule[],
  run: (rule: Rule, index: number) => RuleRun,
  onProgress?: (done: number, total: number) => void,
): RuleRun[] {
  const runs = rules.map((rule, i) => {
    onProgress?.(i, rules.length);
    return run(rule, i);
  });
  onProgress?.(rules.length, rules.length);
  return runs;
}

function optionValues(rule: Rule, own: Readonly<Record<string, unknown>> | undefined): RuleContext["options"] {
  const defaults = Object.entries(rule.meta.options ?? {}).map(([name, option]) => [name, option.default] as const);
  return Object.fromEntries(
    defaults.map(([name, fallback]) => {
      const value = own?.[name];
      const fits = Array.isArray(fallback) ? Array.isArray(value) : typeof value === typeof fallback;
      return [name, fits ? (value as typeof fallback) : fallback];
    }),
  );
}

interface CellPlaces {
  /** Positions of sheets by name. */
  readonly sheets: ReadonlyMap<string, number>;
  readonly cellAt: (address: CellAddress) => CellSnapshot | undefined;
}

/** Where each sheet stands in a workbook, by its name. */
export function sheetPositions({ sheets }: WorkbookSnapshot): ReadonlyMap<string, number> {
  return new Map(sheets.map(({ name }, i) => [name, i]));
}

function cellPlaces(workbook: WorkbookSnapshot): CellPlaces {
  const sheets = sheetPositions(workbook);
  return {
    sheets,
    cellAt(address) {
      const sheet = workbook.sheets[sheets.get(address.sheet) ?? -1];
      return sheet && cellIndex(sheet).get(placeNumber(address));
    },
  };
}

function diagnostic(
  rule: Rule,
  problem: Parameters<Report<Messages>>[0],
  {
    cell,
    setting,
    places,
  }: { readonly cell: CellAddress; readonly setting: Diagnostic["severity"] | undefined; readonly places: CellPlaces },
): Diagnostic {
  const { messageId, at, span } = problem;
  const cellText = textOf(at) ?? places.cellAt(cell)?.text ?? "";
  const value = isFieldValue(at) ? at : undefined;
  return {
    ruleId: rule.meta.id,
    messageId,
    severity: setting ?? problem.severity ?? rule.meta.severity,
    message: rule.meta.messages[messageId]!(problem.data),
    sheet: cell.sheet,
    address: cellName(cell),
    text: span ? cellText.slice(span.start, span.end) : cellText,
    offset: span?.start ?? 0,
    cellText,
    field: value?.field.name,
    record: value?.key,
    standard: problem.standard ?? rule.meta.standard,
    fixes: (problem.fixes ?? []).filter((fix) => isApplicable(fix, places)),
  };
}

/** A formula's result is not to be overwritten, and a value that no longer stands there cannot be replaced. */
function isApplicable({ edits }: QuickFix, { cellAt }: CellPlaces): boolean {
  return edits.every(({ sheet, address, expected }) => {
    const range = parseRange(address);
    const cell = range && cellAt({ sheet, row: range.top, column: range.left });
    return cell?.formula === undefined && (cell?.value ?? null) === expected;
  });
}

function isFieldValue(place: ReportPlace): place is FieldValue {
  return "field" in place;
}

function addressOf(place: ReportPlace): CellAddress {
  if ("row" in place) return place;
  return "role" in place ? place.text.cell : place.cell;
}

function textOf(place: ReportPlace): string | undefined {
  if ("row" in place) return undefined;
  return "role" in place ? place.text.text : place.text;
}
