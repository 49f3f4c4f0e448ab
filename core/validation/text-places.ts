import type { FieldDefinition, FieldKind, TextRole } from "../form/form-definition.ts";
import type { SourcedValue, TextPart } from "../table/evaluation-document.ts";
import { readingOf, type CellReading } from "./cell-reading.ts";
import type { FieldValue } from "./field-value.ts";
import type { RuleContext } from "./rule.ts";

/** A cell with words in it: a value of a record, or a text outside the tables. */
export interface TextPlace {
  /** For `report`. */
  readonly at: FieldValue | TextPart;
  readonly source: SourcedValue;
  readonly text: string;
  readonly reading: CellReading;
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
const proseOfPlaces = new WeakMap<readonly TextPlace[], readonly TextPlace[]>();

/** Every cell with words in it, each once (a matrix heading belongs to many records), in sheet order after the texts. */
export function textPlaces(context: Pick<RuleContext, "values" | "written" | "texts">): readonly TextPlace[] {
  let places = placesOfDocument.get(context.values);
  if (!places) placesOfDocument.set(context.values, (places = findPlaces(context)));
  return places;
}

/** Cells that hold sentences: no names, numbers, headings or signs. */
export function prosePlaces(context: Pick<RuleContext, "values" | "written" | "texts">): readonly TextPlace[] {
  const places = textPlaces(context);
  let prose = proseOfPlaces.get(places);
  if (!prose) proseOfPlaces.set(places, (prose = places.filter(isProse)));
  return prose;
}

/** Whether a cell is meant for sentences. */
export function isProse({ kind, role }: TextPlace): boolean {
  return kind ? PROSE_KINDS.has(kind) : role !== undefined && PROSE_ROLES.has(role);
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
    places.push({
      at: part,
      source,
      text: source.text,
      reading: readingOf(source),
      kind: undefined,
      role,
      column: `text/${role}`,
      unit: part,
    });
  }
  // Rules group by the column: one string for each.
  const columns = new Map<FieldDefinition, string>();
  for (const value of written()) {
    if (!isNew(value)) continue;
    const { text, reading, kind, table, field, record } = value;
    let column = columns.get(field);
    if (column === undefined) columns.set(field, (column = `${table.resource}/${field.name}`));
    places.push({ at: value, source: value, text, reading, kind, role: undefined, column, unit: record });
  }
  return places;
}
