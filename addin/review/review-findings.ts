import type { CheckedDocument } from "../../core/validation/check-document.ts";
import type { Diagnostic } from "../../core/validation/diagnostic.ts";
import type { Finding, FindingState, Review } from "./review-protocol.ts";

const LAPSED: ReadonlySet<string> = new Set(["acceptance-unused", "acceptance-without-reason"]);

/**
 * A check as the pane shows it.
 * @param titleOf what a record is called, by its key.
 */
export function reviewOf(
  { open, accepted, summary, faults, departments }: CheckedDocument,
  titleOf: (key: string) => string | undefined,
): Review {
  const nextId = idMaker();
  const finding = (diagnostic: Diagnostic, state: FindingState): Finding => {
    const { record } = diagnostic;
    const department = record === undefined ? undefined : departments.get(record);
    const title = record === undefined ? undefined : titleOf(record);
    return {
      ...diagnostic,
      id: nextId(diagnostic),
      state,
      ...(department === undefined ? {} : { department }),
      ...(title === undefined ? {} : { recordTitle: title }),
    };
  };
  return {
    findings: [
      ...open.map((diagnostic) => finding(diagnostic, LAPSED.has(diagnostic.ruleId) ? "lapsed" : "open")),
      ...accepted.map(({ diagnostic, acceptance: { reason, by, on, row } }) => ({
        ...finding(diagnostic, "accepted"),
        acceptance: { reason, by, on, row },
      })),
    ],
    summary,
    faults: faults.map(({ ruleId, error }) => ({ ruleId, message: String(error) })),
    ready: summary.errors === 0,
  };
}

/**
 * Names a finding by what it says of which value, not by where that stands: neither rows that move nor the new name of
 * a sheet change it. Findings that are alike in everything are numbered in their order.
 */
function idMaker(): (diagnostic: Diagnostic) => string {
  const counts = new Map<string, number>();
  return ({ ruleId, messageId, record = "", field = "", cellText, offset }) => {
    const subject = [ruleId, messageId, record, field, textMark(cellText), offset].join("|");
    const count = (counts.get(subject) ?? 0) + 1;
    counts.set(subject, count);
    return `${subject}|${count}`;
  };
}

/** A short mark of a long text. Two texts with one mark would only be numbered like two of the same text. */
function textMark(text: string): string {
  let mark = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) mark = Math.imul(mark ^ text.charCodeAt(i), 0x01000193);
  return `${text.length.toString(36)}-${(mark >>> 0).toString(36)}`;
}
