/** A sheet, by what stays the same when it is renamed. */
export interface ListedSheet {
  readonly id: string;
  readonly name: string;
}

/** What has happened to a workbook. Sheets have the names of now, but for `removed` and `from`. */
export interface WorkbookChange {
  /** Sheets to be read again, added ones among them. */
  readonly changedSheets: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** All sheets in the order of their tabs. */
  readonly order: readonly string[];
  /** Rows, columns, tables or sheets were added, removed or moved: cells no longer stand where they stood. */
  readonly structural: boolean;
}

/** What events have told since the sheets were listed last. */
export interface ToldChanges {
  readonly changed: ReadonlySet<string>;
  readonly added: ReadonlySet<string>;
  readonly structural: boolean;
}

/** The sheets in the order of their tabs. One sync. */
export async function listSheets(context: Excel.RequestContext): Promise<ListedSheet[]> {
  const worksheets = context.workbook.worksheets.load(["items/id", "items/name"]);
  await context.sync();
  return worksheets.items.map(({ id, name }) => ({ id, name }));
}

/** What has changed between two lists; `undefined` for nothing. */
export function changeBetween(
  before: readonly ListedSheet[],
  after: readonly ListedSheet[],
  told: ToldChanges,
): WorkbookChange | undefined {
  const old = new Map(before.map(({ id, name }) => [id, name]));
  const now = new Map(after.map(({ id, name }) => [id, name]));
  const added = after.filter(({ id }) => !old.has(id) || told.added.has(id));
  const addedNames = new Set(added.map(({ name }) => name));
  // A sheet that was deleted and made again under its name is a changed one.
  const removed = before.filter(({ id, name }) => !now.has(id) && !addedNames.has(name));
  const renamed = after.flatMap(({ id, name }) => {
    const from = old.get(id);
    return from === undefined || from === name ? [] : [{ from, to: name }];
  });
  const changed = after.filter(({ id, name }) => told.changed.has(id) || addedNames.has(name));
  const isMoved = orderOf(before, now) !== orderOf(after, old);
  const structural = told.structural || added.length + removed.length + renamed.length > 0 || isMoved;
  if (changed.length === 0 && !structural) return undefined;
  return {
    changedSheets: changed.map(({ name }) => name),
    added: [...addedNames],
    removed: removed.map(({ name }) => name),
    renamed,
    order: after.map(({ name }) => name),
    structural,
  };
}

function orderOf(sheets: readonly ListedSheet[], others: ReadonlyMap<string, string>): string {
  return JSON.stringify(sheets.flatMap(({ id }) => (others.has(id) ? [id] : [])));
}
