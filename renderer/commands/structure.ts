import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { markDoubts } from "../../core/pasted-text/mark-doubts.ts";
import { recogniseText, type DoubtfulCell } from "../../core/pasted-text/recognise-text.ts";
import { DOUBTS } from "../../core/pasted-text/text-source.ts";
import { structureSnapshot } from "../../core/structure/structure-snapshot.ts";
import type { StructuredWorkbook } from "../../core/structure/structured-workbook.ts";
import { recogniseForm } from "../../core/table/recognise-form.ts";
import { fiscalYearLabel } from "../../core/text/fiscal-year.ts";
import { UserError } from "../../core/user-error.ts";
import { ACCEPTANCE_SHEET } from "../../core/validation/acceptance.ts";
import { qualifiedCellName } from "../../core/workbook/address.ts";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { failureText, type Output } from "../console-text.ts";
import { distinctOutputFiles } from "../distinct-output-files.ts";
import { EXIT, exitCodeOf } from "../exit-code.ts";
import { findForm, loadForms, type FormFolder } from "../forms/load-forms.ts";
import { isTextName, readText } from "../pasted-text/read-text.ts";
import { writeDataPackage } from "../structure/write-data-package.ts";
import { writeStructuredWorkbook } from "../structure/write-structured-workbook.ts";
import { readXlsx } from "../workbook/read-xlsx.ts";
import { makeOutputFolder, writeOutputFile } from "../write-output-file.ts";

export interface StructureOptions {
  /** The new workbook; a folder for several sources. */
  readonly out?: string;
  /** Folder for a Data Package; with several sources one folder each below it. */
  readonly datapackage?: string;
  readonly encoding: "utf-8" | "cp932";
  /** Only say what would be made. */
  readonly preview: boolean;
  readonly form?: string;
  readonly templates?: string;
  /** ISO date. */
  readonly madeOn: string;
}

/**
 * Turns form sheets and pasted texts into new workbooks of data tables. Each source has its own result line; one that fails does not
 * stop the others, and no source is ever written to.
 * @returns the exit code: that of the first failure, or 0.
 */
export async function structure(
  workbooks: readonly string[],
  options: StructureOptions,
  output: Output,
): Promise<number> {
  const targets = outputFiles(workbooks, options);
  const forms = loadForms(options.templates);
  const chosen = options.form === undefined ? undefined : findForm(forms, options.form);
  if (!options.preview && options.out !== undefined && !isWorkbookName(options.out))
    await makeOutputFolder(options.out);
  const codes: number[] = [];
  for (const { workbook, file } of targets) {
    try {
      const made = await structureFile(workbook, forms, chosen);
      if (options.preview) output.out(preview(workbook, made));
      else {
        const places = await writeResults({ workbook, file }, made, workbooks.length, options);
        output.out(`✓ ${workbook} → ${places.join("、")}（${summary(made)}）`);
      }
      if (made.doubtful.length > 0) output.note(doubtNote(workbook, made.doubtful));
    } catch (error) {
      output.note(failureText(error, workbook));
      codes.push(exitCodeOf(error));
    }
  }
  return codes[0] ?? EXIT.done;
}

/** Writes what was asked for; returns where. */
async function writeResults(
  { workbook, file }: Target,
  made: StructuredFile,
  count: number,
  { datapackage, encoding, madeOn }: StructureOptions,
): Promise<string[]> {
  const places: string[] = [];
  if (file !== "") {
    await writeOutputFile(file, await bytesOf(workbook, made, madeOn));
    places.push(file);
  }
  if (datapackage !== undefined) {
    const folder = count === 1 ? datapackage : join(datapackage, basename(workbook, extname(workbook)));
    await writeDataPackage(made.structured, folder, { source: basename(workbook), madeOn, encoding });
    places.push(folder);
  }
  return places;
}

interface StructuredFile {
  readonly snapshot: WorkbookSnapshot;
  readonly structured: StructuredWorkbook;
  /** Cells of a pasted text that a person has to compare with it. */
  readonly doubtful: readonly DoubtfulCell[];
}

async function structureFile(
  workbook: string,
  forms: readonly FormFolder[],
  chosen: FormFolder | undefined,
): Promise<StructuredFile> {
  const definitions = forms.map(({ definition }) => definition);
  if (isTextName(workbook)) {
    const read = recogniseText(await readText(workbook), definitions, chosen?.definition);
    const structured = markDoubts(structureSnapshot(read.workbook, read), read.doubtful);
    return { snapshot: read.workbook, structured, doubtful: read.doubtful };
  }
  const snapshot = await readXlsx(workbook);
  const recognised = recogniseForm(snapshot, definitions, chosen?.definition);
  return { snapshot, structured: structureSnapshot(snapshot, recognised), doubtful: [] };
}

