import type { Place } from "../model/place.ts";

/** An object of the simulated workbook as office.js sees it. Names are those of the wire: `RowIndex`, `GetRange`. */
export interface HostObject {
  /** The class of office.js: `Range`. */
  readonly kind: string;
  /** What tells the object from its siblings; office.js keeps it. */
  readonly identity?: Readonly<Record<string, string | number>>;
  readonly properties?: Readonly<Record<string, () => unknown>>;
  readonly setters?: Readonly<Record<string, (value: never) => void>>;
  readonly children?: Readonly<Record<string, () => HostObject>>;
  /** `null` stands for a null object. */
  readonly methods?: Readonly<Record<string, (...values: never[]) => unknown>>;
  /** The members of a collection. */
  readonly items?: () => readonly HostObject[];
  /** A member by its key, where the identity does not say it: tables and sheets answer to their names. */
  readonly item?: (key: string) => HostObject | undefined;
  /** The cells of a range. */
  readonly place?: Place;
  /** Where events are raised: the id of a sheet or table, or `Workbook`. */
  readonly eventTarget?: string;
}

/** Whether a value is an object of the workbook rather than plain data. */
export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "kind" in value;
}
