import { describe, expect, test } from "vitest";
import { isDarkTheme } from "../../../../addin/pane/start-up/office-theme.ts";
import type { StartUp } from "../../../../addin/pane/start-up/start-up.ts";
import { taskOfAddress } from "../../../../addin/pane/start-up/task-of-address.ts";
import { type OfficeStart, waitForOffice } from "../../../../addin/pane/start-up/wait-for-office.ts";

const never = new Promise<void>(() => undefined);

function office(host: unknown, version: string, answer?: Promise<unknown>): OfficeStart {
  return {
    onReady: async () => {
      await answer;
      return { host };
    },
    context: {
      requirements: { isSetSupported: (_, wanted) => Number(version.slice(2)) >= Number(wanted.slice(2)) },
      diagnostics: { version: "16.0.14332" },
    },
  };
}

/** What the pane shows, from first to last. */
async function shown(
  found: OfficeStart | undefined,
  {
    parsed = Promise.resolve(),
    limit = never,
  }: { readonly parsed?: Promise<void>; readonly limit?: Promise<void> } = {},
): Promise<StartUp[]> {
  const reports: StartUp[] = [];
  const needed = { name: "ExcelApi", version: "1.13" };
  const world = { office: () => found, pageParsed: parsed, wait: () => limit, needed };
  await Promise.race([
    waitForOffice(world, (startUp) => reports.push(startUp)),
    new Promise((resolve) => setTimeout(resolve, 20)),
  ]);
  return reports;
}

describe("the start", () => {
  test("in Excel", async () => {
    expect(await shown(office("Excel", "1.14"))).toEqual([{ kind: "ready" }]);
  });

  test("without office.js", async () => {
    expect(await shown(undefined)).toEqual([{ kind: "office-missing" }]);
  });

  test.each([null, "Word"])("outside Excel: %s", async (host) => {
    expect(await shown(office(host, "1.14"))).toEqual([{ kind: "outside-excel" }]);
  });

  test("in an Excel that is too old", async () => {
    expect(await shown(office("Excel", "1.12"))).toEqual([
      { kind: "excel-too-old", needed: "ExcelApi 1.13", version: "16.0.14332" },
    ]);
  });

  test("Excel says nothing", async () => {
    expect(await shown(office("Excel", "1.14", never), { limit: Promise.resolve() })).toEqual([
      { kind: "office-silent" },
    ]);
  });

  test("the file office.js hangs", async () => {
    expect(await shown(undefined, { parsed: never, limit: Promise.resolve() })).toEqual([{ kind: "office-silent" }]);
  });

  test("Excel answers after all", async () => {
    const late = new Promise((resolve) => setTimeout(resolve, 5));
    expect(await shown(office("Excel", "1.14", late), { limit: Promise.resolve() })).toEqual([
      { kind: "office-silent" },
      { kind: "ready" },
    ]);
  });
});

test.each([
  ["?task=structure", "structure"],
  ["?et=&task=submit&_host_Info=Excel", "submit"],
  ["?task=format", "check"],
  ["", "check"],
])("%s opens %s", (search, task) => {
  expect(taskOfAddress(search)).toBe(task);
});

test.each([
  ["#262626", true],
  ["#FFFFFF", false],
  ["F3F2F1", false],
  ["", undefined],
  [undefined, undefined],
])("an Office with the ground %s is dark: %s", (background, isDark) => {
  expect(isDarkTheme(background)).toBe(isDark);
});
