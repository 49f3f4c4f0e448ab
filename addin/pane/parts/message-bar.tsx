import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "./icon.tsx";

export interface MessageBarProps {
  readonly kind: "error" | "warning" | "info" | "done";
  readonly title: string;
  readonly children?: ComponentChildren;
  /** Without it the bar stays. */
  readonly onClose?: () => void;
}

const ICONS: Readonly<Record<MessageBarProps["kind"], IconName>> = {
  error: "error",
  warning: "warning",
  info: "info",
  done: "accepted",
};

/** A message above the screen that it is about. */
export function MessageBar({ kind, title, children, onClose }: MessageBarProps): JSX.Element {
  return (
    <section class={`message-bar message-bar-${kind}`} {...(kind === "error" ? { role: "alert" } : {})}>
      <Icon name={ICONS[kind]} />
      <div class="message-bar-text">
        <p class="message-bar-title">{title}</p>
        {children}
      </div>
      {onClose && (
        <button type="button" class="button-icon" aria-label="閉じる" title="閉じる" onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </section>
  );
}
