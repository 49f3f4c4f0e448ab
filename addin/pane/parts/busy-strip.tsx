import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { usePane } from "./pane-context.ts";

/** After so many milliseconds without progress it is said what Excel may be waiting for. */
const PATIENCE = 4_000;

/** What is being done, at the foot of the pane, so that nothing above it moves. */
export function BusyStrip(): JSX.Element | null {
  const { state } = usePane();
  const { busy } = state;
  const isLong = useIsLong(busy && busy.total === undefined ? busy.text : undefined);
  if (!busy) return null;
  const { text, done, total } = busy;
  return (
    <aside class="busy" aria-label="作業の状況">
      <span class="busy-text">
        {text}
        {total !== undefined && (
          <span class="busy-count">
            {done} / {total}
          </span>
        )}
      </span>
      <progress aria-label={text} {...(total === undefined ? {} : { value: done, max: total })} />
      {isLong && <p class="busy-hint faint">セルを編集している途中なら、Enter で確定すると進みます。</p>}
    </aside>
  );
}

/** While a person types into a cell Excel answers nothing: the pane waits, and must say so. */
function useIsLong(work: string | undefined): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    setIsLong(false);
    if (work === undefined) return;
    const timer = setTimeout(() => {
      setIsLong(true);
    }, PATIENCE);
    return () => {
      clearTimeout(timer);
    };
  }, [work]);
  return isLong;
}
