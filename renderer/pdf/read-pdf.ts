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

/** A PDF that was read, and where in its bytes the values of its objects begin. */
export interface ReadChromiumPdf extends ChromiumPdf {
  readonly offsets: ReadonlyMap<number, number>;
  /** Where the cross-reference table begins. */
  readonly start: number;
}

/**
 * Takes a PDF of Chromium apart. pdf-lib, which could do it too, takes as long as Chromium takes to print.
 * @throws UserError `print-failed` for a file that another program wrote.
 */
export function readPdf(bytes: Uint8Array): ReadChromiumPdf {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { size, root, info, start } = readTrailer(pdf);
  // Bytes are characters here. Parts of one long string are cut out without being copied.
  const text = pdf.toString("latin1");
  const objects = new Map<number, PdfObject>();
  const offsets = new Map<number, number>();
  const title = `xref\n0 ${size}\n`;
  if (!text.startsWith(title, start)) throw unknownStructure();
  for (let number = 0; number < size; number++) {
    const entry = start + title.length + number * ENTRY_LENGTH;
    const kind = text[entry + ENTRY_LENGTH - 3];
    if (kind === "f") continue;
    const begin = `${number} 0 obj\n`;
    const offset = Number(text.slice(entry, entry + 10));
    if (kind !== "n" || !text.startsWith(begin, offset)) throw unknownStructure();
    const from = offset + begin.length;
    offsets.set(number, from);
    objects.set(number, readObject(pdf, text, from));
  }
  return { size, root, info, start, objects, offsets };
}

/** `0000000015 00000 n`, a space and a line break (ISO 32000-1, 7.5.4). */
const ENTRY_LENGTH = 20;
const STREAM = " stream\n";

function readObject(pdf: Buffer, text: string, from: number): PdfObject {
  const end = text.indexOf("\nendobj", from);
  if (end < 0) throw unknownStructure();
  const whole = text.slice(from, end);
  const stream = whole.indexOf(STREAM);
  if (stream < 0) return { head: whole };
  const head = whole.slice(0, stream);
  // The bytes of a stream may hold the word `endobj`: only its length tells where it ends.
  const length = Number(/\/Length (\d+)(?! \d+ R)/u.exec(head)?.[1]);
  const to = from + stream + STREAM.length + length + "\nendstream".length;
  if (!(to <= pdf.length) || !text.startsWith("endstream", to - "endstream".length)) throw unknownStructure();
  return { head, stream: pdf.subarray(from + stream + 1, to) };
}
