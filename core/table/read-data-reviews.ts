import { REVIEWS } from "../structure/indicator-columns.ts";
import { dataValue, type DataTable } from "./data-table.ts";
import type { IndicatorReview, SourcedValue } from "./evaluation-document.ts";

/**
 * The rows of the indicator tables (指標), where a person has confirmed or ruled out any of them. Without that they say
 * nothing that the texts do not say.
 */
export function readReviews(tables: ReadonlyMap<string, DataTable>): IndicatorReview[] | undefined {
  const reviews = [...tables.values()].flatMap((table) => reviewsOf(table));
  return reviews.some(isReviewed) ? reviews : undefined;
}

/** Whether a person has settled what a row says. */
export function isReviewed({ cells }: IndicatorReview): boolean {
  const review = cells.review?.text.trim();
  return review === REVIEWS.confirmed || review === REVIEWS.ruledOut;
}

function reviewsOf({ plan, rows }: DataTable): IndicatorReview[] {
  const { subject, columns } = plan;
  if (subject.is !== "indicators") return [];
  const nameOf = (part: string) =>
    columns.find(({ from }) => from.is === "indicator" && from.part === part)?.name ?? part;
  return rows.map((row) => {
    const text = (part: string) => dataValue(row, nameOf(part)).text;
    const keys = columns.flatMap(({ from, name }) => (from.is === "key" ? [dataValue(row, name).text] : []));
    const cells = columns.map(({ name }): [string, SourcedValue] => [name, dataValue(row, name)]);
    return {
      resource: subject.shape.resource.name,
      found: [text("item"), text("period"), text("source-text"), ...keys],
      cells: Object.fromEntries(cells),
    };
  });
}
