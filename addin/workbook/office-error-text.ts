import {
  commonErrorGroups,
  commonErrorTexts,
  type ErrorText,
  officeErrorTexts,
  unknownErrorText,
} from "./office-error-texts.ts";

/** What to tell a person of an error that Excel, Office.js or the browser has thrown. */
export interface OfficeErrorText extends ErrorText {
  /** For the administrator: code and place, in the words of the machine. */
  readonly detail: string;
}

/**
 * What to say of anything that was thrown while working with Excel: by its code, for the messages are neither Japanese
 * everywhere nor meant for people. Errors without a known code count as faults of the program.
 */
export function officeErrorText(error: unknown): OfficeErrorText {
  const cause = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const text = textOf(cause);
  const left = cause === error ? "" : "作りかけのシートが残っていれば、削除してください。";
  return { ...text, advice: `${left}${text.advice}`, detail: detailOf(cause) };
}

function textOf(error: unknown): ErrorText {
  const code = codeOf(error);
  if (typeof code === "number") {
    return commonErrorTexts.get(code) ?? commonErrorGroups.get(Math.floor(code / 1000)) ?? unknownErrorText;
  }
  return (Object.hasOwn(officeErrorTexts, code) ? officeErrorTexts[code] : undefined) ?? unknownErrorText;
}

/** The code of Office.js, or the name that a browser gives the error. */
function codeOf(error: unknown): string | number {
  if (typeof error !== "object" || error === null) return "";
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  // Errors of the browser have had numbers of their own.
  if (error instanceof DOMException) return error.name;
  if (typeof code === "string" || typeof code === "number") return code;
  return typeof name === "string" ? name : "";
}

function detailOf(error: unknown): string {
  const code = codeOf(error);
  const location = (error as { readonly debugInfo?: { readonly errorLocation?: unknown } } | null | undefined)
    ?.debugInfo?.errorLocation;
  const parts = [code === "" ? typeof error : String(code), typeof location === "string" ? location : ""];
  const message = error instanceof Error ? error.message : "";
  return [...parts, message].filter((part) => part !== "").join(" / ");
}
