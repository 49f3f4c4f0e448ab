import type { FieldValue } from "./field-value.ts";
import type { RuleContext } from "./rule.ts";

/**
 * The values with words in them that stand in their own cell, by kind. Rules ask for the same kinds again and again;
 * each list is made once.
 */
export function writtenByKind(values: readonly FieldValue[]): RuleContext["written"] {
  const all = values.filter(({ isBlank, isPlaceholder, inherited }) => !isBlank && !isPlaceholder && !inherited);
  const known = new Map<string, readonly FieldValue[]>([["", all]]);
  return (...kinds) => {
    const wanted = kinds.join(" ");
    let found = known.get(wanted);
    if (!found) known.set(wanted, (found = all.filter(({ kind }) => kinds.includes(kind))));
    return found;
  };
}
