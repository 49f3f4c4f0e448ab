import { newWorkbookSheets } from "../../core/new-workbook/new-workbook-sheets.ts";
import { newWorkbook } from "../../core/new-workbook/new-workbook.ts";
import { structureSnapshot } from "../../core/structure/structure-snapshot.ts";
import { structuredSheets } from "../../core/structure/structured-sheets.ts";
import { documentTables } from "../../core/table/evaluation-document.ts";
import { recogniseForm, type RecognisedForm } from "../../core/table/recognise-form.ts";
import { foldText } from "../../core/text/fold.ts";
import { UserError, type UserErrorCode } from "../../core/user-error.ts";
import { compareWithPrevious, readPreviousYear, type PreviousDocument } from "../../core/validation/check-snapshot.ts";
import type { Dictionaries } from "../../core/validation/dictionaries.ts";
import { fieldValues, type FieldValue } from "../../core/validation/field-value.ts";
import {
  checkEarly,
  type CheckState,
  continueLiveCheck,
  type EarlyCheck,
  isUntouched,
  type LiveCheck,
  startLiveCheck,
} from "../../core/validation/live-check.ts";
import { findingSheet } from "../../core/validation/finding-sheet.ts";
import { MANUAL_PAIR_SHEET } from "../../core/validation/manual-pairs.ts";
import type { PreviousYear } from "../../core/validation/previous-year.ts";
import { recordTitles } from "../../core/validation/record-titles.ts";
import { RULES } from "../../core/validation/rules/index.ts";
import { cellName, rangeName } from "../../core/workbook/address.ts";
import type { SheetDescription } from "../../core/workbook/sheet-description.ts";
import type { SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { applyChanges } from "./apply-changes.ts";
import type { ReviewForm } from "./bundled-forms.ts";
import { pairingOf } from "./pairing.ts";
import { ReadAhead } from "./read-ahead.ts";
import { reviewOf } from "./review-findings.ts";
import type {
  Comparison,
  FormChoice,
  Opened,
  OpenRequest,
  Pairing,
  PreviousFile,
  Review,
  ReviewClient,
  RuleInfo,
  StructurePreview,
  WorkbookChanges,
  WorkbookPart,
} from "./review-protocol.ts";
import { ruleInfos } from "./rule-info.ts";

/** A check with what it was made of. */
interface Checked {
  readonly live: LiveCheck;
  readonly previous: PreviousYear | undefined;
  /** What `previous` was paired from. */
  readonly pairedWith: PreviousDocument | undefined;
  readonly pairsSheet: SheetSnapshot | undefined;
  readonly review: Review;
}

/**
 * The review of one workbook: what is known of it, and what was found. Knows neither Excel nor a page; what it gives is
 * what `hyoka check` and `hyoka structure` give.
 */
export class ReviewSession implements ReviewClient {
  readonly #loadForms: () => readonly ReviewForm[];
  #loaded: readonly ReviewForm[] | undefined;
  #workbook: WorkbookSnapshot = { sheets: [] };
  #formName: string | undefined;
  /** What `open` has recognised, until the check takes it. */
  #opened: RecognisedForm | undefined;
  #previous: (PreviousDocument & { readonly form: string }) | undefined;
  #checked: Checked | undefined;
  /** What is known of a workbook that is being read. */
  #ahead: ReadAhead | undefined;
  /** What was found in it so far, until the check takes it. */
  #early: EarlyCheck | undefined;

  /** @param loadForms called when they are first needed; what it throws fails the call that needs them. */
  constructor(loadForms: () => readonly ReviewForm[]) {
    this.#loadForms = loadForms;
  }

  readAhead(parts: readonly WorkbookPart[]): Promise<void> {
    return settled(() => {
      for (const part of parts) {
        if (part.isFirst) this.#ahead = this.#early = undefined;
        (this.#ahead ??= new ReadAhead()).add(part);
      }
      if (this.#ahead) this.#lookAhead(this.#ahead);
    });
  }

  open({ snapshot, formName, ahead }: OpenRequest): Promise<Opened> {
    return settled(() => {
      const whole = ahead && this.#ahead ? this.#ahead.complete(snapshot, ahead) : snapshot;
      this.#ahead = undefined;
      return this.#open(whole, formName);
    });
  }

  check(options: Parameters<ReviewClient["check"]>[0] = {}): Promise<Review> {
    return settled(() => this.#check({ onProgress: options.onProgress }).review);
  }

  update(changes: WorkbookChanges): Promise<Review> {
    return settled(() => {
      this.#workbook = applyChanges(this.#workbook, changes);
      this.#opened = undefined;
      return this.#check({ goesOn: true }).review;
    });
  }

  async setPrevious(file: PreviousFile | null): Promise<Comparison> {
    if (!file) {
      this.#previous = undefined;
      return { review: this.#check().review, pairs: [], gone: [] };
    }
    const { form } = this.#recognise();
    // Reading workbook files takes ExcelJS, which most people never need.
    const { readXlsxBytes } = await import("../../xlsx/read-xlsx-bytes.ts");
    const snapshot = await readXlsxBytes(file.bytes, file.fileName);
    this.#previous = { form: form.name, ...previousYear(snapshot, form, file.fileName) };
    const checked = this.#check();
    return { review: checked.review, ...pairingIn(checked)! };
  }

  pairs(): Promise<Pairing | undefined> {
    return settled(() => pairingIn(this.#latest()));
  }

  structure(): Promise<StructurePreview> {
    return settled(() => {
      const structured = structureSnapshot(this.#workbook, this.#recognise());
      return {
        tables: structured.tables.map(({ name, title, rows, columns, isView }) => ({
          name,
          title,
          rows: rows.length,
          columns: columns.length,
          isView,
        })),
        unclassified: structured.unclassified.map(({ cell, text }) => ({
          sheet: cell.sheet,
          address: cellName(cell),
          text,
        })),
        normalisations: structured.normalisations,
        sheets: structuredSheets(structured),
      };
    });
  }

  blankForm({ formName, fiscalYear }: Parameters<ReviewClient["blankForm"]>[0]): Promise<readonly SheetDescription[]> {
    return settled(() => {
      const form = this.#forms.find(({ definition }) => definition.name === formName);
      if (!form)
        throw new UserError("form-unknown", `帳票「${formName}」はありません。`, "帳票を一覧から選んでください。");
      return newWorkbookSheets(newWorkbook(form.definition, { fiscalYear, rows: BLANK_ROWS }));
    });
  }

  findingSheet({ fileName }: { readonly fileName: string } = { fileName: "" }): Promise<SheetDescription> {
    return settled(() => findingSheet([{ file: fileName, isHere: true, result: this.#latest().live.result }]));
  }

  rules(): Promise<Readonly<Record<string, RuleInfo>>> {
    return settled(() => ruleInfos(RULES));
  }

  #lookAhead(ahead: ReadAhead): void {
    const workbook = ahead.look();
    if (!workbook) return;
    try {
      const { form, document } = recogniseForm(workbook, this.#definitions());
      const values = fieldValues(document, form, valuesOf(this.#early));
      const input = { workbook, form, document, values, dictionaries: this.#dictionaries(form) };
      this.#early = checkEarly(input, RULES, this.#early);
    } catch (error) {
      // What is known so far shows no form: the whole will tell.
      if (!(error instanceof UserError)) throw error;
    }
  }

  #open(snapshot: WorkbookSnapshot, formName: string | undefined): Opened {
    this.#workbook = snapshot;
    this.#formName = formName;
    this.#checked = undefined;
    this.#opened = undefined;
    const forms = this.#forms.map(({ definition }) => choiceOf(definition));
    try {
      const { form, document } = (this.#opened = this.#recognise());
      const tables = documentTables(document).map(({ resource, sheet, range, records }) => ({
        resource,
        title: form.resources.find(({ name }) => name === resource)?.title ?? resource,
        sheet,
        range: rangeName(range),
        records: records.length,
      }));
      return { kind: "recognised", form: choiceOf(form), fiscalYear: document.fiscalYear, tables, forms };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (error.code === "workbook-empty") return { kind: "blank", forms };
      if (error.code !== "form-not-recognised") throw error;
      return { kind: "unknown", message: error.message, advice: error.hint ?? "", forms };
    }
  }

  get #forms(): readonly ReviewForm[] {
    return (this.#loaded ??= this.#loadForms());
  }

  #definitions(): RecognisedForm["form"][] {
    return this.#forms.map(({ definition }) => definition);
  }

  #dictionaries(form: RecognisedForm["form"]): Dictionaries {
    return this.#forms.find(({ definition }) => definition === form)!.dictionaries();
  }

  #recognise(): RecognisedForm {
    const definitions = this.#definitions();
    const chosen = definitions.find(({ name }) => name === this.#formName);
    try {
      return recogniseForm(this.#workbook, definitions, chosen);
    } catch (error) {
      const advice = error instanceof UserError ? ADVICE[error.code] : undefined;
      if (!(error instanceof UserError) || advice === undefined) throw error;
      // What to do is said for the command line there.
      throw new UserError(error.code, error.message, advice, { cause: error });
    }
  }

  #latest(): Checked {
    return this.#checked ?? this.#check();
  }

  /** @param goesOn checks again only what an edit can have changed. */
  #check({ onProgress, goesOn = false }: CheckOptions = {}): Checked {
    const before = goesOn ? this.#checked : undefined;
    const last = this.#checked?.live ?? this.#early;
    const early = this.#early;
    this.#checked = this.#early = undefined;
    // Not kept: what rules derive from a document goes with it.
    const { form, document } = this.#opened ?? this.#recognise();
    this.#opened = undefined;
    const dictionaries = this.#dictionaries(form);
    const values = fieldValues(document, form, valuesOf(last));
    const previous = this.#pairing({ form, document }, values, dictionaries, before);
    // What rules derive from a workbook is kept as long as the object: this one goes after the check.
    const own = { workbook: { sheets: this.#workbook.sheets }, form, document, values, dictionaries };
    const input = { ...own, ...(previous ? { previous } : {}) };
    const known = before?.live ?? early;
    const live = known ? continueLiveCheck(known, input, onProgress) : startLiveCheck(input, RULES, onProgress);
    const titles = recordTitles(values);
    const review = reviewOf(live.result, (key) => titles.get(key));
    const paired = { pairedWith: this.#previous, pairsSheet: pairsSheet(this.#workbook) };
    return (this.#checked = { live, previous, ...paired, review });
  }

  /** Last year beside this year. An accepted finding changes no pair; what a person lays down on 「前年対応」 does. */
  #pairing(
    { form, document }: RecognisedForm,
    values: readonly FieldValue[],
    dictionaries: Dictionaries,
    before: Checked | undefined,
  ): PreviousYear | undefined {
    if (this.#previous?.form !== form.name) return undefined;
    const isPaired = before?.pairedWith === this.#previous && before.pairsSheet === pairsSheet(this.#workbook);
    if (isPaired && isUntouched(before.live, { workbook: this.#workbook, document })) return before.previous;
    return compareWithPrevious(this.#workbook, values, this.#previous, dictionaries);
  }
}

function* valuesOf(state: CheckState | undefined): Iterable<FieldValue> {
  for (const unit of state?.units ?? []) yield* unit.values;
}

interface CheckOptions {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly goesOn?: boolean;
}

/** Rows for new records: as many as `hyoka new` prepares where nobody says how many. */
const BLANK_ROWS = 20;

const ADVICE: Readonly<Partial<Record<UserErrorCode, string>>> = {
  "form-not-recognised": "見出しの文言を様式どおりに直すか、帳票を一覧から選んでください。",
  "workbook-empty": "様式に記入してから、もう一度検証してください。",
};

function pairsSheet({ sheets }: WorkbookSnapshot): SheetSnapshot | undefined {
  return sheets.find(({ name }) => foldText(name) === MANUAL_PAIR_SHEET);
}

function choiceOf({ name, title, municipality }: FormChoice): FormChoice {
  return { name, title, municipality };
}

function pairingIn({ previous, live }: Checked): Pairing | undefined {
  return previous && pairingOf(previous, live.result.departments);
}

/** @throws UserError saying that the file is not last year's of this form. */
function previousYear(snapshot: WorkbookSnapshot, form: RecognisedForm["form"], fileName: string): PreviousDocument {
  try {
    return readPreviousYear(snapshot, form);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      error.code,
      `「${fileName}」を前年度のブックとして読めません。${error.message}`,
      `前年度の帳票「${form.title}」のブックを選んでください。`,
      { cause: error },
    );
  }
}

/** What a call gives or throws, as a promise. */
function settled<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
