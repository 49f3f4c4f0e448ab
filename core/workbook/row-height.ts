/** Points that a line of text takes. */
const LINE = 13.5;
/** The highest row of Excel. */
const HIGHEST_ROW = 409;

/**
 * Height of a row in points in which every text is seen whole, as far as Excel goes: nothing widens a row by itself.
 * `width` counts characters, as the width of a column does.
 */
export function rowHeight(cells: readonly { readonly text: string; readonly width: number }[]): number {
  let lines = 1;
  for (const { text, width } of cells) lines = Math.max(lines, lineCount(text, width - 1.5));
  return Math.min(lines * LINE + 3, HIGHEST_ROW);
}

/** @param room in half-width characters */
function lineCount(text: string, room: number): number {
  // No character is wider than two.
  if (text.length * 2 <= room && !text.includes("\n")) return 1;
  let lines = 0;
  for (const line of text.split("\n")) lines += Math.max(1, Math.ceil(displayWidth(line) / room));
  return lines;
}

/** Width in half-width characters, as the width of a column counts them. */
function displayWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x20 && code <= 0x7e) || (code >= 0xff61 && code <= 0xff9f)) width += 1.05;
    // The second half of 𠮷 has been counted with the first.
    else if (code < 0xdc00 || code > 0xdfff) width += 2;
  }
  return width;
}
