#!/usr/bin/env -S node --max-semi-space-size=64 --min-semi-space-size=64 --initial-heap-size=350
import { enableCompileCache } from "node:module";

// The flags above give young objects 64 MB from the beginning, and old ones 350 MB before they are looked through: reading
// a workbook makes many at once that live until it is written, and Node would copy and visit them again and again.

// Loading Puppeteer and ExcelJS takes longer than Chromium's start; their compiled code is kept from run to run.
enableCompileCache();

const [{ main }] = await Promise.all([import("./main.ts")]);
process.exitCode = await main(process.argv.slice(2));
