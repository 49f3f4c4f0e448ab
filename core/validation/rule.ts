import type { FieldKind, FormDefinition } from "../form/form-definition.ts";
import type { EvaluationDocument, EvaluationTable, SourcedValue, TextPart } from "../table/evaluation-document.ts";
import type { CellAddress, WorkbookSnapshot } from "../workbook/snapshot.ts";
import type { QuickFix, Severity } from "./diagnostic.ts";
import type { Dictionaries } from "./dictionaries.ts";
import type { FieldValue } from "./field-value.ts";
import type { PreviousYear } from "./previous-year.ts";

/** Message id → a Japanese sentence from typed data: what is wrong, where, what to do. */
// `any` lets each rule type its own data; `defineRule` ties `report` to it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Messages = Record<string, (data: any) => string>;

/** Groups of the reference and of the lists that people read. */
export const RULE_CATEGORIES = [
  "structure",
  "number",
  "text",
  "meaning",
  "name",
  "previous-year",
  "machine-readability",
] as const;
export type RuleCategory = (typeof RULE_CATEGORIES)[number];

/** An option that `form.json` may set, with its default. */
export interface RuleOption<T> {
  readonly default: T;
  readonly description: string;
}

export type RuleOptions = Readonly<Record<string, RuleOption<number | string | boolean | readonly string[]>>>;

/** The values that a rule is given for its options. */
export type OptionValues<O extends RuleOptions> = { readonly [K in keyof O]: Widened<O[K]["default"]> };
type Widened<T> = T extends number
  ? number
  : T extends boolean
    ? boolean
    : T extends string
      ? string
      : readonly string[];

export interface RuleMeta<M extends Messages, O extends RuleOptions> {
  /** Thing first, then fault: `plan-total-mismatch`. File, test and reference heading have the same name. */
  readonly id: string;
  readonly category: RuleCategory;
  /** Japanese, without 「。」. */
  readonly title: string;
  /** Why it matters: the standard's clause or the practice behind it. Japanese sentences. */
  readonly description: string;
  /** The highest that the rule reports: `render` runs only those that can find an error. */
  readonly severity: Severity;
  /**
   * `record`: what the rule says of a record depends on that record alone, with its table's headings, the form, the
   * fiscal year and the dictionaries, and what it says of a text outside the tables on that text. After an edit it only
   * looks at what changed. `document`, where left out: on anything.
   */
  readonly scope?: "record" | "document";
  /** Clause of the machine-readability standard, such as `L2-04`. */
  readonly standard?: string;
  /** For the reference: a text as it should not be, and as it should. */
  readonly example: { readonly wrong: string; readonly right: string };
  /** What a person does about it; Japanese. */
  readonly remedy: string;
  readonly options?: O;
  readonly messages: M;
}

/** What a rule may see. Everything is read-only and frozen in tests. */
export interface RuleContext<O extends RuleOptions = RuleOptions> {
  readonly document: EvaluationDocument;
  readonly form: FormDefinition;
  readonly workbook: WorkbookSnapshot;
  readonly tables: readonly EvaluationTable[];
  /** Texts outside the tables. */
  readonly texts: readonly TextPart[];
  /** Every value, in sheet order, blanks and inherited ones included. */
  readonly values: readonly FieldValue[];
  /** Values with words in them that stand in their own cell: not blank, not inherited, no placeholder. All kinds when none is named. */
  readonly written: (...kinds: readonly FieldKind[]) => readonly FieldValue[];
  readonly fiscalYear: number | undefined;
  /** Checked against the machine-readability standard itself: form sheets are not excused. */
  readonly isStandardCheck: boolean;
  readonly dictionaries: Dictionaries;
  /** Last year's document of the same form, where given. */
  readonly previous: PreviousYear | undefined;
  readonly options: OptionValues<O>;
}

/** Where a problem is: a value of a record, a text between tables, any sourced value, or a bare cell. */
export type ReportPlace = FieldValue | TextPart | SourcedValue | CellAddress;

export type Report<M extends Messages> = <K extends keyof M & string>(problem: {
  readonly messageId: K;
  readonly data: Parameters<M[K]>[0];
  readonly at: ReportPlace;
  /** The offending part of the cell's text, in UTF-16 units; the whole cell when left out. */
  readonly span?: { readonly start: number; readonly end: number };
  /** Where one rule knows several degrees of certainty. A form's own setting wins. */
  readonly severity?: Severity;
  readonly standard?: string;
  readonly fixes?: readonly QuickFix[];
}) => void;

export interface RuleDefinition<M extends Messages, O extends RuleOptions> {
  readonly meta: RuleMeta<M, O>;
  check(context: RuleContext<O>, report: Report<M>): void;
}

/** A rule as the engine sees it; the types of messages and options have done their work by now. */
export type Rule = RuleDefinition<Messages, RuleOptions>;

/** Ties `report` to the rule's messages and `options` to its options: a wrong id or wrong data does not compile. */
export function defineRule<const M extends Messages, const O extends RuleOptions = RuleOptions>(
  definition: RuleDefinition<M, O>,
): Rule {
  return definition;
}
