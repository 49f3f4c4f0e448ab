import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportDefinition } from "../core/form/form-definition.ts";
import { buildReportModel } from "../core/report/build-report-model.ts";
import type { ReportModel, ReportPart } from "../core/report/report-model.ts";
import { recogniseForm } from "../core/table/recognise-form.ts";
import type { WorkbookSnapshot } from "../core/workbook/snapshot.ts";
import { startBrowser } from "../renderer/browser/browser-session.ts";
import { findBrowser } from "../renderer/browser/find-browser.ts";
import { fontFacesOn } from "../renderer/browser/fonts.ts";
import { thisMachine } from "../renderer/browser/host-machine.ts";
import { createPagePool } from "../renderer/browser/page-pool.ts";
import { BUILT_IN_TEMPLATES, loadForms } from "../renderer/forms/load-forms.ts";
import { compileTemplate } from "../renderer/html/compile-template.ts";
import { htmlDocument } from "../renderer/html/html-document.ts";
import { checkGlyphs } from "../renderer/pdf/check-glyphs.ts";
import { finishPdf } from "../renderer/pdf/finish-pdf.ts";
import { printReport } from "../renderer/pdf/print-report.ts";
import { readXlsx } from "../renderer/workbook/read-xlsx.ts";
import { comparePages, pageImages } from "./support/page-images.ts";
import { missingOnPages, overprints, visibleTexts } from "./support/pdf-fidelity.ts";
import { pdfStructure, type PdfStructure } from "./support/pdf-structure.ts";
import { readPdf, squeeze, squeezedText } from "./support/read-pdf.ts";
import type { ReadPdf } from "./support/read-pdf.ts";
import { hyoka } from "./support/run-hyoka.ts";

const host = thisMachine();
/** Other browsers break lines elsewhere; pictures of pages are those of the embedded one. */
const isEmbedded = host.env.PUPPETEER_EXECUTABLE_PATH === undefined && findBrowser(host).kind === "embedded";
const pool = createPagePool({ start: () => startBrowser(host, findBrowser(host), 60_000) });
const temporary = mkdtempSync(join(tmpdir(), "hyoka-forms-"));
const forms = loadForms();

afterAll(async () => {
  await pool.close();
  rmSync(temporary, { recursive: true, force: true });
});

