import { UserError } from "../../core/user-error.ts";
import { failureText } from "../console-text.ts";
import { TemplateFault, type TemplatePlace } from "../html/template-fault.ts";
import type { PreviewFault } from "./browser/preview-state.ts";

/** Lines shown before and after the one that is wrong. */
const NEIGHBOURS = 2;

/** Something that was thrown, as the page shows it. */
export function previewFault(error: unknown): PreviewFault {
  if (!(error instanceof UserError)) return { message: failureText(error), hint: "" };
  const fault = { message: error.message, hint: error.hint ?? "" };
  if (!(error instanceof TemplateFault)) return fault;
  const { place, available } = error;
  return {
    ...fault,
    ...(place.line === undefined ? {} : { place: shownPlace(place, place.line) }),
    ...(available === undefined || available.names.length === 0 ? {} : { available }),
  };
}

function shownPlace({ file, source }: TemplatePlace, line: number): NonNullable<PreviewFault["place"]> {
  const lines = source.split(/\r?\n/u).map((text, i) => ({ number: i + 1, text }));
  return { file, line, excerpt: lines.filter(({ number }) => Math.abs(number - line) <= NEIGHBOURS) };
}
