import type { FormDefinition, TextDefinition } from "../form/form-definition.ts";
import { textPattern } from "../form/text-pattern.ts";
import type { Slot } from "../workbook/sheet-grid.ts";
import type { TextPart } from "./evaluation-document.ts";
import { sourcedValue } from "./sheet-reader.ts";

/** The texts outside the tables of one sheet, told apart by the form's patterns. */
export interface RunningText {
  /** A text that surely stands between tables: anything the form names but a plain paragraph. */
  isHeadingOrNote(slot: Slot): boolean;
  /** What remains of a web page or a print header: it may stand inside a table. */
  isPageFurniture(slot: Slot): boolean;
  /** Classifies the texts that no table took, in sheet order. */
  classify(slots: readonly Slot[], sheet: string): TextPart[];
}

interface TextMatcher {
  readonly definition: TextDefinition;
  readonly pattern: RegExp;
}

export function runningText(form: FormDefinition): RunningText {
  const matchers = form.texts.map((definition) => ({ definition, pattern: textPattern(definition.pattern) }));
  const textOf = ({ cell }: Slot) => (cell?.text ?? "").trim();
  const sure = matchers.filter(({ definition }) => definition.role !== "paragraph" && definition.at !== "first");
  return {
    isHeadingOrNote: (slot) => sure.some(({ pattern }) => pattern.test(textOf(slot))),
    isPageFurniture: (slot) =>
      sure.some(({ definition, pattern }) => definition.role === "residue" && pattern.test(textOf(slot))),
    classify: (slots, sheet) => classifyAll(slots, sheet, matchers, textOf),
  };
}

function classifyAll(
  slots: readonly Slot[],
  sheet: string,
  matchers: readonly TextMatcher[],
  textOf: (slot: Slot) => string,
): TextPart[] {
  const used = new Set<TextDefinition>();
  return slots.map((slot) => {
    const found = matchers.find(
      ({ definition, pattern }) => !(definition.at === "first" && used.has(definition)) && pattern.test(textOf(slot)),
    );
    if (found) used.add(found.definition);
    return {
      kind: "text",
      role: found?.definition.role ?? "unclassified",
      level: found?.definition.level ?? 0,
      text: sourcedValue(slot, sheet),
    };
  });
}
