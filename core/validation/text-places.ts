import type { FieldKind, TextRole } from "../form/form-definition.ts";
import type { SourcedValue, TextPart } from "../table/evaluation-document.ts";
import { sentenceStyle, type SentenceStyle } from "../text/predicates.ts";
import type { Sentence } from "../text/sentences.ts";
import type { FieldValue } from "./field-value.ts";
import type { RuleContext } from "./rule.ts";

/** A cell with words in it: a value of a record, or a text outside the tables. */
export interface TextPlace {
  /** For `report`. */
  readonly at: FieldValue | TextPart;
  readonly source: SourcedValue;
  readonly text: string;
  /** Of a value. */
  readonly kind: FieldKind | undefined;
  /** Of a text outside the tables. */
  readonly role: TextPart["role"] | undefined;
  /** What is written alike: the field of a resource, or a role of texts. */
  readonly column: string;
  /** What belongs together: the record; a text stands for itself. */
  readonly unit: object;
}

/** Kinds of columns that hold sentences and phrases. */
export const PROSE_KINDS: ReadonlySet<FieldKind> = new Set([
  "plan",
  "result",
  "evaluation",
  "outlook",
  "baseline",
  "text",
]);
/** Texts outside the tables that hold sentences. */
export const PROSE_ROLES: ReadonlySet<TextRole | "unclassified"> = new Set(["paragraph", "item", "unclassified"]);

/** Columns of an Excel sheet. */
const MAX_COLUMNS = 16_384;

// What is derived from a document is the same for every rule; it goes when the document goes.
const placesOfDocument = new WeakMap<readonly FieldValue[], readonly TextPlace[]>();
const styleOfSentence = new WeakMap<Sentence, { readonly style: SentenceStyle | undefined }>();

/** Every cell with words in it, each once (a matrix heading belongs to many records), in sheet order after the texts. */
export function textPlaces(context: Pick<RuleContext, "values" | "written" | "texts">): readonly TextPlace[] {
  let places = placesOfDocument.get(context.values);
  if (!places) placesOfDocument.set(context.values, (places = findPlaces(context)));
  return places;
}

/** Cells that hold sentences: no names, numbers, headings or signs. */
export function prosePlaces(context: Pick<RuleContext, "values" | "written" | "texts">): readonly TextPlace[] {
  return textPlaces(context).filter(isProse);
}

/** Whether a cell is meant for sentences. */
export function isProse({ kind, role }: TextPlace): boolean {
  return kind ? PROSE_KINDS.has(kind) : role !== undefined && PROSE_ROLES.has(role);
}

/** The style of a sentence of a cell, told once for all rules. */
export function styleOf(sentence: Sentence): SentenceStyle | undefined {
  let known = styleOfSentence.get(sentence);
  if (!known) styleOfSentence.set(sentence, (known = { style: sentenceStyle(sentence.text) }));
  return known.style;
}

/** Whether an edit of the text is an edit of the value: a number shown as text is not. */
export function isEditable({ source }: TextPlace): boolean {
  return source.value === source.text;
}

function findPlaces({ written, texts }: Pick<RuleContext, "written" | "texts">): TextPlace[] {
  const seen = new Map<string, Set<number>>();
  const isNew = ({ cell: { sheet, row, column } }: SourcedValue) => {
    let cells = seen.get(sheet);
    if (!cells) seen.set(sheet, (cells = new Set()));
    const before = cells.size;
    return cells.add(row * MAX_COLUMNS + column).size > before;
  };
  const places: TextPlace[] = [];
  for (const part of texts) {
    const { text: source, role } = part;
    if (source.text.trim() === "" || !isNew(source)) continue;
    places.push({ at: part, source, text: source.text, kind: undefined, role, column: `text/${role}`, unit: part });
  }
  for (const value of written()) {
    if (!isNew(value)) continue;
    const { text, kind, table, field, record } = value;
    const column = `${table.resource}/${field.name}`;
    places.push({ at: value, source: value, text, kind, role: undefined, column, unit: record });
  }
  return places;
}
