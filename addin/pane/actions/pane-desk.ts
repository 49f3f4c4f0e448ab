import type { ReviewClient } from "../../review/review-protocol.ts";
import type { PaneStore } from "../state/pane-store.ts";
import type { OpenWorkbook } from "./open-workbook.ts";
import type { WorkQueue } from "./work-queue.ts";

/** What the actions work with. */
export interface PaneDesk {
  readonly store: PaneStore;
  readonly review: ReviewClient;
  readonly workbook: OpenWorkbook;
  /** The date of today as `2026-04-01`. */
  readonly today: () => string;
  readonly queue: WorkQueue;
}
