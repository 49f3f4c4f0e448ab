/** Why a person has to act; each code has its exit code in `renderer/exit-code.ts`. */
export type UserErrorCode =
  | "usage"
  | "browser-not-found"
  | "browser-failed"
  | "file-not-found"
  | "file-unreadable"
  | "not-a-workbook"
  | "workbook-encrypted"
  | "workbook-too-large"
  | "workbook-broken"
  | "workbook-empty"
  | "form-unknown"
  | "form-invalid"
  | "form-not-recognised"
  | "template-missing"
  | "template-invalid"
  | "glyph-missing"
  | "table-errors"
  | "output-not-writable"
  | "print-failed"
  | "interrupted";

/**
 * Something that the user can mend. `message` is one Japanese sentence that says what is wrong and where,
 * `hint` another that says what to do. Anything that is thrown and is not a UserError is a bug and keeps its stack.
 */
export class UserError extends Error {
  readonly code: UserErrorCode;
  readonly hint: string | undefined;

  constructor(code: UserErrorCode, message: string, hint?: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = "UserError";
    this.code = code;
    this.hint = hint;
  }
}
