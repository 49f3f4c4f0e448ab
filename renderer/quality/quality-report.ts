import { measureQuality } from "./measures.ts";
import { otherDiagnostics, otherFindings, readOtherDocuments } from "./other-documents.ts";
import { readQualityData } from "./quality-data.ts";
import type { QualityReport } from "./quality-page.ts";
import { sampleDiagnostics } from "./sample-diagnostics.ts";

/** Checks all documents and measures what comes out. */
export async function qualityReport(date: string): Promise<QualityReport> {
  const data = readQualityData();
  const documents = readOtherDocuments();
  return {
    date,
    samples: measureQuality(await sampleDiagnostics(), data),
    misses: data.misses,
    others: measureQuality(documents.flatMap(otherDiagnostics), { ...data, ...otherFindings(documents) }),
    otherTitles: documents.map(({ document, title, records }) => ({ document, title, records })),
  };
}
