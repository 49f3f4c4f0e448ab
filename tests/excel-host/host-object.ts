/** An object of the simulated workbook as office.js sees it. Names are those of the wire: `RowIndex`, `GetRange`. */
export interface HostObject {
  /** For messages: `Range`. */
  readonly kind: string;
  /** What tells the object from its siblings; office.js keeps it. */
  readonly identity?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, () => unknown>>;
  readonly children?: Readonly<Record<string, () => HostObject>>;
  /** `null` stands for a null object. */
  readonly methods?: Readonly<Record<string, (...values: never[]) => unknown>>;
  /** The members of a collection. */
  readonly items?: () => readonly HostObject[];
}

/** A fault that the simulated Excel reports as Excel would. */
export class HostError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Something that Excel has and this simulation has not: no test may pass because of a guess. */
export function notModelled(what: string): HostError {
  return new HostError("NotImplemented", `the simulated Excel has no ${what}`);
}

/** Whether a value is an object of the workbook rather than plain data. */
export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "kind" in value;
}
