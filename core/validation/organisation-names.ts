import { allMatches } from "../text/all-matches.ts";
import type { TextPlace } from "./text-places.ts";

/** One organisation of a cell and where its name stands. */
export interface NamedPart {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A cell may hold several: one a line, or with 、, ／ or spaces between; a note in brackets is no part of a name. */
const PART = /[^\s、，,；;／/（(）)]+/gu;
const NOTE = /[（(][^（()）]*[）)]/gu;

/** The organisations that a cell names, notes in brackets left out. */
export function organisationsIn({ text }: Pick<TextPlace, "text">): NamedPart[] {
  const blanked = text.replace(NOTE, (note) => " ".repeat(note.length));
  return allMatches(blanked, PART).map(({ index, 0: name }) => ({ name, start: index, end: index + name.length }));
}

/** Whether one text becomes the other by adding, leaving out, changing or swapping one character. */
export function isOneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const restA = a.slice(head, a.length - tail);
  const restB = b.slice(head, b.length - tail);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB === `${restA[1]!}${restA[0]!}`;
}
