import { unknownStructure } from "./pdf-trailer.ts";

/** Thousands of objects are asked for the same few keys. */
const patterns = new Map<string, RegExp>();

/** The object to which a key of a dictionary in Chromium's notation refers: `/Parent 9 0 R`. */
export function referenceOf(head: string, key: string): number | undefined {
  let pattern = patterns.get(key);
  if (!pattern) patterns.set(key, (pattern = new RegExp(`/${key} (\\d+) 0 R`, "u")));
  const found = pattern.exec(head);
  return found ? Number(found[1]) : undefined;
}

/** The same where it has to be there. @throws UserError `print-failed` */
export function requiredReference(head: string, key: string): number {
  const number = referenceOf(head, key);
  if (number === undefined) throw unknownStructure();
  return number;
}
