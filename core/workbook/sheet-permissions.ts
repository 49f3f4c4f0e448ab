import type { SheetDescription } from "./sheet-description.ts";

/** What people may do on a protected sheet beside filling in its unlocked cells. */
export interface SheetPermissions {
  readonly sort: boolean;
  readonly autoFilter: boolean;
  readonly formatColumns: boolean;
  readonly formatRows: boolean;
  readonly insertRows: boolean;
  readonly deleteRows: boolean;
}

/** People may sort, filter and widen; where whole columns are open, they may add and remove rows too. */
export function sheetPermissions({ columns }: Pick<SheetDescription, "columns">): SheetPermissions {
  const isOpen = columns.some(({ isUnlocked }) => isUnlocked);
  return {
    sort: true,
    autoFilter: true,
    formatColumns: true,
    formatRows: true,
    insertRows: isOpen,
    deleteRows: isOpen,
  };
}
