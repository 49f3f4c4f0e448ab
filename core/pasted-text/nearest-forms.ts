import type { FormDefinition } from "../form/form-definition.ts";
import { headingPattern } from "../form/heading-pattern.ts";
import { requiredHeadings } from "../table/recognise-form.ts";
import { foldText } from "../text/fold.ts";
import type { TextSource } from "./text-source.ts";

/**
 * The forms of which a text holds headings, the likeliest first. In a text without cells a heading may stand anywhere, so
 * this only says what to try.
 */
export function nearestForms({ readings }: TextSource, forms: readonly FormDefinition[]): FormDefinition[] {
  const whole = foldText((readings[0] ?? []).flatMap(({ pieces }) => pieces).join(""));
  return forms
    .map((form) => ({ form, share: headingShare(form, whole) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .map(({ form }) => form);
}

function headingShare({ layouts }: FormDefinition, whole: string): number {
  const wanted = layouts.flatMap(requiredHeadings);
  const found = wanted.filter((spellings) => spellings.some((heading) => stands(heading, whole)));
  return wanted.length === 0 ? 0 : found.length / wanted.length;
}

function stands(heading: string, whole: string): boolean {
  const { source } = headingPattern(heading);
  return new RegExp(source.slice(1, -1), "u").test(whole);
}
