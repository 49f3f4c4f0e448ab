#!/usr/bin/env -S node --max-semi-space-size=64
import { enableCompileCache } from "node:module";

// The flag above gives young objects 64 MB: reading a workbook makes many at once, and in Node's own 16 MB they are copied
// again and again before they die.

// Loading Puppeteer and ExcelJS takes longer than Chromium's start; their compiled code is kept from run to run.
enableCompileCache();

const [{ main }] = await Promise.all([import("./main.ts")]);
process.exitCode = await main(process.argv.slice(2));
