/** What office.js takes for a stop of the Tab key, in Excel on the web. */
const KNOWN_STOPS =
  "a[href], area[href], button, input, select, textarea, [contenteditable], [tabindex]:not([tabindex='-1'])";

/**
 * In Excel on the web office.js leads the Tab key through the pane by a list of its own. From a place that is not on the
 * list, such as a heading to which the focus was moved, Tab would leave the pane: there the browser itself goes on.
 */
export function keepTabKey(page: Document): void {
  page.addEventListener("keydown", (event) => {
    const isStop = event.target instanceof Element && event.target.matches(KNOWN_STOPS);
    // office.js listens at the window, behind the document.
    if (event.key === "Tab" && !isStop) event.stopPropagation();
  });
}
