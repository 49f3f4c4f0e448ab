import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import { structureDocument } from "../../core/structure/structure-document.ts";
import { structureLedger } from "../../core/structure/ledger.ts";
import type { StructuredWorkbook } from "../../core/structure/structured-workbook.ts";
import { recogniseForm } from "../../core/table/recognise-form.ts";
import { fiscalYearLabel } from "../../core/text/fiscal-year.ts";
import { UserError } from "../../core/user-error.ts";
import { ACCEPTANCE_SHEET } from "../../core/validation/acceptance.ts";
import { qualifiedCellName } from "../../core/workbook/address.ts";
import type { CellAddress, WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { failureText, type Output } from "../console-text.ts";
import { distinctOutputFiles } from "../distinct-output-files.ts";
import { EXIT, exitCodeOf } from "../exit-code.ts";
import { findForm, loadForms, type FormFolder } from "../forms/load-forms.ts";
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
 * Turns form sheets into new workbooks of data tables. Each source has its own result line; one that fails does not
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
  /** Texts of the source that are in no field, the sheets that hold no table of the form among them. */
  readonly open: readonly { readonly cell: CellAddress; readonly text: string }[];
}

async function structureFile(
  workbook: string,
  forms: readonly FormFolder[],
  chosen: FormFolder | undefined,
): Promise<StructuredFile> {
  const snapshot = await readXlsx(workbook);
  const { form, document } = recogniseForm(
    snapshot,
    forms.map(({ definition }) => definition),
    chosen?.definition,
  );
  const structured = structureDocument(document, form);
  const source = {
    sheets: snapshot.sheets.filter(({ name, tables }) => name !== ACCEPTANCE_SHEET && tables.length === 0),
  };
  const open = structureLedger(source, document, structured).filter(({ state }) => state === "unclassified");
  return { snapshot, structured, open };
}

async function bytesOf(
  workbook: string,
  { snapshot, structured, open }: StructuredFile,
  madeOn: string,
): Promise<Uint8Array> {
  const sha256 = createHash("sha256")
    .update(await readFile(workbook))
    .digest("hex");
  const acceptances = snapshot.sheets.find(({ name }) => name === ACCEPTANCE_SHEET);
  return await writeStructuredWorkbook(
    { ...structured, unclassified: open },
    { file: basename(workbook), sha256, madeOn },
    acceptances,
  );
}

function summary({ structured, open }: StructuredFile): string {
  const { form, fiscalYear, tables } = structured;
  const own = tables.filter(({ isView }) => !isView);
  const rows = own.reduce((sum, table) => sum + table.rows.length, 0);
  const year = fiscalYear === undefined ? "年度不明" : fiscalYearLabel(fiscalYear);
  return `${form.name}、${year}、${own.length} 表 ${rows} 行、未分類 ${open.length} 件`;
}

/** What would be made: every table with its number of rows, what changes, and what no field takes. */
function preview(workbook: string, made: StructuredFile): string {
  const { structured, open } = made;
  return [
    `${workbook}（${summary(made)}）`,
    ...structured.tables.map(({ title, columns, rows, isView }) => {
      const kind = isView ? "（写し）" : "";
      return `  表「${title}」${kind} ${rows.length} 行 × ${columns.length} 列`;
    }),
    ...structured.normalisations.map(
      ({ cell, from, to }) => `  数に直します ${qualifiedCellName(cell)}: ${oneLine(from)} → ${to}`,
    ),
    ...open.map(({ cell, text }) => `  未分類 ${qualifiedCellName(cell)}: ${oneLine(text)}`),
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
  const sources = new Set(workbooks.map(realPath));
  const take = distinctOutputFiles();
  return workbooks.map((workbook) => {
    const file = isWorkbookName(out) ? out : join(out, `${basename(workbook, extname(workbook))}.xlsx`);
    if (sources.has(realPath(file))) {
      throw new UserError(
        "usage",
        `元のブック「${file}」には上書きできません。`,
        "-o には、別の場所を指定してください。",
      );
    }
    take(workbook, file);
    return { workbook, file };
  });
}

function isWorkbookName(path: string): boolean {
  return /\.xlsx$/iu.test(path);
}

/** A path as Windows and macOS compare them: case does not matter, and links lead to what they name. */
function realPath(path: string): string {
  return (existsSync(path) ? realpathSync(path) : resolve(path)).toLowerCase();
}
