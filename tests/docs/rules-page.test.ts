import { join } from "node:path";
import { expect, test } from "vitest";
import { RULES } from "../../core/validation/rules/index.ts";
import { rulesPage } from "../../renderer/docs/rules-page.ts";
import { docsFolder, formatted } from "./docs-page.ts";

test("docs/rules.md says what the rules are", async () => {
  await expect(await formatted(rulesPage(RULES))).toMatchFileSnapshot(join(docsFolder, "rules.md"));
});
