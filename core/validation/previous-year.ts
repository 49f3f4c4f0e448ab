import type { EvaluationDocument } from "../table/evaluation-document.ts";
import type { FieldValue } from "./field-value.ts";

/** The values of one record, by field name and, for columns of years, field name and year (`result@2012`). */
export interface RecordValues {
  readonly key: string;
  readonly values: ReadonlyMap<string, FieldValue>;
}

/** How a record of this year was found in last year's document. */
export interface RecordPair {
  readonly current: RecordValues;
  readonly previous: RecordValues;
  /** `key` the same key, `alias` by the dictionary, `similar` by resemblance, `manual` set by a person. */
  readonly by: "key" | "alias" | "similar" | "manual";
}

/** Last year's document beside this year's. */
export interface PreviousYear {
  readonly document: EvaluationDocument;
  readonly values: readonly FieldValue[];
  readonly pairs: readonly RecordPair[];
  /** Records of this year without a counterpart, and of last year likewise. */
  readonly added: readonly RecordValues[];
  readonly removed: readonly RecordValues[];
}
