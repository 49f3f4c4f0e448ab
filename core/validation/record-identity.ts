import type { FieldKind } from "../form/form-definition.ts";
import { foldText } from "../text/fold.ts";
import type { FieldValue } from "./field-value.ts";
import type { RecordValues } from "./previous-year.ts";

/** A record as a list or a map of its values. */
interface NamedRecord {
  readonly key: string;
  readonly values: { values(): Iterable<FieldValue> };
}

/** Kinds that number, mark or group a record but do not say what it is. */
const NO_NAME: ReadonlySet<FieldKind> = new Set(["code", "marker", "heading", "organisation", "rating", "direction"]);

/** The cell that says what a record is called: 事業名, or where a form has none the first words of the record. */
export function nameValue({ values }: Pick<NamedRecord, "values">): FieldValue | undefined {
  let first: FieldValue | undefined;
  for (const value of values.values()) {
    if (value.isBlank || value.period) continue;
    if (value.kind === "name") return value;
    if (!first && !NO_NAME.has(value.kind) && typeof value.value === "string") first = value;
  }
  return first;
}

/** What to call a record in a message: its name in one line. */
export function recordTitle(record: NamedRecord): string {
  return oneLine(nameValue(record)?.text ?? record.key);
}

/** A text in one line, its line breaks and runs of spaces made one space. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u3000]+/gu, " ").trim();
}

/** The texts of all fields of a kind, folded, joined. */
export function foldedKind({ values }: RecordValues, kind: FieldKind): string {
  let joined = "";
  for (const value of values.values()) if (value.kind === kind && !value.period) joined += foldText(value.text);
  return joined;
}

/** A folded text in which the three spellings of 子ども are one. */
export function foldSpelling(text: string): string {
  return foldText(text)
    .replace(/子供|子ども|こども|子(?=育)/gu, "こ")
    .replace(/取り組み|取組み|とりくみ/gu, "取組")
    .replace(/[「」『』【】［］[\]()〈〉<>・,、。.:]/gu, "");
}
