import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFormDefinition } from "../../core/form/parse-form-definition.ts";
import { recogniseForm } from "../../core/table/recognise-form.ts";
import { checkDocument } from "../../core/validation/check-document.ts";
import { RULES } from "../../core/validation/rules/index.ts";
import type { CellSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { loadDictionaries } from "../forms/load-dictionaries.ts";
import { BUILT_IN_TEMPLATES } from "../forms/load-forms.ts";
import { QUALITY_FOLDER, type Finding, type QualityData } from "./quality-data.ts";
import type { SampleDiagnostic } from "./sample-diagnostics.ts";

/** A mistake put into a document on purpose. */
interface Fault {
  readonly cell: string;
  readonly text: string;
  /** Ids of rules that would be about it; none where no rule exists. */
  readonly rules: readonly string[];
  readonly what: string;
}

/** An invented document of a municipality that no form or rule was written for. */
export interface OtherDocument {
  readonly document: string;
  readonly title: string;
  readonly records: number;
  readonly form: unknown;
  readonly rows: readonly (readonly (string | number)[])[];
  readonly faults: readonly Fault[];
}

/** Reads the invented documents. */
export function readOtherDocuments(folder = QUALITY_FOLDER): readonly OtherDocument[] {
  return JSON.parse(readFileSync(join(folder, "other-documents.json"), "utf8")) as readonly OtherDocument[];
}

/** Checks an invented document with the common dictionaries alone. @throws Error when a rule fails. */
export function otherDiagnostics({ document: name, form: json, rows }: OtherDocument): SampleDiagnostic[] {
  const form = parseFormDefinition(json, name);
  const workbook = workbookOf(rows);
  const { document } = recogniseForm(workbook, [form], form);
  const folder = join(BUILT_IN_TEMPLATES, form.name);
  const dictionaries = loadDictionaries({ folder, sharedFolder: join(BUILT_IN_TEMPLATES, "shared") });
  const { open, faults } = checkDocument({ workbook, form, document, dictionaries }, RULES);
  const [fault] = faults;
  if (fault) throw new Error(`${name}: rule ${fault.ruleId} failed`, { cause: fault.error });
  return open.map((diagnostic) => ({ ...diagnostic, document: name }));
}

/** The faults as findings, each with a map of its own, so that they are measured as the samples are. */
export function otherFindings(documents: readonly OtherDocument[]): Pick<QualityData, "findings" | "ruleMap"> {
  const named = documents.flatMap(({ document, faults }) =>
    faults.map((fault, i) => ({ id: `${document}-${i + 1}`, document, fault })),
  );
  return {
    findings: named.map(({ id, document, fault: { cell, text, what } }): Finding => {
      return {
        id,
        document,
        cells: cell.split(" "),
        certainty: "certain",
        rule: id,
        row: "",
        column: "",
        text,
        note: what,
      };
    }),
    ruleMap: Object.fromEntries(named.map(({ id, fault }) => [id, fault.rules])),
  };
}

function workbookOf(rows: OtherDocument["rows"]): WorkbookSnapshot {
  const cells = rows.flatMap((row, r) =>
    row.flatMap((value, c): CellSnapshot[] =>
      value === "" ? [] : [{ row: r + 1, column: c + 1, value, text: String(value) }],
    ),
  );
  return {
    sheets: [{ name: "様式", visibility: "visible", cells, merges: [], hiddenRows: [], hiddenColumns: [], tables: [] }],
  };
}
