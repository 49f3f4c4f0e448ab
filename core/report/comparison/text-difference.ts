/** A run that two texts share, though perhaps in another width, or one that only one of them has: the other side is empty. */
export interface TextDifference {
  readonly isSame: boolean;
  readonly previous: string;
  readonly current: string;
}

/**
 * Finds what differs between two texts, word by word. The runs of each side join to its text. `undefined` when the texts
 * differ so much that looking on would take too long. The renderer brings one; `core` has no packages.
 */
export type DifferenceFinder = (previous: string, current: string) => readonly TextDifference[] | undefined;
