import { createReviewClient } from "../../../addin/review/review-client.ts";
import type { PreviousFile, Review } from "../../../addin/review/review-protocol.ts";
import type { WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";

/** What the page of the test does when the test asks for it. */
export interface WorkerPage {
  /** A review in the worker beside last year's file, and what it said of its progress. */
  review(
    snapshot: WorkbookSnapshot,
    previous: { readonly fileName: string; readonly bytes: readonly number[] },
  ): Promise<{ readonly alone: Review; readonly compared: Review; readonly progress: number }>;
}

const page: WorkerPage = {
  async review(snapshot, { fileName, bytes }) {
    const client = createReviewClient();
    await client.open({ snapshot });
    let progress = 0;
    const alone = await client.check({ onProgress: () => progress++ });
    const file: PreviousFile = { fileName, bytes: new Uint8Array(bytes) };
    const { review: compared } = await client.setPrevious(file);
    client.close();
    return { alone, compared, progress };
  },
};

Object.assign(window, { workerPage: page });
