/** Longest name of a sheet, in UTF-16 units. */
const SHEET_NAME = 31;
/** Names that Excel keeps for its list of changes. */
const RESERVED = ["履歴", "History"];

/**
 * Names that Excel takes for sheets, one for each title: at most 31 characters, some of them forbidden, no two alike.
 * @param taken names that are in use, or kept for something else.
 */
export function freeSheetNames(titles: readonly string[], taken: readonly string[]): string[] {
  const used = new Set([...RESERVED, ...taken].map((name) => name.toLowerCase()));
  return titles.map((title) => {
    const plain =
      title
        .replace(/[[\]:*?/\\]/gu, "・")
        .replace(/^'+|'+$/gu, "")
        .slice(0, SHEET_NAME - 3)
        // Half of a character of two units.
        .replace(/\p{Cs}$/u, "") || "表";
    return nextFree(plain, used);
  });
}

/** Names for Excel Tables, one for each wished for: 進捗 becomes 進捗2 where there is one, as Excel itself numbers copies. */
export function freeTableNames(wished: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return wished.map((name) => nextFree(name, used));
}

function nextFree(plain: string, used: Set<string>): string {
  let name = plain;
  for (let n = 2; used.has(name.toLowerCase()); n++) name = `${plain}${n}`;
  used.add(name.toLowerCase());
  return name;
}
