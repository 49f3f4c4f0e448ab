import { readFileSync } from "node:fs";
import { excelWorkbook } from "../../../addin/pane/actions/excel-workbook.ts";
import { createPaneActions, type PaneActions } from "../../../addin/pane/actions/pane-actions.ts";
import { problemOf } from "../../../addin/pane/actions/problem-of.ts";
import { firstState, type PaneState } from "../../../addin/pane/state/pane-state.ts";
import { createPaneStore, type PaneStore } from "../../../addin/pane/state/pane-store.ts";
import { bundledForms } from "../../../addin/review/bundled-forms.ts";
import type { Finding } from "../../../addin/review/review-protocol.ts";
import { ReviewSession } from "../../../addin/review/review-session.ts";
import { openSimulatedExcel, type SimulatedExcel } from "../../excel-host/simulated-excel.ts";
import { samplePath, type SampleName } from "../../support/samples.ts";

/** The pane without its screen: its state and actions on a workbook in a simulated Excel. */
export interface OpenDesk {
  readonly store: PaneStore;
  readonly actions: PaneActions;
  readonly excel: SimulatedExcel;
  /** The first finding that is of a kind; there must be one. */
  readonly find: (is: (finding: Finding) => boolean) => Finding;
  /** Waits until the state is as asked for. */
  readonly until: (is: (state: PaneState) => boolean) => Promise<void>;
}

export async function openDesk(workbook: SampleName | Uint8Array): Promise<OpenDesk> {
  const bytes = typeof workbook === "string" ? readFileSync(samplePath(workbook)) : workbook;
  const excel = await openSimulatedExcel(bytes);
  const store = createPaneStore(firstState("check"));
  const actions = createPaneActions({
    store,
    review: new ReviewSession(bundledForms),
    workbook: excelWorkbook({
      run: (work) => excel.run({ delayForCellEdit: true }, work),
      supports: (version) => excel.host.requirements.isSupported("ExcelApi", version),
      quiet: 5,
    }),
    today: () => "2026-04-01",
    describeError: problemOf,
  });
  await actions.open();
  return {
    store,
    actions,
    excel,
    find(is) {
      const found = store.state().review?.findings.find(is);
      if (!found) throw new Error("no such finding");
      return found;
    },
    until: (is) =>
      new Promise((resolve) => {
        if (is(store.state())) {
          resolve();
          return;
        }
        const stop = store.listen(() => {
          if (!is(store.state())) return;
          stop();
          resolve();
        });
      }),
  };
}
