const PLACES = new Set(["cell", "range", "sheet", "left", "right"]);

/**
 * A document or report model without the places where its values stand.
 * @param left further keys to leave out.
 */
export function placeless(value: unknown, left: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((item) => placeless(item, left));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !PLACES.has(key) && !left.includes(key));
  return Object.fromEntries(entries.map(([key, item]) => [key, placeless(item, left)]));
}
