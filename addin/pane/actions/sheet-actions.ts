import type { NewSheet } from "../../review/review-protocol.ts";
import type { MadeSheets } from "../state/pane-state.ts";
import { checkAgain } from "./follow-workbook.ts";
import type { PaneDesk } from "./pane-desk.ts";

export interface SheetActions {
  /** Works out what 整形 would make; writes nothing. */
  previewStructure(): Promise<void>;
  /** Adds the sheets of the preview; the form's own sheets stay as they are. */
  addStructure(): Promise<void>;
  /** Adds the list of findings as a sheet, for mailing round. */
  addFindingSheet(): Promise<void>;
  /** Adds the empty sheets of a form to a blank workbook. */
  addBlankForm(request: { readonly formName: string; readonly fiscalYear: number }): Promise<void>;
}

export function sheetActions(desk: PaneDesk, open: () => Promise<void>): SheetActions {
  const { store, review, queue } = desk;
  return {
    previewStructure: () =>
      queue.run("整形の下見をしています", async () => {
        store.send({ type: "structured", preview: await review.structure() });
      }),
    addStructure: () =>
      queue.run("整形しています", async () => {
        const preview = store.state().structure ?? (await review.structure());
        const names = await addSheets(desk, "structure", preview.sheets);
        await checkAgain(desk, { changedSheets: names });
      }),
    addFindingSheet: () =>
      queue.run("指摘一覧を書き出しています", async () => {
        const names = await addSheets(desk, "list", [await review.findingSheet({ fileName: store.state().fileName })]);
        await checkAgain(desk, { changedSheets: names });
      }),
    async addBlankForm(request) {
      await queue.run("様式のシートを作っています", async () => {
        await addSheets(desk, "blank", await review.blankForm(request));
      });
      if (store.state().made?.task === "blank") await open();
    },
  };
}

async function addSheets(
  { store, workbook }: PaneDesk,
  task: MadeSheets["task"],
  sheets: readonly NewSheet[],
): Promise<readonly string[]> {
  const names = await workbook.addSheets(sheets);
  store.send({ type: "sheets-made", made: { task, names } });
  return names;
}
