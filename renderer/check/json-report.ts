import { documentTables } from "../../core/table/evaluation-document.ts";
import type { Diagnostic } from "../../core/validation/diagnostic.ts";
import { STANDARD_FORM } from "../../core/validation/check-standard.ts";
import { rangeName } from "../../core/workbook/address.ts";
import type { CheckedWorkbook } from "./check-workbook.ts";

/** The output of `check --format json`: one object, its shape fixed by `version`. */
export function jsonReport(checked: readonly CheckedWorkbook[]): string {
  return `${JSON.stringify({ version: 1, workbooks: checked.map(workbookObject) }, null, 2)}\n`;
}

function workbookObject({ path, form, document, result }: CheckedWorkbook): object {
  const tables = documentTables(document).map(({ resource, sheet, range, records }) => ({
    resource,
    sheet,
    range: rangeName(range),
    records: records.length,
  }));
  const accepted = result.accepted.map(({ diagnostic, acceptance }) => ({
    ...diagnosticObject(diagnostic, true),
    reason: acceptance.reason,
    by: acceptance.by,
    on: acceptance.on,
  }));
  return {
    path,
    form: form === STANDARD_FORM ? null : form.name,
    fiscalYear: document.fiscalYear ?? null,
    tables,
    diagnostics: [...result.open.map((diagnostic) => diagnosticObject(diagnostic, false)), ...accepted],
    summary: result.summary,
    faults: result.faults.map(({ ruleId, error }) => ({ ruleId, message: String(error) })),
  };
}

function diagnosticObject(diagnostic: Diagnostic, suppressed: boolean): object {
  const { ruleId, messageId, severity, message, sheet, address, text, offset, field, record, standard, fixes } =
    diagnostic;
  return {
    ruleId,
    messageId,
    severity,
    message,
    sheet,
    address,
    text,
    offset,
    field: field ?? null,
    record: record ?? null,
    standard: standard ?? null,
    fixes,
    suppressed,
  };
}
