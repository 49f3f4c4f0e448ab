/**
 * Puts what is left of last year's order into this year's: each item behind the one that it followed last year, at the
 * beginning where it followed none.
 * @param partnerOf what an item of this year was last year, if anything.
 * @param ended the items of last year that have no partner, or a better place elsewhere.
 */
export function interleave<Current, Previous>(
  current: readonly Current[],
  previous: readonly Previous[],
  partnerOf: (item: Current) => Previous | undefined,
  ended: ReadonlySet<Previous>,
): ({ readonly current: Current } | { readonly previous: Previous })[] {
  const successors = new Map(current.map((item) => [partnerOf(item), item]));
  successors.delete(undefined);
  const following = new Map<Current | undefined, Previous[]>();
  let last: Current | undefined;
  for (const item of previous) {
    last = successors.get(item) ?? last;
    if (!ended.has(item)) continue;
    const list = following.get(last);
    if (list) list.push(item);
    else following.set(last, [item]);
  }
  const behind = (item: Current | undefined) => (following.get(item) ?? []).map((one) => ({ previous: one }));
  return [...behind(undefined), ...current.flatMap((item) => [{ current: item }, ...behind(item)])];
}
