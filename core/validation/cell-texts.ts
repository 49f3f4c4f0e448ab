import type { FieldKind } from "../form/form-definition.ts";
import type { SourcedValue, TextPart } from "../table/evaluation-document.ts";
import { readingOf, type CellReading } from "./cell-reading.ts";
import type { FieldValue } from "./field-value.ts";
import type { RuleContext } from "./rule.ts";

/** A text of the document, in a record or between the tables, that stands in its own cell. */
export interface CellText {
  /** Where to report. */
  readonly at: FieldValue | TextPart;
  readonly source: SourcedValue;
  readonly text: string;
  readonly reading: CellReading;
  /** `undefined` for a text outside the tables. */
  readonly kind: FieldKind | undefined;
}

type Texts = Pick<RuleContext, "texts" | "written" | "values">;

const known = new WeakMap<readonly FieldValue[], readonly CellText[]>();

/** Every text that people typed, records first: numbers, blanks, placeholders and inherited values are none. */
export function cellTexts(context: Texts): readonly CellText[] {
  // Rules share the list: one document has one array of values.
  const before = known.get(context.values);
  if (before) return before;
  const isText = ({ value, text }: SourcedValue) => typeof value === "string" && text.trim() !== "";
  const all = [
    ...context
      .written()
      .filter(isText)
      .map((at): CellText => ({ at, source: at, text: at.text, reading: at.reading, kind: at.kind })),
    ...context.texts
      .filter(({ text }) => isText(text))
      .map((at): CellText => ({
        at,
        source: at.text,
        text: at.text.text,
        reading: readingOf(at.text),
        kind: undefined,
      })),
  ];
  known.set(context.values, all);
  return all;
}

const END_OF_SENTENCE = /[。\n\r]/u;

/** The sentence or line around a place of a text. */
export function sentenceAt(text: string, at: number): { readonly start: number; readonly end: number } {
  let start = at;
  while (start > 0 && !END_OF_SENTENCE.test(text[start - 1]!)) start--;
  let end = at;
  while (end < text.length && !END_OF_SENTENCE.test(text[end]!)) end++;
  return { start, end };
}
