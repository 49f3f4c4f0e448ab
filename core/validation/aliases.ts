import { escapePattern } from "../text/escape-pattern.ts";
import type { Alias } from "./dictionaries.ts";
import { foldSpelling } from "./record-identity.ts";

const folders = new WeakMap<readonly Alias[], (folded: string) => string>();

/**
 * Puts the first name of an alias in the place of each other one, in texts that went through `foldSpelling`: 婦人相談 and
 * 女性相談 become one.
 */
export function aliasFolder(aliases: readonly Alias[]): (folded: string) => string {
  let fold = folders.get(aliases);
  if (!fold) folders.set(aliases, (fold = makeFolder(aliases)));
  return fold;
}

function makeFolder(aliases: readonly Alias[]): (folded: string) => string {
  const names = new Map<string, string>();
  for (const alias of aliases) {
    const [first, ...others] = alias.names.map(foldSpelling);
    for (const other of others) if (first && other) names.set(other, first);
    if (first) names.set(first, first);
  }
  if (names.size === 0) return (folded) => folded;
  // Longer names first, so that a short one does not break a longer one up.
  const words = [...names.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const pattern = new RegExp(words.join("|"), "gu");
  return (folded) => folded.replace(pattern, (name) => names.get(name) ?? name);
}
