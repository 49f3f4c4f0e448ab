import { useEffect, useState } from "preact/hooks";
import type { PaneState } from "../state/pane-state.ts";
import type { PaneStore } from "../state/pane-store.ts";

/** The state of the store; the component is drawn again whenever it changes. */
export function useStoreState(store: PaneStore): PaneState {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    // What happened between drawing and listening.
    setState(store.state());
    return store.listen(() => {
      setState(store.state());
    });
  }, [store]);
  return state;
}
