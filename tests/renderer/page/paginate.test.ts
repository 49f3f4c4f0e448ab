import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "puppeteer";
import type { ReportDefinition } from "../../../core/form/form-definition.ts";
import { startBrowser } from "../../../renderer/browser/browser-session.ts";
import type { BrowserSession } from "../../../renderer/browser/browser-session.ts";
import { findBrowser } from "../../../renderer/browser/find-browser.ts";
import { thisMachine } from "../../../renderer/browser/host-machine.ts";
import { createPagePool } from "../../../renderer/browser/page-pool.ts";
import { finishPdf } from "../../../renderer/pdf/finish-pdf.ts";
import { printReport } from "../../../renderer/pdf/print-report.ts";
import { paginateContent, reportHtml } from "../../support/paginated-page.ts";
import type { PageAudit } from "../../support/paginated-page.ts";
import { pdfStructure } from "../../support/pdf-structure.ts";

/** Twenty lines of forty characters. */
const box = { width: 400, height: 400 };
let session: BrowserSession;
let page: Page;

beforeAll(async () => {
  session = await startBrowser(thisMachine(), findBrowser(thisMachine()), 60_000);
  page = await session.browser.newPage();
});
afterAll(() => session.close());

const cut = (content: string): Promise<PageAudit> => paginateContent(page, content, box);

/** `count` characters that differ from their neighbours, so that a lost or doubled one shows. */
function running(count: number): string {
  return Array.from({ length: count }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7) % 5000))).join("");
}

const continued = "<span data-continued-only hidden>（つづき）</span>";
const head = "<thead><tr><th>番号</th><th>名称</th><th>内容</th></tr></thead>";
const table = (bodies: string, attributes = ""): string =>
  `<table data-paginate ${attributes}>${head}${bodies}</table>`;
const row = (id: string, text: string): string => `<tr><td>${id}</td><td>名</td><td data-id="${id}">${text}</td></tr>`;
/** A group whose label spans its rows. */
const group = (label: string, texts: readonly string[]): string => {
  const rows = texts.map((text, i) => {
    const spanning = i === 0 ? `<td rowspan="${texts.length}">${label}${continued}</td>` : "";
    return `<tr>${spanning}<td>課</td><td data-id="${label}${i}">${text}</td></tr>`;
  });
  return `<tbody>${rows.join("")}</tbody>`;
};

