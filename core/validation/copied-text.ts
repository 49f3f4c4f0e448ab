import { comparableCopy, comparableText, longestCommonRun, originalSpan, similarityFrom } from "../text/similarity.ts";
import type { FieldValue } from "./field-value.ts";
import { copyOf, sentencesOf } from "./cell-reading.ts";

/** How alike two whole cells are when at least as alike as asked, otherwise nothing. */
export function cellSimilarity(a: FieldValue, b: FieldValue, threshold: number): number | undefined {
  return similarityFrom(threshold, copyOf(a), copyOf(b));
}

/** A stretch of a cell that stands word for word in another. */
export interface CopiedStretch {
  /** Within the cell's own text. */
  readonly span: { readonly start: number; readonly end: number };
  readonly words: string;
  /** Characters without spaces. */
  readonly length: number;
  /** The sentence that holds it, and how much of it the stretch is: 0 to 1. */
  readonly sentence: string;
  readonly share: number;
}

/** The longest stretch of a cell, within one of its sentences, that stands in the other cell too. */
export function copiedStretch(value: FieldValue, source: FieldValue, minimum: number): CopiedStretch | undefined {
  const other = copyOf(source);
  if (longestCommonRun(other, copyOf(value), minimum).length === 0) return undefined;
  let best: CopiedStretch | undefined;
  for (const sentence of sentencesOf(value)) {
    const copy = comparableText(sentence.text);
    const run = longestCommonRun(other, copy.text, Math.max(minimum, best?.length ?? 0));
    if (run.length === 0 || run.length <= (best?.length ?? 0)) continue;
    const lead = /^[、。，・)）」]*/u.exec(copy.text.slice(run.inB, run.inB + run.length))![0].length;
    const { start, end } = originalSpan(copy, { start: run.inB + lead, end: run.inB + run.length });
    best = {
      span: { start: sentence.start + start, end: sentence.start + end },
      words: sentence.text.slice(start, end),
      length: run.length,
      sentence: sentence.text,
      share: run.length / Math.max(1, copy.text.replace(/。$/u, "").length),
    };
  }
  return best;
}

/** Whether the words are little more than a name: to name the programme is not to copy. */
export function isMostlyName(words: string, names: readonly FieldValue[]): boolean {
  const copy = comparableCopy(words);
  return names.some((name) => longestCommonRun(copy, copyOf(name)).length >= copy.length * NAME_SHARE);
}

const NAME_SHARE = 0.7;

/** The beginning of a text, for a message. */
export function opening(text: string, length = 20): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

/** 0.873 → 87. */
export function percent(share: number): number {
  return Math.round(share * 100);
}
