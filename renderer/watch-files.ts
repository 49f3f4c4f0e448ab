import { stat } from "node:fs/promises";

/** How often the files are looked at, in milliseconds. */
const INTERVAL = 250;

/**
 * Calls `onChange` whenever one of the files that `list` names has changed, come or gone, until `signal` ends it.
 *
 * Looks at each file instead of waiting for the system's notices: office workbooks lie on network shares, which send none
 * reliably, and 40 files cost less than a millisecond of work each time. Only these files are ever looked at, so Excel's `~$` files beside
 * them do not count.
 */
export function watchFiles(list: () => Promise<readonly string[]>, onChange: () => void, signal: AbortSignal): void {
  let timer: NodeJS.Timeout | undefined;
  let before: string | undefined;
  const look = async (): Promise<void> => {
    const files = await list();
    const now = (await Promise.all(files.map(traitsOf))).join("\n");
    if (signal.aborted) return;
    if (before !== undefined && now !== before) onChange();
    before = now;
    timer = setTimeout(() => void look(), INTERVAL);
  };
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
  });
  void look();
}

/** Differs when the file does. A file that is not there, or cannot be seen, has a look of its own. */
async function traitsOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file);
    return `${file}:${mtimeMs}:${size}:${ino}`;
  } catch (error) {
    return `${file}:${(error as NodeJS.ErrnoException).code ?? String(error)}`;
  }
}
