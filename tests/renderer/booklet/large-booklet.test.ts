import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sendaiWorkbooks } from "../../../renderer/bench/bench-workbooks.ts";
import { readPdf, squeeze, type PdfPage } from "../../support/read-pdf.ts";
import { hyoka } from "../../support/run-hyoka.ts";

const COUNT = 100;
const root = mkdtempSync(join(tmpdir(), "hyoka-large-booklet-"));

afterAll(() => {
  rmSync(root, { recursive: true });
});

const textOf = ({ texts }: PdfPage) => squeeze(texts.map(({ text }) => text).join(""));

/** The lowest line of a page. */
function footOf({ texts }: PdfPage): string {
  const lowest = Math.min(...texts.map(({ bottom }) => bottom));
  return squeeze(
    texts
      .filter(({ bottom }) => bottom < lowest + 3)
      .map(({ text }) => text)
      .join(""),
  );
}

test(`${COUNT} workbooks in ten chapters: every title stands on the page that the contents name`, async () => {
  for (const [i, bytes] of (await sendaiWorkbooks(COUNT)).entries()) writeFileSync(join(root, `${i}.xlsx`), bytes);
  const chapters = Array.from({ length: 10 }, (_, chapter) => {
    const files = Array.from({ length: COUNT / 10 }, (_each, i) => {
      const number = chapter * 10 + i;
      return `      - { file: ${number}.xlsx, title: 報告書その${number}番 }`;
    });
    return `  - title: 第${chapter + 1}章\n    workbooks:\n${files.join("\n")}`;
  });
  const manifest = join(root, "百冊.yaml");
  writeFileSync(manifest, `title: 百冊\nsections:\n${chapters.join("\n")}\n`);
  const out = join(root, "百冊.pdf");
  expect(await hyoka(["booklet", manifest, "--force", "-o", out])).toMatchObject({ code: 0 });

  const { pages, outline, isTagged } = await readPdf(readFileSync(out));
  const front = pages.findIndex((page) => textOf(page).startsWith("第1章報告書その0番"));
  expect(front).toBeGreaterThan(1);
  const contents = pages.slice(1, front).map(textOf).join("");
  for (let number = 0; number < COUNT; number++) {
    // Each has two pages; the running header names it, and the foot has its number.
    const page = 1 + number * 2;
    expect(contents).toContain(`報告書その${number}番${page}`);
    const text = textOf(pages[front + page - 1]!);
    expect(text).toContain(`第${Math.floor(number / 10) + 1}章報告書その${number}番`);
    expect(footOf(pages[front + page - 1]!)).toBe(String(page));
  }
  expect(isTagged).toBe(true);
  expect(pages.filter(({ roles }) => roles.length < 3)).toEqual([]);
  expect(outline.filter(({ level }) => level === 1)).toHaveLength(2 + 10);
  expect(outline.filter(({ level, title }) => level === 2 && title.startsWith("報告書その"))).toHaveLength(COUNT);
}, 300_000);
