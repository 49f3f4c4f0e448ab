import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { recogniseForm } from "../../core/table/recognise-form.ts";
import { checkDocument } from "../../core/validation/check-document.ts";
import { fieldValues } from "../../core/validation/field-value.ts";
import { pairRecords } from "../../core/validation/pair-records.ts";
import type { Rule } from "../../core/validation/rule.ts";
import { RULES } from "../../core/validation/rules/index.ts";
import type { ValidationInput } from "../../core/validation/validate.ts";
import type { SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { loadDictionaries } from "../forms/load-dictionaries.ts";
import { BUILT_IN_TEMPLATES, findForm, loadForms } from "../forms/load-forms.ts";
import { readXlsx } from "../workbook/read-xlsx.ts";
import { progressSnapshot } from "./progress-snapshot.ts";
import { shownTime, type Result } from "./results-table.ts";
import { alternate, timeOf } from "./timing.ts";

const SAMPLES = [
  { what: "小郡市", path: "ogori-progress/samples/ogori.xlsx" },
  { what: "練馬区", path: "nerima-action-plan/samples/nerima.xlsx" },
  { what: "川崎市", path: "kawasaki-evaluation/samples/kawasaki.xlsx" },
  { what: "仙台市 R5", path: "sendai-projects/samples/sendai-r5.xlsx" },
  {
    what: "仙台市 R6 beside R5",
    path: "sendai-projects/samples/sendai-r6.xlsx",
    previous: "sendai-projects/samples/sendai-r5.xlsx",
  },
];
/** Percentage of copies in the table of copies. */
const COPIES = 80;

/** All rules on large tables, on the samples, and after the edit of one cell. The workbook has 10,000 rows. */
export async function measureValidation(workbook: string): Promise<Result[]> {
  return [...(await measureTables(workbook)), ...(await measureSamples()), await measureEdit()];
}

async function measureTables(workbook: string): Promise<Result[]> {
  const results: Result[] = [];
  for (const records of [1000, 10_000, 100_000]) {
    for (const copies of [0, COPIES]) {
      const input = validationInput(progressSnapshot(records, copies));
      const heap = peakHeap(input);
      const rounds = { rounds: records > 10_000 ? 1 : 5, warmUp: records > 10_000 ? 0 : 2 };
      const isCompared = records === 10_000;
      const { check, read } = await alternate(
        {
          check: () => timeOf(() => checkDocument(input, RULES)),
          read: () => (isCompared ? timeOf(() => readXlsx(workbook)) : Promise.resolve(0)),
        },
        rounds,
      );
      const what = `${records.toLocaleString("en")} rows${copies > 0 ? `, ${copies} % copies` : ""}: all ${RULES.length} rules`;
      results.push(
        {
          what,
          figure: shownTime(check),
          ...(isCompared
            ? {
                baseline: `reading as many rows: ${shownTime(read)}`,
                compared: check / 1000,
                target: { most: 1.5, unit: "s" },
              }
            : {}),
        },
        {
          what: "the same, extra heap at its peak",
          figure: `${(heap / 1e6).toFixed(0)} MB`,
          ...(isCompared ? { compared: heap / 1e6, target: { most: 300, unit: "MB" } } : {}),
        },
      );
    }
  }
  return results;
}

async function measureSamples(): Promise<Result[]> {
  const results: Result[] = [];
  for (const { what, path, previous } of SAMPLES) {
    const input = validationInput(await readSample(path), previous ? await readSample(previous) : undefined);
    const { check } = await alternate(
      { check: () => timeOf(() => checkDocument(input, RULES)) },
      { rounds: 25, warmUp: 10 },
    );
    results.push({
      what: `${what}: all rules`,
      figure: shownTime(check),
      compared: check,
      target: { most: 50, unit: "ms" },
    });
  }
  return results;
}

/** A cell was edited: the table is recognised and checked again as a whole. */
async function measureEdit(): Promise<Result> {
  const workbook = await readSample(SAMPLES[0]!.path);
  let edits = 0;
  const { check } = await alternate(
    { check: () => timeOf(() => checkDocument(validationInput(edited(workbook, ++edits)), RULES)) },
    { rounds: 25, warmUp: 10 },
  );
  return {
    what: "小郡市: one cell edited, recognised and checked again",
    figure: shownTime(check),
    compared: check,
    target: { most: 30, unit: "ms" },
  };
}

function edited(workbook: WorkbookSnapshot, edit: number): WorkbookSnapshot {
  const [first, ...others] = workbook.sheets as readonly [SheetSnapshot, ...SheetSnapshot[]];
  const longest = first.cells.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const text = `${longest.text}また、講座を${edit}回開催した。`;
  const cells = first.cells.map((cell) => (cell === longest ? { ...cell, text, value: text } : cell));
  return { sheets: [{ ...first, cells }, ...others] };
}

async function readSample(path: string): Promise<WorkbookSnapshot> {
  return await readXlsx(join(BUILT_IN_TEMPLATES, path));
}

const FORMS = loadForms();

function validationInput(workbook: WorkbookSnapshot, before?: WorkbookSnapshot): ValidationInput {
  const { form, document } = recogniseForm(
    workbook,
    FORMS.map(({ definition }) => definition),
  );
  const dictionaries = loadDictionaries(findForm(FORMS, form.name));
  const input = { workbook, form, document, dictionaries };
  if (!before) return input;
  const last = recogniseForm(before, [form], form).document;
  const previous = pairRecords({
    current: fieldValues(document, form),
    previous: fieldValues(last, form),
    document: last,
    aliases: dictionaries.aliases,
  });
  return { ...input, previous };
}

/** The most that the heap grows during a check, garbage included: looked at after every rule. */
function peakHeap(input: ValidationInput): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  const before = process.memoryUsage().heapUsed;
  let peak = before;
  const watched = RULES.map((rule): Rule => ({
    ...rule,
    check(context, report) {
      rule.check(context, report);
      peak = Math.max(peak, process.memoryUsage().heapUsed);
    },
  }));
  checkDocument(input, watched);
  return Math.max(peak, process.memoryUsage().heapUsed) - before;
}
