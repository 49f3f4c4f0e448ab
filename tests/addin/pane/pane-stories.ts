import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import type { Browser, ElementHandle } from "puppeteer";
import { openPane, type OpenPane, type PaneOptions } from "../../excel-host/browser/open-pane.ts";
import { samplePath, type SampleName } from "../../support/samples.ts";

/** A screen of a story: what a person does to reach it from the one before. */
interface Scene {
  readonly name: string;
  readonly reach: (pane: OpenPane) => Promise<unknown>;
}

/** A workbook that is opened, and the screens that a person comes to. */
interface Story {
  readonly workbook: () => Promise<Uint8Array>;
  readonly options?: Partial<PaneOptions>;
  readonly scenes: readonly Scene[];
}

/** Called at each screen. */
export type SceneVisitor = (name: string, pane: OpenPane) => Promise<void>;

/** Leads through every screen of the built pane in `folder`, with the genuine office.js and the samples' real findings. */
export async function visitScenes(browser: Browser, folder: string, visit: SceneVisitor): Promise<void> {
  const tell = async ({ workbook, options, scenes }: Story): Promise<void> => {
    const pane = await openPane(browser, await workbook(), { folder, width: 320, height: 640, ...options });
    for (const { name, reach } of scenes) {
      await reach(pane);
      await pane.idle();
      await visit(name, pane);
    }
    await pane.close();
  };
  const waiting = Promise.all(LONG_STORIES.map(tell));
  for (const story of STORIES) await tell(story);
  await waiting;
}

const sample = (name: SampleName) => (): Promise<Uint8Array> => Promise.resolve(readFileSync(samplePath(name)));

/** A workbook that is none of the forms. */
const workbookOf = (title: string | undefined) => async (): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("Sheet1").getCell("A1").value = title;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

const see = (selector: string) => (pane: OpenPane) => pane.frame.waitForSelector(selector);

/** The element that has a role and a name, as a person finds it. */
function byName(pane: OpenPane, role: string, name: string): Promise<ElementHandle | null> {
  return pane.frame.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);
}

const press = (role: "button" | "tab", name: string) => async (pane: OpenPane) => {
  await (await byName(pane, role, name))!.click();
};

const choose = (select: string, value: string) => async (pane: OpenPane) => {
  await pane.frame.select(`select[aria-label="${select}"]`, value);
};

const inTurn =
  (...steps: readonly ((pane: OpenPane) => Promise<unknown>)[]) =>
  async (pane: OpenPane) => {
    for (const step of steps) await step(pane);
  };

/** Opens the page of the first finding of a kind: scrolls the list by kind until it comes, for only what is seen is there. */
const openKind = (title: string) => async (pane: OpenPane) => {
  await pane.frame.waitForFunction(
    (wanted) => {
      const rows = [...document.querySelectorAll<HTMLElement>(".row")];
      const at = rows.findIndex((row) => row.matches(".row-group") && row.textContent.includes(wanted));
      const row = rows[at + 1];
      if (at >= 0 && row?.matches(".row-finding")) row.click();
      else scrollBy({ top: 300 });
      return document.querySelector(".page") !== null;
    },
    {},
    title,
  );
};

const STORIES: readonly Story[] = [
  {
    workbook: sample("ogori"),
    scenes: [
      { name: "check", reach: see(".row-finding") },
      { name: "form", reach: (pane) => pane.frame.click(".masthead-more summary") },
      {
        name: "check-by-rule",
        reach: inTurn((pane) => pane.frame.click(".masthead-more summary"), choose("まとめ方", "rule")),
      },
      { name: "finding-fix", reach: openKind("文の終わりに句点がない") },
      { name: "finding-settled", reach: inTurn(press("button", "直す"), see(".message-bar-done")) },
      {
        name: "finding-suggestion",
        reach: inTurn(press("button", "一覧"), openKind("実績がこれからのことのように書かれている")),
      },
      {
        name: "acceptance",
        reach: inTurn(
          press("button", "このままで良い（確認済みにする）"),
          press("button", "確認済みにする"),
          see(".lacks"),
        ),
      },
      {
        name: "accepted",
        reach: inTurn(
          (pane) => pane.frame.type("#reason", "協議の記録を別に残しているため"),
          (pane) => pane.frame.type("#by", "企画課 山田"),
          press("button", "確認済みにする"),
          see(".facts"),
        ),
      },
      { name: "submit", reach: inTurn(press("tab", "提出前"), see(".verdict")) },
      { name: "structure", reach: inTurn(press("tab", "整形"), see(".tables")) },
      { name: "structure-done", reach: inTurn(press("button", "整形する"), see(".made")) },
      { name: "previous", reach: inTurn(press("tab", "前年"), see(".file")) },
      { name: "help", reach: inTurn(press("tab", "ヘルプ"), see(".legend")) },
      {
        name: "nothing-shown",
        reach: inTurn(
          press("tab", "検証"),
          see(".page, .controls"),
          backToList,
          choose("状態", "lapsed"),
          see(".empty"),
        ),
      },
      {
        name: "failure",
        reach: async (pane) => {
          pane.host.failNext({ code: "AccessDenied", match: /./u, times: 1 });
          await press("button", "読み直して検証する")(pane);
          await pane.frame.waitForSelector(".message-bar-error");
        },
      },
    ],
  },
  {
    workbook: sample("sendai-r6"),
    options: { page: "taskpane.html?task=previous" },
    scenes: [
      {
        name: "compared",
        reach: async (pane) => {
          const input = await pane.frame.waitForSelector('input[type="file"]');
          await input!.uploadFile(samplePath("sendai-r5"));
          await pane.frame.waitForSelector(".pair");
        },
      },
    ],
  },
  { workbook: workbookOf("名簿"), scenes: [{ name: "unknown-form", reach: see(".guide") }] },
  { workbook: workbookOf(undefined), scenes: [{ name: "blank-workbook", reach: see(".guide") }] },
  {
    workbook: workbookOf(undefined),
    options: { sets: { ExcelApi: "1.12" } },
    scenes: [{ name: "excel-too-old", reach: see(".start-up ol") }],
  },
  {
    workbook: workbookOf(undefined),
    options: { missing: [/office\.js$/u] },
    scenes: [{ name: "office-missing", reach: see(".start-up ol") }],
  },
];

/** These take as long as the pane is patient: they are told beside the others. */
const LONG_STORIES: readonly Story[] = [
  {
    workbook: workbookOf(undefined),
    options: { isSilent: true },
    scenes: [
      { name: "loading", reach: see(".start-up") },
      { name: "office-silent", reach: see(".start-up ol") },
    ],
  },
  {
    workbook: sample("nerima"),
    scenes: [
      {
        name: "cell-edited",
        reach: async (pane) => {
          await pane.frame.waitForSelector(".row-finding");
          pane.host.startCellEdit();
          await press("button", "読み直して検証する")(pane);
          await pane.frame.waitForSelector(".busy-hint");
        },
      },
      {
        name: "cell-edit-over",
        reach: async (pane) => {
          pane.host.endCellEdit();
          await pane.frame.waitForFunction(() => !document.querySelector(".busy"));
        },
      },
    ],
  },
];

async function backToList(pane: OpenPane): Promise<void> {
  if (await pane.frame.$(".page")) await press("button", "一覧")(pane);
}
