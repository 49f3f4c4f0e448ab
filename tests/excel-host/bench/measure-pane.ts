import { readFileSync } from "node:fs";
import { samplePath } from "../../support/samples.ts";
import { startBrowser } from "../../../renderer/browser/browser-session.ts";
import { findBrowser } from "../../../renderer/browser/find-browser.ts";
import { thisMachine } from "../../../renderer/browser/host-machine.ts";
import { shownTime, type Result } from "../../../renderer/bench/results-table.ts";
import { median } from "../../../renderer/bench/timing.ts";
import { buildPane } from "../browser/built-pane.ts";
import { loadSizes } from "./load-sizes.ts";
import { measureOpening } from "./measure-opening.ts";
import { measureSteps, STEPS, type StepCosts } from "./measure-steps.ts";

/** How long any answer of the browser may take, in milliseconds. */
const LIMIT = 600_000;
/** Openings that count, after one that does not. */
const ROUNDS = 5;

/**
 * Opens a workbook of 10,000 rows, and a sample, in the built pane on the simulated Excel. Writes its results to the
 * standard output as JSON: the bench of the whole project, which knows nothing of the add-in, starts this program.
 */
async function measurePane(large: Uint8Array, sample: Uint8Array): Promise<Result[]> {
  const [built, session] = await Promise.all([
    buildPane(),
    startBrowser(thisMachine(), findBrowser(thisMachine()), LIMIT),
  ]);
  try {
    const place = { browser: session.browser, folder: built.folder, limit: LIMIT };
    await measureOpening(large, place);
    const openings = [];
    for (let round = 0; round < ROUNDS; round++) openings.push(await measureOpening(large, place));
    const ofLarge = await measureSteps(large, place);
    const ofSample = await measureSteps(sample, place);
    return [
      ...openingResults(openings),
      ...stepResults(ofLarge, ofSample),
      ...loadSizes(built.folder).map(({ what, bytes, most }) => ({ what, ...kilobytes(bytes, most) })),
    ];
  } finally {
    await session.close();
    await built.remove();
  }
}

type Opening = Awaited<ReturnType<typeof measureOpening>>;

function openingResults(openings: readonly Opening[]): Result[] {
  const own = median(openings.map(({ own }) => own));
  const excel = median(openings.map(({ excel }) => excel));
  const kept = Math.max(...openings.map(({ heapKept }) => heapKept));
  const peak = Math.max(...openings.map(({ heapPeak }) => heapPeak));
  return [
    {
      what: "the pane, 10,000 rows: read, checked, listed",
      figure: shownTime(own),
      baseline: `Excel's own time besides: ${shownTime(excel)}`,
      target: { most: 2, unit: "s" },
      compared: own / 1000,
    },
    { what: "the same, heap of page and worker", ...megabytes(kept, 200) },
    { what: "the same at its peak, garbage included", ...megabytes(peak) },
  ];
}

function stepResults(large: StepCosts, sample: StepCosts): Result[] {
  const requests = Math.max(large.largestRequest, sample.largestRequest);
  const answers = Math.max(large.largestAnswer, sample.largestAnswer);
  return [
    { what: "the same, largest request to Excel", ...megabytes(requests, 5) },
    { what: "the same, largest answer of Excel", ...megabytes(answers, 5) },
    {
      what: "the same, a typed cell until the list is new",
      figure: shownTime(large.typing),
      baseline: `小郡市: ${shownTime(sample.typing)}`,
    },
    ...STEPS.map(({ name, shown }) => ({
      what: `the same, syncs with Excel: ${shown}`,
      figure: String(large.syncs[name]),
      baseline: `小郡市: ${sample.syncs[name]}`,
    })),
  ];
}

function megabytes(bytes: number, most?: number): Omit<Result, "what"> {
  const figure = `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
  return most === undefined ? { figure } : { figure, compared: bytes / 1e6, target: { most, unit: "MB" } };
}

function kilobytes(bytes: number, most?: number): Omit<Result, "what"> {
  const figure = `${(bytes / 1e3).toFixed(0)} kB`;
  return most === undefined ? { figure } : { figure, compared: bytes / 1e3, target: { most, unit: "kB" } };
}

const [, , workbook] = process.argv;
if (workbook === undefined) throw new Error("name a workbook of 10,000 rows");
console.log(JSON.stringify(await measurePane(readFileSync(workbook), readFileSync(samplePath("ogori")))));
