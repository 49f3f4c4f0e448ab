import type { Log, ReportingDescriptor, Result } from "sarif";
import type { Diagnostic, Severity } from "../../core/validation/diagnostic.ts";
import type { Rule } from "../../core/validation/rule.ts";
import { qualifiedCellName, parseRange } from "../../core/workbook/address.ts";
import type { CheckedWorkbook } from "./check-workbook.ts";

const LEVELS: Readonly<Record<Severity, Result.level>> = { error: "error", warning: "warning", info: "note" };

/** The output of `check --format sarif` (SARIF 2.1.0). A cell is a logical location: a workbook has no lines. */
export function sarifReport(checked: readonly CheckedWorkbook[], rules: readonly Rule[], version: string): string {
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Hyoka", version, language: "ja", rules: rules.map(descriptor) } },
        columnKind: "utf16CodeUnits",
        results: checked.flatMap(workbookResults),
        invocations: [
          {
            executionSuccessful: checked.every(({ result }) => result.faults.length === 0),
            toolExecutionNotifications: checked.flatMap(({ result }) =>
              result.faults.map(({ ruleId, error }) => ({
                level: "error" as const,
                associatedRule: { id: ruleId },
                message: { text: `規則「${ruleId}」の内部で誤りが起きました: ${String(error)}` },
              })),
            ),
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor({ meta }: Rule): ReportingDescriptor {
  return {
    id: meta.id,
    name: meta.id.replaceAll(/(?:^|-)([a-z])/gu, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: meta.title },
    fullDescription: { text: meta.description },
    help: { text: meta.remedy },
    defaultConfiguration: { level: LEVELS[meta.severity] as "error" | "warning" | "note" },
  };
}

function workbookResults({ path, result }: CheckedWorkbook): Result[] {
  return [
    ...result.open.map((diagnostic) => resultOf(path, diagnostic)),
    ...result.accepted.map(({ diagnostic, acceptance }) => ({
      ...resultOf(path, diagnostic),
      suppressions: [{ kind: "external" as const, status: "accepted" as const, justification: acceptance.reason }],
    })),
  ];
}

function resultOf(path: string, diagnostic: Diagnostic): Result {
  const range = parseRange(diagnostic.address);
  const cell = { sheet: diagnostic.sheet, row: range?.top ?? 1, column: range?.left ?? 1 };
  return {
    ruleId: diagnostic.ruleId,
    level: LEVELS[diagnostic.severity],
    message: { text: diagnostic.message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: encodeURI(path.replaceAll("\\", "/")) } },
        logicalLocations: [{ fullyQualifiedName: qualifiedCellName(cell), name: diagnostic.address, kind: "cell" }],
      },
    ],
    properties: {
      text: diagnostic.text,
      offset: diagnostic.offset,
      ...(diagnostic.record === undefined ? {} : { record: diagnostic.record }),
      ...(diagnostic.field === undefined ? {} : { field: diagnostic.field }),
      ...(diagnostic.standard === undefined ? {} : { standard: diagnostic.standard }),
      ...(diagnostic.fixes.length === 0 ? {} : { fixes: diagnostic.fixes }),
    },
  };
}
