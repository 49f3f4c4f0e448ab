/**
 * A text as Excel shows it: `_x000D_` and its like resolved, every line break one `\n`, halves of a character replaced by U+FFFD.
 */
export function decodeText(text: string): string {
  const resolved = text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  const lines = resolved.includes("\r") ? resolved.replace(/\r\n?/g, "\n") : resolved;
  return lines.toWellFormed();
}
