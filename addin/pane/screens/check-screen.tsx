import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { usePane } from "../parts/pane-context.ts";
import { FindingListScreen } from "./finding-list-screen.tsx";
import { FindingPage } from "./finding-page.tsx";

/** 検証: the list of findings, or the page of one. */
export function CheckScreen(): JSX.Element {
  const { state } = usePane();
  const wasOpen = useRef(false);
  const isReturning = wasOpen.current && state.open === undefined;
  useEffect(() => {
    wasOpen.current = state.open !== undefined;
  }, [state.open]);
  return state.open ? <FindingPage open={state.open} /> : <FindingListScreen isReturning={isReturning} />;
}
