/** One row of a text that was cut at its delimiters. */
export interface TextRow {
  /** The line on which the row begins, counting from 1. */
  readonly line: number;
  /** What stands between the delimiters, with its spaces; a line without a delimiter is one piece. */
  readonly pieces: readonly string[];
}

/** A text as it was pasted out of a PDF or a web page. */
export interface TextSource {
  /** Name of the file: the sheet that the text becomes is called so. */
  readonly name: string;
  /** The text cut at tabs, cut at commas, and line by line, likeliest first. */
  readonly readings: readonly (readonly TextRow[])[];
}

/** Why a person has to look at a cell. */
export const DOUBTS = {
  /** A row went over several lines; its pieces make up the columns only together. */
  joined: "行の途中に改行があったので、前後の行をつなぎました",
  /** A row has fewer cells than its table and no space at which the columns could part. */
  short: "見出しより列が少ない行です。列がずれているおそれがあります",
  /** The border of a cell is a guess: only spaces or line breaks were left. */
  split: "セルの区切りが失われているので、空白や改行から推定して分けました",
  /** A line below the headings of a table that its columns do not take. */
  stray: "表の行として分けられなかったので、本文として残しました",
} as const;
export type Doubt = keyof typeof DOUBTS;

/** A piece of the text with the cell where it is put. */
export interface PlacedText {
  /** The row: the line on which the piece begins, or the record of which it is a part. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** The last column, for a heading or running text over several. */
  readonly right?: number;
  /** The last line, for a label beside values that go on below it. */
  readonly bottom?: number;
  readonly doubt?: Doubt;
}