async function bytesOf(
  workbook: string,
  { snapshot, structured }: StructuredFile,
  madeOn: string,
): Promise<Uint8Array> {
  const sha256 = createHash("sha256")
    .update(await readFile(workbook))
    .digest("hex");
  const acceptances = snapshot.sheets.find(({ name }) => name === ACCEPTANCE_SHEET);
  return await writeStructuredWorkbook(structured, { file: basename(workbook), sha256, madeOn }, acceptances);
}

/** What to look at in a text that was not cut without doubt. */
function doubtNote(path: string, doubtful: readonly DoubtfulCell[]): string {
  const reasons = Map.groupBy(doubtful, ({ doubt }) => doubt);
  return [
    `! ${path}: 正しく分けられたと言い切れないセルが ${doubtful.length} 件あります。`,
    ...[...reasons].map(([doubt, cells]) => {
      const lines = [...new Set(cells.map(({ cell }) => cell.row))];
      const shown = lines.slice(0, 10).join("、") + (lines.length > 10 ? "、…" : "");
      return `  ${DOUBTS[doubt]}（${cells.length} 件。${shown} 行）。`;
    }),
    "  → できたブックの表「区切りの確認」と、橙色のセルを、元の文と見比べてください。",
  ].join("\n");
}

function summary({ structured }: StructuredFile): string {
  const { form, fiscalYear, tables, unclassified } = structured;
  const own = tables.filter(({ isView }) => !isView);
  const rows = own.reduce((sum, table) => sum + table.rows.length, 0);
  const year = fiscalYear === undefined ? "年度不明" : fiscalYearLabel(fiscalYear);
  return `${form.name}、${year}、${own.length} 表 ${rows} 行、未分類 ${unclassified.length} 件`;
}

/** What would be made: every table with its number of rows, what changes, and what no field takes. */
function preview(workbook: string, made: StructuredFile): string {
  const { structured } = made;
  return [
    `${workbook}（${summary(made)}）`,
    ...structured.tables.map(({ title, columns, rows, isView }) => {
      const kind = isView ? "（写し）" : "";
      return `  表「${title}」${kind} ${rows.length} 行 × ${columns.length} 列`;
    }),
    ...structured.normalisations.map(
      ({ cell, from, to }) => `  数に直します ${qualifiedCellName(cell)}: ${oneLine(from)} → ${to}`,
    ),
    ...made.doubtful.map(
      ({ cell, text, doubt }) => `  要確認 ${qualifiedCellName(cell)}: ${oneLine(text)}（${DOUBTS[doubt]}）`,
    ),
    ...structured.unclassified.map(({ cell, text }) => `  未分類 ${qualifiedCellName(cell)}: ${oneLine(text)}`),
  ].join("\n");
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

interface Target {
  readonly workbook: string;
  readonly file: string;
}

/**
 * One source goes into the file that is named, several go into a folder.
 * @throws UserError `usage` when no place is named, or a source or another result would be written over.
 */
function outputFiles(
  workbooks: readonly string[],
  { out, preview: isPreview, datapackage }: StructureOptions,
): Target[] {
  if (isPreview || (out === undefined && datapackage !== undefined))
    return workbooks.map((workbook) => ({ workbook, file: "" }));
  if (out === undefined) {
    throw new UserError(
      "usage",
      "できたブックの出力先が指定されていません。",
      "-o データ.xlsx のように指定してください。--preview を付けると、何ができるかだけを示します。",
    );
  }
  if (workbooks.length > 1 && isWorkbookName(out)) {
    throw new UserError(
      "usage",
      "ブックがいくつもあるときは、出力先にフォルダーを指定してください。",
      "-o データ のように、フォルダーの名前を指定してください。",
    );
  }
  const take = distinctOutputFiles(workbooks);
  return workbooks.map((workbook) => {
    const file = isWorkbookName(out) ? out : join(out, `${basename(workbook, extname(workbook))}.xlsx`);
    take(workbook, file);
    return { workbook, file };
  });
}

function isWorkbookName(path: string): boolean {
  return /\.xlsx$/iu.test(path);
}
