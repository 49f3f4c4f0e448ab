import { hexText } from "./pdf-text.ts";
import type { PdfObject } from "./read-pdf.ts";

/** What a link is called of which only the place is known. */
const WITHIN_REPORT = "この文書の中へのリンク";

/**
 * Gives links that lack it the description that ISO 14289-1, 7.18.5 asks for and Chromium leaves out: their address, or that they
 * lead to another place of the report.
 * @returns links by object number.
 */
export function describeLinks(objects: ReadonlyMap<number, PdfObject>): Map<number, Buffer> {
  const described = new Map<number, Buffer>();
  for (const [number, { head }] of objects) {
    if (!head.includes("/Subtype /Link") || head.includes("/Contents ")) continue;
    const address = /\/URI (\((?:\\[\s\S]|[^\\()])*\))/u.exec(head)?.[1];
    described.set(number, Buffer.from(withDescription(head, address ?? hexText(WITHIN_REPORT)), "latin1"));
  }
  return described;
}

/** A link's notation with a description, a string in PDF's notation. */
export function withDescription(link: string, description: string): string {
  return link.replace(/>>$/u, () => `\n/Contents ${description}>>`);
}
