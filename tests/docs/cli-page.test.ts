import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultWorkbookLimits } from "../../xlsx/workbook-limits.ts";
import { parseCommandLine } from "../../renderer/command-line.ts";
import { cliPage } from "../../renderer/docs/cli-page.ts";
import { docsFolder, formatted } from "./docs-page.ts";

/** What `hyoka` prints when it is asked for help. */
function helpText(...args: string[]): string {
  const request = parseCommandLine(args, "0.0.0");
  if (request.command !== "help") throw new Error(`${args.join(" ")} is no question for help`);
  return request.text;
}

test("docs/cli.md says what the commands say of themselves", async () => {
  const general = helpText("--help");
  const names = [...general.matchAll(/^ {2}([a-z]+) (?:\[|<)/gmu)].map(([, name]) => name!).filter((n) => n !== "help");
  expect(names).not.toEqual([]);
  const commands = new Map(names.map((name) => [name, helpText("help", name)]));
  const page = cliPage({ general, commands });
  for (const limit of [defaultWorkbookLimits.rowsPerSheet, defaultWorkbookLimits.cells]) {
    expect(page).toContain(limit.toLocaleString("en"));
  }
  await expect(await formatted(page)).toMatchFileSnapshot(join(docsFolder, "cli.md"));
});
