import type { ColumnDefinition, FormDefinition, ListLayout, YearlyPlanLayout } from "../form/form-definition.ts";
import { headingMatcher } from "../form/heading-pattern.ts";
import { HEADING_SHARE } from "../table/find-columns.ts";
import { foldText } from "../text/fold.ts";

/** A column of a form with a test for its heading. */
export interface ColumnHeading {
  readonly definition: ColumnDefinition;
  readonly matches: (folded: string) => boolean;
}

/** A list or yearly plan of a form, made ready for finding its headings in a text. */
export interface HeadedLayout {
  readonly layout: ListLayout | YearlyPlanLayout;
  readonly columns: readonly ColumnHeading[];
  /** Headings that stand above others (年度別の取組計画), folded. */
  readonly above: ReadonlySet<string>;
}

export function headedLayouts({ layouts }: FormDefinition): HeadedLayout[] {
  return layouts.flatMap((layout) => {
    if (layout.type !== "list" && layout.type !== "yearly-plan") return [];
    const columns = layout.columns.map((definition) => ({ definition, matches: headingMatcher(definition.headings) }));
    const above = new Set(layout.columns.flatMap(({ under }) => (under === undefined ? [] : [foldText(under)])));
    return [{ layout, columns, above }];
  });
}

/** The layout whose headings a row holds: the same share of them as on a sheet. */
export function headedBy(texts: readonly string[], layouts: readonly HeadedLayout[]): HeadedLayout | undefined {
  const folded = texts.map(foldText).filter((text) => text !== "");
  if (folded.length < 2) return undefined;
  return layouts.find(({ columns }) => isEnough(columns, (matches) => folded.some(matches)));
}

/** Whether enough of the required headings are there for a table to begin. */
export function isEnough(
  columns: readonly ColumnHeading[],
  isThere: (matches: ColumnHeading["matches"], definition: ColumnDefinition) => boolean,
): boolean {
  const required = columns.filter(({ definition }) => definition.optional !== true);
  const found = columns.filter(({ definition, matches }) => isThere(matches, definition));
  const present = found.filter(({ definition }) => definition.optional !== true);
  return found.length >= 2 && present.length >= required.length * HEADING_SHARE;
}
