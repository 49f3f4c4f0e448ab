import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bundledForms } from "../../../addin/review/bundled-forms.ts";
import type { OpenRequest, ReviewClient, WorkbookPart } from "../../../addin/review/review-protocol.ts";
import { ReviewSession } from "../../../addin/review/review-session.ts";
import { ToldAhead } from "../../../addin/review/told-ahead.ts";
import type { WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";
import { progressSnapshot } from "../../../renderer/bench/progress-snapshot.ts";
import { sheet } from "../../support/sheet.ts";
import { readSample, samplePath, SAMPLES } from "../../support/samples.ts";

const forms = bundledForms();
const session = () => new ReviewSession(() => forms);

/** The cells of each sheet in parts of so many, as they come from Excel; the last ones are left to the opening. */
function partsOf({ sheets }: WorkbookSnapshot, size: number, left: number): WorkbookPart[] {
  const parts: WorkbookPart[] = [];
  for (const sheet of sheets) {
    for (let from = 0; from < sheet.cells.length - left; from += size) {
      const cells = sheet.cells.slice(from, Math.min(from + size, sheet.cells.length - left));
      const part = from === 0 ? { ...sheet, cells } : { name: sheet.name, cells };
      parts.push({ sheet: part, isFirst: parts.length === 0, share: (from + size) / (sheet.cells.length + size) });
    }
  }
  return parts;
}

/** Opens a workbook after some parts of it, as the pane's client does. */
async function openAhead(review: ReviewClient, snapshot: WorkbookSnapshot, parts: readonly WorkbookPart[]) {
  const told = new ToldAhead();
  for (const part of parts) {
    told.add([part]);
    await review.readAhead(structuredClone(told.take()));
  }
  return await review.open(structuredClone(told.rest({ snapshot }) satisfies OpenRequest));
}

async function freshReview(snapshot: WorkbookSnapshot) {
  const fresh = session();
  // A copy: nothing that is remembered of the snapshot itself may help.
  const opened = await fresh.open({ snapshot: structuredClone(snapshot) });
  return { opened, review: await fresh.check(), structure: await fresh.structure() };
}

describe("what was read ahead changes nothing of what is found", () => {
  test.each(SAMPLES)("%s %s", async (_, name) => {
    const snapshot = await readSample(name);
    const expected = await freshReview(snapshot);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5, max: 400 }), fc.integer({ min: 0, max: 120 }), async (size, left) => {
        const ahead = session();
        expect(await openAhead(ahead, snapshot, partsOf(snapshot, size, left))).toEqual(expected.opened);
        expect(await ahead.check()).toEqual(expected.review);
        expect(await ahead.structure()).toEqual(expected.structure);
      }),
      { numRuns: 8, seed: 20261122 },
    );
  });

  test("3,000 records in parts of 2,000 cells", async () => {
    const snapshot = progressSnapshot(3000, 20);
    const expected = await freshReview(snapshot);
    const ahead = session();
    await openAhead(ahead, snapshot, partsOf(snapshot, 2000, 100));
    const progress: number[] = [];
    expect(await ahead.check({ onProgress: (done) => progress.push(done) })).toEqual(expected.review);
    expect(progress.length).toBeGreaterThan(50);
  });

  test("and a workbook opened again beside last year's", async () => {
    const snapshot = await readSample("sendai-r6");
    const previous = { fileName: "R5.xlsx", bytes: readFileSync(samplePath("sendai-r5")) };
    const fresh = session();
    await fresh.open({ snapshot });
    const { review: expected } = await fresh.setPrevious(previous);
    const again = session();
    await again.open({ snapshot });
    await again.setPrevious(previous);
    await openAhead(again, snapshot, partsOf(snapshot, 30, 0));
    expect(await again.check()).toEqual(expected);
  });
});

test("what is left of a reading that was given up does not count", async () => {
  const snapshot = await readSample("ogori");
  const other = await readSample("kawasaki");
  const expected = await freshReview(snapshot);
  const review = session();
  await review.readAhead(partsOf(other, 300, 0));
  await openAhead(review, snapshot, partsOf(snapshot, 150, 0));
  expect(await review.check()).toEqual(expected.review);
  await review.readAhead(partsOf(other, 300, 0));
  await review.open({ snapshot });
  expect(await review.check()).toEqual(expected.review);
});

test("cells that are not those that were told are told again", () => {
  const told = new ToldAhead();
  const table = sheet([[1], [2], [3]], { name: "表" });
  const { cells } = table;
  told.add([{ sheet: { ...table, cells: cells.slice(0, 2) }, isFirst: true, share: 0.5 }]);
  told.take();
  expect(told.rest({ snapshot: { sheets: [table] } })).toEqual({
    snapshot: { sheets: [{ ...table, cells: cells.slice(2) }] },
    ahead: new Map([["表", 2]]),
  });
  const changed = { ...table, cells: [cells[0]!, { ...cells[1]!, text: "二" }, cells[2]!] };
  expect(told.rest({ snapshot: { sheets: [changed] } })).toEqual({ snapshot: { sheets: [changed] }, ahead: new Map() });
});
