import type { Indicator } from "../text/indicators.ts";
import { diceSimilarity } from "../text/similarity.ts";
import { copyOf } from "./cell-reading.ts";
import { changeOf, isMove, type Change } from "./indicator-words.ts";
import type { IndicatorPair } from "./match-indicators.ts";
import type { RuleContext } from "./rule.ts";
import { indicatorYears, type ComparedRecord, type YearComparison } from "./year-comparisons.ts";

/** From here on two texts are one but for a letter or two. */
export const SAME_TEXT = 0.95;

/** An evaluation that stayed while the result beside it moved. */
export interface StaleEvaluation {
  readonly comparison: YearComparison;
  readonly result: YearComparison;
  /** The figure that moved most, or … */
  readonly moved: { readonly pair: IndicatorPair; readonly change: Change } | undefined;
  /** … the figures that are gone. */
  readonly gone: readonly Indicator[];
}

/** Whether two texts are the same but for spaces, width and a letter or two. Short ones (同左, 継続) say nothing. */
export function isUnchanged({ current, previous }: YearComparison, share = SAME_TEXT, length = 15): boolean {
  if (current.isBlank || previous.isBlank) return false;
  const now = copyOf(current);
  return now.length >= length && isNearly(copyOf(previous), now, share);
}

const OUTLOOK_LENGTH = 20;
/** In a short text one letter weighs more. */
const SHORT = 0.05;

/** Whether two texts differ in no more than a letter or two (事 → こと), and in no figure. */
export function isNearly(before: string, now: string, share: number): boolean {
  if (before === now) return true;
  if (digitsOf(before) !== digitsOf(now)) return false;
  const [short, long] = [before.length, now.length].sort((a, b) => a - b);
  const least = long! - short! <= 2 ? share - SHORT : share;
  // Texts of so unlike lengths cannot have enough in common.
  return short! >= 2 && (2 * (short! - 1)) / (short! + long! - 2) >= least && diceSimilarity(before, now) >= least;
}

function digitsOf(text: string): string {
  return text.replace(/\D+/gu, " ");
}

/** The record's evaluations and outlooks that stayed although a figure of its results moved or went. */
export function staleEvaluations(
  record: ComparedRecord,
  context: Pick<RuleContext, "dictionaries">,
  { share = SAME_TEXT, move = 0.1, minimum = 5 } = {},
): StaleEvaluation[] {
  const unchanged = record.comparisons.filter(
    (comparison) =>
      (comparison.current.kind === "evaluation" && isUnchanged(comparison, share)) ||
      // 「引き続き、促進に努める。」 may stand for years.
      (comparison.current.kind === "outlook" && isUnchanged(comparison, share, OUTLOOK_LENGTH)),
  );
  if (unchanged.length === 0) return [];
  for (const result of record.comparisons) {
    if (result.current.kind !== "result" || result.current.isBlank) continue;
    const moved = mostMoved(indicatorYears(result, context).pairs, move, minimum);
    const gone = indicatorYears(result, context).gone.filter(({ certain, parent }) => certain && !parent);
    if (moved || gone.length > 0) return unchanged.map((comparison) => ({ comparison, result, moved, gone }));
  }
  return [];
}

function mostMoved(pairs: readonly IndicatorPair[], least: number, minimum: number): StaleEvaluation["moved"] {
  let most: StaleEvaluation["moved"];
  for (const pair of pairs) {
    if (!pair.current.certain || !pair.previous.certain) continue;
    const change = changeOf(pair.previous, pair.current);
    if (!change || !isMove(change, least, minimum)) continue;
    if (!most || Math.abs(change.share) > Math.abs(most.change.share)) most = { pair, change };
  }
  return most;
}
