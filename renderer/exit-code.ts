import { UserError, type UserErrorCode } from "../core/user-error.ts";

/** Exit codes of the command line; `docs/` and scripts of offices rely on them. */
export const EXIT = { done: 0, failure: 1, noBrowser: 2, tableErrors: 3, usage: 64, interrupted: 130 } as const;

const BY_ERROR: Partial<Record<UserErrorCode, number>> = {
  usage: EXIT.usage,
  "form-unknown": EXIT.usage,
  "browser-not-found": EXIT.noBrowser,
  "table-errors": EXIT.tableErrors,
  interrupted: EXIT.interrupted,
};

/** The exit code for something that was thrown. */
export function exitCodeOf(error: unknown): number {
  return error instanceof UserError ? (BY_ERROR[error.code] ?? EXIT.failure) : EXIT.failure;
}
