import { join } from "node:path";
import { build } from "vite";
import { OFFICE_JS_FOLDER } from "../../../addin/packaging/office-js-files.ts";
import { samplePath } from "../../support/samples.ts";
import { buildPaneInto } from "../browser/built-pane.ts";
import type { DemoContent } from "./demo-server.ts";
import { writeTrustPage } from "./trust-page.ts";

const samples = [
  { name: "ogori", title: "小郡市 子ども・子育て支援事業計画.xlsx" },
  { name: "nerima", title: "練馬区 年度別取組計画.xlsx" },
  { name: "kawasaki", title: "川崎市 施策進行管理・評価票.xlsx" },
  { name: "sendai-r5", title: "仙台市 主な施策事業の実績（令和5年度）.xlsx" },
  { name: "sendai-r6", title: "仙台市 主な施策事業の実績（令和6年度）.xlsx" },
] as const;

/** Builds the pane and the page around it (5 s). Both folders are emptied before. */
export async function buildDemo(folder: string): Promise<DemoContent> {
  const [paneFolder, pageFolder] = [join(folder, "pane"), join(folder, "page")];
  await Promise.all([buildPaneInto(paneFolder), buildPage(pageFolder)]);
  await writeTrustPage(join(paneFolder, OFFICE_JS_FOLDER));
  return { paneFolder, pageFolder, samples: samples.map((sample) => ({ ...sample, path: samplePath(sample.name) })) };
}

async function buildPage(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, "page"),
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
}
