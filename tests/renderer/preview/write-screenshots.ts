/** Writes the pictures of docs/preview.md. Run by `docs/images/make-pictures.sh`. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { thisMachine } from "../../../renderer/browser/host-machine.ts";
import { printingPool } from "../../../renderer/browser/printing-pool.ts";
import { BUILT_IN_TEMPLATES } from "../../../renderer/forms/load-forms.ts";
import { servePreview } from "../../../renderer/preview/preview-server.ts";
import { previewWorkbook } from "../../../renderer/preview/previewed-workbook.ts";
import { startPaneBrowser } from "../../addin/pane/pane-browser.ts";
import { samplePath } from "../../support/samples.ts";

const pictures = join(import.meta.dirname, "..", "..", "..", "docs", "images");
const FORM = "ogori-progress";

const templates = mkdtempSync(join(tmpdir(), "hyoka-pictures-"));
cpSync(join(BUILT_IN_TEMPLATES, FORM), join(templates, FORM), { recursive: true });
const pool = printingPool({ concurrency: 1 }, thisMachine());
const settings = { templates, platform: thisMachine().platform, issuedOn: "2026-04-01" };
const preview = previewWorkbook(samplePath("ogori"), settings, pool, (error) => {
  throw error;
});
const server = await servePreview([{ path: samplePath("ogori"), preview }], undefined);
const browser = await startPaneBrowser();
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 900 });
await page.goto(server.address);
await page.waitForSelector(".finding.warning");
await page.waitForFunction(() => document.querySelector("#status")?.textContent.includes("更新しました"));
await page.$$eval(".finding.warning", ([first]) => {
  (first as HTMLElement).click();
});
await page.waitForSelector("#cell:not([hidden])");
await page.screenshot({ path: join(pictures, "preview.png") });

writeFileSync(
  join(templates, FORM, "report.hbs"),
  `<h1 class="title" data-keep="next">{{title}}</h1>
{{#each parts}}
{{#if (eq kind "list")}}
<p class="note">{{resorce}}</p>
{{> list-table}}
{{/if}}
{{/each}}
`,
);
await page.waitForSelector("#fault:not([hidden])");
await page.screenshot({ path: join(pictures, "preview-fault.png"), clip: { x: 0, y: 0, width: 1280, height: 480 } });
await browser.close();
await server.close();
await pool.close();
rmSync(templates, { recursive: true });
