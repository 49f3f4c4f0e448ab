/** A text as part of a regular expression that finds just this text. `RegExp.escape` is too new for many machines. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
