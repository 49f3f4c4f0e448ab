import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";

export interface MoreListProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly children: (item: Item) => ComponentChildren;
}

/** Items added by one press of the button. */
const STEP = 50;

/** A list that may be long: its beginning, and a button for more. */
export function MoreList<Item>({ items, keyOf, children }: MoreListProps<Item>): JSX.Element {
  const [shown, setShown] = useState(STEP);
  return (
    <>
      <ul class="places">
        {items.slice(0, shown).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {items.length > shown && (
        <button
          type="button"
          class="button-quiet"
          onClick={() => {
            setShown(shown + STEP);
          }}
        >
          さらに表示（残り {items.length - shown}）
        </button>
      )}
    </>
  );
}
