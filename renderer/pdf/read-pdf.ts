import { readTrailer, unknownStructure } from "./pdf-trailer.ts";

/** A PDF as Chromium writes it: classic cross-reference table, no object streams, one revision. */
export interface ChromiumPdf {
  /** Number of the highest object and one. */
  readonly size: number;
  readonly root: number;
  readonly info: number;
  /** By object number: what stands between `obj` and `endobj`. */
  readonly objects: ReadonlyMap<number, PdfObject>;
}

/** An object: its value in PDF's notation, and the bytes of its stream where it has one. */
export interface PdfObject {
  readonly head: string;
  /** From the keyword `stream` to `endstream`. */
  readonly stream?: Buffer;
}

/**
 * Takes a PDF of Chromium apart. pdf-lib, which could do it too, takes as long as Chromium takes to print.
 * @throws UserError `print-failed` for a file that another program wrote.
 */
export function readPdf(bytes: Uint8Array): ChromiumPdf {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { size, root, info, start } = readTrailer(pdf);
  const objects = new Map<number, PdfObject>();
  for (const [number, offset] of offsets(pdf, start, size)) objects.set(number, readObject(pdf, number, offset));
  return { size, root, info, objects };
}

/** Where the objects begin, by their number. */
function offsets(pdf: Buffer, table: number, size: number): Map<number, number> {
  const found = new Map<number, number>();
  const lines = pdf.subarray(table).toString("latin1").split("\n");
  if (lines[0] !== "xref" || lines[1] !== `0 ${size}`) throw unknownStructure();
  for (let number = 0; number < size; number++) {
    const line = /^(\d{10}) \d{5} ([nf])/u.exec(lines[number + 2] ?? "");
    if (!line) throw unknownStructure();
    if (line[2] === "n") found.set(number, Number(line[1]));
  }
  return found;
}

const STREAM = " stream\n";

function readObject(pdf: Buffer, number: number, offset: number): PdfObject {
  const begin = `${number} 0 obj\n`;
  if (pdf.toString("latin1", offset, offset + begin.length) !== begin) throw unknownStructure();
  const from = offset + begin.length;
  const end = pdf.indexOf("\nendobj", from);
  if (end < 0) throw unknownStructure();
  // Most objects have no stream: looking for one further on would take as long as the file is long.
  const found = pdf.subarray(from, end).indexOf(STREAM);
  // The bytes of a stream may hold the word `endobj`: only its length tells where it ends.
  if (found < 0) return { head: pdf.toString("latin1", from, end) };
  const stream = from + found;
  const head = pdf.toString("latin1", from, stream);
  const length = Number(/\/Length (\d+)(?! \d+ R)/u.exec(head)?.[1]);
  const to = stream + STREAM.length + length + "\nendstream".length;
  if (!(to <= pdf.length) || pdf.toString("latin1", to - "endstream".length, to) !== "endstream")
    throw unknownStructure();
  return { head, stream: pdf.subarray(stream + 1, to) };
}
