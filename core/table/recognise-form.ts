import type { FormDefinition, LayoutDefinition } from "../form/form-definition.ts";
import { hasHeading } from "../form/heading-pattern.ts";
import { cachedFold } from "../text/fold.ts";
import { UserError } from "../user-error.ts";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot.ts";
import { documentTables, type EvaluationDocument } from "./evaluation-document.ts";
import { findDataForm, readDataTables } from "./read-data-tables.ts";
import { recogniseDocument } from "./recognise-document.ts";
import { HEADING_LENGTH } from "./sheet-reader.ts";

/** A workbook's form and what was read of it. */
export interface RecognisedForm {
  readonly form: FormDefinition;
  readonly document: EvaluationDocument;
}

/**
 * Finds the form that a workbook was made with by its headings, and reads it: its data tables (データ) where it has them,
 * otherwise its form sheets (様式).
 * @param chosen the form that a person named; then only that one is tried.
 * @throws UserError `workbook-empty`, or `form-not-recognised` naming the nearest form and the headings that are missing.
 */
export function recogniseForm(
  workbook: WorkbookSnapshot,
  forms: readonly FormDefinition[],
  chosen?: FormDefinition,
): RecognisedForm {
  const visible = workbook.sheets.filter(({ visibility }) => visibility === "visible");
  if (!visible.some(({ cells }) => cells.some(({ text }) => text.trim()))) {
    throw new UserError(
      "workbook-empty",
      "ブックのどのシートにも文字がありません。",
      "記入済みのブックを指定してください。",
    );
  }
  const data = findDataForm(workbook, chosen ? [chosen] : forms);
  if (data && !data.isEmpty) return { form: data.form, document: readDataTables(data) };
  const dataSheets = new Set([...(data?.tables.values() ?? [])].map(({ sheet }) => sheet));
  const formSheets = { sheets: workbook.sheets.filter(({ name }) => !dataSheets.has(name)) };
  const fold = cachedFold();
  const texts = headingTexts(
    visible.filter(({ name }) => !dataSheets.has(name)),
    fold,
  );
  const candidates = (chosen ? [chosen] : forms)
    .map((form) => ({ form, ...headingShare(form, texts) }))
    .sort((a, b) => b.share - a.share);
  for (const { form, share } of candidates) {
    if (share === 0) break;
    const document = recogniseDocument(formSheets, form, fold);
    if (isConvincing(form, document, chosen === undefined)) return { form, document };
  }
  // Data tables that nobody has written in yet say which form they are.
  if (data) return { form: data.form, document: readDataTables(data) };
  throw notRecognised(workbook, candidates[0], chosen);
}

/** A workbook that was made to look like one form, read as that form; nothing where what is read does not convince. */
export function recogniseAs(
  workbook: WorkbookSnapshot,
  form: FormDefinition,
  needsProof: boolean,
): EvaluationDocument | undefined {
  const document = recogniseDocument(workbook, form);
  return isConvincing(form, document, needsProof) ? document : undefined;
}

/** At least one record and, where nobody named the form, tables of half its layouts: a single shared table is no proof. */
function isConvincing(form: FormDefinition, document: EvaluationDocument, needsProof: boolean): boolean {
  const tables = documentTables(document);
  const found = form.layouts.filter((layout) =>
    tables.some(({ resource, layout: type }) => resource === layout.resource && type === layout.type),
  );
  return (!needsProof || found.length * 2 >= form.layouts.length) && tables.some(({ records }) => records.length > 0);
}

interface Candidate {
  readonly form: FormDefinition;
  readonly missing: readonly string[];
  readonly share: number;
}

function notRecognised(
  workbook: WorkbookSnapshot,
  nearest: Candidate | undefined,
  chosen: FormDefinition | undefined,
): UserError {
  if (!nearest || (nearest.share === 0 && !chosen)) {
    return new UserError(
      "form-not-recognised",
      "知っている帳票の見出しがどのシートにも見つかりません。",
      "「hyoka forms」で使える帳票と見出しを確かめ、帳票が決まっているときは --form で指定してください。",
    );
  }
  const { title, name } = nearest.form;
  const sentence = chosen
    ? `帳票「${title}」（${name}）として読めません。`
    : `どの帳票か分かりません。いちばん近いのは「${title}」（${name}）です。`;
  return new UserError(
    "form-not-recognised",
    sentence + lackOf(workbook, nearest),
    "見出しの文言を様式どおりに直すか、--form で帳票を指定してください。",
  );
}

/** What keeps a workbook from being read as a form. */
function lackOf(workbook: WorkbookSnapshot, { form, missing }: Candidate): string {
  if (missing.length > 0) return `見つからない見出し: ${missing.map((heading) => `「${heading}」`).join("")}。`;
  return documentTables(recogniseDocument(workbook, form)).length > 0
    ? "見出しの下に記入された行がありません。"
    : "見出しはありますが、一つの表に並んでいません。";
}

function headingShare(
  form: FormDefinition,
  texts: ReadonlySet<string>,
): { readonly share: number; readonly missing: readonly string[] } {
  const wanted = form.layouts.flatMap(requiredHeadings);
  const missing = wanted.filter((spellings) => !hasHeading(spellings, texts));
  return {
    share: wanted.length === 0 ? 0 : (wanted.length - missing.length) / wanted.length,
    missing: missing.map(([spelling = ""]) => spelling.replaceAll("{fiscalYear}", "○年度").replaceAll("{n}", "○")),
  };
}

/** The headings without which a layout is not found, each in all its spellings. */
export function requiredHeadings(layout: LayoutDefinition): (readonly string[])[] {
  switch (layout.type) {
    case "list":
    case "yearly-plan":
      return layout.columns.filter(({ optional }) => !optional).map(({ headings }) => headings);
    case "card":
      return layout.items.map(({ labels }) => labels);
    case "matrix":
      return [[layout.corner], ...layout.columnHeadings.map((heading) => [heading])];
  }
}

/** Every text that is short enough to be a heading, folded. */
function headingTexts(sheets: readonly SheetSnapshot[], fold: (text: string) => string): Set<string> {
  const texts = new Set<string>();
  for (const { cells } of sheets) {
    for (const { text } of cells) if (text.length <= HEADING_LENGTH) texts.add(fold(text));
  }
  return texts;
}
