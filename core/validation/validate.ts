import type { FormDefinition } from "../form/form-definition.ts";
import { documentTables, type EvaluationDocument, type TextPart } from "../table/evaluation-document.ts";
import { cellName, parseRange } from "../workbook/address.ts";
import type { CellAddress, CellSnapshot, WorkbookSnapshot } from "../workbook/snapshot.ts";
import type { Diagnostic, QuickFix } from "./diagnostic.ts";
import type { Dictionaries } from "./dictionaries.ts";
import { fieldValues, type FieldValue } from "./field-value.ts";
import type { PreviousYear } from "./previous-year.ts";
import type { Messages, Report, ReportPlace, Rule, RuleContext } from "./rule.ts";

/** What is checked, and with what knowledge. */
export interface ValidationInput {
  readonly workbook: WorkbookSnapshot;
  readonly form: FormDefinition;
  readonly document: EvaluationDocument;
  readonly dictionaries: Dictionaries;
  readonly previous?: PreviousYear;
  /** Hold every sheet to the machine-readability standard (`--standard machine-readability`). */
  readonly isStandardCheck?: boolean;
}

/** A rule that threw: the program's fault, not the table's. The other rules have run. */
export interface RuleFault {
  readonly ruleId: string;
  readonly error: unknown;
}

export interface ValidationResult {
  /** By sheet, row, column, then rule. */
  readonly diagnostics: readonly Diagnostic[];
  readonly faults: readonly RuleFault[];
}

/** Runs rules over a document. Pure: the same input gives the same list in the same order. */
export function validate(input: ValidationInput, rules: readonly Rule[]): ValidationResult {
  const places = cellPlaces(input.workbook);
  const shared = sharedContext(input);
  const found: PlacedDiagnostic[] = [];
  const faults: RuleFault[] = [];
  for (const rule of rules) {
    const setting = input.form.rules?.[rule.meta.id];
    if (setting?.enabled === false) continue;
    const own: PlacedDiagnostic[] = [];
    const report: Report<Messages> = (problem) => {
      const cell = addressOf(problem.at);
      const item = diagnostic(rule, problem, { cell, setting: setting?.severity, places });
      own.push({ item, sheet: places.sheets.get(cell.sheet) ?? Infinity, row: cell.row, column: cell.column });
    };
    try {
      rule.check({ ...shared, options: optionValues(rule, setting?.options) }, report);
      for (const item of own) found.push(item);
    } catch (error) {
      faults.push({ ruleId: rule.meta.id, error });
    }
  }
  return { diagnostics: sortDiagnostics(found), faults };
}

function sharedContext({
  workbook,
  form,
  document,
  dictionaries,
  previous,
  isStandardCheck = false,
}: ValidationInput): Omit<RuleContext, "options"> {
  const values = fieldValues(document, form);
  const written = values.filter(({ isBlank, isPlaceholder, inherited }) => !isBlank && !isPlaceholder && !inherited);
  return {
    document,
    form,
    workbook,
    tables: documentTables(document),
    texts: document.parts.filter((part): part is TextPart => part.kind === "text"),
    values,
    written: writtenByKind(written),
    fiscalYear: document.fiscalYear,
    isStandardCheck,
    dictionaries,
    previous,
  };
}

/** Rules ask for the same kinds again and again; each list is made once. */
function writtenByKind(all: readonly FieldValue[]): RuleContext["written"] {
  const known = new Map<string, readonly FieldValue[]>([["", all]]);
  return (...kinds) => {
    const wanted = kinds.join(" ");
    let values = known.get(wanted);
    if (!values) known.set(wanted, (values = all.filter(({ kind }) => kinds.includes(kind))));
    return values;
  };
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

/** Columns of an Excel sheet. */
const MAX_COLUMNS = 16_384;

function cellPlaces(workbook: WorkbookSnapshot): CellPlaces {
  const sheets = new Map(workbook.sheets.map(({ name }, i) => [name, i]));
  const cells = new Map<string, ReadonlyMap<number, CellSnapshot>>();
  const keyOf = ({ row, column }: Omit<CellAddress, "sheet">) => row * MAX_COLUMNS + column;
  return {
    sheets,
    cellAt(address) {
      let known = cells.get(address.sheet);
      if (!known) {
        const sheet = workbook.sheets[sheets.get(address.sheet) ?? -1];
        known = new Map(sheet?.cells.map((cell) => [keyOf(cell), cell]));
        cells.set(address.sheet, known);
      }
      return known.get(keyOf(address));
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

/** A diagnostic with what it is sorted by. */
interface PlacedDiagnostic {
  readonly item: Diagnostic;
  /** Position of the sheet in the workbook. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

function sortDiagnostics(diagnostics: PlacedDiagnostic[]): Diagnostic[] {
  return diagnostics
    .sort(
      (a, b) =>
        a.sheet - b.sheet ||
        a.row - b.row ||
        a.column - b.column ||
        a.item.offset - b.item.offset ||
        compare(a.item.ruleId, b.item.ruleId) ||
        compare(a.item.message, b.item.message),
    )
    .map(({ item }) => item);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
