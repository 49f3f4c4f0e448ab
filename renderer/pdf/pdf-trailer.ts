import { UserError } from "../../core/user-error.ts";

/** The end of a PDF of Chromium: where its objects are found. */
export interface PdfTrailer {
  /** Number of the highest object and one. */
  readonly size: number;
  readonly root: number;
  readonly info: number;
  /** Offset of the cross-reference table. */
  readonly start: number;
}

/** @throws UserError `print-failed` when the file does not end as Chromium ends its files (classic cross-reference table). */
export function readTrailer(pdf: Buffer): PdfTrailer {
  const end = pdf.subarray(-400).toString("latin1");
  const match =
    /trailer\s*<<\s*\/Size (\d+)\s*\/Root (\d+) 0 R\s*\/Info (\d+) 0 R\s*>>\s*startxref\s*(\d+)\s*%%EOF\s*$/u.exec(end);
  if (!match) throw unknownStructure();
  const [size, root, info, start] = match.slice(1).map(Number) as [number, number, number, number];
  return { size, root, info, start };
}

/** What a person can do when a browser writes its PDF otherwise. */
export function unknownStructure(): UserError {
  return new UserError(
    "print-failed",
    "ブラウザーの作った PDF の形式が想定と違い、題名や作成者を書き込めません。",
    "--browser で別のブラウザー（Edge か Chrome の通常版）を指定してください。",
  );
}
