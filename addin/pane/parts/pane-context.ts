import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { PaneActions } from "../actions/pane-actions.ts";
import type { PaneEvent } from "../state/pane-event.ts";
import type { PaneState } from "../state/pane-state.ts";

/** What every part of the screen may use. */
export interface Pane {
  readonly state: PaneState;
  readonly send: (event: PaneEvent) => void;
  readonly actions: PaneActions;
  /** The date of today as `2026-04-01`. */
  readonly today: string;
}

export const PaneContext = createContext<Pane | undefined>(undefined);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error("A part of the pane stands outside of it.");
  return pane;
}
