import { ReviewError } from "./review-protocol.ts";

/** What the review uses that browsers have learnt last, the newest first. */
const FEATURES: readonly (() => boolean)[] = [
  () => "escape" in RegExp,
  () => "some" in Iterator.prototype,
  () => "groupBy" in Map,
  () => "toSorted" in Array.prototype,
];

/**
 * A WebView2 of a closed network may never have been updated.
 * @throws ReviewError `browser-too-old` saying what to update.
 */
export function assertBrowser(features: readonly (() => boolean)[] = FEATURES): void {
  if (features.every(isThere)) return;
  throw new ReviewError({
    code: "browser-too-old",
    message: "Excel が使う Microsoft Edge WebView2 ランタイムが古いため、検査できません。",
    advice: "WebView2 ランタイムをバージョン 136 以降に更新するよう、情報システムの担当者に依頼してください。",
  });
}

function isThere(feature: () => boolean): boolean {
  try {
    return feature();
  } catch (error) {
    // Where `Iterator` itself is missing.
    if (error instanceof ReferenceError) return false;
    throw error;
  }
}
