import { describe, expect, test } from "vitest";
import { findForm, loadForms } from "../../../renderer/forms/load-forms.ts";
import { pageSize } from "../../../core/report/print-options.ts";
import { htmlDocument, printableHtml } from "../../../renderer/html/html-document.ts";
import { ownTemplates, smallModel } from "../../support/form-folder.ts";

const ownForm = (files: Readonly<Record<string, string | null>> = {}) =>
  findForm(loadForms(ownTemplates(files)), "sendai-projects");

describe("htmlDocument", () => {
  test("holds title, language and body; nothing may be fetched", () => {
    const html = htmlDocument(ownForm(), smallModel(), "<p>本文</p>", "");
    expect(html).toContain('<html lang="ja">');
    expect(html).toContain("<title>主な施策</title>");
    expect(html).toContain('<main class="report">\n<p>本文</p>\n</main>');
    expect(html).toContain("default-src 'none'");
    expect(printableHtml(html)).not.toContain("default-src");
  });

  test("escapes what the workbook says about itself", () => {
    const model = { ...smallModel(), title: "</title><script>", municipality: '"><b>' };
    const html = htmlDocument(ownForm(), model, "", "");
    expect(html).toContain("<title>&lt;/title&gt;&lt;script&gt;</title>");
    expect(html).toContain('<meta name="author" content="&quot;&gt;&lt;b&gt;">');
  });

  test("a style cannot end the style element", () => {
    const html = htmlDocument(
      ownForm({ "report.css": "p::after { content: '</style><script>' }" }),
      smallModel(),
      "",
      "",
    );
    expect(html.match(/<\/style>/gu)).toHaveLength(1);
    expect(html).not.toContain("</style><script>");
  });

  test("the form's style stands after the shared one, and wins", () => {
    const html = htmlDocument(ownForm({ "report.css": ".own { color: red }" }), smallModel(), "", "");
    expect(html.indexOf(".own")).toBeGreaterThan(html.indexOf("table.ruled"));
  });

  test("a form without report.css is told so", () => {
    expect(() => htmlDocument(ownForm({ "report.css": null }), smallModel(), "", "")).toThrow(
      "スタイル sendai-projects/report.css がないか、読めません。",
    );
  });
});

test.each([
  ["A4", "portrait", 210, 297],
  ["A4", "landscape", 297, 210],
  ["A3", "portrait", 297, 420],
  ["A3", "landscape", 420, 297],
] as const)("%s %s is %i × %i mm", (size, orientation, width, height) => {
  const { report } = ownForm().definition;
  expect(pageSize({ ...report, size, orientation })).toEqual({ width, height });
});
