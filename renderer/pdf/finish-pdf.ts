import { createHash } from "node:crypto";
import { describeLinks } from "./describe-links.ts";
import { markArtifacts } from "./mark-artifacts.ts";
import { hexText } from "./pdf-text.ts";
import { unknownStructure } from "./pdf-trailer.ts";
import { pdfUaFaults } from "./pdf-ua-faults.ts";
import { readPdf, type ReadChromiumPdf } from "./read-pdf.ts";

/** What a printed report says about itself. */
export interface PdfProperties {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** ISO date; the time is set to 00:00 UTC, so that the same input gives the same bytes. */
  readonly issuedOn: string;
}

const PRODUCER = "Hyoka";

/**
 * Gives a PDF of Chromium its author, subject, dates, XMP metadata and file identifier, and renumbers its structure
 * nodes, whose numbers depend on what the browser printed before. The same report is then the same file, byte for byte.
 * Marks what is no content as artifacts and describes links; when nothing then speaks against it, the metadata says that the
 * file conforms to PDF/UA-1.
 *
 * Written as an incremental update (ISO 32000-1, 7.5.6): Chromium's own objects, tags among them, stay as they are.
 * pdf-lib, which would do it too, parses the whole file: 20 ms for 2 pages and 160 ms for 13, as long as printing them.
 * @throws UserError `print-failed` when the file does not end as Chromium ends its files (classic cross-reference table).
 */
export function finishPdf(printed: Uint8Array, properties: PdfProperties): Uint8Array {
  const pdf = Buffer.from(printed);
  blankDates(pdf, properties.issuedOn);
  rankNodeNumbers(pdf);
  const read = readPdf(pdf);
  const { root, info, size: metadata } = read;
  const { marked, heads, contents } = markArtifacts(read);
  for (const [number, head] of heads) pdf.write(head, read.offsets.get(number)!, "latin1");
  const catalog = marked.objects.get(root)?.head;
  if (catalog === undefined) throw unknownStructure();
  const isAccessible = properties.title.trim() !== "" && pdfUaFaults(marked).length === 0;
  const xmp = Buffer.from(xmpPacket(properties, isAccessible));
  const objects = new Map<number, Buffer>([
    ...contents,
    ...describeLinks(marked.objects),
    [info, Buffer.from(infoDictionary(properties))],
    [root, Buffer.from(catalog.replace(/>>$/u, `\n/Metadata ${metadata} 0 R>>`), "latin1")],
    [
      metadata,
      Buffer.concat([
        Buffer.from(`<</Type /Metadata\n/Subtype /XML\n/Length ${xmp.length}>> stream\n`),
        xmp,
        Buffer.from("\nendstream"),
      ]),
    ],
  ]);
  return appendUpdate(pdf, read, objects);
}

/** How many pages a PDF of Chromium holds. */
export function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  return text.match(/\n<<\/Type \/Page\n/gu)?.length ?? 0;
}

/** Both dates of Chromium's own Info dictionary have the same length as ours. */
function blankDates(pdf: Buffer, issuedOn: string): void {
  const date = pdfDate(issuedOn);
  for (let at = pdf.indexOf("Date (D:"); at >= 0; at = pdf.indexOf("Date (D:", at + 1)) {
    const from = at + "Date (".length;
    const to = pdf.indexOf(")", from);
    if (to - from === date.length) pdf.write(date, from, "latin1");
  }
}

/** node00004311 → node00000001: numbers by rank, so that the name tree stays in order; the length stays the same. */
function rankNodeNumbers(pdf: Buffer): void {
  const places: { readonly at: number; readonly number: string }[] = [];
  for (let at = pdf.indexOf("(node"); at >= 0; at = pdf.indexOf("(node", at + 5)) {
    const number = pdf.subarray(at + 5, at + 13).toString("latin1");
    if (/^\d{8}$/u.test(number) && pdf[at + 13] === 0x29) places.push({ at: at + 5, number });
  }
  const ranks = new Map([...new Set(places.map(({ number }) => number))].sort().map((number, i) => [number, i + 1]));
  for (const { at, number } of places) pdf.write(String(ranks.get(number)).padStart(8, "0"), at, "latin1");
}

function infoDictionary({ title, author, subject, issuedOn }: PdfProperties): string {
  const date = pdfDate(issuedOn);
  return [
    `<</Title ${hexText(title)}`,
    `/Author ${hexText(author)}`,
    `/Subject ${hexText(subject)}`,
    `/Creator (${PRODUCER})`,
    "/Producer (Chromium Skia/PDF)",
    `/CreationDate (${date})`,
    `/ModDate (${date})>>`,
  ].join("\n");
}

/** ISO 14289-1, clause 5. */
const PDF_UA_MARK = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`;

function xmpPacket({ title, author, subject, issuedOn }: PdfProperties, isAccessible: boolean): string {
  const date = `${issuedOn}T00:00:00Z`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(subject)}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>ja</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool><xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>
</rdf:Description>${isAccessible ? PDF_UA_MARK : ""}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

function appendUpdate(
  pdf: Buffer,
  { size, root, info, start }: ReadChromiumPdf,
  objects: ReadonlyMap<number, Buffer>,
): Buffer {
  const chunks: Buffer[] = [pdf];
  const sections: string[] = [];
  let offset = pdf.length;
  for (const [number, body] of [...objects].sort(([a], [b]) => a - b)) {
    const chunk = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    sections.push(`${number} 1\n${String(offset).padStart(10, "0")} 00000 n \n`);
    chunks.push(chunk);
    offset += chunk.length;
  }
  const hash = createHash("sha256");
  for (const chunk of chunks) hash.update(chunk);
  const id = hash.digest("hex").slice(0, 32);
  const end = `xref\n${sections.join("")}trailer
<</Size ${size + 1}
/Root ${root} 0 R
/Info ${info} 0 R
/Prev ${start}
/ID [<${id}> <${id}>]>>
startxref
${offset}
%%EOF
`;
  return Buffer.concat([...chunks, Buffer.from(end)]);
}

function pdfDate(isoDate: string): string {
  return `D:${isoDate.slice(0, 10).replaceAll("-", "")}000000+00'00'`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
