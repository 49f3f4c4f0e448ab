import type { PreviewPages } from "./preview-state.ts";

/** From what each paper was made. */
export type PapersInUse = WeakMap<Element, string>;

/**
 * Puts the pages into the frame, each on its paper. Only what differs from before is replaced, so that whoever reads keeps
 * the place. Everything is exported because it is sent to the browser as source.
 */
export function layPages(doc: Document, { style, pages, marginBoxes, paper }: PreviewPages, papers: PapersInUse): void {
  const { margin } = paper;
  const lengths = {
    "paper-width": paper.width,
    "paper-height": paper.height,
    "margin-top": margin.top,
    "margin-right": margin.right,
    "margin-bottom": margin.bottom,
    "margin-left": margin.left,
  };
  for (const [name, length] of Object.entries(lengths))
    doc.documentElement.style.setProperty(`--${name}`, `${length}mm`);
  doc.documentElement.style.setProperty("--count", `${pages.length}`);
  setStyle(doc, "margin-boxes", marginBoxes.map(marginBoxRule).join("\n"));
  if (setStyle(doc, "report", style)) asPrinted((doc.getElementById("report") as HTMLStyleElement).sheet!);
  const boxes = new Set(marginBoxes.map(({ name }) => name));
  const main = doc.querySelector("main")!;
  while (main.children.length > pages.length) main.lastElementChild!.remove();
  pages.forEach((html, i) => {
    const old = main.children[i] as HTMLElement | undefined;
    const key = [...boxes].join(" ") + html;
    if (old && papers.get(old) === key) return;
    const fresh = makePaper(doc, html, i + 1, boxes);
    papers.set(fresh, key);
    if (old) old.replaceWith(fresh);
    else main.append(fresh);
  });
}

/** @returns whether the style is another than before. */
export function setStyle(doc: Document, id: string, css: string): boolean {
  const element = doc.getElementById(id)!;
  if (element.textContent === css) return false;
  element.textContent = css;
  return true;
}

/** Lets rules for paper count on the screen, and rules for the screen not. */
export function asPrinted(parent: { readonly cssRules: CSSRuleList }): void {
  for (const rule of Array.from(parent.cssRules)) {
    if (rule instanceof CSSImportRule || !("cssRules" in rule)) continue;
    if ("media" in rule) {
      const media = rule.media as MediaList;
      media.mediaText = media.mediaText.replace(/\b(?:print|screen)\b/gu, (medium) =>
        medium === "print" ? "screen" : "print",
      );
    }
    asPrinted(rule as unknown as { readonly cssRules: CSSRuleList });
  }
}

/** `@page :first { @bottom-center { … } }` as a rule for the elements that stand for margin boxes. */
export function marginBoxRule({ pages, name, style }: PreviewPages["marginBoxes"][number]): string {
  const papers: Readonly<Record<string, string>> = {
    "": "hyoka-paper",
    ":first": "hyoka-paper:first-child",
    ":right": "hyoka-paper:nth-child(odd)",
    ":left": "hyoka-paper:nth-child(even)",
  };
  const paper = papers[pages];
  return paper === undefined ? "" : `${paper} hyoka-margin[data-box="${name}"]::before { ${style} }`;
}

export function makePaper(doc: Document, html: string, number: number, boxes: ReadonlySet<string>): HTMLElement {
  const paper = doc.createElement("hyoka-paper");
  paper.style.setProperty("--number", `${number}`);
  const sheet = doc.createElement("hyoka-sheet");
  // Parsed in the frame, whose policy allows the style of templates; nothing in a template element runs or is loaded.
  const template = doc.createElement("template");
  template.innerHTML = html;
  sheet.append(template.content);
  for (const name of boxes) {
    const box = doc.createElement("hyoka-margin");
    box.dataset.box = name;
    sheet.append(box);
  }
  paper.append(sheet);
  return paper;
}

/** The number, from 1, of the page that takes the middle of the window. */
export function pageInSight(doc: Document): number {
  const middle = doc.defaultView!.innerHeight / 2;
  const papers = Array.from(doc.querySelectorAll("hyoka-paper"));
  const index = papers.findIndex((paper) => paper.getBoundingClientRect().bottom >= middle);
  return index < 0 ? papers.length : index + 1;
}

/** Where each cell is printed first, by its name. */
export function printedCells(doc: Document): Map<string, HTMLElement> {
  const cells = new Map<string, HTMLElement>();
  for (const element of doc.querySelectorAll<HTMLElement>("[data-cell]")) {
    const { cell = "" } = element.dataset;
    if (cell !== "" && !cells.has(cell)) cells.set(cell, element);
  }
  return cells;
}

/** The number, from 1, of the page on which an element stands. */
export function pageOf(element: Element): number {
  return Number(element.closest<HTMLElement>("hyoka-paper")?.style.getPropertyValue("--number") ?? 0);
}
