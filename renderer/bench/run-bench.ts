import { cpus, tmpdir, totalmem } from "node:os";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startBrowser } from "../browser/browser-session.ts";
import { findBrowser } from "../browser/find-browser.ts";
import { thisMachine } from "../browser/host-machine.ts";
import { createPagePool, type PagePool } from "../browser/page-pool.ts";
import { BUILT_IN_TEMPLATES } from "../forms/load-forms.ts";
import { ogoriWorkbook, sendaiWorkbooks } from "./bench-workbooks.ts";
import { measureAddin } from "./measure-addin.ts";
import { batchSize, measureBatch } from "./measure-batch.ts";
import { measureFinishing, measureLargeWorkbook, measureReading } from "./measure-large.ts";
import { measureBooklet, measureHugeWorkbook, measureStart, measureStructuring } from "./measure-processes.ts";
import { measureValidation } from "./measure-validation.ts";
import { resultsTable, writeResults, type Result } from "./results-table.ts";

const PAGE = join(import.meta.dirname, "..", "..", "docs", "performance.md");
/** How long a browser or one print may take, in milliseconds. */
const LIMIT = 600_000;

/** Where everything that a measure needs is, all of it temporary. */
interface Bench {
  readonly folder: string;
  readonly single: PagePool;
  readonly double: PagePool;
  /** Writes a file into the folder and returns its path. */
  readonly write: (name: string, content: Uint8Array) => string;
}

const MEASURES: Readonly<Record<string, (bench: Bench) => Promise<Result[]>>> = {
  large: async ({ single, write }) => measureLargeWorkbook(single, write("ogori-1000.xlsx", await ogoriWorkbook(1000))),
  batch: async ({ single, double, write, folder }) => {
    const workbooks = (await sendaiWorkbooks(batchSize(100))).map((bytes, i) => write(`sendai-${i}.xlsx`, bytes));
    return measureBatch({ workbooks, host: thisMachine(), out: join(folder, "out"), single, double });
  },
  booklet: async ({ write, folder }) => {
    const workbooks = (await sendaiWorkbooks(500)).map((bytes, i) => write(`booklet-${i}.xlsx`, bytes));
    return measureBooklet(workbooks, join(folder, "out"));
  },
  huge: async ({ write, folder }) =>
    measureHugeWorkbook(write("ogori-10000.xlsx", await ogoriWorkbook(10_000)), join(folder, "out")),
  start: async ({ write, folder }) => {
    const [workbook] = await sendaiWorkbooks(1);
    const freshFolder = () => mkdtempSync(join(folder, "cache-"));
    return measureStart(write("start.xlsx", workbook!), join(folder, "out"), freshFolder);
  },
  read: async ({ write }) => measureReading(write("reading.xlsx", await ogoriWorkbook(10_000))),
  structure: async ({ write, folder }) =>
    measureStructuring(write("structure.xlsx", await ogoriWorkbook(10_000)), join(folder, "out")),
  validate: async ({ write }) => measureValidation(write("validation.xlsx", await ogoriWorkbook(10_000))),
  addin: async ({ write }) => measureAddin(write("addin.xlsx", await ogoriWorkbook(10_000))),
  finish: async ({ single, write }) => {
    const samples = ["sendai-projects/samples/sendai-r6.xlsx", "ogori-progress/samples/ogori.xlsx"];
    const large = write("finish.xlsx", await ogoriWorkbook(1000));
    return measureFinishing(single, [...samples.map((path) => join(BUILT_IN_TEMPLATES, path)), large]);
  },
};

/** Takes the named measures, or all; only the results of all are written into the documentation. */
async function runBench(names: readonly string[], heading: string): Promise<void> {
  const results: Result[] = [];
  await withBench(async (bench) => {
    for (const name of names.length > 0 ? names : Object.keys(MEASURES)) {
      const measure = MEASURES[name];
      if (!measure) throw new Error(`no measure ${name}; there are ${Object.keys(MEASURES).join(", ")}`);
      console.error(`${name} …`);
      results.push(...(await measure(bench)));
    }
  });
  const table = resultsTable(results);
  console.log(`${heading}\n\n${table}`);
  if (names.length === 0) writeResults(PAGE, `${heading}\n\n${table}`);
}

async function withBench(work: (bench: Bench) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "hyoka-bench-"));
  mkdirSync(join(folder, "out"));
  const host = thisMachine();
  const start = () => startBrowser(host, findBrowser(host), LIMIT);
  const single = createPagePool({ start, size: 1, timeout: LIMIT });
  const double = createPagePool({ start, size: 2, timeout: LIMIT });
  const write = (name: string, content: Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  try {
    await work({ folder, single, double, write });
  } finally {
    await Promise.all([single.close(), double.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

function thisComputer(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 1e9);
  return `${processors[0]?.model.trim() ?? "unknown processor"}, ${processors.length} cores, ${memory} GB`;
}

const { values, positionals } = parseArgs({
  options: {
    /** ISO date of the run. */
    date: { type: "string", default: new Date().toISOString().slice(0, 10) },
    /** What the machine is called in the documentation. */
    machine: { type: "string", default: thisComputer() },
  },
  allowPositionals: true,
});
const system = `${process.platform} ${process.arch}, Node ${process.versions.node}`;
await runBench(positionals, `Measured on ${values.date}: ${values.machine}; ${system}.`);
