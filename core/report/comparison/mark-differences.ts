import { itemise } from "../../text/itemise.ts";
import { comparableCopy } from "../../text/similarity.ts";
import type { MarkedLine, MarkedPiece, RowState } from "./comparison-model.ts";
import type { DifferenceFinder, TextDifference } from "./text-difference.ts";

/** Two texts with their differences marked. */
export interface MarkedPair {
  readonly state: RowState;
  readonly previous: readonly MarkedLine[];
  readonly current: readonly MarkedLine[];
}

/** Below these shares of common letters, of the longer text and of the shorter, marks would cover nearly everything. */
const REWRITTEN = { longer: 0.3, shorter: 0.5 } as const;
/** A letter or two that stayed between two changes is read as part of them. */
const ISLAND = 1;

/** Compares the texts of two years and marks in each what the other does not have. */
export function markDifferences(before: string, now: string, find: DifferenceFinder): MarkedPair {
  const state = plainState(before, now);
  if (state) return { state, previous: unmarkedLines(before), current: unmarkedLines(now) };
  const found = find(before, now);
  if (!found || isRewritten(found)) {
    return { state: "rewritten", previous: unmarkedLines(before), current: unmarkedLines(now) };
  }
  const differences = withoutIslands(found);
  return {
    state: "changed",
    previous: markedLines(before, sideOf(differences, "previous")),
    current: markedLines(now, sideOf(differences, "current")),
  };
}

/** The lines of a text without a mark. */
export function unmarkedLines(text: string): readonly MarkedLine[] {
  return text.trim() === "" ? [] : markedLines(text, [{ isChanged: false, text }]);
}

function plainState(before: string, now: string): RowState | undefined {
  const [was, is] = [before.trim(), now.trim()];
  if (was === is) return was === "" ? "blank" : "same";
  if (was === "") return "filled";
  if (is === "") return "emptied";
  return comparableCopy(was) === comparableCopy(is) ? "notation" : undefined;
}

/** Little of either text stands in the other; a text cut short is not written anew. */
function isRewritten(differences: readonly TextDifference[]): boolean {
  let [same, previous, current] = [0, 0, 0];
  for (const difference of differences) {
    const [was, is] = [lettersOf(difference.previous), lettersOf(difference.current)];
    previous += was;
    current += is;
    if (difference.isSame) same += is;
  }
  const { longer, shorter } = REWRITTEN;
  return same < longer * Math.max(previous, current) && same < shorter * Math.min(previous, current);
}

function lettersOf(text: string): number {
  return text.replace(/\s+/gu, "").length;
}

/** Joins two changes that nothing but a letter parts: marks would come and go too often to be read. */
function withoutIslands(differences: readonly TextDifference[]): TextDifference[] {
  return differences.map((difference, i) => {
    const isBetween = isVisible(differences[i - 1]) && isVisible(differences[i + 1]);
    const isIsland = difference.isSame && isBetween && difference.current.length <= ISLAND;
    return isIsland ? { ...difference, isSame: false } : difference;
  });
}

/** A change that could be seen: white space alone is none. */
function isVisible(difference: TextDifference | undefined): boolean {
  return difference?.isSame === false && (difference.previous + difference.current).trim() !== "";
}

/** One side's pieces; white space at the ends of a change, or alone, is no part of it. */
function sideOf(differences: readonly TextDifference[], side: "previous" | "current"): MarkedPiece[] {
  const pieces: { isChanged: boolean; text: string }[] = [];
  const add = (isChanged: boolean, text: string) => {
    const last = pieces.at(-1);
    if (last?.isChanged === isChanged) last.text += text;
    else if (text !== "") pieces.push({ isChanged, text });
  };
  for (const { isSame, [side]: text } of differences) {
    const words = text.trim();
    const start = text.indexOf(words);
    add(false, text.slice(0, start));
    add(!isSame, words);
    add(false, text.slice(start + words.length));
  }
  return pieces;
}

/** Cuts a text into the lines of its layout, and its pieces with it. */
function markedLines(text: string, pieces: readonly MarkedPiece[]): MarkedLine[] {
  let end = 0;
  return itemise(text).map(({ marker, text: rest }) => {
    const start = endOf(text, end, "");
    const behindMarker = endOf(text, start, marker);
    end = endOf(text, behindMarker, rest);
    return { marker, pieces: cut(pieces, behindMarker, end) };
  });
}

/** Where words end that stand in a text from `from` on, white space before them and inside them aside. */
function endOf(text: string, from: number, words: string): number {
  let at = from;
  if (words === "") while (/\s/u.test(text[at] ?? "")) at++;
  for (const unit of words.split("")) {
    if (/\s/u.test(unit)) {
      while (/\s/u.test(text[at] ?? "")) at++;
      continue;
    }
    while (at < text.length && text[at] !== unit) at++;
    at++;
  }
  return Math.min(at, text.length);
}

function cut(pieces: readonly MarkedPiece[], from: number, to: number): MarkedPiece[] {
  let start = 0;
  return pieces.flatMap(({ isChanged, text }) => {
    const part = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += text.length;
    return part === "" ? [] : [{ isChanged, text: part }];
  });
}
