import type { PaneEvent } from "./pane-event.ts";
import { paneReducer } from "./pane-reducer.ts";
import type { PaneState } from "./pane-state.ts";

/** Holds the state, takes events, tells whoever listens. */
export interface PaneStore {
  readonly state: () => PaneState;
  readonly send: (event: PaneEvent) => void;
  /** @returns a function that ends it. */
  readonly listen: (listener: () => void) => () => void;
}

export function createPaneStore(first: PaneState): PaneStore {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    send(event) {
      const next = paneReducer(state, event);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