describe("tables", () => {
  test("stay whole where they fit, with everything before and after them", async () => {
    const { pages, places, faults } = await cut(
      `<p data-id="p">前</p>${table(`<tbody>${row("a", "短")}</tbody>`)}<p data-id="q">後</p>`,
    );
    expect({ pages, faults, places }).toEqual({ pages: 1, faults: [], places: { p: [1], a: [1], q: [1] } });
  });

  test("repeat their headings on every page", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `<tbody>${row(`${i}`, `${i}番`)}</tbody>`);
    const { pages, pageTexts, faults, overflow } = await cut(table(rows.join("")));
    expect({ faults, overflow, pages }).toEqual({ faults: [], overflow: 0, pages: 4 });
    for (const text of pageTexts) expect(text).toMatch(/^番号 名称 内容 /u);
  });

  test("a group that is cut shows its label again, marked; its first part is not marked", async () => {
    const texts = Array.from({ length: 30 }, (_, i) => `${i}番`);
    const { pageTexts, faults, places } = await cut(table(group("甲", texts)));
    expect(faults).toEqual([]);
    expect(pageTexts).toHaveLength(2);
    expect(pageTexts[0]).toMatch(/^番号 名称 内容 甲 課 0番/u);
    expect(pageTexts[0]).not.toContain("つづき");
    expect(pageTexts[1]).toMatch(/^番号 名称 内容 甲（つづき） 課 /u);
    expect(Object.values(places).every((pages) => pages.length === 1)).toBe(true);
  });

  test("a group goes on overleaf whole where little of the page stays white", async () => {
    const rows = Array.from({ length: 14 }, (_, i) => `<tbody>${row(`${i}`, "行")}</tbody>`);
    const { places, pageTexts } = await cut(table(rows.join("") + group("甲", ["一", "二", "三", "四", "五", "六"])));
    expect(places["甲0"]).toEqual([2]);
    expect(pageTexts[1]).not.toContain("つづき");
  });

  test("what only the first part shows is left out of the others", async () => {
    const first = `<td rowspan="30"><div data-first-only>長い説明</div>${continued}</td>`;
    const rows = Array.from(
      { length: 30 },
      (_, i) => `<tr>${i === 0 ? first : ""}<td>課</td><td data-id="${i}">${i}</td></tr>`,
    );
    const { pageTexts } = await cut(table(`<tbody>${rows.join("")}</tbody>`));
    expect(pageTexts.map((text) => text.split("長い説明").length - 1)).toEqual([1, 0]);
    expect(pageTexts[1]).toContain("内容 （つづき） 課");
  });

  test("rows to repeat stand above every part, and never alone at a page's foot", async () => {
    const periods = "<tr data-repeat><th>年度</th><th>令和5年度</th><th>令和6年度</th></tr>";
    for (const before of [0, 10, 15, 16, 17, 18]) {
      const filler = Array.from({ length: before }, (_, i) => `<tbody>${row(`f${i}`, "行")}</tbody>`);
      const rows = Array.from({ length: 30 }, (_, i) => row(`${i}`, `${i}番`));
      const { pageTexts, faults, overflow, places } = await cut(
        table(`${filler.join("")}<tbody>${periods}${rows.join("")}</tbody>`),
      );
      expect({ faults, overflow }, `${before} rows before`).toEqual({ faults: [], overflow: 0 });
      expect(pageTexts.map((text) => text.includes("令和5年度"))).toEqual(
        pageTexts.map((_, i) => i + 1 >= places["0"]![0]!),
      );
    }
  });

  test.each([
    ["one paragraph", running(6000)],
    [
      "lines and items",
      Array.from(
        { length: 80 },
        (_, i) => `<div class="line item"><span class="item-marker">①</span>${running(30 + (i % 9))}</div>`,
      ).join(""),
    ],
    ["characters beyond U+FFFF", "𠮷𩸽𠀋".repeat(2000)],
    ["letters with marks", "か\u3099葛\u{e0100}".repeat(2000)],
    ["words", "evaluation of policies ".repeat(400)],
  ])("a cell longer than pages is cut between lines: %s", async (_, text) => {
    const { texts, places, faults, overflow } = await cut(
      table(`<tbody>${row("a", "前")}</tbody><tbody>${row("長", text)}</tbody><tbody>${row("z", "後")}</tbody>`),
    );
    expect({ faults, overflow }).toEqual({ faults: [], overflow: 0 });
    expect(places["長"]!.length).toBeGreaterThan(3);
    expect(texts["長"]).toBe(text.replaceAll(/<[^>]*>/gu, ""));
  });

  test("a cell is cut behind a line that reaches a little below the page with nothing but white", async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `<div>${i}行</div>`).join("");
    const text = `<div style="padding-bottom: 372px">初</div>${lines}`;
    const { pages, texts } = await cut(table(`<tbody>${row("a", text)}</tbody>`));
    expect(pages).toBe(2);
    expect(texts.a).toMatch(/^初0行1行.*29行$/u);
  });

  test("what begins a line goes overleaf with it: no marker stays behind, and no empty mark", async () => {
    // The letters of the line would still fit on the page, the white below them does not.
    const line = `<div class="line item" style="line-height: 40px"><span class="item-marker">①</span><ins>甲</ins>乙</div>`;
    const { pageTexts } = await cut(
      table(`<tbody>${row("a", `<div style="height: 338px">初</div>${line}<div>終</div>`)}</tbody>`),
    );
    expect(pageTexts).toHaveLength(2);
    expect(pageTexts[0]).toMatch(/初$/u);
    expect(pageTexts[1]).toMatch(/①甲乙 終$/u);
    expect(await page.$$eval("ins, .item-marker", ({ length }) => length)).toBe(2);
  });

  test("a label longer than pages is cut like any other cell", async () => {
    const label = running(1200);
    const rows = ["一", "二", "三"].map(
      (text, i) =>
        `<tr>${i === 0 ? `<td rowspan="3" data-id="label">${label}</td>` : ""}<td>課</td><td data-id="${text}">${text}</td></tr>`,
    );
    const { texts, faults, overflow } = await cut(table(`<tbody>${rows.join("")}</tbody>`));
    expect({ faults, overflow, texts }).toEqual({
      faults: [],
      overflow: 0,
      texts: { label, 一: "一", 二: "二", 三: "三" },
    });
  });

  test("spans within spans stand in their columns overleaf", async () => {
    const spanning = (label: string, rows: number) => `<td rowspan="${rows}">${label}${continued}</td>`;
    const rows = Array.from(
      { length: 24 },
      (_, i) =>
        `<tr>${i === 0 ? spanning("甲", 24) : ""}${i % 8 === 0 ? spanning(`乙${i}`, 8) : ""}<td data-id="${i}">${i}</td></tr>`,
    );
    const { pageTexts, faults, overflow } = await cut(table(`<tbody>${rows.join("")}</tbody>`));
    expect({ faults, overflow }).toEqual({ faults: [], overflow: 0 });
    expect(pageTexts[1]).toMatch(/内容 甲（つづき） 乙16（つづき） 1\d /u);
  });

  test("kept together, they move overleaf whole", async () => {
    const card = (id: string) =>
      table(
        `<tbody>${Array.from({ length: 8 }, (_, i) => row(`${id}${i}`, "行")).join("")}</tbody>`,
        'data-keep="together"',
      );
    const { places, pages } = await cut(["甲", "乙", "丙"].map(card).join(""));
    expect(pages).toBe(2);
    expect(
      Object.entries(places)
        .filter(([id]) => id.startsWith("丙"))
        .map(([, at]) => at),
    ).toEqual(Array(8).fill([2]));
  });
});

