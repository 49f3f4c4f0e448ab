import { spawn } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { BUILT_IN_TEMPLATES } from "../forms/load-forms.ts";
import { watchMemory } from "./process-memory.ts";
import { ISSUED_ON } from "./report-pipeline.ts";
import { shownMemory, shownTime, type Result } from "./results-table.ts";
import { alternate, median, timeOf } from "./timing.ts";

const PROGRAM = join(import.meta.dirname, "..", "cli.ts");

interface Run {
  /** From the start of the process to its first result line, in milliseconds. */
  readonly first: number;
  /** To its end. */
  readonly total: number;
  /** Peak of the process and all that it started, in bytes. */
  readonly memory: number | undefined;
}

/** One very large workbook in a process of its own: whether it ends, how long it takes, how much memory. */
export async function measureHugeWorkbook(workbook: string, out: string): Promise<Result[]> {
  const { total, memory } = await runRender([workbook], out, {});
  const pdf = readFileSync(join(out, `${basename(workbook, ".xlsx")}.pdf`));
  const isTagged = pdf.includes("/StructTreeRoot") && pdf.includes("/MarkInfo");
  if (!isTagged) throw new Error("the PDF of the huge workbook has no tags");
  const size = `${(pdf.length / 1e6).toFixed(0)} MB tagged PDF`;
  return [
    { what: `10,000 rows, command \`render\` (${size})`, figure: shownTime(total) },
    {
      what: "the same, peak memory of all its processes",
      figure: memory === undefined ? "unknown" : shownMemory(memory),
      ...(memory === undefined ? {} : { compared: memory / 1e9, target: { most: 3, unit: "GB" } }),
    },
  ];
}

/** A very large form sheet turned into data tables, each time in a process of its own: the time in the middle, the most memory. */
export async function measureStructuring(workbook: string, out: string): Promise<Result[]> {
  const runs: Run[] = [];
  for (let round = 0; round < 5; round++) {
    runs.push(await runNode([PROGRAM, "structure", workbook, "-o", join(out, "structured.xlsx")], {}));
  }
  const total = median(runs.map((run) => run.total));
  const memory = Math.max(...runs.map((run) => run.memory ?? NaN));
  return [
    {
      what: "10,000 rows, command `structure`",
      figure: shownTime(total),
      compared: total / 1000,
      target: { most: 3, unit: "s" },
    },
    {
      what: "the same, peak memory",
      figure: Number.isNaN(memory) ? "unknown" : `${Math.round(memory / 1e6)} MB`,
      ...(Number.isNaN(memory) ? {} : { compared: memory / 1e6, target: { most: 600, unit: "MB" } }),
    },
  ];
}

/**
 * Workbooks of two pages as one booklet, against printing each of them alone; and whether a thousand pages keep within memory.
 * Each in a process of its own.
 */
export async function measureBooklet(workbooks: readonly string[], out: string): Promise<Result[]> {
  const few = workbooks.slice(0, 100);
  const bind = (files: readonly string[]) => {
    const file = join(out, "booklet.pdf");
    const settings = ["--title", "合本", "--issued-on", ISSUED_ON, "--force", "-o", file];
    return runNode([PROGRAM, "booklet", ...files, ...settings], {});
  };
  const medians = await alternate(
    { booklet: async () => (await bind(few)).total, alone: async () => (await runRender(few, out, {})).total },
    { rounds: 5, warmUp: 1 },
  );
  const { total, memory } = await bind(workbooks);
  return [
    {
      what: `a booklet of ${few.length} workbooks, whole process`,
      figure: shownTime(medians.booklet),
      baseline: `\`render\` of the same: ${shownTime(medians.alone)}`,
      compared: medians.booklet / medians.alone,
      target: { most: 1.3, unit: "×" },
    },
    { what: `a booklet of ${workbooks.length} workbooks of 2 pages`, figure: shownTime(total) },
    {
      what: "the same, peak memory of all its processes",
      figure: memory === undefined ? "unknown" : shownMemory(memory),
      ...(memory === undefined ? {} : { compared: memory / 1e9, target: { most: 1.5, unit: "GB" } }),
    },
  ];
}

/**
 * How long a person waits for the first PDF.
 * @param freshFolder makes an empty folder, for a cache without the unpacked browser.
 */
export async function measureStart(workbook: string, out: string, freshFolder: () => string): Promise<Result[]> {
  const warm = { XDG_CACHE_HOME: freshFolder() };
  await runRender([workbook], out, warm);
  const samples = globSync("*/samples/*.xlsx", { cwd: BUILT_IN_TEMPLATES }).map((path) =>
    join(BUILT_IN_TEMPLATES, path),
  );
  const medians = await alternate(
    {
      bareNode: () => timeOf(() => runNode(["--eval", "0"], {})),
      cold: async () => (await runRender([workbook], out, warm)).first,
      empty: async () => (await runRender([workbook], out, { XDG_CACHE_HOME: freshFolder() })).first,
      demo: async () => (await runRender(samples, out, warm)).total,
    },
    { rounds: 3, warmUp: 0 },
  );
  return [
    {
      what: "start to first PDF (2 pages), new process",
      figure: shownTime(medians.cold),
      baseline: `Node alone: ${shownTime(medians.bareNode)}`,
    },
    { what: "the same with an empty cache: the browser is unpacked first", figure: shownTime(medians.empty) },
    { what: `the demo: ${samples.length} sample workbooks, whole process`, figure: shownTime(medians.demo) },
  ];
}

/** With `--force`: the samples are real tables, errors and all. */
function runRender(workbooks: readonly string[], out: string, environment: NodeJS.ProcessEnv): Promise<Run> {
  return runNode([PROGRAM, "render", ...workbooks, "-o", out, "--issued-on", ISSUED_ON, "--force"], environment);
}

/** Runs Node to its end. @throws Error with what it wrote when it fails. */
async function runNode(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [...process.execArgv, ...args], {
    env: { ...process.env, ...environment },
  });
  const stopWatching = watchMemory(child.pid!);
  let first = Infinity;
  let note = "";
  child.stdout.once("data", () => (first = performance.now() - start));
  child.stderr.on("data", (chunk: Buffer) => (note += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const total = performance.now() - start;
  const memory = stopWatching();
  if (code !== 0) throw new Error(`node ${args.join(" ")} ended with ${code}:\n${note}`);
  return { first, total, memory };
}
