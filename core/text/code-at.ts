/**
 * The UTF-16 code at a place of a text, NaN behind its end: `charCodeAt` for loops over whole texts. An engine keeps
 * strings in many shapes (narrow, wide, joined, cut out of others), and the cells of one table have more of them than
 * `text.charCodeAt` is prepared for where it is written. It then looks the method up anew for every character, which
 * takes four times as long as the call.
 */
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is bound here
export const codeAt: (text: string, at: number) => number = Function.prototype.call.bind(String.prototype.charCodeAt);