describe("running text", () => {
  test.each(Array.from({ length: 8 }, (_, i) => 13 + i))(
    "headings go with what follows them, after %i lines",
    async (lines) => {
      const headings = '<h2 data-keep="next" data-id="h2">章</h2><h3 data-keep="next" data-id="h3">節</h3>';
      const { places, faults, overflow } = await cut(
        `<p>${"行<br>".repeat(lines)}</p>${headings}${table(group("甲", ["一", "二"]))}`,
      );
      expect({ faults, overflow }).toEqual({ faults: [], overflow: 0 });
      expect(places.h2).toEqual([places["甲0"]![0]]);
      expect(places.h3).toEqual([places["甲0"]![0]]);
    },
  );

  test("a paragraph longer than pages loses nothing", async () => {
    const text = running(5000);
    const { texts, pages, faults, overflow } = await cut(
      `<p data-id="a">前</p><p data-id="長">${text}</p><p data-id="z">後</p>`,
    );
    expect({ faults, overflow, texts }).toEqual({ faults: [], overflow: 0, texts: { a: "前", 長: text, z: "後" } });
    expect(pages).toBe(7);
  });
});

test("more headings than a page holds fill one page after the other", async () => {
  const { pages, overflow } = await cut(`${'<h2 data-keep="next">章</h2>'.repeat(50)}<p>後</p>`);
  expect({ pages, overflow }).toEqual({ pages: 3, overflow: 0 });
});

describe("what cannot be cut", () => {
  const block = '<div style="height:1000px"></div>';

  test.each([
    ["a block", `<p data-id="a">前</p>${block}<p data-id="z">後</p>`],
    [
      "a cell",
      table(`<tbody>${row("a", "前")}</tbody><tbody>${row("b", block)}</tbody><tbody>${row("z", "後")}</tbody>`),
    ],
    ["a row heading", table(`<tbody><tr><th>${block}</th><td>二</td><td data-id="z">三</td></tr></tbody>`)],
    [
      "a table's headings",
      `<table data-paginate><thead><tr><th>${block}</th></tr></thead><tbody><tr><td data-id="z">一</td></tr></tbody></table>`,
    ],
    [
      "a repeated row",
      table(`<tbody><tr data-repeat><th>${block}</th><th></th><th></th></tr>${row("z", "後")}</tbody>`),
    ],
    ["a spanning label", table(group(block, ["一", "二", "三"]))],
    ["a card", table(`<tbody>${row("z", block)}</tbody>`, 'data-keep="together"')],
  ])("%s ends, and is told", async (_, content) => {
    const { pages, overflow, texts } = await cut(content);
    expect(pages).toBeLessThan(10);
    expect(overflow).toBeGreaterThan(500);
    expect(Object.keys(texts).length).toBeGreaterThan(0);
  });
});

