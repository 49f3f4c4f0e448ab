import { UserError } from "../core/user-error.ts";

/**
 * Takes output files for workbooks, one after the other. Case does not tell two files apart, as on Windows and macOS.
 * The returned function throws UserError `usage` when a file is taken already.
 */
export function distinctOutputFiles(): (workbook: string, file: string) => void {
  const taken = new Map<string, string>();
  return (workbook, file) => {
    const other = taken.get(file.toLowerCase());
    if (other !== undefined) {
      throw new UserError(
        "usage",
        `「${other}」と「${workbook}」は、出力先がどちらも「${file}」になります。`,
        "どちらかのファイル名を変えるか、-o を分けて二度に分けて実行してください。",
      );
    }
    taken.set(file.toLowerCase(), workbook);
  };
}
