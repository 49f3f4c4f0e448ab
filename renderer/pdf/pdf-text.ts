/** A text string of PDF: UTF-16 with byte order mark in hexadecimal, so that no character needs escaping. */
export function hexText(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, "0"));
  return `<FEFF${units.join("")}>`;
}
