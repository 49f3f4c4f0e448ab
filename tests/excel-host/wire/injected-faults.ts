import { HostError } from "../model/host-error.ts";

/** A fault that a test asks for. */
export interface InjectedFault {
  /** `AccessDenied`, `InvalidOperation`, `RequestAborted` … as office.js names them. */
  readonly code: string;
  /** Which action fails, by its line in the log; the next one if nothing is said. */
  readonly match?: RegExp;
  /** How many times; once if nothing is said. */
  readonly times?: number;
}

/** Codes of failures that concern a message as a whole: there is no answer to single actions. */
export const messageFaults = [
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "ActivityLimitReached",
  "GeneralException",
  "InvalidOrTimedOutSession",
] as const;

/** The faults that are still to come. */
export class InjectedFaults {
  readonly #waiting: { readonly fault: InjectedFault; left: number }[] = [];
  readonly #thrown = new WeakSet<HostError>();

  add(fault: InjectedFault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** The fault of a whole message, if one is due for it. */
  ofMessage(log: readonly string[]): string | undefined {
    const isWhole = ({ code }: InjectedFault): boolean => (messageFaults as readonly string[]).includes(code);
    return this.#take((fault) => isWhole(fault) && log.some((line) => fault.match?.test(line) ?? true))?.code;
  }

  /** @throws HostError when a fault is due for the action */
  meet(action: string): void {
    const fault = this.#take((due) => due.match?.test(action) ?? true);
    if (!fault) return;
    const error = new HostError(fault.code, "injected by a test");
    this.#thrown.add(error);
    throw error;
  }

  /** Whether a test asked for the error. */
  isOwn(error: HostError): boolean {
    return this.#thrown.has(error);
  }

  #take(isDue: (fault: InjectedFault) => boolean): InjectedFault | undefined {
    const found = this.#waiting.find(({ fault }) => isDue(fault));
    if (!found) return undefined;
    found.left--;
    if (found.left === 0) this.#waiting.splice(this.#waiting.indexOf(found), 1);
    return found.fault;
  }
}
