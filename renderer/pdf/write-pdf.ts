import type { ChromiumPdf } from "./read-pdf.ts";

/** Writes objects as a PDF in the notation of Chromium: classic cross-reference table, one revision. */
export function writePdf(objects: ChromiumPdf["objects"], trailer: Omit<ChromiumPdf, "objects">): Buffer {
  // The four bytes above 127 tell mail programs that this is no text.
  const chunks: Buffer[] = [Buffer.from("%PDF-1.4\n%\xd3\xeb\xe9\xe1\n", "latin1")];
  const offsets = new Map<number, number>();
  let length = chunks[0]!.length;
  const add = (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
  };
  for (const [number, { head, stream }] of objects) {
    offsets.set(number, length);
    add(Buffer.from(`${number} 0 obj\n${head}${stream ? " " : ""}`, "latin1"));
    if (stream) add(stream);
    add(Buffer.from("\nendobj\n"));
  }
  const lines = Array.from({ length: trailer.size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = length;
  add(
    Buffer.from(
      `xref\n0 ${trailer.size}\n${lines.join("")}trailer\n<</Size ${trailer.size}\n/Root ${trailer.root} 0 R\n/Info ${trailer.info} 0 R>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(chunks);
}
