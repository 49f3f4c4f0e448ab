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

/** The commands that a help text lists, but for the one that helps. */
function commandsIn(help: string): string[] {
  const list = help.slice(help.indexOf("コマンド:\n"));
  return [...list.matchAll(/^ {2}([a-z]+) /gmu)].map(([, name]) => name!).filter((name) => name !== "help");
}

test("docs/cli.md says what the commands say of themselves", async () => {
  const general = helpText("--help");
  const names = commandsIn(general).flatMap((name) => {
    const below = commandsIn(helpText(...name.split(" "), "--help")).map((part) => `${name} ${part}`);
    return below.length > 0 ? below : [name];
  });
  expect(names).not.toEqual([]);
  const commands = new Map(names.map((name) => [name, helpText(...name.split(" "), "--help")]));
  const page = cliPage({ general, commands });
  for (const limit of [defaultWorkbookLimits.rowsPerSheet, defaultWorkbookLimits.cells]) {
    expect(page).toContain(limit.toLocaleString("en"));
  }
  await expect(await formatted(page)).toMatchFileSnapshot(join(docsFolder, "cli.md"));
});
