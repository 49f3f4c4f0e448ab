/** Resolves when the page has been parsed: every script tag without `async` has been run by then, or has failed. */
export function pageParsed(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    else {
      document.addEventListener("DOMContentLoaded", () => {
        resolve();
      });
    }
  });
}

/** The element with an id, as soon as the parser has come to it: a script further down the page may hang for long. */
export function elementWhenThere(id: string): Promise<HTMLElement> {
  return new Promise((resolve) => {
    const found = document.getElementById(id);
    if (found) {
      resolve(found);
      return;
    }
    const observer = new MutationObserver(() => {
      const element = document.getElementById(id);
      if (!element) return;
      observer.disconnect();
      resolve(element);
    });
    observer.observe(document.documentElement, { childList: true, subtree: true });
  });
}
