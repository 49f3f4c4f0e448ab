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

/** An argument or value that Excel does not take. */
export function invalidArgument(why: string): HostError {
  return new HostError("InvalidArgument", why);
}

/** Something that is asked for by a name or number and is not there. */
export function itemNotFound(what: string): HostError {
  return new HostError("ItemNotFound", `there is no ${what}`);
}
