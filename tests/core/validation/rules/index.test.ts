import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { RULES } from "../../../../core/validation/rules/index.ts";

const folder = join(import.meta.dirname, "../../../../core/validation/rules");
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".ts") && name !== "index.ts" && !name.endsWith("-rules.ts"))
  .map((name) => name.slice(0, -3))
  .sort();
const japanese = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;

test("the list holds every rule of the folder, once", () => {
  expect(RULES.map(({ meta }) => meta.id).sort()).toEqual(files);
});

describe.each(RULES.map((rule) => [rule.meta.id, rule] as const))("%s", (id, { meta }) => {
  test("has a test of its own", () => {
    expect(existsSync(join(import.meta.dirname, `${id}.test.ts`))).toBe(true);
  });

  test("says in Japanese what it finds, why, and what to do", () => {
    for (const text of [meta.title, meta.description, meta.remedy]) expect(text).toMatch(japanese);
    expect(meta.title).not.toMatch(/。$/u);
    for (const text of [meta.description, meta.remedy]) expect(text).toMatch(/。$/u);
    expect(meta.example.wrong).not.toBe(meta.example.right);
    for (const option of Object.values(meta.options ?? {})) expect(option.description).toMatch(japanese);
    if (meta.standard !== undefined) expect(meta.standard).toMatch(/^L[123]-\d{2}$/u);
  });
});
