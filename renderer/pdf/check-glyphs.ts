import { UserError } from "../../core/user-error.ts";
import { fontFamilies } from "../browser/fonts.ts";
import { missingCharacters } from "../browser/glyph-coverage.ts";

/** How many characters a message names before it only counts. */
const SHOWN = 5;

/**
 * Makes sure that the fonts have every character of a report, wherever its model has a `text` with its `cell`: Chromium leaves a blank for a missing one, without a word.
 * @throws UserError `glyph-missing` naming each character and a cell in which it stands.
 */
export function checkGlyphs(model: object, typeface: "gothic" | "mincho"): void {
  const values: CellText[] = [];
  collectTexts(model, values);
  const missing = missingCharacters(
    values.map(({ text }) => text),
    fontFamilies[typeface],
  );
  if (missing.length === 0) return;
  const named = missing.slice(0, SHOWN).map((character) => {
    const cell = values.find(({ text }) => text.includes(character))?.cell ?? "";
    return `${nameOf(character)}（セル ${cell}）`;
  });
  const more = missing.length > SHOWN ? ` ほか ${missing.length - SHOWN} 種` : "";
  throw new UserError(
    "glyph-missing",
    `印刷用の書体にない文字があります: ${named.join("、")}${more}。`,
    "そのセルの文字を別の字に直してください。文字化けや絵文字が混ざっていることが多いです。",
  );
}

function nameOf(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
  // A lone surrogate or U+FFFD says nothing on a screen.
  return /^[\ud800-\udfff\ufffd]$/u.test(character) ? `壊れた文字 U+${code}` : `「${character}」U+${code}`;
}

interface CellText {
  readonly text: string;
  readonly cell: string;
}

/** Every text of a model with its cell, wherever it stands. */
function collectTexts(node: unknown, texts: CellText[]): void {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    for (const item of node) collectTexts(item, texts);
    return;
  }
  const { text, cell } = node as { text?: unknown; cell?: unknown };
  if (typeof text === "string" && typeof cell === "string") texts.push({ text, cell });
  for (const item of Object.values(node)) collectTexts(item, texts);
}