test("every folder of templates/ is a form with a sample", () => {
  const folders = readdirSync(BUILT_IN_TEMPLATES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(forms.map(({ definition }) => definition.name)).toEqual(
    folders
      .map(({ name }) => name)
      .filter((name) => name !== "shared")
      .sort(),
  );
  for (const { folder } of forms) expect(sampleNames(folder), folder).not.toEqual([]);
});

function sampleNames(folder: string): string[] {
  return readdirSync(join(folder, "samples")).filter((name) => name.endsWith(".xlsx"));
}

const samples = forms.flatMap((form) =>
  sampleNames(form.folder).map((file) => ({ form, file, name: basename(file, ".xlsx") })),
);

describe.each(samples)("$form.definition.name: $name", ({ form, file, name }) => {
  const { report } = form.definition;
  let workbook: WorkbookSnapshot;
  let model: ReportModel;
  let body: string;
  let pdf: Uint8Array;
  let read: ReadPdf;
  let structure: PdfStructure;

  beforeAll(async () => {
    workbook = await readXlsx(join(form.folder, "samples", file));
    const recognised = recogniseForm(
      workbook,
      forms.map(({ definition }) => definition),
    );
    expect(recognised.form.name).toBe(form.definition.name);
    model = buildReportModel(recognised.form, recognised.document, {
      issuedOn: "2026-04-01",
      workbook: name,
      unconfirmed: false,
    });
    body = compileTemplate(form)(model);
    const html = htmlDocument(form, model, body, fontFacesOn(host.platform));
    const { title, municipality: author, subject, issuedOn } = model;
    const printed = await printReport(pool, html, report);
    pdf = finishPdf(printed.pdf, { title, author, subject, issuedOn });
    read = await readPdf(pdf);
    structure = await pdfStructure(pdf);
    expect(read.pages).toHaveLength(printed.pages);
  });

  test("fills the template as ever", async () => {
    await expect(body).toMatchFileSnapshot(`golden/${form.definition.name}/${name}.html`);
  });

  test.skipIf(!isEmbedded)("looks as ever", async () => {
    expect(comparePages(name, await pageImages(pdf))).toEqual([]);
  });

  test("has the size and the properties that the form asks for", () => {
    const [width, height] = sizeInPoints(report);
    for (const page of read.pages) {
      expect(Math.abs(page.width - width) + Math.abs(page.height - height)).toBeLessThan(1);
    }
    const { title: Title, municipality: Author, subject: Subject } = model;
    expect(read.info).toMatchObject({ Title, Author, Subject, CreationDate: "D:20260401000000+00'00'" });
    expect(Title).not.toBe("");
    expect({ language: read.language, isTagged: read.isTagged }).toEqual({ language: "ja", isTagged: true });
  });

  test("embeds the fonts of the form and no other", () => {
    const own =
      report.typeface === "mincho"
        ? ["BIZUDGothic-Regular", "BIZUDMincho-Regular"]
        : ["BIZUDGothic-Bold", "BIZUDGothic-Regular"];
    expect(read.fonts).toEqual(own);
    expect(() => {
      checkGlyphs(model, report.typeface);
    }).not.toThrow();
  });

  test("is tagged: headings in order, rows and headings of tables", () => {
    const titles = headings(model);
    expect(read.outline.map(({ title }) => title)).toEqual(titles);
    const roles = read.pages.flatMap((page) => page.roles);
    const levels = roles.map((role) => /\/H(\d)$/u.exec(role)?.[1]).filter((level) => level !== undefined);
    expect(levels.map(Number)).toEqual(read.outline.map(({ level }) => level));
    for (const role of ["Table", "Table/TR", "Table/TR/TH", "Table/TR/TD"]) {
      expect(
        roles.some((path) => path.endsWith(`/${role}`)),
        role,
      ).toBe(true);
    }
  });

  test("is read aloud as ever: the structure of its tags", async () => {
    await expect(`${structure.lines.join("\n")}\n`).toMatchFileSnapshot(`golden/structure/${name}.txt`);
  });

  test("is tagged, all but page numbers and what pages repeat, and says that it conforms to PDF/UA", () => {
    expect(structure.untagged).toEqual([]);
    structure.artifacts.forEach((text, i) => {
      expect(text).toContain(`${i + 1}/${read.pages.length}`);
    });
    // Every character of the workbook is read aloud, whatever is an artifact besides.
    expect(visibleTexts(workbook).filter((text) => !structure.text.includes(squeeze(text)))).toEqual([]);
    expect(read.xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
  });

  test("numbers every page and leaves none blank", () => {
    const foot = (report.margin.bottom / 25.4) * 72;
    read.pages.forEach(({ texts }, i) => {
      const below = texts.filter(({ top }) => top < foot);
      expect(below.map(({ text }) => text).join("")).toBe(`${i + 1}/${read.pages.length}`);
      expect(texts.length - below.length).toBeGreaterThan(5);
    });
  });

  test("shows every character of the workbook, none over another, all within the margins", () => {
    expect(missingOnPages(visibleTexts(workbook), read.pages)).toEqual([]);
    const { left, right, top } = report.margin;
    for (const page of read.pages) {
      expect(overprints(page)).toEqual([]);
      const outside = page.texts.filter(
        (text) =>
          text.left < points(left) - 1 ||
          text.right > page.width - points(right) + 1 ||
          text.top > page.height - points(top) + 1,
      );
      expect(outside).toEqual([]);
    }
  });

  test("repeats the headings of a table on each of its pages", () => {
    const wanted = model.parts.flatMap(tableHeadings);
    for (const page of read.pages.filter(({ roles }) => roles.some((role) => role.endsWith("/Table")))) {
      const text = squeezedText([page]);
      expect(
        wanted.some((row) => row.every((heading) => text.includes(squeeze(heading)))),
        text,
      ).toBe(true);
    }
  });
});

function points(millimetres: number): number {
  return (millimetres / 25.4) * 72;
}

function sizeInPoints({ size, orientation }: ReportDefinition): [width: number, height: number] {
  const [short, long] = size === "A4" ? [points(210), points(297)] : [points(297), points(420)];
  return orientation === "portrait" ? [short, long] : [long, short];
}

/** Titles, sections and the names of cards, in the order of the report. */
function headings({ title, parts }: ReportModel): string[] {
  const found = parts.flatMap((part) => {
    if (part.kind === "text") return ["title", "heading", "section"].includes(part.role) ? [part.text.trim()] : [];
    return part.kind === "card" ? part.cards.map(({ values }) => values.name!.text) : [];
  });
  return found[0] === title ? found : [title, ...found];
}

/** What the top of a table says wherever it stands. */
function tableHeadings(part: ReportPart): string[][] {
  switch (part.kind) {
    case "text":
      return [];
    case "card":
      return [[part.labels.name!.text, part.labels.department!.text]];
    case "matrix":
      return [[part.corner, ...part.columnHeadings].map(({ text }) => text)];
    default:
      return [part.headingRows.flat().map(({ text }) => text)];
  }
}

test("a form of a fifth municipality is a folder and nothing else", async () => {
  const own = join(temporary, "templates");
  const folder = join(own, "fukui-subsidies");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "form.json"), JSON.stringify(subsidyForm));
  writeFileSync(join(folder, "report.hbs"), "{{> parts}}\n<p>{{municipality}} {{wareki issuedOn}}</p>\n");
  writeFileSync(join(folder, "report.css"), "");
  const workbook = join(temporary, "補助金.xlsx");
  await writeSubsidies(workbook);

  const out = join(temporary, "out");
  const run = await hyoka(["render", workbook, "--templates", own, "--issued-on", "2026-04-01", "-o", out]);
  expect(run.err).toBe("");
  expect(run.out).toContain("（fukui-subsidies、令和6年度、3 件、1 ページ）");
  const { pages, info, fonts } = await readPdf(readFileSync(join(out, "補助金.pdf")));
  expect(info).toMatchObject({ Title: "補助金の評価一覧", Author: "福井市" });
  expect(fonts).toContain("BIZUDMincho-Regular");
  expect(pages[0]!.width).toBeLessThan(pages[0]!.height);
  expect(missingOnPages(visibleTexts(await readXlsx(workbook)), pages)).toEqual([]);
  expect(squeezedText(pages)).toContain("1,250,000");
  expect(squeezedText(pages)).toContain("福井市令和8年4月1日");
  expect((await hyoka(["forms", "--templates", own])).out).toContain("福井市「補助金の評価」 A4 縦");
});

