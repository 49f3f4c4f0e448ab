import type { Page } from "puppeteer";
import { UserError } from "../../core/user-error.ts";
import { createBrowserKeeper } from "./browser-keeper.ts";
import type { BrowserSession } from "./browser-session.ts";
import { openGuardedPage } from "./guarded-page.ts";
import type { GuardedPage } from "./guarded-page.ts";

/** Pages that are used again and again: printing in a used one takes a quarter of the time that a new one takes. */
export interface PagePool {
  /**
   * Hands a page to `work` as soon as one is free; it still shows what the last work left. When page or browser die
   * meanwhile, `work` runs once more from its beginning with another, so it must have no lasting effect before its end.
   *
   * @throws UserError `print-failed` when the page asked for anything outside itself: nothing may be missing unnoticed
   * @throws UserError `browser-failed` when page or browser die twice, do not answer in time, or cannot be started
   * @throws UserError `interrupted` when the pool is closed
   */
  withPage<T>(work: (page: Page) => Promise<T>): Promise<T>;
  /** Ends the browser, and with it running work. May be called again. */
  close(): Promise<void>;
}

export interface PagePoolOptions {
  /** Starts a browser; called at the first work, and after each crash. */
  readonly start: () => Promise<BrowserSession>;
  /** Pages at the same time; 2 unless told. */
  readonly size?: number;
  /** How long one work may take, in milliseconds; 120,000 unless told. */
  readonly timeout?: number;
}

/** The page or its browser is gone; the work may succeed with another. */
class PageLost extends Error {
  override readonly name = "PageLost";
}

/** The browser does not answer. */
class TimeIsUp extends Error {
  override readonly name = "TimeIsUp";
}

/** A pool without a browser yet: that starts with the first work. */
export function createPagePool({ start, size = 2, timeout = 120_000 }: PagePoolOptions): PagePool {
  const takeTurn = createTurns(size);
  const keeper = createBrowserKeeper(start);
  const idlePages = new Map<GuardedPage, BrowserSession>();

  const takePage = async (session: BrowserSession): Promise<GuardedPage> => {
    for (const [idle, owner] of idlePages) {
      idlePages.delete(idle);
      if (owner === session && !idle.isLost()) return idle;
    }
    return await openGuardedPage(session.browser);
  };

  const attempt = async <T>(work: (page: Page) => Promise<T>): Promise<T> => {
    const session = await keeper.running();
    let guarded: GuardedPage | undefined;
    try {
      const result = await within(timeout, async () => {
        guarded = await takePage(session);
        return await Promise.race([work(guarded.page), guarded.crashed]);
      });
      if (guarded!.blockedUrls.size > 0) throw requestsRefused(guarded!.blockedUrls);
      idlePages.set(guarded!, session);
      return result;
    } catch (error) {
      if (error instanceof TimeIsUp) await keeper.discard(session);
      else if (guarded?.isLost() === false) closePage(guarded.page);
      throw explain(error, session, guarded);
    }
  };

  const explain = (error: unknown, session: BrowserSession, guarded: GuardedPage | undefined): unknown => {
    if (keeper.isClosed()) return new UserError("interrupted", "印刷は中止されました。", undefined, { cause: error });
    // A page that was sent elsewhere fails in many ways; where it wanted to go is what the user can mend.
    if (guarded !== undefined && guarded.blockedUrls.size > 0) return requestsRefused(guarded.blockedUrls);
    if (error instanceof TimeIsUp) return tooSlow(timeout);
    const lost = guarded?.isLost() ?? !session.browser.connected;
    return lost ? new PageLost("page or browser died", { cause: error }) : error;
  };

  const attemptTwice = async <T>(work: (page: Page) => Promise<T>): Promise<T> => {
    try {
      return await attempt(work);
    } catch (error) {
      if (!(error instanceof PageLost)) throw error;
    }
    try {
      return await attempt(work);
    } catch (error) {
      throw error instanceof PageLost ? diedTwice(error) : error;
    }
  };

  return {
    withPage: async (work) => {
      const endTurn = await takeTurn();
      try {
        return await attemptTwice(work);
      } finally {
        endTurn();
      }
    },
    close: () => keeper.close(),
  };
}

/** At most `size` at the same time, in the order of asking. */
function createTurns(size: number): () => Promise<() => void> {
  let free = size;
  const waiting: (() => void)[] = [];
  const endTurn = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return async () => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return endTurn;
  };
}

async function within<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TimeIsUp());
    }, milliseconds);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function closePage(page: Page): void {
  // Nobody waits for a page that is not used again; one that dies first is closed as well.
  page.close().catch(() => undefined);
}

function requestsRefused(urls: ReadonlySet<string>): UserError {
  const [first, ...others] = urls;
  const more = others.length === 0 ? "" : `ほか ${others.length} 件`;
  return new UserError(
    "print-failed",
    `帳票が外部のファイル「${first}」${more}を読み込もうとしたため、印刷できませんでした。`,
    "画像などは、テンプレートの中に data: の形で埋め込んでください。",
  );
}

function tooSlow(timeout: number): UserError {
  return new UserError(
    "browser-failed",
    `${timeout / 1000} 秒たっても印刷が終わらないため、打ち切りました。`,
    "一度に印刷する件数を減らしてください。",
  );
}

function diedTwice(cause: PageLost): UserError {
  return new UserError(
    "browser-failed",
    "印刷中にブラウザが続けて異常終了しました。",
    "メモリーの空きを確かめるか、--browser で別のブラウザを指定してください。",
    { cause },
  );
}
