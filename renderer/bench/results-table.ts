import { readFileSync, writeFileSync } from "node:fs";

/** One line of the results. */
export interface Result {
  readonly what: string;
  readonly figure: string;
  /** What the figure is compared with, and the figure of that. */
  readonly baseline?: string;
  /** The quotient of both, or another figure that has a target. */
  readonly compared?: number;
  readonly target?: { readonly most: number; readonly unit: string };
}

const BEGIN = "<!-- results: written by `npm run bench` -->";
const END = "<!-- end of results -->";

/** Results as a Markdown table, its columns in line. */
export function resultsTable(results: readonly Result[]): string {
  const rows = [
    ["Measure", "Figure", "Baseline", "Ratio", "Target", "Met"],
    ...results.map(({ what, figure, baseline, compared, target }) => [
      what,
      figure,
      baseline ?? "",
      compared === undefined || (target && target.unit !== "×") ? "" : compared.toFixed(2),
      target ? `≤ ${target.most} ${target.unit}`.trimEnd() : "",
      target && compared !== undefined ? (compared <= target.most ? "yes" : "**no**") : "",
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(" | ")} |`;
  return [line(rows[0]!), line(widths.map((width) => "-".repeat(width))), ...rows.slice(1).map(line)].join("\n");
}

/** Puts a text between the markers of a Markdown file; everything outside stays as it is. */
export function writeResults(file: string, text: string): void {
  const page = readFileSync(file, "utf8");
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error(`${file} lacks the line ${from < 0 ? BEGIN : END}`);
  writeFileSync(file, `${page.slice(0, from + BEGIN.length)}\n\n${text}\n\n${page.slice(to)}`);
}

/** `1234` → 1.23 s, `12.3` → 12 ms. */
export function shownTime(milliseconds: number): string {
  if (milliseconds >= 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
}

/** Bytes as GB (10⁹ bytes). */
export function shownMemory(bytes: number): string {
  return `${(bytes / 1e9).toFixed(2)} GB`;
}
