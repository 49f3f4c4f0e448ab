import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "../core/user-error.ts";

/**
 * Takes output files for workbooks, one after the other. Case does not tell two files apart, as on Windows and macOS, and
 * links lead to what they name.
 * @param inputs files that are read: nothing is ever written over one of them.
 * @returns a function that throws UserError `usage` when a file is an input, or taken already.
 */
export function distinctOutputFiles(inputs: readonly string[]): (workbook: string, file: string) => void {
  const sources = new Set(inputs.map(fileIdentity));
  const taken = new Map<string, string>();
  return (workbook, file) => {
    const identity = fileIdentity(file);
    if (sources.has(identity)) {
      throw new UserError(
        "usage",
        `元のブック「${file}」には上書きできません。`,
        "-o には、元のブックとは別の場所を指定してください。",
      );
    }
    const other = taken.get(identity);
    if (other !== undefined) {
      throw new UserError(
        "usage",
        `「${other}」と「${workbook}」は、出力先がどちらも「${file}」になります。`,
        "どちらかのファイル名を変えるか、-o を分けて二度に分けて実行してください。",
      );
    }
    taken.set(identity, workbook);
  };
}

function fileIdentity(path: string): string {
  return (existsSync(path) ? realpathSync(path) : resolve(path)).toLowerCase();
}
