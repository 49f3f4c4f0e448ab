import { readCharacterMap } from "./character-map.ts";
import type { CharacterMap } from "./character-map.ts";
import { fallbackFamilies, fontFiles } from "./fonts.ts";
import type { FontFamily } from "./fonts.ts";

const characterMaps = new Map<FontFamily, CharacterMap>();

/**
 * The characters that neither a family nor the fonts behind it can print, each once, in order of appearance; a
 * lone surrogate counts as one.
 * Chromium prints an empty space or a box for them, without an error.
 *
 * Signs that have no shape of their own are never missing: controls, spaces, joiners, marks of direction. Nor are
 * variation selectors (U+FE00–FE0F, U+E0100–E01EF): the font shows the ordinary form of the character before them.
 */
export function missingCharacters(text: Iterable<string>, family: FontFamily): readonly string[] {
  const inFamily = characterMapOf(family);
  const behind = fallbackFamilies.map(characterMapOf);
  const missing = new Set<string>();
  for (const piece of text) {
    for (let index = 0; index < piece.length; index++) {
      const codePoint = piece.codePointAt(index)!;
      if (codePoint > 0xffff) index++;
      if (inFamily(codePoint)) continue;

      const character = String.fromCodePoint(codePoint);
      if (!behind.some((has) => has(codePoint)) && !isShapeless(character)) missing.add(character);
    }
  }
  return [...missing];
}

/** The regular font speaks for the family: the bold ones have the same characters (held by a test). */
function characterMapOf(family: FontFamily): CharacterMap {
  const known = characterMaps.get(family);
  if (known) return known;

  const regular = fontFiles().find((font) => font.family === family && font.weight === 400)!;
  const map = readCharacterMap(regular.path);
  characterMaps.set(family, map);
  return map;
}

function isShapeless(character: string): boolean {
  return /^[\p{Cc}\p{White_Space}\p{Default_Ignorable_Code_Point}]$/u.test(character);
}
