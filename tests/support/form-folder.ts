import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import type { ReportModel } from "../../core/report/report-model.ts";
import { BUILT_IN_TEMPLATES } from "../../renderer/forms/load-forms.ts";

/** A new folder of own templates that holds `sendai-projects` with some of its files changed, `null` taking one away. */
export function ownTemplates(changes: Readonly<Record<string, string | null>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), "hyoka-templates-"));
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const form = join(root, "sendai-projects");
  cpSync(join(BUILT_IN_TEMPLATES, "sendai-projects"), form, { recursive: true });
  for (const [name, content] of Object.entries(changes)) {
    const file = join(form, name);
    mkdirSync(dirname(file), { recursive: true });
    if (content === null) rmSync(file);
    else writeFileSync(file, content);
  }
  return root;
}

/** The data of a small report: a title and a table with one record. */
export function smallModel(result = "実績"): ReportModel {
  const texts = ["事業", "計画", result, "評価", "子供未来局"];
  const fields = ["name", "plan", "result", "evaluation", "department"] as const;
  const kinds = ["name", "plan", "result", "evaluation", "organisation"] as const;
  return {
    title: "主な施策",
    subject: "実績と評価",
    municipality: "仙台市",
    form: { name: "sendai-projects", title: "主な施策事業の実績" },
    fiscalYear: { gregorian: 2023, label: "令和5年度" },
    issuedOn: "2026-04-01",
    workbook: "表",
    unconfirmed: false,
    parts: [
      { kind: "text", role: "title", level: 0, text: "主な施策", cell: "実績!A1" },
      {
        kind: "list",
        resource: "projects",
        columns: fields.map((field, i) => ({ field, kind: kinds[i]!, width: 20 })),
        headingRows: [fields.map((field) => ({ text: field, cell: "", colspan: 1, rowspan: 1 }))],
        groups: [
          {
            rows: [
              {
                kind: "record",
                cells: fields.map((field, i) => ({
                  field,
                  kind: kinds[i]!,
                  text: texts[i]!,
                  cell: `実績!${"ABCDE"[i]!}4`,
                  colspan: 1,
                  rowspan: 1,
                  grouped: false,
                  numeric: false,
                })),
              },
            ],
          },
        ],
      },
    ],
  };
}
