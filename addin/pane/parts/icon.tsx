import type { JSX } from "preact";

/** Outlines on a grid of 16 by 16. */
const PATHS = {
  error:
    "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM5.4 4.7 8 7.3l2.6-2.6.7.7L8.7 8l2.6 2.6-.7.7L8 8.7l-2.6 2.6-.7-.7L7.3 8 4.7 5.4l.7-.7Z",
  warning:
    "M8 1.2c.4 0 .7.2.9.5l6 11.2c.4.7-.1 1.6-.9 1.6H2c-.8 0-1.3-.9-.9-1.6l6-11.2c.2-.3.5-.5.9-.5ZM7.4 5.5v4.7h1.2V5.5H7.4Zm.6 5.8a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6Z",
  info: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm.6 6v5H7.4V7h1.2ZM8 4a.8.8 0 1 1 0 1.6A.8.8 0 0 1 8 4Z",
  accepted: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.2 4.7.7.7-4.8 4.8-2.8-2.8.7-.7 2.1 2.1 4.1-4.1Z",
  lapsed:
    "M8 1a7 7 0 0 1 7 7h-1a6 6 0 0 0-6-6V1ZM1 8a7 7 0 0 0 7 7v-1a6 6 0 0 1-6-6H1Zm6.4-4h1.2v4.3l2.6 1.6-.6 1-3.2-2V4Z",
  chevron: "m6 3.3 4.7 4.7L6 12.7l-.7-.7 4-4-4-4 .7-.7Z",
  back: "m10 3.3.7.7-4 4 4 4-.7.7L5.3 8 10 3.3Z",
  refresh: "M8 2.5a5.5 5.5 0 1 0 5.5 5.5h-1A4.5 4.5 0 1 1 11.4 5H9V4h4V0h-1v4A5.5 5.5 0 0 0 8 2.5Z",
  close: "m8 7.3 4-4 .7.7-4 4 4 4-.7.7-4-4-4 4-.7-.7 4-4-4-4 .7-.7 4 4Z",
  jump: "M3 3h5v1H4v8h8V8h1v5H3V3Zm7-1h4v4h-1V3.7L7.9 8.8l-.7-.7L12.3 3H10V2Z",
  sheet: "M2 2h12v12H2V2Zm1 3v2.5h3V5H3Zm4 0v2.5h6V5H7ZM3 8.5V11h3V8.5H3Zm4 0V11h6V8.5H7Z",
} as const;

export type IconName = keyof typeof PATHS;

/** A sign beside words that say the same: never read out. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}
