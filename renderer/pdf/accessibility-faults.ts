import { markArtifacts } from "./mark-artifacts.ts";
import { pdfUaFaults } from "./pdf-ua-faults.ts";
import { readPdf } from "./read-pdf.ts";

/** Why `finishPdf` will not say of a printed report that it conforms to PDF/UA: Japanese sentences, none when it will. */
export function accessibilityFaults(printed: Uint8Array): string[] {
  return pdfUaFaults(markArtifacts(readPdf(printed)).marked);
}
