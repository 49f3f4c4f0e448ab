import { UserError } from "../../../core/user-error.ts";
import { ReviewError } from "../../review/review-protocol.ts";
import { officeErrorText } from "../../workbook/office-error-text.ts";
import type { Problem } from "../state/pane-state.ts";

/** What to show of anything that was thrown: always Japanese, the words of the machine for the administrator only. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ReviewError) {
    const { message, advice, detail } = error.failure;
    return { title: message, advice, canRetry: true, ...(detail === undefined ? {} : { detail }) };
  }
  if (error instanceof UserError) {
    return { title: error.message, advice: error.hint ?? "もう一度お試しください。", canRetry: true };
  }
  return officeErrorText(error);
}
