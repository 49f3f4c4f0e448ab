import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Result } from "./results-table.ts";

/** Knows the task pane, and Excel beside it; this folder knows neither. */
const PROGRAM = join(import.meta.dirname, "..", "..", "tests", "excel-host", "bench", "measure-pane.ts");

/** A workbook of 10,000 rows in the task pane, in a process of its own. @throws Error with what that wrote when it fails */
export async function measureAddin(workbook: string): Promise<Result[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, workbook]);
  return JSON.parse(stdout) as Result[];
}
