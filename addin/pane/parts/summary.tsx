import type { ComponentChildren, JSX } from "preact";

export interface SummaryProps {
  readonly children: ComponentChildren;
  readonly class?: string;
}

/**
 * The line of a `details` that is always seen. In Excel on the web office.js leads the Tab key itself, by a list that
 * does not know `summary`: only its `tabindex` makes it a stop there.
 */
export function Summary({ children, class: name }: SummaryProps): JSX.Element {
  return (
    <summary tabIndex={0} {...(name !== undefined && { class: name })}>
      {children}
    </summary>
  );
}
