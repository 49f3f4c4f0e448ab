/** Everything in a number format code that is text, width, colour, condition or locale. */
const literals = /"[^"]*"|\\.|[_*].|\[[^\]]*\]|General|G\/標準|AM\/PM|A\/P/gi;

/** Whether a number format code shows a day, month or year; hours alone are a time, not a date. */
export function isDateFormat(code: string): boolean {
  if (/\[\$-F800\]/i.test(code)) return true;
  // [h] and [mm] are durations.
  const letters = code.replace(/\[(?:h+|m+|s+)\]/gi, "h").replace(literals, "");
  // A letter of the Japanese calendar beside the places of digits is a unit (0g) that someone forgot to quote.
  if (/[0#?]/.test(letters) && !/[ymdhs]/i.test(letters)) return false;
  if (/[ydgr]|a{3}|e(?![+-])/i.test(letters)) return true;
  // m beside hours or seconds stands for minutes.
  return /m/i.test(letters) && !/[hs]/i.test(letters);
}
