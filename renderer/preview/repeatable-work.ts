import { setTimeout as wait } from "node:timers/promises";

/** Work that is done again whenever somebody asks, but never twice at the same time. */
export interface RepeatableWork {
  /** Asks for the work; asked for while it goes on, it is done once more afterwards. */
  ask(): void;
  /** Resolves when nothing goes on. */
  idle(): Promise<void>;
}

/** How long a change may go on before it is looked at, in milliseconds: most programs have written a file by then. */
const SETTLING = 50;

/** @param work must not reject. @param onIdle is told each time that nothing goes on any more. */
export function repeatableWork(work: () => Promise<void>, onIdle: () => void): RepeatableWork {
  let running: Promise<void> | undefined;
  let isAsked = false;
  const run = async (): Promise<void> => {
    while (isAsked) {
      await wait(SETTLING);
      isAsked = false;
      await work();
    }
    running = undefined;
    onIdle();
  };
  return {
    ask: () => {
      isAsked = true;
      running ??= run();
    },
    idle: async () => {
      await running;
    },
  };
}
