import type { Acceptance } from "../../core/validation/acceptance.ts";
import type { CheckSummary } from "../../core/validation/check-document.ts";
import type { Diagnostic, Severity } from "../../core/validation/diagnostic.ts";
import type { RuleCategory } from "../../core/validation/rule.ts";
import type { SheetDescription } from "../../core/workbook/sheet-description.ts";
import type { CellAddress, SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot.ts";

/**
 * What the pane asks of a review, and what it gets. Everything is plain data that `postMessage` can carry: the review
 * itself runs in a worker (`review-worker.ts`), in tests directly (`ReviewSession`).
 *
 * The order of calls: `open`, then `check`, then any of the others. Each promise rejects with a `ReviewError`.
 */
export interface ReviewClient {
  /**
   * Takes what has been read of a workbook while Excel is still answering for the rest, and looks at it meanwhile; `open` follows
   * with the whole. May be left out.
   */
  readAhead(parts: readonly WorkbookPart[]): Promise<void>;
  /** Says what the workbook is. Last year's workbook is kept as long as the form stays the same. */
  open(request: OpenRequest): Promise<Opened>;
  /** Checks the whole workbook. @param onProgress rules done, of how many. */
  check(options?: { readonly onProgress?: (done: number, total: number) => void }): Promise<Review>;
  /** After an edit: checks again what can have changed. The same review as that of a full check. */
  update(changes: WorkbookChanges): Promise<Review>;
  /** Compares with last year's workbook of the same form; `null` ends the comparison. */
  setPrevious(file: PreviousFile | null): Promise<Comparison>;
  /** The pairs as they are after the latest `update` (a person may have written on the sheet 「前年対応」). */
  pairs(): Promise<Pairing | undefined>;
  /** What 整形 would make, and what it would add to the workbook. */
  structure(): Promise<StructurePreview>;
  /** The sheets of an empty workbook of a form. */
  blankForm(request: { readonly formName: string; readonly fiscalYear: number }): Promise<readonly NewSheet[]>;
  /** The list of findings as a sheet for mailing round. @param request the name of the workbook, which each line states. */
  findingSheet(request?: { readonly fileName: string }): Promise<NewSheet>;
  /** What there is to say of each rule, by its id: the same at any time. */
  rules(): Promise<Readonly<Record<string, RuleInfo>>>;
}

/** The next cells of a sheet that is being read, row by row from its first one on; the sheet itself with the first of them. */
export interface WorkbookPart {
  readonly sheet: SheetSnapshot | Pick<SheetSnapshot, "name" | "cells">;
  /** The first part of a workbook: whatever was read of one before no longer counts. */
  readonly isFirst: boolean;
  /** How much of the workbook is read by now, from 0 to 1. */
  readonly share: number;
}

export interface OpenRequest {
  readonly snapshot: WorkbookSnapshot;
  /** By the name of a sheet: so many of its first cells are those that `readAhead` was given; `snapshot` holds the others. */
  readonly ahead?: ReadonlyMap<string, number>;
  /** The form that a person chose. */
  readonly formName?: string;
}

export interface FormChoice {
  readonly name: string;
  readonly title: string;
  readonly municipality: string;
}

export type Opened =
  | {
      readonly kind: "recognised";
      readonly form: FormChoice;
      readonly fiscalYear: number | undefined;
      readonly tables: readonly RecognisedTable[];
      readonly forms: readonly FormChoice[];
    }
  /** No form was recognised: what keeps it from that, and what to do. Both are Japanese sentences. */
  | {
      readonly kind: "unknown";
      readonly message: string;
      readonly advice: string;
      readonly forms: readonly FormChoice[];
    }
  /** Nothing is written on any sheet. */
  | { readonly kind: "blank"; readonly forms: readonly FormChoice[] };

export interface RecognisedTable {
  readonly resource: string;
  readonly title: string;
  readonly sheet: string;
  /** `A5:H17` */
  readonly range: string;
  readonly records: number;
}

/** What has happened to a workbook since it was read last. Names are those of before in `from`, of now everywhere else. */
export interface WorkbookChanges {
  /** Sheets that were edited or added, whole. */
  readonly sheets: readonly SheetSnapshot[];
  readonly removed?: readonly string[];
  readonly renamed?: readonly { readonly from: string; readonly to: string }[];
  /** Names of all sheets in their order, where sheets were added or moved. Without it added ones come last. */
  readonly order?: readonly string[];
}

/** A check, as the pane shows it. */
export interface Review {
  /** Open ones by sheet, row, column, rule; then accepted ones. The order of `hyoka check`. */
  readonly findings: readonly Finding[];
  /** Counts of what is open, and of what is accepted (`suppressed`). */
  readonly summary: CheckSummary;
  /** Rules that failed: faults of the program. The others have run. */
  readonly faults: readonly { readonly ruleId: string; readonly message: string }[];
  /** No error is open: the table may be handed in. */
  readonly ready: boolean;
}

/** `lapsed`: not a problem of the table, but a line of 「確認済み」 that no longer counts. */
export type FindingState = "open" | "accepted" | "lapsed";

export interface Finding extends Diagnostic {
  /** Stays the same while the problem does: over checks, inserted rows, sorting and renamed sheets. */
  readonly id: string;
  readonly state: FindingState;
  /** 担当課 of the record. */
  readonly department?: string;
  /** What the record is called: 事業名 in one line. */
  readonly recordTitle?: string;
  /** Of an accepted finding. */
  readonly acceptance?: Pick<Acceptance, "reason" | "by" | "on" | "row">;
}

export interface PreviousFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** `key` the same key or name; `similar` by resemblance or the dictionary of aliases; `manual` by the sheet 「前年対応」. */
export interface PairRow {
  readonly current: string;
  /** `null` for a record that last year does not have. */
  readonly previous: string | null;
  readonly how: "key" | "similar" | "manual" | "new";
  readonly department?: string;
}

export interface Pairing {
  readonly pairs: readonly PairRow[];
  /** Titles of last year's records that this year does not have. */
  readonly gone: readonly string[];
}

export interface Comparison extends Pairing {
  readonly review: Review;
}

/** What 整形 would make: the same as `hyoka structure`. */
export interface StructurePreview {
  readonly tables: readonly StructuredTableInfo[];
  /** Texts that no field takes: they are listed, never dropped. */
  readonly unclassified: readonly { readonly sheet: string; readonly address: string; readonly text: string }[];
  /** Numbers written as text that become numbers. */
  readonly normalisations: readonly { readonly cell: CellAddress; readonly from: string; readonly to: string }[];
  readonly sheets: readonly NewSheet[];
}

export interface StructuredTableInfo {
  readonly name: string;
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  /** A copy made from the other tables, for reading only. */
  readonly isView: boolean;
}

/** A sheet to add, to be handed to `addSheets` as it is. */
export type NewSheet = SheetDescription;

/** What there is to say of a rule; Japanese. */
export interface RuleInfo {
  readonly id: string;
  readonly severity: Severity;
  readonly category: RuleCategory | "acceptance";
  readonly categoryTitle: string;
  readonly title: string;
  /** Why it matters. */
  readonly description: string;
  readonly remedy: string;
  /** The clause of デジタル庁's standard: `L2-04`. */
  readonly standard?: string;
  /** What that clause asks, in one sentence. */
  readonly standardText?: string;
}

/** Why a call failed. `code` is that of a `UserError`, or `internal` for a fault of the program. */
export interface ReviewFailure {
  readonly code: string;
  /** What is wrong, in one Japanese sentence. */
  readonly message: string;
  /** What to do; Japanese. */
  readonly advice: string;
  /** For the administrator, where the program is at fault. */
  readonly detail?: string;
}

/** What a `ReviewClient`'s promises reject with. */
export class ReviewError extends Error {
  readonly failure: ReviewFailure;

  constructor(failure: ReviewFailure) {
    super(failure.message);
    this.name = "ReviewError";
    this.failure = failure;
  }
}
