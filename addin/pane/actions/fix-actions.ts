import type { CellEdit, QuickFix } from "../../../core/validation/diagnostic.ts";
import type { Finding } from "../../review/review-protocol.ts";
import { checkAgain } from "./follow-workbook.ts";
import type { PaneDesk } from "./pane-desk.ts";
import { refusalTexts } from "./refusal-text.ts";

export interface FixActions {
  /** Applies one correction of a finding: one undo step. */
  fix(fix: QuickFix): Promise<void>;
  /** Applies the meaning-preserving corrections of all open findings of a rule. */
  fixAll(ruleId: string): Promise<void>;
}

/** The open findings of a rule that a correction settles without changing the meaning. */
export function fixableFindings(findings: readonly Finding[], ruleId: string): Finding[] {
  return findings.filter(
    (finding) =>
      finding.ruleId === ruleId && finding.state === "open" && finding.fixes.some(({ kind }) => kind === "fix"),
  );
}

export function fixActions(desk: PaneDesk): FixActions {
  const { store, queue } = desk;
  return {
    fix: ({ edits }) => queue.run("直しています", () => applyAndCheck(desk, edits)),
    fixAll: (ruleId) =>
      queue.run("まとめて直しています", async () => {
        const findings = fixableFindings(store.state().review?.findings ?? [], ruleId);
        const edits = findings.flatMap(({ fixes }) => fixes.find(({ kind }) => kind === "fix")?.edits ?? []);
        await applyAndCheck(desk, edits);
      }),
  };
}

async function applyAndCheck(desk: PaneDesk, edits: readonly CellEdit[]): Promise<void> {
  const outcome = await desk.workbook.applyEdits(edits);
  const remarks = refusalTexts(outcome);
  await checkAgain(desk, { changedSheets: [...new Set(edits.map(({ sheet }) => sheet))] });
  desk.store.send({
    type: "noticed",
    notice: { kind: remarks.length > 0 ? "warning" : "done", text: appliedText(outcome.applied.length), remarks },
  });
}

function appliedText(count: number): string {
  if (count === 0) return "直しませんでした。";
  return `${count === 1 ? "直しました。" : `${count} か所を直しました。`}Excel の「元に戻す」で戻せます。`;
}
