import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "puppeteer";
import { startBrowser } from "../../../renderer/browser/browser-session.ts";
import type { BrowserSession } from "../../../renderer/browser/browser-session.ts";
import { findBrowser } from "../../../renderer/browser/find-browser.ts";
import { thisMachine } from "../../../renderer/browser/host-machine.ts";
import { countPages, finishPdf } from "../../../renderer/pdf/finish-pdf.ts";
import { readPdf } from "../../support/read-pdf.ts";

const properties = {
  title: "令和3年度 「評価」<&>()\\ 𠮷田🗂",
  author: "小郡市",
  subject: "進捗]]>状況",
  issuedOn: "2026-04-01",
};
let session: BrowserSession;
let page: Page;

/** What Chromium prints of three pages with a table. */
async function print(): Promise<Uint8Array> {
  const rows = "<tr><th>見出し</th><td>値</td></tr>".repeat(3);
  const pages = `<h1>章</h1><table>${rows}</table><p style="break-after:page">`.repeat(3);
  await page.setContent(`<html lang="ja"><title>題</title><body>${pages}</body></html>`);
  return await page.pdf({ tagged: true, outline: true });
}

beforeAll(async () => {
  session = await startBrowser(thisMachine(), findBrowser(thisMachine()), 60_000);
  page = await session.browser.newPage();
});
afterAll(() => session.close());

describe("finishPdf", () => {
  test("a reader finds the properties, tags and outline", async () => {
    const read = await readPdf(finishPdf(await print(), properties));
    expect(read.info).toMatchObject({
      Title: properties.title,
      Author: properties.author,
      Subject: properties.subject,
      Creator: "Hyoka",
      CreationDate: "D:20260401000000+00'00'",
      ModDate: "D:20260401000000+00'00'",
    });
    expect(read).toMatchObject({ language: "ja", isTagged: true });
    expect(read.outline.map(({ title }) => title)).toEqual(["章", "章", "章"]);
    expect(read.pages[0]!.roles.filter((role) => role.endsWith("/TD"))).toHaveLength(3);
  });

  test("the XMP packet is well-formed and says the same", async () => {
    const bytes = finishPdf(await print(), properties);
    const found = await page.evaluate(
      (xml) => {
        const root = new DOMParser().parseFromString(xml, "application/xml");
        const textOf = (name: string) => root.getElementsByTagName(name)[0]?.textContent.trim();
        return [
          root.querySelector("parsererror")?.textContent,
          textOf("dc:title"),
          textOf("dc:creator"),
          textOf("dc:description"),
          textOf("dc:language"),
        ];
      },
      (await readPdf(bytes)).xmp,
    );
    expect(found).toEqual(
      [undefined, properties.title, properties.author, properties.subject, "ja"].map((text) => text ?? null),
    );
  });

  test("every object stands where the cross-reference tables say", async () => {
    const text = Buffer.from(finishPdf(await print(), properties)).toString("latin1");
    let sections = 0;
    for (let at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text)![1]); at > 0; sections++) {
      const table = text.slice(at, text.indexOf("startxref", at));
      expect(table).toMatch(/^xref\n/u);
      for (const { number, offset } of entries(table)) {
        expect(text.slice(offset, offset + 20)).toMatch(new RegExp(`^${number} 0 obj\\b`, "u"));
      }
      at = Number(/\/Prev (\d+)/u.exec(table)?.[1] ?? 0);
    }
    expect(sections).toBe(2);
  });

  test("the same report gives the same bytes, whatever was printed before and when", async () => {
    const first = finishPdf(await print(), properties);
    await page.setContent("<table><tr><td>他の印刷</table>".repeat(20));
    await page.pdf({ tagged: true });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(Buffer.from(finishPdf(await print(), properties)).equals(first)).toBe(true);
    expect(Buffer.from(finishPdf(await print(), { ...properties, title: "他" })).equals(first)).toBe(false);
  });

  test("the printed bytes themselves stay as they are", async () => {
    const printed = await print();
    const before = Buffer.from(printed);
    finishPdf(printed, properties);
    expect(before.equals(printed)).toBe(true);
  });

  test.each([
    ["no PDF", "text"],
    ["a cross-reference stream", "%PDF-1.7\n1 0 obj\n<</Type /XRef>> stream\nendstream\nendobj\nstartxref\n9\n%%EOF"],
    [
      "a catalogue that is not there",
      "%PDF-1.4\nxref\n0 1\ntrailer\n<</Size 3\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n9\n%%EOF",
    ],
    ["nothing", ""],
  ])("%s is refused", (_, text) => {
    expect(() => finishPdf(Buffer.from(text), properties)).toThrow(
      expect.objectContaining({
        code: "print-failed",
        message: expect.stringContaining("PDF の形式が想定と違い") as string,
      }) as Error,
    );
  });
});

test("countPages counts pages, not words of the text", async () => {
  expect(countPages(await print())).toBe(3);
  await page.setContent("<title>/Type /Page</title><p>/Type /Page /Type /Pages");
  expect(countPages(await page.pdf({ tagged: true }))).toBe(1);
});

/** Objects in use of a cross-reference table, with their offsets. */
function entries(table: string): { number: number; offset: number }[] {
  const found: { number: number; offset: number }[] = [];
  let number = 0;
  for (const line of table.split("\n").slice(1)) {
    const section = /^(\d+) \d+\s*$/u.exec(line);
    const entry = /^(\d{10}) \d{5} ([nf])\s*$/u.exec(line);
    if (section) number = Number(section[1]);
    else if (entry) {
      if (entry[2] === "n") found.push({ number, offset: Number(entry[1]) });
      number++;
    }
  }
  return found;
}
