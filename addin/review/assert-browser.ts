import { ReviewError } from "./review-protocol.ts";

/** The oldest version of Chromium, and so of WebView2, in which the pane runs. `vite.config.ts` builds for it. */
export const OLDEST_CHROMIUM = 117;

/** What the review uses that browsers have learnt last. */
const FEATURES: readonly (() => boolean)[] = [() => "groupBy" in Map, () => "toSorted" in Array.prototype];

/**
 * A WebView2 of a closed network may never have been updated.
 * @throws ReviewError `browser-too-old` saying what to update.
 */
export function assertBrowser(features: readonly (() => boolean)[] = FEATURES): void {
  if (features.every((isThere) => isThere())) return;
  throw new ReviewError({
    code: "browser-too-old",
    message: "Excel が使う Microsoft Edge WebView2 ランタイムが古いため、検査できません。",
    advice: `WebView2 ランタイムをバージョン ${OLDEST_CHROMIUM} 以降に更新するよう、情報システムの担当者に依頼してください。`,
  });
}
