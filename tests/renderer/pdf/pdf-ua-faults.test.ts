import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "puppeteer";
import { startBrowser } from "../../../renderer/browser/browser-session.ts";
import type { BrowserSession } from "../../../renderer/browser/browser-session.ts";
import { findBrowser } from "../../../renderer/browser/find-browser.ts";
import { thisMachine } from "../../../renderer/browser/host-machine.ts";
import { accessibilityFaults } from "../../../renderer/pdf/accessibility-faults.ts";
import { finishPdf } from "../../../renderer/pdf/finish-pdf.ts";
import { pdfStructure } from "../../support/pdf-structure.ts";
import { readPdf as openPdf } from "../../support/read-pdf.ts";

const properties = { title: "題", author: "小郡市", subject: "進捗", issuedOn: "2026-04-01" };
const PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
const head = "<thead><tr><th scope='col'>名称</th><th scope='col'>内容</th></tr></thead>";
let session: BrowserSession;
let page: Page;

beforeAll(async () => {
  session = await startBrowser(thisMachine(), findBrowser(thisMachine()), 60_000);
  page = await session.browser.newPage();
});
afterAll(() => session.close());

async function print(body: string): Promise<Uint8Array> {
  const style =
    "@page { margin: 15mm; @bottom-center { content: counter(page) } } td:empty { background: rgb(255 255 255 / 1%) }";
  await page.setContent(`<html lang="ja"><title>題</title><style>${style}</style><body>${body}</body></html>`);
  return await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
}

const sound: [what: string, body: string][] = [
  ["text", "<h1>題</h1><p>文</p><h2>章</h2><h3>節</h3><h2>章</h2><p><ruby>小郡<rt>おごおり</rt></ruby></p>"],
  [
    "a table with spans and blank cells",
    `<h1>題</h1><table>${head}<tr><td rowspan="2">甲</td><td></td></tr><tr><td>二</td></tr><tr><td colspan="2">計</td></tr></table>`,
  ],
  [
    "pictures",
    `<h1>題</h1><img alt="市章" src="${PIXEL}"><svg role="img" aria-label="推移"><rect width="9" height="9"/></svg>`,
  ],
  ["a picture for the eye only", `<h1>題</h1><img alt="" src="${PIXEL}">`],
  ["links", '<h1 id="top">題</h1><p><a href="https://example.lg.jp/(a)">市</a> <a href="#top">上へ</a></p>'],
];

test.each(sound)("%s conforms, and the file says so", async (_, body) => {
  const printed = await print(body);
  expect(accessibilityFaults(printed)).toEqual([]);
  expect((await openPdf(finishPdf(printed, properties))).xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
});

const unsound: [what: string, body: string, fault: string][] = [
  ["no heading of the first level", "<h2>章</h2>", "最初の見出しが h2 です。h1 から始めてください。"],
  ["a level left out", "<h1>題</h1><h3>節</h3>", "見出し h1 の次が h3 です。段階を飛ばさないでください。"],
  ["a picture without words", `<img src="${PIXEL}">`, "図に説明（alt や aria-label）がありません。"],
  [
    "a drawing without words",
    '<svg role="img"><rect width="9" height="9"/></svg>',
    "図に説明（alt や aria-label）がありません。",
  ],
  [
    "a table without headings",
    "<table><caption>表</caption><tr><td>甲</td><td>乙</td></tr></table>",
    "表に、見出し（th）のない列や行のセルがあります。",
  ],
  ["uneven rows", `<table>${head}<tr><td>甲</td></tr></table>`, "表の行によって、列の数が違います。"],
  [
    "a row without a table",
    '<div role="row"><span role="cell">甲</span></div>',
    "Document の中に TR があります。表や箇条書きの要素の入れ子を直してください。",
  ],
  // What Chromium makes of every list: PDF wants LBody around the words of an item.
  ["a list", "<ul><li>甲</li></ul>", "LI の中に NonStruct があります。表や箇条書きの要素の入れ子を直してください。"],
  ["a veil", '<p style="opacity: 0.5">薄い</p>', "透明（opacity など）を使った部分があり、タグを確かめられません。"],
];

test.each(unsound)("%s is told, and the file claims nothing", async (_, body, fault) => {
  const printed = await print(body.startsWith("<h") ? body : `<h1>題</h1>${body}`);
  expect(accessibilityFaults(printed)).toEqual([fault]);
  expect((await openPdf(finishPdf(printed, properties))).xmp).not.toContain("pdfuaid");
});

test("a document without a title claims nothing", async () => {
  const untitled = finishPdf(await print("<h1>題</h1>"), { ...properties, title: " " });
  expect((await openPdf(untitled)).xmp).not.toContain("pdfuaid");
});

describe("what need not be read aloud", () => {
  test("page numbers, hidden words, backgrounds and borders are artifacts; pictures and words are not", async () => {
    const body = `<h1 style="border: 1px solid; background: #eee">題</h1><p aria-hidden="true">隠し</p>
      <table style="border: 1px solid">${head}<tr><td style="background: #eee"></td><td>値</td></tr></table>
      <svg role="img" aria-label="推移" width="9" height="9"><rect width="9" height="9"/></svg>`;
    const { untagged, artifacts, lines } = await pdfStructure(finishPdf(await print(body), properties));
    expect({ untagged, artifacts }).toEqual({ untagged: [], artifacts: ["1隠し"] });
    expect(lines).toEqual([
      "Document",
      "  H1",
      "    「題」",
      "  Table",
      "    TR",
      "      TH Scope=Column",
      "        「名称」",
      "      TH Scope=Column",
      "        「内容」",
      "    TR",
      "      TD",
      "      TD",
      "        「値」",
      "  Figure Alt=推移",
    ]);
  });

  test("letters that stand for others are read as these, and what follows them is still no artifact", async () => {
    const { text, artifacts } = await pdfStructure(finishPdf(await print("<h1>題</h1><p>乙と甲乙</p>"), properties));
    expect({ text: text.normalize("NFKC"), artifacts }).toEqual({ text: "題乙と甲乙", artifacts: ["1"] });
  });

  test("a table of which only borders are left leaves the tags", async () => {
    const rest = `<table id="b" style="border: 1px solid"><thead aria-hidden="true"><tr><th>名称</th></tr></thead><tbody id="rest"><tr><td>次</td></tr></tbody></table>`;
    const body = `<h1>題</h1><table aria-owns="rest"><thead><tr><th>名称</th></tr></thead><tr><td>甲</td></tr></table><p>間</p>${rest}`;
    const { lines } = await pdfStructure(finishPdf(await print(body), properties));
    expect(lines.filter((line) => /Table|「/u.test(line)).map((line) => line.trim())).toEqual([
      "「題」",
      "Table",
      "「名称」",
      "「甲」",
      "「次」",
      "「間」",
    ]);
  });
});

test("links bear their address, or say that they stay in the report", async () => {
  const body = '<h1 id="top">題</h1><p><a href="https://example.lg.jp/(a)">市</a></p><p><a href="#top">上へ</a></p>';
  const text = Buffer.from(finishPdf(await print(body), properties)).toString("latin1");
  const contents = [...text.matchAll(/\/Subtype \/Link[^]*?\/Contents (\([^]*?\)|<\w+>)>>/gu)].map(
    ([, words]) => words!,
  );
  expect(contents[0]).toMatch(/^\(https:\/\/example\.lg\.jp\//u);
  expect(Buffer.from(contents[1]!.slice(5, -1), "hex").swap16().toString("utf16le")).toBe("この文書の中へのリンク");
});
