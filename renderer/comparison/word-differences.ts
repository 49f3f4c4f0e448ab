import { diffArrays } from "diff";
import type { DifferenceFinder, TextDifference } from "../../core/report/comparison/text-difference.ts";

/** Japanese is written without spaces: ICU's dictionary says where a word ends. */
const WORDS = new Intl.Segmenter("ja", { granularity: "word" });
/** Words that may come and go before looking on takes too long: texts that differ so much have been written anew. */
const MOST_CHANGES = 1500;

/** Finds what differs between two texts, word by word; （2） and (2) are the same word. */
export const wordDifferences: DifferenceFinder = (previous, current) => {
  const [before, now] = [wordsOf(previous), wordsOf(current)];
  const changes = diffArrays(
    before.map((word) => word.normalize("NFKC")),
    now.map((word) => word.normalize("NFKC")),
    { maxEditLength: MOST_CHANGES },
  );
  let [was, is] = [0, 0];
  return changes?.map(({ added, removed, count }): TextDifference => {
    const isSame = !added && !removed;
    const from = { was, is };
    if (!added) was += count;
    if (!removed) is += count;
    return { isSame, previous: before.slice(from.was, was).join(""), current: now.slice(from.is, is).join("") };
  });
};

function wordsOf(text: string): string[] {
  return Array.from(WORDS.segment(text), ({ segment }) => segment);
}
