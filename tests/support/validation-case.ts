import type { FieldDefinition, FieldKind, FormDefinition } from "../../core/form/form-definition.ts";
import { FIELD_KINDS } from "../../core/form/form-definition.ts";
import type {
  DocumentPart,
  EvaluationDocument,
  EvaluationRecord,
  EvaluationTable,
  Period,
  SourcedValue,
} from "../../core/table/evaluation-document.ts";
import { findFiscalYears } from "../../core/text/fiscal-year.ts";
import type { CellSnapshot, CellValue, SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import type { ValidationInput } from "../../core/validation/validate.ts";
import { NO_DICTIONARIES, type Dictionaries } from "../../core/validation/dictionaries.ts";

/**
 * A table written as a grid. The first line names the columns: `kind`, `kind:field` when two columns are of one kind, or
 * `kind@令和3年度` for a column of years. A cell `undefined` is inherited from the cell above (a merge).
 */
export type Grid = readonly [readonly string[], ...(readonly (CellValue | undefined)[])[]];

export interface CaseDocument {
  readonly grid: Grid;
  /** Texts above the table, one a row, from A1; `# ` begins a heading of level 1, `## ` of level 2. */
  readonly texts?: readonly string[];
  /** Row kinds by index of the data row (0 the first): `{ 2: "cost" }`. */
  readonly rowKinds?: Readonly<Record<number, string>>;
  readonly fiscalYear?: number;
  /** Constraints and the like by field name. */
  readonly fields?: Readonly<Record<string, Partial<FieldDefinition>>>;
  readonly primaryKey?: readonly string[];
  readonly rules?: FormDefinition["rules"];
  readonly dictionaries?: Partial<Dictionaries>;
  /** What the sheet has beside its cells: merges, hidden rows, Excel Tables. */
  readonly sheet?: Partial<Pick<SheetSnapshot, "merges" | "hiddenRows" | "hiddenColumns" | "tables">>;
  readonly isStandardCheck?: boolean;
  /** Headings that the sheet leaves blank: `["B1"]`. */
  readonly blankHeadings?: readonly string[];
  /** Data rows (0 the first) that are blank lines of the sheet and no records. */
  readonly skippedRows?: readonly number[];
  /** Another table two rows below, which the form does not know. */
  readonly below?: readonly (readonly CellValue[])[];
  /** Addresses of cells that show an error. */
  readonly errors?: readonly string[];
  /** Addresses of formula cells: `["C2"]`. */
  readonly formulas?: readonly string[];
}

const SHEET = "Sheet1";

/** Builds the input of `validate` from a grid: sheet `Sheet1`, texts from A1 down, then the heading row, then the data. */
export function validationInput(given: CaseDocument): ValidationInput {
  const { grid, texts = [], fiscalYear } = given;
  const [header, ...lines] = grid;
  const columns = header.map((name) => parseColumn(name));
  const top = texts.length + 1;
  const cells: CellSnapshot[] = [];
  const put = (row: number, column: number, value: CellValue): SourcedValue => {
    const text = value === null ? "" : String(value);
    const address = `${String.fromCharCode(64 + column)}${row}`;
    const formula = given.formulas?.includes(address) ? { formula: "1+1" } : {};
    const error = given.errors?.includes(address) ? { error: text } : {};
    if (value !== null && !given.blankHeadings?.includes(address))
      cells.push({ row, column, value, text, ...formula, ...error });
    return { value, text, cell: { sheet: SHEET, row, column } };
  };
  const parts: DocumentPart[] = texts.map((text, i) => {
    const level = /^(#+) /u.exec(text)?.[1]?.length ?? 0;
    const plain = level > 0 ? text.slice(level + 1) : text;
    const role = level > 0 ? "heading" : /^[※*＊]/u.test(text) ? "note" : "paragraph";
    return { kind: "text", role, level, text: put(i + 1, 1, plain) };
  });
  const headings = header.map((_, i) => put(top, i + 1, columns[i]!.heading));
  const periods: Period[] = [];
  const periodOf = columns.map(({ year }, i) => {
    if (year === undefined) return undefined;
    const known = periods.findIndex(({ label }) => label.text === year);
    if (known >= 0) return known;
    periods.push({ label: headings[i]!, fiscalYear: findFiscalYears(year)[0] });
    return periods.length - 1;
  });
  const records: EvaluationRecord[] = [];
  lines.forEach((line, r) => {
    if (given.skippedRows?.includes(r)) return;
    const row = top + 1 + r;
    const values: Record<string, SourcedValue> = {};
    const series: Record<string, (SourcedValue | null)[]> = {};
    columns.forEach(({ field }, c) => {
      const given_ = line[c];
      const above = records.at(-1);
      const value: SourcedValue =
        given_ === undefined && c < line.length && above?.values[field]
          ? { ...above.values[field], inherited: true }
          : put(row, c + 1, given_ ?? null);
      const period = periodOf[c];
      if (period === undefined) values[field] = value;
      else (series[field] ??= [])[period] = value;
    });
    for (const slots of Object.values(series)) {
      for (let i = 0; i < periods.length; i++) slots[i] ??= null;
    }
    const range = { top: row, left: 1, bottom: row, right: columns.length };
    records.push({ kind: given.rowKinds?.[r] ?? "record", range, values, series, extras: {} });
  });
  given.below?.forEach((line, r) => {
    line.forEach((value, c) => put(top + lines.length + 2 + r, c + 1, value));
  });
  const table: EvaluationTable = {
    layout: "list",
    resource: "records",
    sheet: SHEET,
    range: { top, left: 1, bottom: top + lines.length, right: columns.length },
    columns: columns.map(({ field }, i) => ({
      field,
      period: periodOf[i],
      heading: headings[i],
      under: undefined,
      left: i + 1,
      right: i + 1,
      grouped: false,
    })),
    periods,
    corner: undefined,
    labels: {},
    records,
    missingHeadings: [],
  };
  const document: EvaluationDocument = { form: "test", fiscalYear, parts: [...parts, { kind: "table", table }] };
  const workbook: WorkbookSnapshot = {
    sheets: [
      {
        name: SHEET,
        visibility: "visible",
        cells,
        merges: [],
        hiddenRows: [],
        hiddenColumns: [],
        tables: [],
        ...given.sheet,
      },
    ],
  };
  return deepFreeze({
    workbook,
    form: testForm(columns, given),
    document,
    dictionaries: { ...NO_DICTIONARIES, ...given.dictionaries },
    ...(given.isStandardCheck ? { isStandardCheck: true } : {}),
  });
}

interface Column {
  readonly kind: FieldKind;
  readonly field: string;
  readonly year: string | undefined;
  readonly heading: string;
}

function parseColumn(name: string): Column {
  const [, kind = "", field, year] = /^([a-z]+)(?::([A-Za-z0-9]+))?(?:@(.+))?$/u.exec(name) ?? [];
  if (!(FIELD_KINDS as readonly string[]).includes(kind)) throw new Error(`unknown kind of column: ${name}`);
  return { kind: kind as FieldKind, field: field ?? kind, year, heading: year ?? field ?? kind };
}

function testForm(columns: readonly Column[], given: CaseDocument): FormDefinition {
  const fields = new Map(
    columns.map(({ field, kind }): [string, FieldDefinition] => [
      field,
      { name: field, title: field, type: "string", kind, ...given.fields?.[field] },
    ]),
  );
  return {
    name: "test",
    title: "試験用の帳票",
    municipality: "試験市",
    resources: [
      {
        name: "records",
        title: "記録",
        schema: { fields: [...fields.values()], ...(given.primaryKey ? { primaryKey: given.primaryKey } : {}) },
      },
    ],
    layouts: [
      {
        type: "list",
        resource: "records",
        columns: columns.map(({ field, heading }) => ({ fields: [field], headings: [heading] })),
      },
    ],
    texts: [],
    ...(given.rules ? { rules: given.rules } : {}),
    report: {
      size: "A4",
      orientation: "portrait",
      margin: { top: 10, right: 10, bottom: 10, left: 10 },
      typeface: "gothic",
      fontSize: 9,
      title: "試験",
      subject: "試験",
    },
  };
}

/** Freezes a value through and through: a rule that changes what it was given throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) deepFreeze(item);
  }
  return value;
}
