import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { bundledForms } from "../../../addin/review/bundled-forms.ts";
import type { Finding } from "../../../addin/review/review-protocol.ts";
import { ReviewSession } from "../../../addin/review/review-session.ts";
import { type BrowserSession, startBrowser } from "../../../renderer/browser/browser-session.ts";
import { findBrowser } from "../../../renderer/browser/find-browser.ts";
import { thisMachine } from "../../../renderer/browser/host-machine.ts";
import { readXlsxBytes } from "../../../xlsx/read-xlsx-bytes.ts";
import { openPane, type OpenPane, type PaneOptions } from "../../excel-host/browser/open-pane.ts";
import { type SampleName, samplePath } from "../../support/samples.ts";
import { buildPane, type BuiltPane } from "../../excel-host/browser/built-pane.ts";
import { inOrder, type ListedFinding, PersonAtPane } from "./person-at-pane.ts";

/** High enough for every line of the longest list. */
const height = 12_000;

let built: BuiltPane;
let session: BrowserSession;

beforeAll(async () => {
  [built, session] = await Promise.all([buildPane(), startBrowser(thisMachine(), findBrowser(thisMachine()), 60_000)]);
});

afterAll(async () => {
  await session.close();
  await built.remove();
});

async function open(name: SampleName, options: Partial<PaneOptions> = {}): Promise<[OpenPane, PersonAtPane]> {
  const bytes = readFileSync(samplePath(name));
  const pane = await openPane(session.browser, bytes, { folder: built.folder, height, ...options });
  return [pane, new PersonAtPane(pane)];
}

/** What a fresh check says of the workbook as it stands now, as the list words it. */
async function freshCheck({ host }: OpenPane): Promise<string[]> {
  const review = new ReviewSession(bundledForms);
  await review.open({ snapshot: await readXlsxBytes(await host.save(), "今.xlsx") });
  return inOrder((await review.check()).findings.map(asListed));
}

function asListed({ state, severity, message, sheet, address }: Finding): ListedFinding {
  const words = { error: "誤り", warning: "警告", info: "情報" };
  const word = { open: words[severity], accepted: "確認済み", lapsed: "失効" }[state];
  return { word, message, sheet, address };
}

/** Waits until the list says what a fresh check says, and gives that. */
async function follows(pane: OpenPane, person: PersonAtPane): Promise<string[]> {
  const wanted = await freshCheck(pane);
  await vi.waitFor(async () => {
    expect(inOrder(await person.list())).toEqual(wanted);
  }, 10_000);
  return wanted;
}

describe("the list follows the workbook", () => {
  test("a typed value, inserted and deleted rows, a renamed sheet, another author's edit", async () => {
    const [pane, person] = await open("ogori");
    await person.ready();
    const lists = [inOrder(await person.list())];
    const { host } = pane;
    const acts = {
      type: () => {
        host.person.type("進捗状況!E10", "児童手当の支給を行った。");
      },
      insert: () => {
        host.person.insertRows("進捗状況!2:2");
      },
      coAuthor: () => {
        host.coAuthor.type("進捗状況!E12", "今後も 実施していく");
      },
      delete: () => {
        host.person.deleteRows("進捗状況!8:8");
      },
      rename: () => {
        host.person.renameSheet("進捗状況", "令和3年度の進捗");
        // An Excel before ExcelApi 1.17 says nothing of names: the pane looks when the person goes on.
        host.person.select("A1");
      },
    };
    for (const act of Object.values(acts)) {
      act();
      lists.push(await follows(pane, person));
    }
    // Every act must have changed the list, or nothing was shown.
    for (const [index, list] of lists.slice(1).entries()) expect(list).not.toEqual(lists[index]);
    expect(pane.faults).toEqual([]);
    await pane.close();
  });

  test("sorted rows, and a sheet renamed in an Excel that says so", async () => {
    const [pane, person] = await open("sendai-r6", { sets: { ExcelApi: "1.17" } });
    await person.ready();
    const first = inOrder(await person.list());
    pane.host.person.sort("令和6年度実績!A4:E11", "B", "descending");
    const sorted = await follows(pane, person);
    expect(sorted).not.toEqual(first);
    pane.host.person.renameSheet("令和6年度実績", "R6");
    expect(await follows(pane, person)).not.toEqual(sorted);
    expect(pane.faults).toEqual([]);
    await pane.close();
  });
});

