import type { LayoutDefinition } from "../../core/form/form-definition.ts";
import type { Output } from "../console-text.ts";
import { EXIT } from "../exit-code.ts";
import { loadForms } from "../forms/load-forms.ts";

/** Lists the forms that can be recognised, with the headings by which they are. */
export function forms(templates: string | undefined, output: Output): number {
  for (const { definition, folder } of loadForms(templates)) {
    output.out(definition.name);
    output.out(
      `  ${definition.municipality}「${definition.title}」 ${definition.report.size} ${definition.report.orientation === "landscape" ? "横" : "縦"}`,
    );
    if (definition.description !== undefined) output.out(`  ${definition.description}`);
    for (const layout of definition.layouts)
      output.out(`  ${LAYOUT_NAMES[layout.type]}: ${headings(layout).join(" | ")}`);
    output.out(`  ${folder}`);
  }
  return EXIT.done;
}

const LAYOUT_NAMES: Readonly<Record<LayoutDefinition["type"], string>> = {
  list: "一覧表",
  "yearly-plan": "年度別計画",
  card: "個票",
  matrix: "行列",
};

function headings(layout: LayoutDefinition): string[] {
  const readable = (heading: string) => heading.replaceAll("{fiscalYear}", "○年度").replaceAll("{n}", "○");
  switch (layout.type) {
    case "list":
    case "yearly-plan":
      return layout.columns.map((column) => readable(column.headings[0] ?? ""));
    case "card":
      return layout.items.map(({ labels }) => readable(labels[0] ?? ""));
    case "matrix":
      return [layout.corner, ...layout.columnHeadings];
  }
}
