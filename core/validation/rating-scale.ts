import type { FieldDefinition } from "../form/form-definition.ts";
import { foldText } from "../text/fold.ts";

/** Where a rating stands on its scale: 0 for the best. */
export interface RatingPlace {
  readonly rank: number;
  /** Grades of the scale. */
  readonly size: number;
}

/** The place of a rating on the scale of its field, which forms write from best to worst as a rule. Nothing for a text that is no grade. */
export function ratingPlace(field: FieldDefinition, text: string, bestFirst = true): RatingPlace | undefined {
  const scale = field.constraints?.enum;
  if (!scale || scale.length < 2) return undefined;
  const written = foldText(text);
  const rank = scale.findIndex((grade) => foldText(grade) === written);
  if (rank < 0) return undefined;
  return { rank: bestFirst ? rank : scale.length - 1 - rank, size: scale.length };
}
