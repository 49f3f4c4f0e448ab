import { MANUAL_PAIR_SHEET } from "../../../core/validation/manual-pairs.ts";
import type { ManualPair } from "../../../core/validation/previous-year.ts";
import { checkAgain } from "./follow-workbook.ts";
import type { PaneDesk } from "./pane-desk.ts";
import { protectedSheetText } from "./refusal-text.ts";

/** A file that a person picked; `File` of the browser fits. */
export interface PickedFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface PreviousYearActions {
  /** Compares with last year's workbook, which is read here and sent nowhere. */
  compareWith(file: PickedFile): Promise<void>;
  stopComparing(): Promise<void>;
  /** Writes on the sheet 「前年対応」 which record of last year belongs to one of this year. */
  correctPair(pair: ManualPair): Promise<void>;
}

export function previousYearActions(desk: PaneDesk): PreviousYearActions {
  const { store, review, workbook, queue } = desk;
  return {
    compareWith: (file) =>
      queue.run("前年度のブックを読み取り、比べています", async () => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const { review: compared, pairs, gone } = await review.setPrevious({ fileName: file.name, bytes });
        store.send({ type: "compared", comparison: { fileName: file.name, pairs, gone }, review: compared });
      }),
    stopComparing: () =>
      queue.run("比較をやめています", async () => {
        const { review: alone } = await review.setPrevious(null);
        store.send({ type: "compared", comparison: undefined, review: alone });
      }),
    correctPair: (pair) =>
      queue.run("対応を書き込んでいます", async () => {
        if ((await workbook.pair(pair)) === "protected") {
          const notice = { kind: "warning", text: protectedSheetText(MANUAL_PAIR_SHEET), remarks: [] } as const;
          store.send({ type: "noticed", notice });
        }
        await checkAgain(desk, { changedSheets: [MANUAL_PAIR_SHEET] });
      }),
  };
}
