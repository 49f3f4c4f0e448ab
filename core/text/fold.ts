const SPACES = /[\s\u00a0\u200b-\u200d\u2060\ufeff]+/gu;
const DASHES = /[‐‑‒–—―−ーｰ－﹣-]+/gu;
const WAVES = /[~〜～∼]+/gu;

/**
 * A copy of a text for comparing, never for storing: width and compatibility forms folded (NFKC), spaces and line
 * breaks taken out, dashes and wave dashes made one, small letters. 「実施状況 (令和３年度)」 and 「実施状況（令和3年度）」 fold alike.
 */
export function foldText(text: string): string {
  return text.normalize("NFKC").replace(SPACES, "").replace(DASHES, "-").replace(WAVES, "~").toLowerCase();
}
