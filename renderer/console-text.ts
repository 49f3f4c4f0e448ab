import { UserError } from "../core/user-error.ts";

/** Where a command writes: results to `out`, everything else to `note`. */
export interface Output {
  readonly out: (line: string) => void;
  readonly note: (line: string) => void;
  /** Whether a person watches `note`: only then progress is drawn. */
  readonly isTerminal: boolean;
}

/** A failure as a person reads it: what is wrong, then what to do. A bug keeps its stack. */
export function failureText(error: unknown, subject?: string): string {
  const head = subject === undefined ? "" : `${subject}: `;
  if (error instanceof UserError)
    return `✗ ${head}${error.message}${error.hint === undefined ? "" : `\n  → ${error.hint}`}`;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `✗ ${head}Hyoka の内部で予期しない誤りが起きました。次の内容を添えて開発者に知らせてください。\n${detail}`;
}
