import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsxBytes } from "../../xlsx/read-xlsx-bytes.ts";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot.ts";

const TEMPLATES = join(import.meta.dirname, "..", "..", "templates");

/** The five sample workbooks with their forms. */
export const SAMPLES = [
  ["kawasaki-evaluation", "kawasaki"],
  ["nerima-action-plan", "nerima"],
  ["ogori-progress", "ogori"],
  ["sendai-projects", "sendai-r5"],
  ["sendai-projects", "sendai-r6"],
] as const;

export type SampleName = (typeof SAMPLES)[number][1];

/** The path of a sample workbook. */
export function samplePath(name: SampleName): string {
  const form = SAMPLES.find(([, sample]) => sample === name)![0];
  return join(TEMPLATES, form, "samples", `${name}.xlsx`);
}

/** A sample workbook as it is read. */
export async function readSample(name: SampleName): Promise<WorkbookSnapshot> {
  return await readXlsxBytes(readFileSync(samplePath(name)), `${name}.xlsx`);
}
