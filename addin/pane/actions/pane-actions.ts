import type { Finding } from "../../review/review-protocol.ts";
import type { Place, Problem } from "../state/pane-state.ts";
import { acceptanceActions, type AcceptanceActions } from "./acceptance-actions.ts";
import { fixActions, type FixActions } from "./fix-actions.ts";
import { followWorkbook } from "./follow-workbook.ts";
import type { PaneDesk } from "./pane-desk.ts";
import { previousYearActions, type PreviousYearActions } from "./previous-year-actions.ts";
import { sheetActions, type SheetActions } from "./sheet-actions.ts";
import { createWorkQueue } from "./work-queue.ts";

/** Everything that a person can set off in the pane. No promise rejects: what fails is shown. */
export interface PaneActions extends AcceptanceActions, FixActions, PreviousYearActions, SheetActions {
  /** Reads the workbook and checks it; `formName` is the form that a person chose. */
  open(formName?: string): Promise<void>;
  jump(place: Place): Promise<void>;
  /** Opens the page of a finding and selects its cell. */
  show(finding: Finding): Promise<void>;
  retry(): Promise<void>;
}

/** What to show of an error. */
type DescribeError = (error: unknown) => Problem;

export function createPaneActions({
  describeError,
  ...ports
}: Omit<PaneDesk, "queue"> & { readonly describeError: DescribeError }): PaneActions {
  const desk: PaneDesk = { ...ports, queue: createWorkQueue(ports.store, describeError) };
  const { store, queue, workbook } = desk;
  const open = openAction(desk, describeError);
  const jump: PaneActions["jump"] = ({ sheet, address }) =>
    queue.runAside(async () => {
      const selection = await workbook.select({ sheet, address });
      if (selection === "selected") return;
      const text =
        selection === "hidden"
          ? `シート「${sheet}」は隠れています。再表示すると ${address} へ移動できます。`
          : `シート「${sheet}」の ${address} が見つかりません。読み直してください。`;
      store.send({ type: "noticed", notice: { text, remarks: [], kind: "warning" } });
    });
  return {
    ...acceptanceActions(desk),
    ...fixActions(desk),
    ...previousYearActions(desk),
    ...sheetActions(desk, open),
    open,
    jump,
    show(finding) {
      store.send({ type: "finding-opened", finding });
      return jump(finding);
    },
    retry: () => queue.retry(),
  };
}

function openAction(desk: PaneDesk, describeError: DescribeError): PaneActions["open"] {
  const { store, review, workbook, queue } = desk;
  let isFollowed = false;
  return (formName) =>
    queue.run("ブックを読み取っています", async (progress) => {
      const rules = review.rules();
      store.send({ type: "described", description: await workbook.describe() });
      const snapshot = await workbook.read((part) => {
        // What is wrong with it, opening the whole will say.
        review.readAhead([part]).catch(() => undefined);
      });
      store.send({ type: "rules-known", rules: await rules });
      const opened = await review.open(formName === undefined ? { snapshot } : { snapshot, formName });
      store.send({ type: "opened", opened, formName });
      const onProgress = (done: number, total: number): void => {
        progress({ text: "検証しています", done, total });
      };
      const follow = async (): Promise<void> => {
        if (!isFollowed) await followWorkbook(desk, describeError);
        isFollowed = true;
      };
      // Excel begins to tell of edits while the worker checks.
      const checking = opened.kind === "recognised" ? review.check({ onProgress }) : undefined;
      const [checked] = await Promise.all([checking, follow()]);
      if (!checked) return;
      // Last year's workbook is kept as long as the form stays the same.
      const pairing = await review.pairs();
      const known = store.state().comparison;
      const comparison = pairing && known ? { ...known, ...pairing } : undefined;
      store.send({ type: "compared", comparison, review: checked });
    });
}