const subsidyForm = {
  name: "fukui-subsidies",
  title: "補助金の評価",
  municipality: "福井市",
  resources: [
    {
      name: "subsidies",
      title: "補助金",
      schema: {
        fields: [
          { name: "policy", title: "政策", type: "string", kind: "heading" },
          { name: "name", title: "補助金の名称", type: "string", kind: "name", constraints: { required: true } },
          { name: "amount", title: "交付額", type: "integer", kind: "amount" },
          { name: "evaluation", title: "効果", type: "string", kind: "evaluation" },
        ],
        primaryKey: ["name"],
      },
    },
  ],
  layouts: [
    {
      type: "list",
      resource: "subsidies",
      columns: [
        { fields: ["policy"], headings: ["政策"], grouped: true },
        { fields: ["name"], headings: ["補助金の名称"] },
        { fields: ["amount"], headings: ["{fiscalYear}交付額"], statesFiscalYear: true },
        { fields: ["evaluation"], headings: ["効果"] },
      ],
    },
  ],
  texts: [
    { role: "note", pattern: "^※" },
    { role: "title", pattern: ".", at: "first" },
    { role: "paragraph", pattern: "." },
  ],
  report: {
    size: "A4",
    orientation: "portrait",
    margin: { top: 15, right: 15, bottom: 15, left: 15 },
    typeface: "mincho",
    fontSize: 10,
    title: "補助金の評価",
    subject: "補助金の交付額と効果",
  },
};

async function writeSubsidies(path: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("補助金");
  sheet.addRows([
    ["補助金の評価一覧"],
    [],
    ["政策", "補助金の名称", "令和6年度交付額", "効果"],
    ["子育て", "保育所等整備費補助金", 1_250_000, "①定員が増えた。②待機児童がなくなった。"],
    [null, "病児保育事業補助金", 98_000, "利用が前年度より増えた。"],
    ["防災", "自主防災組織育成補助金", 460_500, "訓練の回数が増えた。"],
    [],
    ["※交付額の単位は円である。"],
  ]);
  sheet.mergeCells("A4:A5");
  sheet.getColumn(3).numFmt = "#,##0";
  await workbook.xlsx.writeFile(path);
}
