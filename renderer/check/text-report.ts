import { styleText } from "node:util";
import { fiscalYearLabel } from "../../core/text/fiscal-year.ts";
import { documentTables } from "../../core/table/evaluation-document.ts";
import type { Diagnostic, Severity } from "../../core/validation/diagnostic.ts";
import type { CheckedWorkbook } from "./check-workbook.ts";

type Style = Parameters<typeof styleText>[0];

const MARKS: Readonly<Record<Severity, readonly [string, Style]>> = {
  error: ["✗ 誤り", "red"],
  warning: ["▲ 警告", "yellow"],
  info: ["・ 情報", "blue"],
};

/** Characters shown on either side of the offending words. */
const CONTEXT = 14;
/** Longest excerpt of the offending words themselves. */
const EXCERPT = 44;

/**
 * A check as a person reads it on a terminal: by sheet and record, each problem with its cell, its words marked, and what
 * to do. `paint` colours a piece of text; it leaves it alone where nobody sees colours.
 */
export function textReport(
  checked: CheckedWorkbook,
  paint: (style: Style, text: string) => string = styleText,
): string {
  const { path, form, document, result } = checked;
  const records = documentTables(document).reduce((sum, { records: own }) => sum + own.length, 0);
  const year = document.fiscalYear === undefined ? "" : ` ${fiscalYearLabel(document.fiscalYear)}`;
  const found = records > 0 ? ` ${records} 件` : "";
  const lines = [paint("bold", path), `${form.municipality}「${form.title}」${year}${found}`, ""];
  let sheet = "";
  let record = "";
  for (const diagnostic of result.open) {
    if (diagnostic.sheet !== sheet) {
      sheet = diagnostic.sheet;
      record = "";
      lines.push(paint("underline", `シート「${sheet}」`));
    }
    if ((diagnostic.record ?? "") !== record) {
      record = diagnostic.record ?? "";
      if (record !== "") lines.push(`  ${paint("bold", record)}`);
    }
    lines.push(...diagnosticLines(diagnostic, paint));
  }
  for (const { diagnostic, acceptance } of result.accepted) {
    lines.push(
      `  ${paint("green", "✓ 確認済み")} ${diagnostic.sheet}!${diagnostic.address} ${diagnostic.message}（${acceptance.reason}）`,
    );
  }
  for (const { ruleId, error } of result.faults) {
    lines.push(`  規則「${ruleId}」の内部で誤りが起き、この規則では調べられませんでした: ${String(error)}`);
  }
  return [...lines, "", summaryLine(checked, paint)].join("\n");
}

function diagnosticLines(diagnostic: Diagnostic, paint: (style: Style, text: string) => string): string[] {
  const [mark, style] = MARKS[diagnostic.severity];
  const lines = [
    `    ${paint(style, mark)} ${diagnostic.address.padEnd(5)} ${diagnostic.message} ${paint("dim", diagnostic.ruleId)}`,
  ];
  const excerpt = excerptOf(diagnostic, (text) => paint([style as "red", "underline"], text));
  if (excerpt !== "") lines.push(`             ${excerpt}`);
  const [fix] = diagnostic.fixes;
  if (fix) lines.push(`             ${paint("green", fix.kind === "fix" ? "直せます" : "案")}: ${fix.title}`);
  return lines;
}

/** The offending words between 〔 〕, with a little of what stands around them, on one line. */
export function excerptOf({ cellText, text, offset }: Diagnostic, emphasise: (text: string) => string): string {
  if (text.trim() === "") return "";
  const flat = (part: string) => part.replaceAll(/\s*\n\s*/gu, "⏎");
  const words = text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
  const from = Math.max(0, offset - CONTEXT);
  const to = Math.min(cellText.length, offset + text.length + CONTEXT);
  const before = (from > 0 ? "…" : "") + cellText.slice(from, offset);
  const after =
    text.length > EXCERPT ? "" : cellText.slice(offset + text.length, to) + (to < cellText.length ? "…" : "");
  return `${flat(before)}〔${emphasise(flat(words))}〕${flat(after)}`;
}

function summaryLine({ result }: CheckedWorkbook, paint: (style: Style, text: string) => string): string {
  const { errors, warnings, infos, suppressed } = result.summary;
  if (errors + warnings + infos === 0)
    return paint("green", `指摘はありません。${suppressed > 0 ? `（確認済み ${suppressed}）` : ""}`);
  const fixable = result.open.filter(({ fixes }) => fixes.some(({ kind }) => kind === "fix")).length;
  const counts = [
    paint(errors > 0 ? "red" : "dim", `誤り ${errors}`),
    paint(warnings > 0 ? "yellow" : "dim", `警告 ${warnings}`),
    paint("dim", `情報 ${infos}`),
    ...(suppressed > 0 ? [paint("green", `確認済み ${suppressed}`)] : []),
  ].join("  ");
  return fixable > 0
    ? `${counts}\nこのうち ${fixable} 件は「hyoka check --fix -o 出力先」で意味を変えずに直せます。`
    : counts;
}
