import { UserError } from "../../core/user-error.ts";
import type { BrowserSession } from "./browser-session.ts";

/** Keeps one browser running: starts it when it is first asked for, and another when it has died. */
export interface BrowserKeeper {
  /** The running browser, the same for everyone who asks. @throws UserError when it cannot start, or after `close()` */
  running(): Promise<BrowserSession>;
  /** Ends a browser that no longer answers. */
  discard(session: BrowserSession): Promise<void>;
  /** Ends every browser that was started, also one that is just starting. May be called again. */
  close(): Promise<void>;
  isClosed(): boolean;
}

export function createBrowserKeeper(start: () => Promise<BrowserSession>): BrowserKeeper {
  const started = new Set<Promise<BrowserSession>>();
  let current: Promise<BrowserSession> | undefined;
  let closing: Promise<void> | undefined;

  const startAnother = (): Promise<BrowserSession> => {
    const starting = start();
    started.add(starting);
    return starting;
  };

  const running = async (): Promise<BrowserSession> => {
    for (;;) {
      if (closing) throw new UserError("interrupted", "印刷は中止されました。");
      const asked = (current ??= startAnother());
      const session = await asked.catch((error: unknown) => {
        forget(asked);
        throw error;
      });
      if (session.browser.connected) return session;
      // The first of those who wait for the dead one forgets it; the others find its successor.
      forget(asked);
      await session.close();
    }
  };

  const forget = (starting: Promise<BrowserSession>): void => {
    if (current === starting) current = undefined;
  };

  const closeAll = async (): Promise<void> => {
    for (const result of await Promise.allSettled(started)) {
      // A start that failed was told to those who asked for it.
      if (result.status === "fulfilled") await result.value.close();
    }
  };

  return {
    running,
    discard: (session) => session.close(),
    close: () => (closing ??= closeAll()),
    isClosed: () => closing !== undefined,
  };
}
