import { PersonAtPane } from "../../addin/e2e/person-at-pane.ts";
import { openPane, type OpenPane } from "../browser/open-pane.ts";
import { assertNoFaults } from "./assert-no-faults.ts";
import type { BenchPlace } from "./measure-opening.ts";

/** What a person does whose syncs are counted, in this order. */
export const STEPS = [
  { name: "open", shown: "opening" },
  { name: "type", shown: "one typed cell" },
  { name: "fix", shown: "a fix" },
  { name: "accept", shown: "accepting a finding" },
  { name: "structure", shown: "整形" },
] as const;
type Step = (typeof STEPS)[number]["name"];

/** What a review takes. */
export interface StepCosts {
  readonly syncs: Readonly<Record<Step, number>>;
  /** From the typing of a value until the list has changed, without the time in which Excel answers; milliseconds. */
  readonly typing: number;
  /** Bytes. */
  readonly largestRequest: number;
  readonly largestAnswer: number;
}

/** 実施状況 of a record of the Ogori form; what is typed has two blanks that a rule finds. */
const TYPED = { cell: "進捗状況!E10", text: "児童手当の  支給を  行った。" };

/** Goes through a review of a workbook of the Ogori form in the built pane. */
export async function measureSteps(bytes: Uint8Array, { browser, folder, limit }: BenchPlace): Promise<StepCosts> {
  const pane = await openPane(browser, bytes, { folder });
  pane.page.setDefaultTimeout(limit);
  const person = new PersonAtPane(pane);
  const syncsDuring = async (step: () => Promise<void>, from = pane.host.batches.length): Promise<number> => {
    await step();
    await person.rested();
    await pane.idle();
    // A batch that asks for nothing is office.js letting go of objects.
    return pane.host.batches.slice(from).filter(({ log }) => log.length > 0).length;
  };
  let typing = 0;
  const open = await syncsDuring(() => person.ready(), 0);
  const type = await syncsDuring(async () => {
    typing = await typeCell(pane, person);
  });
  await openFixable(pane, person);
  const fix = await syncsDuring(async () => {
    await person.press("直す");
    await person.sees("直しました");
  });
  await openAcceptable(pane, person);
  const accept = await syncsDuring(async () => {
    await person.press("確認済みにする");
    await person.sees("確認済みにしました");
  });
  const structure = await syncsDuring(async () => {
    await person.press("整形", "tab");
    await person.press("整形する");
    await person.sees("整形しました");
  });
  const { batches } = pane.host;
  assertNoFaults(pane);
  await pane.close();
  return {
    syncs: { open, type, fix, accept, structure },
    typing,
    largestRequest: Math.max(...batches.map(({ requestBytes }) => requestBytes)),
    largestAnswer: Math.max(...batches.map(({ answerBytes }) => answerBytes)),
  };
}

async function typeCell(pane: OpenPane, person: PersonAtPane): Promise<number> {
  const before = await person.text();
  const start = performance.now();
  pane.host.person.type(TYPED.cell, TYPED.text);
  await pane.frame.waitForFunction((text) => document.body.innerText !== text, {}, before);
  return performance.now() - start - pane.excelTimeSince(start);
}

/** Opens the first finding of the list that can be fixed. */
async function openFixable(pane: OpenPane, person: PersonAtPane): Promise<void> {
  for (const finding of await person.list()) {
    await person.open(finding);
    await pane.idle();
    if (await pane.frame.$('::-p-aria([name="直す"][role="button"])')) return;
    await person.press("一覧");
  }
  throw new Error("the list begins with no finding that can be fixed");
}

/** Opens the first finding of the list that can be accepted, and says why. */
async function openAcceptable(pane: OpenPane, person: PersonAtPane): Promise<void> {
  await person.press("一覧");
  const finding = (await person.list()).find(({ word }) => word === "情報" || word === "警告");
  if (!finding) throw new Error("the list begins with no finding that can be accepted");
  await person.open(finding);
  await pane.idle();
  await person.press("このままで良い（確認済みにする）");
  await person.write("理由", "前年度と同じ書き方にそろえた");
  await person.write("確認者", "企画課 佐藤");
}
