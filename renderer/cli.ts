#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Loading Puppeteer and ExcelJS takes longer than Chromium's start; their compiled code is kept from run to run.
enableCompileCache();

const [{ main }] = await Promise.all([import("./main.ts")]);
process.exitCode = await main(process.argv.slice(2));
