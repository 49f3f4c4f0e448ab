import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { thisMachine } from "../../../renderer/browser/host-machine.ts";
import { printingPool } from "../../../renderer/browser/printing-pool.ts";
import type { PreviewState } from "../../../renderer/preview/browser/preview-state.ts";
import { previewWorkbook, type PreviewedWorkbook } from "../../../renderer/preview/previewed-workbook.ts";
import { ownTemplates } from "../../support/form-folder.ts";
import { samplePath } from "../../support/samples.ts";

const MINUTES = 120_000;
const seen = { timeout: 60_000, interval: 20 };
const pool = printingPool({ concurrency: 1 }, thisMachine());
const root = mkdtempSync(join(tmpdir(), "hyoka-previewed-"));
const bugs: unknown[] = [];
const stops: (() => void)[] = [];

afterAll(async () => {
  for (const stop of stops) stop();
  await pool.close();
  rmSync(root, { recursive: true });
});

/** A preview that somebody looks at, and what the person was told last. */
function watched(path: string, templates?: string): { preview: PreviewedWorkbook; last: () => PreviewState } {
  const settings = { platform: "win32", issuedOn: "2026-04-01", ...(templates && { templates }) } as const;
  const preview = previewWorkbook(path, settings, pool, (error) => bugs.push(error));
  let state: PreviewState | undefined;
  stops.push(preview.subscribe((told) => (state = told)));
  return { preview, last: () => state! };
}

test(
  "a workbook that comes only later, under a template that is broken from the beginning, shows at last",
  async () => {
    const templates = ownTemplates({ "form.json": "{" });
    const form = join(templates, "sendai-projects", "form.json");
    const path = join(root, "評価表.xlsx");
    const { preview, last } = watched(path, templates);
    await vi.waitFor(() => {
      expect(last()).toMatchObject({ layout: 0, isBusy: false, fault: { message: /form\.json/u } });
    }, seen);
    await expect(preview.pdf()).rejects.toThrow("form.json");

    cpSync(join(samplePath("sendai-r5"), "..", "..", "form.json"), form);
    await vi.waitFor(() => {
      expect(last().fault?.message).toBe("「評価表.xlsx」が見つかりません。");
    }, seen);

    writeFileSync(join(templates, "sendai-projects", "report.hbs"), "{{titel}}");
    cpSync(samplePath("sendai-r5"), path);
    await vi.waitFor(() => {
      expect(last().fault?.message).toMatch(/「titel」という項目はありません/u);
    }, seen);

    writeFileSync(join(templates, "sendai-projects", "report.hbs"), "<h1>{{title}}</h1>");
    await vi.waitFor(() => {
      expect(preview.pages()?.pages).toEqual([expect.stringContaining("主な施策8事業の令和5年度実績")]);
      expect(last()).toMatchObject({ isBusy: false });
    }, seen);
    expect(last()).not.toHaveProperty("fault");
    expect(last()).not.toHaveProperty("refusal");
    expect(preview.pages()?.pages).toEqual([expect.stringContaining("主な施策8事業の令和5年度実績")]);
    expect(
      Buffer.from(await preview.pdf())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect(bugs).toEqual([]);
  },
  MINUTES,
);

test(
  "fonts come from this machine on Windows too, and a cell is found by its name on the page",
  async () => {
    const { preview, last } = watched(samplePath("sendai-r5"));
    await vi.waitFor(() => {
      expect(last()).toMatchObject({ isBusy: false, layout: 1 });
    }, seen);
    const { style, marginBoxes } = preview.pages()!;
    expect(style).toContain('url("/fonts/biz-udgothic/');
    expect(style).not.toContain("hyoka.invalid");
    expect(marginBoxes.map(({ name }) => name)).toEqual(["bottom-center"]);
    expect(preview.cell("令和5年度実績!A4")).toEqual({
      sheet: "令和5年度実績",
      address: "A4",
      text: "学習・生活サポート事業",
    });
    expect(preview.cell("令和5年度実績!Z99")).toBeUndefined();
  },
  MINUTES,
);