describe("a fix is refused", () => {
  const refusals: Record<string, [prepare: (pane: OpenPane) => void, words: string]> = {
    "when the cell has changed": [
      ({ host }) => {
        host.coAuthor.type("計画8!C8", "窓口");
      },
      "値が変わっていたので",
    ],
    "when the cell is a formula": [
      ({ host }) => {
        host.coAuthor.type("計画8!C8", "=D8");
      },
      "数式なので",
    ],
    "when the sheet is protected": [
      ({ host }) => {
        host.coAuthor.protectSheet("計画8");
      },
      "保護されているので",
    ],
  };

  test.each(Object.entries(refusals))("%s", async (_, [prepare, words]) => {
    const [pane, person] = await open("nerima");
    await person.ready();
    const finding = (await person.list()).find(({ address }) => address === "C8")!;
    await person.open(finding);
    // The pane has not heard of it yet.
    pane.host.book.events.enabled = false;
    prepare(pane);
    const before = pane.host.book.sheet("計画8")!.cell(8, 3);
    await person.press("直す");
    await person.sees(words);
    await person.rested();
    expect(pane.host.book.sheet("計画8")!.cell(8, 3)).toEqual(before);
    expect(pane.host.undo.steps).toEqual([]);
    expect(pane.faults).toEqual([]);
    await pane.close();
  });
});

describe("Excel fails", () => {
  test.each(["InvalidOperation", "AccessDenied", "GeneralException", "ActivityLimitReached", "RequestAborted"])(
    "%s: the pane says it in Japanese, and 「もう一度」 goes on",
    async (code) => {
      const [pane, person] = await open("sendai-r6");
      pane.host.failNext({ code, match: /^load Worksheets/u });
      await person.sees("もう一度");
      const said = await person.text();
      expect(said).not.toContain("injected");
      await person.press("もう一度");
      await person.ready();
      expect(inOrder(await person.list())).toEqual(await freshCheck(pane));
      expect(pane.faults).toEqual([]);
      await pane.close();
    },
  );

  test.each(["AccessDenied", "RequestPayloadSizeLimitExceeded", "GeneralException"])(
    "%s while a fix is written: nothing is changed, and 「もう一度」 is one undo step without an echo",
    async (code) => {
      const [pane, person] = await open("nerima");
      await person.ready();
      await person.open((await person.list()).find(({ address }) => address === "C8")!);
      pane.host.failNext({ code, match: /^set .*\.Values$/u });
      await person.press("直す");
      await person.sees("もう一度");
      expect(pane.host.book.sheet("計画8")!.cell(8, 3).value).toBe("相談窓口への 弁護士の配置");
      await person.press("もう一度");
      await person.sees("直しました");
      await pane.idle();
      expect(pane.host.book.sheet("計画8")!.cell(8, 3).value).toBe("相談窓口への弁護士の配置");
      expect(pane.host.undo.steps).toHaveLength(1);
      const { length } = pane.host.batches;
      // The pane's own write comes back as an event; it must set off nothing.
      await wait(1000);
      expect(pane.host.batches).toHaveLength(length);
      expect(pane.faults).toEqual([]);
      await pane.close();
    },
  );

  test("an answer that is too large is asked for in smaller parts", async () => {
    const [pane, person] = await open("ogori", { mostBytes: 20_000 });
    await person.ready();
    expect(inOrder(await person.list())).toEqual(await freshCheck(pane));
    expect(pane.faults).toEqual([]);
    await pane.close();
  });

  test("while a cell is edited the pane waits, and then goes on", async () => {
    const [pane, person] = await open("sendai-r6");
    pane.host.startCellEdit();
    await person.sees("ブックを読み取っています");
    pane.host.endCellEdit();
    await person.ready();
    expect(pane.faults).toEqual([]);
    await pane.close();
  });

  test("an Excel of ExcelApi 1.12 is told what is needed, and asked for nothing", async () => {
    const [pane, person] = await open("sendai-r6", { sets: { ExcelApi: "1.12" } });
    await person.sees("この Excel では使えません");
    await person.sees("ExcelApi 1.13");
    expect(pane.host.batches.flatMap(({ log }) => log)).toEqual([]);
    expect(pane.faults).toEqual([]);
    await pane.close();
  });

  test("an office.js that does not come", async () => {
    const [pane, person] = await open("sendai-r6", { missing: [/\/office\.js$/u] });
    await person.sees("Excel とつながる部品を読み込めません");
    expect(pane.faults).toEqual([]);
    await pane.close();
  });
});
