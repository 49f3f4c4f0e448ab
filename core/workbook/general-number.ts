/**
 * A number as Excel shows it in a wide column of no particular format: eleven characters at most, rounded.
 * `undefined` for numbers so large or small that Excel writes them with an exponent.
 */
export function generalNumber(value: number): string | undefined {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e11) return String(value);
  if (size < 1e-4 || size >= 1e10) return undefined;
  const digits = Math.max(1, Math.floor(Math.log10(size)) + 1);
  return value.toFixed(10 - digits).replace(/\.?0+$/, "");
}
