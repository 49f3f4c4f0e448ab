import { basename } from "node:path";
import Handlebars from "handlebars";
import type { ReportDefinition } from "../../core/form/form-definition.ts";
import type { ReportModel } from "../../core/report/report-model.ts";
import { UserError } from "../../core/user-error.ts";
import { pageSize } from "../../core/report/print-options.ts";
import { fontFamilyCss, fontUrlPrefix } from "../browser/fonts.ts";
import type { FormFolder } from "../forms/load-forms.ts";
import { readFolderFile } from "../forms/read-folder-file.ts";
import { cssString } from "./css-string.ts";
import { greyCss } from "./grey-css.ts";

const { escapeExpression } = Handlebars;

/** For whoever opens the file: nothing may be fetched and no script may run, the page holds all it needs. */
const CONTENT_SECURITY_POLICY = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data: ${fontUrlPrefix}`;
const POLICY_TAG = `<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">`;

/** What gives a document its look: `report.css` in its folder, and the page. */
export interface StyledFolder extends Pick<FormFolder, "folder" | "sharedFolder"> {
  readonly definition: { readonly report: ReportDefinition };
}

/** What a document says of itself. */
export type DocumentHead = Pick<ReportModel, "title" | "municipality" | "subject" | "unconfirmed">;

/** The whole HTML file of a report: head, styles of the page, of the shared partials and of the form, body. */
export function htmlDocument(form: StyledFolder, model: DocumentHead, body: string, fontFaces: string): string {
  const styles = [
    fontFaces,
    pageStyle(form.definition.report, model.unconfirmed),
    readStyle(form.sharedFolder, "page.css"),
    readStyle(form.folder, "report.css"),
  ];
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${POLICY_TAG}
<title>${escapeExpression(model.title)}</title>
<meta name="author" content="${escapeExpression(model.municipality)}">
<meta name="description" content="${escapeExpression(model.subject)}">
<style>
${(form.definition.report.monochrome === true ? greyCss(styles.join("\n")) : styles.join("\n")).replaceAll("</", "<\\/")}
</style>
</head>
<body>
${model.unconfirmed ? '<header><p class="unconfirmed">未確認</p></header>\n' : ""}<main class="report">
${body}
</main>
</body>
</html>
`;
}

/**
 * The document as the printer gets it, without the policy: the page pool refuses every request and names it, while the
 * policy would leave out a picture before any request, without a word.
 */
export function printableHtml(html: string): string {
  return html.replace(POLICY_TAG, "");
}

/** The mark of a report that was printed in spite of errors: in the margin of every page, over nothing. */
const UNCONFIRMED_MARK = `@top-right {
    content: "未確認";
    width: 5em;
    height: 6mm;
    margin: auto 0 2mm;
    border: 0.4mm solid #b00020;
    color: #b00020;
    font: 700 10pt ${fontFamilyCss("gothic")};
    text-align: center;
  }`;

function pageStyle(report: ReportDefinition, unconfirmed: boolean): string {
  const { width, height } = pageSize(report);
  const { top, right, bottom, left } = report.margin;
  return `@page {
  size: ${width}mm ${height}mm;
  margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;
  @bottom-center { content: ${PAGE_NUMBERS[report.pageNumbers ?? "page-of-pages"]}; font: 8pt ${fontFamilyCss("gothic")}; color: #333; }${unconfirmed ? `\n  ${UNCONFIRMED_MARK}` : ""}
}
:root {
  --gothic: ${fontFamilyCss("gothic")};
  --mincho: ${fontFamilyCss("mincho")};
  font-family: var(--${report.typeface});
  font-size: ${report.fontSize}pt;
}${report.watermark === undefined ? "" : `\n${watermarkStyle(report.watermark, width, height)}`}`;
}

const PAGE_NUMBERS = {
  "page-of-pages": 'counter(page) " / " counter(pages)',
  page: "counter(page)",
  dashed: '"- " counter(page) " -"',
  none: "none",
} as const;

/** Large, pale and behind the text; read aloud it would only disturb. */
function watermarkStyle(text: string, width: number, height: number): string {
  const diagonal = Math.hypot(width, height);
  const size = Math.min(90, (diagonal * 0.6) / Array.from(text).length);
  return `.paged .page::before {
  position: absolute;
  inset: 0;
  z-index: -1;
  display: grid;
  place-items: center;
  content: ${cssString(text)} / "";
  color: rgb(0 0 0 / 9%);
  font: 700 ${size.toFixed(1)}mm/1 ${fontFamilyCss("gothic")};
  white-space: nowrap;
  rotate: -${((Math.atan2(height, width) * 180) / Math.PI).toFixed(1)}deg;
}`;
}

function readStyle(folder: string, name: string): string {
  try {
    return readFolderFile(folder, name);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const label = `${basename(folder)}/${name}`;
    throw new UserError(
      "template-missing",
      `スタイル ${label} がないか、読めません。`,
      `${label} を置いてください（空でも構いません）。`,
      { cause },
    );
  }
}
