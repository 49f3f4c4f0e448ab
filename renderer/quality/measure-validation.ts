import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { qualityPage, type QualityReport } from "./quality-page.ts";
import { qualityReport } from "./quality-report.ts";

const PAGE = join(import.meta.dirname, "..", "..", "docs", "validation-quality.md");

function summary({ samples, others }: QualityReport): string {
  const parts = [samples.recall, samples.precision, others.recall, others.precision].flatMap((shares) =>
    Object.entries(shares).map(([name, { part, whole }]) => `${name} ${part}/${whole}`),
  );
  return `${parts.join(", ")}; unjudged ${samples.unjudged.length + others.unjudged.length}`;
}

/** Writes the page of the measurement; `npm run quality` formats it after that. */
async function writeQualityPage(date: string): Promise<void> {
  const report = await qualityReport(date);
  writeFileSync(PAGE, qualityPage(report));
  console.error(summary(report));
  for (const { document, ruleId, address, severity, text } of [...report.samples.unjudged, ...report.others.unjudged]) {
    console.error(`unjudged: ${document} ${address} ${severity} ${ruleId} ${text.replaceAll("\n", " ").slice(0, 40)}`);
  }
}

const { values } = parseArgs({
  options: {
    /** ISO date of the measurement. */
    date: { type: "string", default: new Date().toISOString().slice(0, 10) },
  },
});
await writeQualityPage(values.date);
