/** A text as a CSS string on one line: whatever could end it is written by its number. */
export function cssString(text: string): string {
  return `"${text.replace(/\s+/gu, " ").replace(/["\\<>]/gu, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}
