import type { FieldDefinition, FormDefinition, ListLayout, YearlyPlanLayout } from "../form/form-definition.ts";
import { textPattern } from "../form/text-pattern.ts";
import { foldText } from "../text/fold.ts";

/** How well a text stands in a column: above 0 it speaks for the column, below 0 against it. */
export interface ColumnFit {
  /** @param text without spaces at its ends; `""` for a blank cell. */
  readonly of: (text: string) => number;
  /** Whether the column takes only texts of one kind: then a text in it is no guess. */
  readonly isTyped: boolean;
  /** What a space or line break inside a cell costs: nothing much in sentences, more in a name. */
  readonly space: number;
}

const STRONG = 6;
/** What a blank costs in a column that has to be filled in. */
export const REQUIRED_BLANK = -3;
const SPACE = 0.3;
const SPACE_IN_PROSE = 0.05;
const NUMBER = /^[-△▲]?[0-9][0-9,]*(?:\.[0-9]+)?$/u;
/** Besides numbers the signs for none and for “as before”. */
const NUMBER_OR_NONE = new RegExp(`${NUMBER.source}|^[-_*i|]$`, "u");
/** Numbers and choices are short: longer texts need not be looked at. */
const LONGEST_VALUE = 40;
const ORGANISATION = /(?:課|局|部|室|係|所|署|館|園|校|院|センター|委員会|事務局)$/u;
const NOTE = /[（(][^（()）]*[)）]$/u;
/** 利用者数:243人, 3,732件 */
const QUANTITY = /[0-9０-９][0-9０-９,，.]*(?:\p{L}{1,3}|[%％])$/u;
/** Texts of these kinds are sentences, not words. */
const PROSE = new Set<FieldDefinition["kind"]>(["plan", "result", "evaluation", "outlook", "baseline", "text"]);

/** The fit of a column of which the form says nothing. */
export const ANY_TEXT: ColumnFit = { of: () => 0, isTyped: false, space: SPACE };

/** The fit of the column that a field of a layout has. */
export function fieldFit(form: FormDefinition, layout: ListLayout | YearlyPlanLayout, name: string): ColumnFit {
  const field = form.resources
    .find((resource) => resource.name === layout.resource)
    ?.schema.fields.find((each) => each.name === name);
  const column = layout.columns.find(({ fields }) => fields.includes(name));
  const canBeBlank = column?.grouped === true || field?.constraints?.required !== true;
  return field ? columnFit(field, canBeBlank) : ANY_TEXT;
}

/** The fit of a field, by its type, its constraints and its kind; never by the words of a document. */
export function columnFit(field: FieldDefinition, canBeBlank: boolean): ColumnFit {
  const blank = canBeBlank ? -1 : REQUIRED_BLANK;
  const typed = (isFitting: (text: string) => boolean): ColumnFit => ({
    isTyped: true,
    space: SPACE,
    of: (text) => (text === "" ? blank : text.length <= LONGEST_VALUE && isFitting(text) ? STRONG : -STRONG),
  });
  const choices = new Set([...(field.constraints?.enum ?? []), ...(field.unselected ?? [])].map(foldText));
  if (field.constraints?.enum) return typed((text) => choices.has(foldText(text)));
  if (field.type === "integer" || field.type === "number" || field.type === "year") {
    return typed((text) => NUMBER.test(text.normalize("NFKC")));
  }
  if (field.constraints?.pattern !== undefined) {
    const pattern = textPattern(`^(?:${field.constraints.pattern})$`);
    return typed((text) => pattern.test(text));
  }
  return {
    isTyped: false,
    space: PROSE.has(field.kind) ? SPACE_IN_PROSE : SPACE,
    of: (text) => (text === "" ? blank : kindFit(field.kind, text)),
  };
}

function isSentence(text: string): boolean {
  return /[。)）]$/u.test(text);
}

function kindFit(kind: FieldDefinition["kind"], text: string): number {
  const isShort = text.length <= 4;
  switch (kind) {
    case "organisation":
      return text.split(/[\s、，]+/u).every((part) => ORGANISATION.test(part.replace(NOTE, ""))) ? 3 : -3;
    case "code":
    case "marker":
      return isShort ? 1 : -3;
    case "name":
    case "heading":
      return text.includes("。") ? -3 : 1;
    case "rating":
    case "direction":
      return isShort ? 1 : -2;
    case "amount":
    case "count":
    case "total":
      return text.length <= LONGEST_VALUE && NUMBER_OR_NONE.test(foldText(text)) ? 2 : 0;
    case "result":
      return (isSentence(text) ? 1 : 0) + 0.5 * text.split(/\s+/u).filter((word) => QUANTITY.test(word)).length;
    case "evaluation":
    case "outlook":
      return (isSentence(text) ? 1 : 0) - (QUANTITY.test(text.split(/\s+/u)[0] ?? "") ? 1 : 0);
    default:
      return PROSE.has(kind) && isSentence(text) ? 1 : 0;
  }
}
