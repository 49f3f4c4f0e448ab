import { join } from "node:path";
import { defineConfig } from "vite";

/** Builds the task pane: a folder of files that any web server can hold, under any path. */
export default defineConfig({
  root: join(import.meta.dirname, "addin"),
  base: "./",
  resolve: {
    alias: { "exceljs/lib/doc/workbook.js": join(import.meta.dirname, "xlsx", "exceljs-for-browsers.ts") },
  },
  build: {
    outDir: join(import.meta.dirname, "out", "addin"),
    emptyOutDir: true,
    // A WebView2 of a closed network may be some years old. The review tells older ones what to update.
    target: ["chrome117", "edge117", "safari17.4"],
    // A strict policy of content allows no `data:` addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: join(import.meta.dirname, "addin", "taskpane.html"),
      // Nearly all of the time goes into the worker, which is a bundle of its own.
      checks: { bundlerTimings: false },
    },
  },
  worker: { format: "es" },
});
