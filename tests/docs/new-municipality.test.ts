import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readPdf, squeezedText } from "../support/read-pdf.ts";
import { hyoka } from "../support/run-hyoka.ts";
import { docsFolder } from "./docs-page.ts";

const folder = mkdtempSync(join(tmpdir(), "hyoka-guide-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Step {
  /** The file that the guide has written, if it does. */
  readonly file: string | undefined;
  readonly language: string;
  readonly content: string;
}

/** What the guide tells its reader to do, in order: every block of code, with the line above it that names a file. */
function stepsOf(guide: string): Step[] {
  return [...guide.matchAll(/(?:^ファイル `([^`\n]+)`\n\n)?^```(\w+)\n([^]*?)^```$/gmu)].map(
    ([, file, language, content]) => ({ file, language: language!, content: content! }),
  );
}

test("whoever follows the guide, and nothing else, gets from an empty folder to a printed page", async () => {
  const steps = stepsOf(readFileSync(join(docsFolder, "new-municipality.md"), "utf8"));
  let said = "";
  for (const { file, language, content } of steps) {
    if (file !== undefined) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    } else if (language === "sh") {
      said = "";
      for (const line of content.trim().split("\n")) said += await run(line);
    } else {
      expect(language, content).toBe("text");
      for (const line of content.trimEnd().split("\n")) expect(said).toContain(line);
    }
  }
  expect(steps.filter(({ file }) => file !== undefined)).toHaveLength(6);
  expect(steps.filter(({ language }) => language === "sh")).toHaveLength(6);

  const { pages, info, xmp } = await readPdf(readFileSync(join(folder, "out/補助金.pdf")));
  expect(info).toMatchObject({ Title: "補助金の評価一覧", Author: "福井市" });
  expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(pages).toHaveLength(1);
  for (const words of [
    "1,250,000",
    "②待機児童が12人から0人になった。",
    "※交付額は決算の見込みである。",
    "福井市令和8年4月1日発行",
  ])
    expect(squeezedText(pages)).toContain(words);
});

/** A line of the guide as its reader types it, in the reader's folder. */
async function run(line: string): Promise<string> {
  expect(line).toMatch(/^npx hyoka /u);
  const { code, out } = await hyoka(line.split(" ").slice(2), {}, folder);
  expect(code, line).toBe(0);
  return out;
}
