import { codeAt } from "./code-at.ts";

/** A table of characters by code: quicker than an expression where most characters do not match. */
export type CharacterTable = Uint8Array;

/** The table of these characters, all of one UTF-16 unit. */
export function characterTable(characters: string): CharacterTable {
  const table = new Uint8Array(0x10000);
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1;
  return table;
}

/** The first of the characters at or behind a place, otherwise the end of the text. */
export function nextInTable(text: string, from: number, table: CharacterTable): number {
  const end = text.length;
  let at = from;
  while (at < end && table[codeAt(text, at)] === 0) at++;
  return at;
}
