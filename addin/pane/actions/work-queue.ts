import type { PaneStore } from "../state/pane-store.ts";
import type { Busy, Problem } from "../state/pane-state.ts";

/** Tells what is being done, and how far it is. */
export type Progress = (busy: Busy) => void;

export interface WorkQueue {
  /**
   * Does one work after the other, so that an edit in Excel and a fix of the pane never mix. What is being done is shown
   * while it runs; a work without `text` runs unseen. What it throws is shown, with 「もう一度」.
   */
  run(text: string | undefined, work: (progress: Progress) => Promise<void>): Promise<void>;
  /** Does a work that changes nothing at once, beside the others. */
  runAside(work: () => Promise<void>): Promise<void>;
  /** Does once more what failed last. */
  retry(): Promise<void>;
}

export function createWorkQueue(store: PaneStore, describeError: (error: unknown) => Problem): WorkQueue {
  let last: Promise<void> = Promise.resolve();
  let failed: (() => Promise<void>) | undefined;

  async function attempt(work: () => Promise<void>, again: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      failed = again;
      store.send({ type: "failed", problem: describeError(error) });
    }
  }

  const runAside: WorkQueue["runAside"] = (work) => attempt(work, () => runAside(work));

  const run: WorkQueue["run"] = (text, work) => {
    const show: Progress = (busy) => {
      if (text !== undefined) store.send({ type: "busy", busy });
    };
    last = last.then(async () => {
      if (text !== undefined) {
        store.send({ type: "problem-closed" });
        store.send({ type: "notice-closed" });
        store.send({ type: "busy", busy: { text } });
      }
      await attempt(
        () => work(show),
        () => run(text ?? "もう一度試しています", work),
      );
      if (text !== undefined) store.send({ type: "busy", busy: undefined });
    });
    return last;
  };

  return {
    run,
    runAside,
    async retry() {
      const again = failed;
      failed = undefined;
      store.send({ type: "problem-closed" });
      await again?.();
    },
  };
}
