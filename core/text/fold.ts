const SPACES = /[\s\u00a0\u200b-\u200d\u2060\ufeff]+/gu;
const DASHES = /[‐‑‒–—―−ーｰ－﹣─━-]+/gu;
const WAVES = /[~〜～∼]+/gu;

/** Texts of these characters alone fold to themselves; most cells of a large table hold no others. */
const PLAIN = /^[0-9a-z.、。「」\u3041-\u3096\u30a1-\u30fb\u4e00-\u9fff]*$/u;

/**
 * A copy of a text for comparing, never for storing: width and compatibility forms folded (NFKC), spaces and line
 * breaks taken out, dashes and wave dashes made one, small letters. 「実施状況 (令和３年度)」 and 「実施状況（令和3年度）」 fold alike.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text;
  const folded = text.normalize("NFKC").replace(SPACES, "").replace(DASHES, "-").replace(WAVES, "~").toLowerCase();
  // A voicing mark written by itself (か゛) joins its letter only now that the space before it is gone.
  return folded.normalize("NFKC");
}

/** `foldText` that remembers: recognition asks for the same texts once for every form. */
export function cachedFold(): (text: string) => string {
  const folded = new Map<string, string>();
  return (text) => {
    let found = folded.get(text);
    if (found === undefined) folded.set(text, (found = foldText(text)));
    return found;
  };
}
