import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What the pane loads, after gzip. */
export interface LoadSize {
  readonly what: string;
  readonly bytes: number;
  /** In kilobytes. */
  readonly most?: number;
}

/** What a built pane loads: at first, for its worker, and when it is needed. Office.js stands apart. */
export function loadSizes(folder: string): LoadSize[] {
  const html = readFileSync(join(folder, "taskpane.html"), "utf8");
  const scripts = readdirSync(join(folder, "assets")).filter((file) => /\.(?:js|css)$/u.test(file));
  const first = scripts.filter((file) => html.includes(file));
  const worker = scripts.filter((file) => file.startsWith("review-worker"));
  const later = scripts.filter((file) => !first.includes(file) && !worker.includes(file));
  const size = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, "assets", file)), { level: 9 }).length, 0);
  return [
    { what: "the pane's own script and style, gzip", bytes: size(first), most: 60 },
    { what: "its worker, loaded beside it, gzip", bytes: size(worker) },
    { what: "the reader of last year's file, loaded when needed, gzip", bytes: size(later) },
  ];
}
