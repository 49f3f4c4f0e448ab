import { useLayoutEffect } from "preact/hooks";
import { listedFindings } from "../findings/listed-findings.ts";
import { nextFinding } from "../findings/next-finding.ts";
import type { Pane } from "./pane-context.ts";

/** F8 and Shift+F8 lead through the findings, as through the problems of an editor; Esc leads back to the list. */
export function useFindingKeys({ state, send, actions }: Pane): void {
  // Not after the next frame: a key that is pressed twice must find the state of the first time.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isEditing(event.target)) return;
      if (event.key === "F8") {
        take(event);
        const { open, selection } = state;
        const at = { id: open?.id, selection: open ?? selection };
        const finding = nextFinding(listedFindings(state), at, event.shiftKey ? -1 : 1);
        if (finding) void actions.show(finding);
      }
      if (event.key === "Escape" && state.open) {
        take(event);
        send({ type: "finding-closed" });
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [state, send, actions]);
}

/** At the window office.js would hand the key on to Excel on the web: Esc moves the focus to the sheet there. */
function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** In a box Esc leaves a choice or the proposal of an input method, and F8 makes narrow katakana of it. */
function isEditing(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input, textarea, select");
}
