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
  /** `key` the same key or name, `alias` by the dictionary, `similar` by resemblance, `manual` set by a person. */
  readonly by: "key" | "alias" | "similar" | "manual";
}

/** A record of this year whose name goes on from last year's, but whose plan is another one: no renaming. */
export interface ReplacedRecord {
  readonly current: RecordValues;
  readonly previous: RecordValues;
}

/** What a person says about a record: its name of this year and of last year, or `null` for a new one. */
export interface ManualPair {
  readonly current: string;
  readonly previous: string | null;
}

/** Last year's document beside this year's. */
export interface PreviousYear {
  readonly document: EvaluationDocument;
  readonly values: readonly FieldValue[];
  readonly pairs: readonly RecordPair[];
  /** Records of this year without a counterpart, and of last year likewise. The replaced ones are among them. */
  readonly added: readonly RecordValues[];
  readonly removed: readonly RecordValues[];
  readonly replaced: readonly ReplacedRecord[];
  /** Of the added ones those that a person has called new. */
  readonly confirmedNew: readonly RecordValues[];
}
