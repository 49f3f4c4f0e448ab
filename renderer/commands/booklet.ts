import { basename, extname } from "node:path";
import type { PrintOptions } from "../../core/report/print-options.ts";
import { UserError } from "../../core/user-error.ts";
import { departmentsByRecord } from "../../core/validation/field-value.ts";
import { bindBooklet } from "../booklet/bind-booklet.ts";
import { readBookletManifest, type BookletManifest } from "../booklet/booklet-manifest.ts";
import { frontMatter } from "../booklet/front-matter.ts";
import { printParts, type BookletPart } from "../booklet/print-parts.ts";
import { fontFacesOn } from "../browser/fonts.ts";
import type { HostMachine } from "../browser/host-machine.ts";
import type { PagePool } from "../browser/page-pool.ts";
import { withPrintingPool } from "../browser/printing-pool.ts";
import { failureText, type Output } from "../console-text.ts";
import { distinctOutputFiles } from "../distinct-output-files.ts";
import { EXIT, exitCodeOf } from "../exit-code.ts";
import { findForm, loadForms } from "../forms/load-forms.ts";
import { progressBar } from "../progress-bar.ts";
import { reportPreparer, type PreparedReport, type ReportPreparer } from "../report/prepare-report.ts";
import { writeOutputFile } from "../write-output-file.ts";

export interface BookletOptions {
  /** The booklet; named after the manifest when left out. */
  readonly out?: string;
  /** Title of a booklet that has no manifest. */
  readonly title?: string;
  readonly form?: string;
  readonly templates?: string;
  readonly browser?: string;
  readonly print?: PrintOptions;
  /** ISO date on the cover. */
  readonly issuedOn: string;
  /** Reports in work at the same time. */
  readonly concurrency: number;
  /** Print in spite of errors in the tables, with a visible 「未確認」 mark. */
  readonly force: boolean;
}

/**
 * Prints many workbooks as one booklet (合本).
 * @param sources one manifest (`.yaml`, `.yml`, `.json`), or the workbooks in their order.
 * @returns the exit code: that of the first workbook that cannot be printed, or 0. Without all of them there is no booklet.
 */
export async function booklet(
  sources: readonly string[],
  options: BookletOptions,
  host: HostMachine,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const manifest = await manifestOf(sources, options);
  const out = options.out ?? `${isManifest(sources[0]!) ? basename(sources[0]!, extname(sources[0]!)) : "合本"}.pdf`;
  const workbooks = manifest.sections.flatMap((section) => section.workbooks);
  distinctOutputFiles([...sources, ...workbooks.map(({ file }) => file)])(manifest.title, out);
  const parts = await orderedParts(manifest, preparer(options, manifest, host));
  try {
    const { pdf, pages } = await withPrintingPool(options, host, signal, (pool) =>
      printed(pool, parts, { manifest, options, host, output, signal }),
    );
    await writeOutputFile(out, pdf);
    output.out(`✓ 合本 → ${out}（${parts.length} 冊、${pages} ページ）`);
    return EXIT.done;
  } catch (error) {
    if (signal.aborted) return EXIT.interrupted;
    if (!(error instanceof PartsMissing)) throw error;
    output.note("印刷できないブックがあるため、合本を作りませんでした。直してから、もう一度実行してください。");
    return exitCodeOf(error.cause);
  }
}

/** Some workbook cannot be printed, and people have been told which. */
class PartsMissing extends Error {}

interface Job {
  readonly manifest: BookletManifest;
  readonly options: BookletOptions;
  readonly host: HostMachine;
  readonly output: Output;
  readonly signal: AbortSignal;
}

async function printed(
  pool: PagePool,
  parts: readonly BookletPart[],
  { manifest, options, host, output, signal }: Job,
) {
  const progress = progressBar(parts.length, output);
  const reports = await printParts(pool, parts, {
    concurrency: options.concurrency,
    onPart: ({ file, pages }, remarks) => {
      progress.step(() => {
        output.note([`✓ ${file}（${pages} ページ）`, ...remarks].join("\n"));
      });
    },
    onFault: (file, error) => {
      progress.step(() => {
        if (!signal.aborted) output.note(failureText(error, file));
      });
    },
  })
    .catch((cause: unknown) => {
      throw new PartsMissing("parts are missing", { cause });
    })
    .finally(() => {
      progress.stop();
    });
  const municipality = manifest.municipality ?? [...new Set(reports.map((report) => report.municipality))].join("・");
  const { title, subtitle } = manifest;
  const issuedOn = manifest.issuedOn ?? options.issuedOn;
  const head = { title, municipality, subject: subtitle === "" ? title : subtitle };
  const front = frontMatter(head, fontFacesOn(host.platform));
  return await bindBooklet(pool, reports, front, {
    ...manifest,
    cover: { title, subtitle, municipality, issuedOn },
    properties: { title, author: municipality, subject: head.subject, issuedOn },
  });
}

function preparer(options: BookletOptions, manifest: BookletManifest, host: HostMachine): ReportPreparer {
  const forms = loadForms(options.templates);
  return reportPreparer({
    forms,
    chosen: options.form === undefined ? undefined : findForm(forms, options.form),
    platform: host.platform,
    issuedOn: manifest.issuedOn ?? options.issuedOn,
    force: options.force,
    ...(options.print ? { print: options.print } : {}),
  });
}

function isManifest(path: string): boolean {
  return /\.(?:ya?ml|json)$/iu.test(path);
}

async function manifestOf(sources: readonly string[], { title }: BookletOptions): Promise<BookletManifest> {
  if (sources.some(isManifest)) {
    if (sources.length === 1 && title === undefined) return await readBookletManifest(sources[0]!);
    throw new UserError(
      "usage",
      "合本の目録は 1 つだけ指定し、題名は目録の中に書いてください。",
      "目録を使わないときは、ブックを並べて --title で題名を指定します。",
    );
  }
  if (title === undefined) {
    throw new UserError(
      "usage",
      "合本の題名がありません。",
      "--title 令和5年度評価報告書 のように指定するか、目録（.yaml）を作ってください。",
    );
  }
  return {
    title,
    subtitle: "",
    municipality: undefined,
    issuedOn: undefined,
    groupBy: "none",
    summary: true,
    contentsDepth: 2,
    sections: [{ title: "", workbooks: sources.map((file) => ({ file, title: undefined })) }],
  };
}

/** The reports in the order of the manifest, or by department in the order in which departments first occur. */
async function orderedParts({ sections, groupBy }: BookletManifest, prepare: ReportPreparer): Promise<BookletPart[]> {
  const parts = sections.flatMap(({ title: section, workbooks }) =>
    workbooks.map(({ file, title }): BookletPart => {
      let report: Promise<PreparedReport> | undefined;
      return { file, name: basename(file, extname(file)), section, title, report: () => (report ??= prepare(file)) };
    }),
  );
  if (groupBy === "none") return parts;
  const groups = new Map<string, BookletPart[]>();
  for (const part of parts) {
    // What cannot be read is told of when its turn comes.
    const department = await part.report().then(mainDepartment, () => NO_DEPARTMENT);
    groups.set(department, [...(groups.get(department) ?? []), { ...part, section: department }]);
  }
  return [...groups.values()].flat();
}

const NO_DEPARTMENT = "担当課の記載がないもの";

/** The department that most records of a report name. */
function mainDepartment({ document, form }: PreparedReport): string {
  const times = new Map<string, number>();
  for (const department of departmentsByRecord(document, form).values())
    times.set(department, (times.get(department) ?? 0) + 1);
  const [first] = [...times].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? NO_DEPARTMENT;
}
