import type { Actor } from "./host-events.ts";

/** What a person takes back with one Ctrl+Z. */
export interface UndoStep {
  readonly by: Exclude<Actor, "remote">;
  /** `values 評価表!F8`, in the order in which it was done. */
  readonly changes: readonly string[];
}

/** The undo stack as Excel keeps it: what an add-in does in one batch is one step. Nothing is taken back here. */
export class UndoStack {
  /** Why the stack was cleared so far: `protect 評価表`. */
  readonly cleared: string[] = [];
  #steps: UndoStep[] = [];
  #changes: string[] = [];

  /** The steps since the stack was last cleared, oldest first. */
  get steps(): readonly UndoStep[] {
    return this.#steps;
  }

  record(actor: Actor, change: string): void {
    // What others do elsewhere is theirs to take back.
    if (actor !== "remote") this.#changes.push(change);
  }

  /** Excel forgets everything before a change that it cannot take back. */
  clear(why: string): void {
    this.#steps = [];
    this.#changes = [];
    this.cleared.push(why);
  }

  /** Ends a batch, or what a person did in one go. */
  endStep(by: Actor): void {
    if (this.#changes.length > 0 && by !== "remote") this.#steps.push({ by, changes: this.#changes });
    this.#changes = [];
  }
}
