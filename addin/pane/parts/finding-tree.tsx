import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { FindingRow } from "../findings/finding-rows.ts";
import { isAtSelection } from "../findings/next-finding.ts";
import { rowOffsets, rowsWithin } from "../findings/row-offsets.ts";
import { treeStep } from "../findings/tree-key.ts";
import { FindingRowView, GroupRowView } from "./finding-row-view.tsx";
import { usePane } from "./pane-context.ts";

export interface FindingTreeProps {
  readonly rows: readonly FindingRow[];
  /** Put the focus on the active line when the list appears: the person comes back from its page. */
  readonly isReturning: boolean;
}

/** Lines drawn above and below what is seen, so that scrolling shows no gaps. */
const MARGIN = 600;

/**
 * The list of findings as a tree of groups, however long: only the lines in sight are in the page. Arrow keys, Home and
 * End move, ← and → fold, Enter opens.
 */
export function FindingTree({ rows, isReturning }: FindingTreeProps): JSX.Element {
  const { state, send, actions } = usePane();
  const { active: wanted, grouping } = state.list;
  const box = useRef<HTMLDivElement>(null);
  const mustFocus = useRef(isReturning);
  const em = useRootEm();
  const offsets = useMemo(() => rowOffsets(rows, em), [rows, em]);
  const { from, to } = useRowsInSight(box, offsets);
  const active = Math.max(
    0,
    rows.findIndex(({ key }) => key === wanted),
  );

  useLayoutEffect(() => {
    if (!mustFocus.current) return;
    mustFocus.current = false;
    box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });

  const fold = (key: string, isFolded: boolean): void => {
    mustFocus.current = true;
    send({ type: "folded", key, isFolded });
  };
  const choose = (row: FindingRow): void => {
    if (row.kind === "group") fold(row.key, !row.isFolded);
    else void actions.show(row.finding);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = treeStep(rows, active, event.key);
    if (!step) return;
    event.preventDefault();
    if (step.kind === "choose") choose(step.row);
    if (step.kind === "fold") fold(step.row.key, step.isFolded);
    if (step.kind === "move") {
      mustFocus.current = true;
      send({ type: "row-activated", key: step.to.key });
    }
  };

  const drawn = new Set([active, ...Array.from({ length: to - from }, (_, i) => from + i)]);
  return (
    <div
      ref={box}
      role="tree"
      aria-label="指摘の一覧"
      class="tree"
      style={{ height: `${offsets.at(-1) ?? 0}px` }}
      onKeyDown={onKeyDown}
    >
      {[...drawn]
        .filter((index) => index < rows.length)
        .sort((a, b) => a - b)
        .map((index) => {
          const row = rows[index]!;
          return (
            <div
              key={row.key}
              role="treeitem"
              class={`row row-${row.kind}`}
              style={{ top: `${offsets[index]!}px` }}
              tabIndex={index === active ? 0 : -1}
              aria-level={row.kind === "group" ? 1 : 2}
              aria-posinset={row.position}
              aria-setsize={row.of}
              {...(row.kind === "group" ? { "aria-expanded": !row.isFolded } : {})}
              onClick={() => {
                choose(row);
              }}
            >
              {row.kind === "group" ? (
                <GroupRowView {...row} />
              ) : (
                <FindingRowView
                  row={row}
                  isRecordKnown={grouping === "record"}
                  isAtSelection={isAtSelection(row.finding, state.selection)}
                />
              )}
            </div>
          );
        })}
    </div>
  );
}

/** Pixels of one root em; it grows when a person asks for larger letters. */
function useRootEm(): number {
  const read = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const [em, setEm] = useState(read);
  useEffect(() => {
    const update = (): void => {
      setEm(read());
    };
    addEventListener("resize", update);
    return () => {
      removeEventListener("resize", update);
    };
  }, []);
  return em;
}

/** The lines of the list that the window shows; the page itself scrolls, so that nothing is cut off at 200 %. */
function useRowsInSight(
  box: { readonly current: HTMLElement | null },
  offsets: readonly number[],
): { from: number; to: number } {
  const [sight, setSight] = useState({ top: 0, bottom: 1000 });
  useLayoutEffect(() => {
    const measure = (): void => {
      const above = -(box.current?.getBoundingClientRect().top ?? 0);
      // In steps, so that a list at rest is not drawn again for each pixel.
      const top = Math.floor((above - MARGIN) / 200) * 200;
      const bottom = Math.ceil((above + innerHeight + MARGIN) / 200) * 200;
      setSight((old) => (old.top === top && old.bottom === bottom ? old : { top, bottom }));
    };
    measure();
    addEventListener("scroll", measure, { passive: true });
    addEventListener("resize", measure);
    return () => {
      removeEventListener("scroll", measure);
      removeEventListener("resize", measure);
    };
  }, [box, offsets]);
  return rowsWithin(offsets, sight.top, sight.bottom);
}
