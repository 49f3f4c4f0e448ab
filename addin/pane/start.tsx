import { render } from "preact";
import { createReviewClient } from "../review/review-client.ts";
import { requirementSets } from "../workbook/requirement-sets.ts";
import { excelWorkbook } from "./actions/excel-workbook.ts";
import { createPaneActions } from "./actions/pane-actions.ts";
import { problemOf } from "./actions/problem-of.ts";
import { App } from "./app.tsx";
import { isoDay } from "./start-up/iso-day.ts";
import { keepTabKey } from "./start-up/keep-tab-key.ts";
import { isDarkTheme } from "./start-up/office-theme.ts";
import { elementWhenThere, pageParsed } from "./start-up/page-moments.ts";
import { taskOfAddress } from "./start-up/task-of-address.ts";
import { waitForOffice } from "./start-up/wait-for-office.ts";
import { firstState } from "./state/pane-state.ts";
import { createPaneStore } from "./state/pane-store.ts";

const store = createPaneStore(firstState(taskOfAddress(location.search)));
const today = (): string => isoDay(new Date());
const actions = createPaneActions({
  store,
  review: createReviewClient(),
  workbook: excelWorkbook(),
  today,
  describeError: problemOf,
});

addEventListener("unhandledrejection", ({ reason }) => {
  store.send({ type: "failed", problem: problemOf(reason) });
});

keepTabKey(document);

const root = await elementWhenThere("pane");
root.replaceChildren();
render(<App store={store} actions={actions} today={today()} />, root);

await waitForOffice(
  {
    // The type says that it is always there; a script that was blocked defines nothing.
    office: () => (globalThis as { Office?: typeof Office }).Office,
    pageParsed: pageParsed(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    needed: requirementSets.at(-1)!,
  },
  (startUp) => {
    if (startUp.kind !== "ready") {
      store.send({ type: "started", startUp });
      return;
    }
    followOfficeTheme();
    const { document: workbook, platform } = Office.context;
    const isReadOnly = workbook.mode === Office.DocumentMode.ReadOnly;
    const canPrint = platform !== Office.PlatformType.OfficeOnline;
    store.send({ type: "started", startUp, surroundings: { isReadOnly, canPrint } });
    void actions.open();
  },
);

function followOfficeTheme(): void {
  // Not there in Excel on the web, whatever the type says.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  const isDark = isDarkTheme(theme?.bodyBackgroundColor);
  if (isDark !== undefined) document.documentElement.dataset.theme = isDark ? "dark" : "light";
}
