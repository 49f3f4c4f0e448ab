import type { WorkbookChange } from "../../workbook/sheet-list.ts";
import type { PaneDesk } from "./pane-desk.ts";
import { joinedChanges } from "./joined-changes.ts";
import type { Problem } from "../state/pane-state.ts";

/**
 * Checks again what an edit in Excel may have changed, also another author's. What happens while a check runs is taken
 * together in the next one. Edits of a workbook whose form is not known are left to 「読み直す」.
 */
export async function followWorkbook(desk: PaneDesk, describeError: (error: unknown) => Problem): Promise<void> {
  const { store, workbook, queue } = desk;
  let waiting: WorkbookChange | undefined;
  const takeWaiting = async (): Promise<void> => {
    const change = waiting;
    waiting = undefined;
    if (change && store.state().opened?.kind === "recognised") await checkAgain(desk, change);
  };
  await workbook.watch({
    selected(selection) {
      store.send({ type: "selection-moved", selection });
    },
    changed(change) {
      const isFirst = waiting === undefined;
      waiting = waiting ? joinedChanges(waiting, change) : change;
      if (isFirst) void queue.run(undefined, takeWaiting);
    },
    failed(error) {
      store.send({ type: "failed", problem: describeError(error) });
    },
  });
}

type Changes = Pick<WorkbookChange, "changedSheets"> & Partial<WorkbookChange>;

/** Reads sheets that were edited or added and brings the review up to date. */
export async function checkAgain(
  { store, review, workbook }: Pick<PaneDesk, "store" | "review" | "workbook">,
  { changedSheets, removed, renamed, order }: Changes,
): Promise<void> {
  const sheets = await workbook.readSheets(changedSheets);
  const changes = { sheets, ...(removed && { removed }), ...(renamed && { renamed }), ...(order && { order }) };
  store.send({ type: "reviewed", review: await review.update(changes) });
  const pairing = store.state().comparison && (await review.pairs());
  if (pairing) store.send({ type: "paired", pairing });
}
