import fc from "fast-check";
import { test } from "vitest";
import type { RecognisedText } from "../../../core/pasted-text/recognise-text.ts";
import { UserError } from "../../../core/user-error.ts";
import { ledgerFaults } from "../../support/ledger.ts";
import { cellCharacters, pastedText, readPasted, squeezed } from "../../support/pasted-texts.ts";
import { SAMPLES } from "../../support/samples.ts";

/** What copying does to a text: tabs lost, lines broken or joined, blank lines, page numbers, page breaks, words gone. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.9999, noNaN: true }),
    put: fc.constantFrom(" ", "\n", "\t", "", "\n\n", "\n- 12 -\n", "\f", "①", '"', "　", "\n※ 注\n", ","),
    over: fc.constantFrom(0, 0, 1, 1, 2, 30),
  }),
  { maxLength: 12 },
);

function damaged(text: string, changes: readonly { at: number; put: string; over: number }[]): string {
  return changes.reduce((own, { at, put, over }) => {
    const i = Math.floor(at * own.length);
    return own.slice(0, i) + put + own.slice(i + over);
  }, text);
}

test.each(SAMPLES.map(([, name]) => name))("%s: however it is damaged, no character is lost", (name) => {
  // Enough for every kind of table; whole documents only cost time.
  const text = pastedText(name).slice(0, 4000);
  fc.assert(
    fc.property(damage, fc.boolean(), (changes, withoutTabs) => {
      const whole = damaged(withoutTabs ? text.replaceAll("\t", " ") : text, changes).toWellFormed();
      let read: RecognisedText;
      try {
        read = readPasted(whole);
      } catch (error) {
        if (error instanceof UserError) return;
        throw error;
      }
      const faults = ledgerFaults(read.workbook, read.document);
      if (faults.length > 0) throw new Error(faults.join("\n"));
      // Quotes and commas may have been delimiters, and a page number may stand inside a record.
      const plain = (characters: string) => Array.from(characters.replaceAll(/[",]/gu, "")).sort().join("");
      const [kept, all] = [plain(cellCharacters(read)), plain(squeezed(whole))];
      if (kept !== all) throw new Error(`${kept}\n${all}`);
    }),
    { numRuns: 120, seed: 20260401 },
  );
});
