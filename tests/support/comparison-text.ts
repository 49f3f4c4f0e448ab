import type {
  ComparedIndicator,
  ComparedRecord,
  ComparedRow,
  ComparisonModel,
  MarkedText,
  PlacedFinding,
} from "../../core/report/comparison/comparison-model.ts";
import { previousYearRules } from "../../core/validation/rules/previous-year-rules.ts";

const COMPARING = new Set(previousYearRules.map(({ meta }) => meta.id));

/**
 * A comparison as a text that people can read in a change: what is gone in [-…-], what is new in {+…+}. Of the findings it
 * names those that compare the years.
 */
export function comparisonText({ title, summary, sections, texts, findings }: ComparisonModel): string {
  return [
    `# ${title}`,
    ...summary
      .filter(({ label }) => !label.startsWith("検査の指摘"))
      .map(({ label, count, names }) => `${label}: ${count}${names.map((name) => `\n    ${name}`).join("")}`),
    ...sections.flatMap((section) => [`\n## ${section.title}`, ...section.records.flatMap(recordLines)]),
    "\n## texts",
    ...texts.flatMap(rowLines),
    "\n## findings",
    ...findingLines(findings),
    "",
  ].join("\n");
}

/** All findings of a comparison, wherever they stand. */
export function placedFindings({ sections, texts, findings }: ComparisonModel): PlacedFinding[] {
  const records = sections.flatMap((section) => section.records);
  return [
    ...records.flatMap((record) => [...record.rows.flatMap((row) => row.findings), ...record.findings]),
    ...texts.flatMap((row) => row.findings),
    ...findings,
  ];
}

function recordLines(record: ComparedRecord): string[] {
  const { title, department, mark, note, brief, rows, indicators, findings } = record;
  return [
    `\n### ${[title, department, mark, note].filter(Boolean).join(" | ")}`,
    ...(brief.length > 0 ? [`= ${brief.map((row) => `${row.title} ${row.current!.text}`).join("、")}`] : []),
    ...rows.flatMap(rowLines),
    ...indicators.map(indicatorLine),
    ...findingLines(findings),
  ];
}

function rowLines({ title, state, mark, isStriking, isJoined, previous, current, findings }: ComparedRow): string[] {
  const head = `${isStriking ? "*" : "-"} ${title} (${[state, mark].filter(Boolean).join(" ")})`;
  const sides = isJoined
    ? [`    = ${marked(current, "", "")}`]
    : [
        ...(previous ? [`    < ${marked(previous, "[-", "-]")}`] : []),
        ...(current ? [`    > ${marked(current, "{+", "+}")}`] : []),
      ];
  return [head, ...sides, ...findingLines(findings)];
}

function marked(text: MarkedText | null, open: string, close: string): string {
  const lines = text?.lines.map(({ marker, pieces }) =>
    [marker, ...pieces.map((piece) => (piece.isChanged ? open + piece.text + close : piece.text))].join(""),
  );
  return `${text?.cell ?? ""} ${lines?.join(" / ") ?? ""}`;
}

function indicatorLine({ label, state, mark, previous, current, change, chart }: ComparedIndicator): string {
  const words = [label, mark, `${previous.text || "—"} → ${current.text || "—"}`, change].filter(Boolean).join(" | ");
  return `  # ${words} (${state})${chart ? ` ${chart.line} ${chart.alternative}` : ""}`;
}

function findingLines(findings: readonly PlacedFinding[]): string[] {
  return findings
    .filter(({ ruleId }) => COMPARING.has(ruleId))
    .map(({ ruleId, cell, accepted }) => `    ! ${ruleId} ${cell}${accepted === "" ? "" : ` (${accepted})`}`);
}
