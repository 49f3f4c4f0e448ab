import { ACCEPTANCE_SHEET, readAcceptances, type Acceptance } from "../../../core/validation/acceptance.ts";
import { parseRange } from "../../../core/workbook/address.ts";
import type { Finding } from "../../review/review-protocol.ts";
import { checkAgain } from "./follow-workbook.ts";
import type { PaneDesk } from "./pane-desk.ts";
import { protectedSheetText } from "./refusal-text.ts";

export interface AcceptanceActions {
  /** Writes a line on the sheet 「確認済み」, which is made when it is missing. */
  accept(finding: Finding, statement: { readonly reason: string; readonly by: string }): Promise<void>;
  /** Takes that line away again: of an accepted finding, or one that has lapsed. */
  withdraw(finding: Finding): Promise<void>;
}

const ANSWERS = {
  written: `確認済みにしました。シート「${ACCEPTANCE_SHEET}」に残ります。`,
  removed: "確認を取り消しました。",
  missing: `シート「${ACCEPTANCE_SHEET}」の行が変わっていたので、取り消しませんでした。`,
  protected: protectedSheetText(ACCEPTANCE_SHEET),
} as const;

export function acceptanceActions(desk: PaneDesk): AcceptanceActions {
  const { store, workbook, queue, today } = desk;
  const checkAndSay = async (answer: keyof typeof ANSWERS): Promise<void> => {
    await checkAgain(desk, { changedSheets: [ACCEPTANCE_SHEET] });
    const kind = answer === "written" || answer === "removed" ? "done" : "warning";
    store.send({ type: "noticed", notice: { kind, text: ANSWERS[answer], remarks: [] } });
  };
  return {
    accept: (finding, { reason, by }) =>
      queue.run("確認済みにしています", async () => {
        store.send({ type: "reviewer-named", name: by });
        await checkAndSay(await workbook.accept({ ...subjectOf(finding), reason, by, on: today() }));
      }),
    withdraw: (finding) =>
      queue.run("確認を取り消しています", async () => {
        const sheets = await workbook.readSheets([ACCEPTANCE_SHEET]);
        const line = readAcceptances({ sheets }).find((acceptance) => isLineOf(acceptance, finding));
        await checkAndSay(line ? await workbook.withdraw(line) : "missing");
      }),
  };
}

function subjectOf({
  ruleId,
  record = "",
  field = "",
  cellText,
}: Finding): Omit<Acceptance, "reason" | "by" | "on" | "row"> {
  return { ruleId, record, field, value: cellText.trim() };
}

/** A lapsed finding stands on the sheet 「確認済み」 itself, and its words are the name of the rule. */
function isLineOf(line: Acceptance, finding: Finding): boolean {
  if (finding.state === "lapsed") return line.row === parseRange(finding.address)?.top && line.ruleId === finding.text;
  const subject = subjectOf(finding);
  return (
    line.ruleId === subject.ruleId &&
    line.record === subject.record &&
    line.field === subject.field &&
    line.value === subject.value &&
    line.reason === finding.acceptance?.reason
  );
}