describe("whatever a report holds", () => {
  const characters = fc.constantFrom("評価", "事業は", "、。", "①", "ア", "ABC 123", "、 と", "𠮷", "𩸽", "か\u3099");
  const text = fc
    .tuple(
      fc.array(characters, { minLength: 1, maxLength: 12 }),
      fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 8 }) }, fc.integer({ min: 9, max: 160 })),
    )
    .map(([parts, times]) => parts.join("").repeat(times));
  const lines = fc.array(text, { minLength: 1, maxLength: 3 });
  const rows = fc.array(fc.tuple(text, lines), { minLength: 1, maxLength: 12 });
  const groups = fc.array(fc.record({ rows, label: text.map((long) => long.slice(0, 30)), repeats: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  });
  const block = fc.oneof(
    fc.record({ kind: fc.constant("heading" as const) }),
    fc.record({ kind: fc.constant("paragraph" as const), text }),
    fc.record({ kind: fc.constant("table" as const), groups, together: fc.boolean() }),
  );
  type Block = typeof block extends fc.Arbitrary<infer T> ? T : never;

  /** The report's HTML, and what each `data-id` must show. */
  function report(blocks: readonly Block[]): { html: string; wanted: Record<string, string> } {
    const wanted: Record<string, string> = {};
    const own = (content: string): string => {
      const id = `i${Object.keys(wanted).length}`;
      wanted[id] = content.replaceAll(/<[^>]*>/gu, "");
      return `data-id="${id}">${content}`;
    };
    const line = (content: string) => `<div class="line">${content}</div>`;
    const html = blocks.map((each) => {
      if (each.kind === "heading") return `<h2 data-keep="next" ${own("章")}</h2>`;
      if (each.kind === "paragraph") return `<p ${own(each.text)}</p>`;
      const bodies = each.groups.map(({ rows: all, label, repeats }, g) => {
        const repeated = repeats ? "<tr data-repeat><th>年度</th><th>左</th><th>右</th></tr>" : "";
        const body = all.map(([left, right], i) => {
          const spanning =
            i === 0
              ? `<td rowspan="${all.length}" data-group="${Object.keys(wanted).length}-${g}">${label}${continued}</td>`
              : "";
          return `<tr>${spanning}<td ${own(left)}</td><td ${own(right.map(line).join(""))}</td></tr>`;
        });
        return `<tbody>${repeated}${body.join("")}</tbody>`;
      });
      return table(bodies.join(""), each.together ? 'data-keep="together"' : "");
    });
    return { html: html.join(""), wanted };
  }

  test("no character is lost, doubled or parted; no page is too full, empty or ends with a heading", async () => {
    const property = fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), async (blocks) => {
      const { html, wanted } = report(blocks);
      const { texts, faults, heights, overflow } = await cut(html);
      expect(texts).toEqual(wanted);
      expect(faults).toEqual([]);
      expect(overflow, heights.join()).toBe(0);
    });
    await fc.assert(property, { seed: 20260401, numRuns: 50 });
  });
});

describe("printed", () => {
  const definition: ReportDefinition = {
    size: "A4",
    orientation: "landscape",
    margin: { top: 13, right: 11, bottom: 14, left: 11 },
    typeface: "gothic",
    fontSize: 8,
    title: "",
    subject: "",
  };
  const pageRule =
    "<style>@page { size: 297mm 210mm; margin: 13mm 11mm 14mm } .page { break-after: page } .page:last-child { break-after: auto }</style>";
  const pool = createPagePool({ start: () => Promise.resolve(session) });

  test("as many pages as planned", async () => {
    const content = table(
      Array.from({ length: 40 }, (_, i) => group(`組${i}`, [running(i * 9), running(500 - i * 9), "三"])).join(""),
    );
    const { pages } = await printReport(pool, reportHtml(content).replace("</head>", `${pageRule}</head>`), definition);
    expect(pages).toBeGreaterThan(10);
  });

  test("who has it read aloud hears one table without pages: no heading twice, no row in halves, no cell moved", async () => {
    const spoken = (count: number) =>
      Array.from({ length: count }, (_, i) => String.fromCodePoint(0x3042 + ((i * 7) % 80))).join("");
    const long = spoken(4000);
    const bodies = [
      ...Array.from({ length: 40 }, (_, i) => `<tbody>${row(`${i}`, i % 7 === 0 ? " " : `${i}番`)}</tbody>`),
      `<tbody>${row("長", long)}</tbody>`,
      group("甲", ["一", spoken(1500), "三"]),
    ];
    const style = `${pageRule}<style>td:empty { background: rgb(255 255 255 / 1%) }</style>`;
    const html = reportHtml(`<h1>題</h1>${table(bodies.join(""))}<p>${spoken(3000)}</p>`).replace(
      "</head>",
      `<title>題</title>${style}</head>`,
    );
    const { pdf, pages } = await printReport(pool, html, definition);
    expect(pages).toBeGreaterThan(4);
    const { lines, text, untagged } = await pdfStructure(
      finishPdf(pdf, { title: "題", author: "市", subject: "", issuedOn: "2026-04-01" }),
    );
    expect(untagged).toEqual([]);
    const roles = lines.map((line) => line.trim()).filter((line) => !line.startsWith("「"));
    const count = (role: string) => roles.filter((each) => each.startsWith(role)).length;
    // One row of headings, forty short ones and the long one; the group may be cut within a cell that its label spans.
    expect({ tables: count("Table"), headings: count("TH"), paragraphs: count("P") }).toEqual({
      tables: 1,
      headings: 3,
      paragraphs: 1,
    });
    expect(count("TR") - 42).toBeOneOf([3, 4]);
    expect(text).toContain(`長名${long}`);
    expect(text.endsWith(spoken(3000))).toBe(true);
    expect(text.split("番号名称内容")).toHaveLength(2);
  });

  test("what fits on no page is an error", async () => {
    const html = reportHtml(table(`<tbody>${row("a", '<div style="height:2000px"></div>')}</tbody>`)).replace(
      "</head>",
      `${pageRule}</head>`,
    );
    await expect(printReport(pool, html, definition)).rejects.toMatchObject({ code: "print-failed" });
  });
});
