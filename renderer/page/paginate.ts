/** The box that a page leaves for content, in CSS pixels. */
export interface PageBox {
  readonly width: number;
  readonly height: number;
}

export interface Pagination {
  readonly pages: number;
  /** How far the fullest page reaches beyond its box, in CSS pixels; 0 when all is well. */
  readonly overflow: number;
}

interface Flow {
  readonly box: PageBox;
  readonly pages: HTMLElement;
  page: HTMLElement;
  /** Height used on the page, by what was measured before anything moved. */
  used: number;
  /** The same without headings at the foot, which move on with what follows them. */
  settled: number;
}

interface Block {
  readonly element: HTMLElement;
  readonly gap: number;
  readonly height: number;
  readonly table: Table | undefined;
}

interface Table {
  readonly head: number;
  readonly groups: Group[];
}

/** The rows of one `tbody`. */
interface Group {
  readonly rows: HTMLTableRowElement[];
  readonly heights: number[];
  /** Rows that stand again above the rest after a page break. */
  readonly repeat: HTMLTableRowElement[];
}

/**
 * Cuts `main.report` into pages before printing, so that Chromium never breaks a table itself: it overprints cells that
 * span rows and leaves borders open. Runs inside the page and is sent there as source, together with PAGE_FUNCTIONS.
 *
 * What a template says with attributes: `data-paginate` a table that may be cut between and inside its rows; one `tbody`
 * is a group whose spanning cells are repeated after a cut; `data-repeat` a row repeated at the top of a continuation;
 * `data-continued-only` (hidden) shown, and `data-first-only` left out, in what is repeated; `data-keep="next"` never at
 * the foot of a page without what follows; `data-keep="together"` not cut when it fits on a page.
 */
export function paginate(box: PageBox): Pagination {
  const main = document.querySelector<HTMLElement>("main.report");
  if (!main) throw new Error("no main.report in the page");
  main.style.width = `${box.width}px`;
  const blocks = measureBlocks(main);
  const pages = document.createElement("main");
  pages.className = "report paged";
  main.style.display = "none";
  main.after(pages);
  const flow: Flow = { box, pages, page: document.createElement("section"), used: 0, settled: 0 };
  openPage(flow);
  blocks.forEach((block, i) => {
    if (flow.used > 0 && flow.used + chainHeight(blocks, i, box.height) > box.height) openPage(flow);
    if (block.table) placeTable(flow, block, block.table);
    else placeBlock(flow, block);
  });
  main.remove();
  return { pages: pages.children.length, overflow: overflowOf(pages, box.height) };
}

/** Measures everything once, while all of it stands in one flow. */
function measureBlocks(main: HTMLElement): Block[] {
  let bottom = main.getBoundingClientRect().top;
  return Array.from(main.children, (child) => {
    const element = child as HTMLElement;
    const rect = element.getBoundingClientRect();
    const gap = rect.top - bottom;
    bottom = rect.bottom;
    return { element, gap, height: rect.height, table: element.hasAttribute("data-paginate") ? measureTable(element) : undefined };
  });
}

function measureTable(element: HTMLElement): Table {
  const table = element as HTMLTableElement;
  const groups = Array.from(table.tBodies, (body): Group => {
    const rows = Array.from(body.rows);
    const repeat = rows.filter((row) => row.hasAttribute("data-repeat"));
    return { rows, heights: rows.map((row) => row.getBoundingClientRect().height), repeat };
  });
  return { head: table.tHead?.getBoundingClientRect().height ?? 0, groups };
}

/** The height that must fit for a block to begin here: itself, or its first rows, and what it must not be parted from. */
function chainHeight(blocks: readonly Block[], index: number, pageHeight: number): number {
  let height = 0;
  for (let i = index; i < blocks.length; i++) {
    const { element, gap, table, height: own } = blocks[i]!;
    if (i > index || height > 0) height += gap;
    const keep = element.getAttribute("data-keep");
    if (keep === "next") {
      height += own;
      continue;
    }
    if (!table) return height + Math.min(own, pageHeight);
    if (keep === "together" && height + own <= pageHeight) return height + own;
    const first = table.groups[0]?.heights[0] ?? 0;
    return height + table.head + Math.min(first, pageHeight / 4);
  }
  return Math.min(height, pageHeight);
}

function openPage(flow: Flow): void {
  flow.page = document.createElement("section");
  flow.page.className = "page";
  flow.page.style.width = `${flow.box.width}px`;
  flow.pages.append(flow.page);
  flow.used = 0;
  flow.settled = 0;
}

function placeBlock(flow: Flow, { element, gap, height }: Block): void {
  flow.page.append(element);
  flow.used += (flow.used > 0 ? gap : 0) + height;
  if (element.getAttribute("data-keep") !== "next") flow.settled = flow.used;
  if (flow.used <= flow.box.height) return;
  // A paragraph that is longer than what is left of the page goes on overleaf.
  let rest: HTMLElement | undefined = element;
  while (rest) {
    const limit = pageLimit(flow);
    const part: HTMLElement = rest;
    if (part.getBoundingClientRect().bottom <= limit) break;
    const tail: DocumentFragment | undefined = splitContent(part, limit);
    const isEmpty = !part.textContent.trim();
    if (!tail || (isEmpty && flow.page.children.length === 1)) break;
    rest = part.cloneNode(false) as HTMLElement;
    rest.append(tail);
    if (isEmpty) part.remove();
    openPage(flow);
    flow.page.append(rest);
  }
  flow.used = flow.page.getBoundingClientRect().height;
  flow.settled = flow.used;
}

function placeTable(flow: Flow, { element, gap, height }: Block, table: Table): void {
  const source = element as HTMLTableElement;
  if (flow.used + (flow.used > 0 ? gap : 0) + height <= flow.box.height) {
    flow.page.append(source);
    flow.used += (flow.used > 0 ? gap : 0) + height;
    flow.settled = flow.used;
    return;
  }
  let shell = openTable(flow, source, false);
  flow.used += (flow.used > 0 ? gap : 0) + table.head + 2;
  const queue = table.groups.slice();
  /** Nothing but headings stands in the shell so far. */
  let fresh = true;
  for (let group = queue.shift(); group; group = queue.shift()) {
    const whole = sum(group.heights);
    if (flow.used + whole <= flow.box.height) {
      appendGroup(shell, group);
      flow.used += whole;
      flow.settled = flow.used;
      fresh = false;
      continue;
    }
    const capacity = flow.box.height - table.head - 2;
    const white = flow.box.height - flow.settled;
    const alone = fresh && flow.page.children.length === 1;
    // A group that fits on the next page stays whole unless that would leave a quarter of this one white.
    const cut = !alone && whole <= capacity && white < flow.box.height / 4 ? undefined : cutGroup(flow, shell, group, alone);
    if (!cut && alone) {
      // Not even one line fits on an empty page: nothing to be done but to let it stand.
      appendGroup(shell, group);
      flow.used = flow.box.height;
      fresh = false;
      continue;
    }
    if (fresh && !cut) shell.remove();
    queue.unshift(cut ?? group);
    const headings = fresh && !cut ? takeTrailingHeadings(flow) : [];
    openPage(flow);
    flow.page.append(...headings);
    shell = openTable(flow, source, cut !== undefined || !fresh);
    flow.used = headings.length > 0 ? flow.page.getBoundingClientRect().height : table.head + 2;
    fresh = true;
  }
}

/** Headings at the foot of a page, whose table has to begin on the next. */
function takeTrailingHeadings({ page }: Flow): Element[] {
  const headings: Element[] = [];
  for (let last = page.lastElementChild; last?.getAttribute("data-keep") === "next"; last = page.lastElementChild) {
    headings.unshift(last);
    last.remove();
  }
  if (page.children.length === 0) page.remove();
  return headings;
}

/** A table for one page: the source's columns and headings without its rows. */
function openTable(flow: Flow, source: HTMLTableElement, continues: boolean): HTMLTableElement {
  const shell = source.cloneNode(false) as HTMLTableElement;
  for (const part of source.querySelectorAll(":scope > colgroup, :scope > thead")) {
    const copy = part.cloneNode(true) as HTMLElement;
    shell.append(continues ? asContinuation(copy) : copy);
  }
  flow.page.append(shell);
  return shell;
}

function appendGroup(shell: HTMLTableElement, { rows }: Group): HTMLTableSectionElement {
  const body = document.createElement("tbody");
  body.append(...rows);
  shell.append(body);
  return body;
}

/**
 * Places as much of a group as fits: whole rows first, then lines of a row that no page could hold.
 * Returns the rest, ready for the next page, or `undefined` when nothing was placed.
 */
function cutGroup(flow: Flow, shell: HTMLTableElement, group: Group, alone: boolean): Group | undefined {
  const { rows, heights, repeat } = group;
  const limit = pageLimit(flow);
  const body = document.createElement("tbody");
  shell.append(body);
  const fits = (count: number) => {
    body.replaceChildren(...rows.slice(0, count));
    const restore = clampSpans(body);
    const good = body.getBoundingClientRect().bottom <= limit;
    restore();
    return good;
  };
  let count = countThatFits(rows.length, fits, heights, flow.box.height - flow.used);
  // A repeated heading row alone at the foot of a page helps nobody.
  if (count <= repeat.length) count = 0;
  const start = Math.max(count, repeat.length);
  const next = rows[start];
  const nextHeight = heights[start] ?? 0;
  const room = flow.box.height - flow.used - sum(heights.slice(0, start));
  const cutsLines = next !== undefined && (alone || nextHeight > flow.box.height * 0.45) && (alone || room > flow.box.height / 5);
  body.replaceChildren(...rows.slice(0, cutsLines ? start : count));
  const tail = cutsLines ? cutRow(body, next, limit) : undefined;
  if (!tail) body.replaceChildren(...rows.slice(0, count));
  const placed = tail ? start + 1 : count;
  if (placed === 0) {
    body.remove();
    return undefined;
  }
  const rest = rows.slice(placed);
  if (tail) rest.unshift(tail);
  else carrySpans(body, rest);
  clampSpans(body);
  return continuation(rest, repeat, [...(tail ? [nextHeight / 2] : []), ...heights.slice(placed)], heights.slice(0, repeat.length));
}

/** The rest of a group as a group of its own, under copies of its repeated rows. */
function continuation(
  rest: HTMLTableRowElement[],
  repeat: HTMLTableRowElement[],
  heights: number[],
  repeatHeights: number[],
): Group {
  const copies = repeat.map((row) => asContinuation(row.cloneNode(true) as HTMLTableRowElement));
  const [first] = rest;
  const measured = heights.slice();
  // Lines that moved overleaf have a height of their own, measured when their page is filled.
  if (first?.hasAttribute("data-cut")) measured[0] = Number(first.getAttribute("data-cut"));
  return { rows: [...copies, ...rest], heights: [...repeatHeights, ...measured], repeat: copies };
}

/** The greatest number of rows that fits, looked for around the number that the first measures promise. */
function countThatFits(total: number, fits: (count: number) => boolean, heights: readonly number[], room: number): number {
  let guess = 0;
  for (let height = 0; guess < total && height + heights[guess]! <= room; guess++) height += heights[guess]!;
  while (guess > 0 && !fits(guess)) guess--;
  while (guess < total && fits(guess + 1)) guess++;
  return guess;
}

/** Shortens the spans of cells that reach below the rows of this page; returns how to undo it. */
function clampSpans(body: HTMLTableSectionElement): () => void {
  const rows = Array.from(body.rows);
  const undo: (() => void)[] = [];
  rows.forEach((row, i) => {
    for (const cell of row.cells) {
      const span = cell.rowSpan;
      if (span <= rows.length - i) continue;
      cell.rowSpan = rows.length - i;
      undo.push(() => {
        cell.rowSpan = span;
      });
    }
  });
  return () => {
    for (const step of undo) step();
  };
}

/** Gives the first row of the rest its own copies of the cells that spanned down to it. */
function carrySpans(body: HTMLTableSectionElement, rest: readonly HTMLTableRowElement[]): void {
  const [first] = rest;
  if (!first) return;
  const rows = Array.from(body.rows);
  const copies: { readonly index: number; readonly cell: HTMLTableCellElement }[] = [];
  rows.forEach((row, i) => {
    for (const [index, cell] of Array.from(row.cells).entries()) {
      const below = i + cell.rowSpan - rows.length;
      if (cell.rowSpan < 2 || below <= 0) continue;
      const copy = asContinuation(cell.cloneNode(true) as HTMLTableCellElement);
      copy.rowSpan = below;
      copies.push({ index, cell: copy });
    }
  });
  for (const { index, cell } of copies) first.insertBefore(cell, first.cells[index] ?? null);
}

/**
 * Puts the lines of a row that fit on this page into `body` and returns a row with the others, or `undefined` when not
 * one line fits. Headings of the row stand again in the second row.
 */
function cutRow(body: HTMLTableSectionElement, row: HTMLTableRowElement, limit: number): HTMLTableRowElement | undefined {
  const following = row.nextElementSibling;
  body.append(row);
  const height = row.getBoundingClientRect().height;
  const tail = row.cloneNode(false) as HTMLTableRowElement;
  let moved = false;
  let kept = false;
  for (const cell of Array.from(row.cells)) {
    if (cell.tagName === "TH") {
      tail.append(asContinuation(cell.cloneNode(true) as HTMLTableCellElement));
      continue;
    }
    const copy = cell.cloneNode(false) as HTMLTableCellElement;
    copy.removeAttribute("data-cell");
    const hidden = Array.from(cell.querySelectorAll("[data-continued-only]"), (part) => part.cloneNode(true) as HTMLElement);
    const rest = splitContent(cell, limit - 4);
    if (rest) copy.append(rest);
    if (rest?.textContent.trim() || copy.textContent.trim()) moved = true;
    else for (const part of hidden) copy.append(asContinuation(part));
    if (cell.textContent.trim()) kept = true;
    tail.append(copy);
  }
  if (moved && kept) {
    tail.setAttribute("data-cut", String(Math.max(0, height - row.getBoundingClientRect().height) + 8));
    return tail;
  }
  // Put everything back: the row goes to the next page whole.
  Array.from(row.cells).forEach((cell, i) => {
    const copy = tail.cells[i];
    if (cell.tagName !== "TH" && copy) cell.append(...copy.childNodes);
  });
  if (following) following.before(row);
  else row.remove();
  return undefined;
}

/** Takes out of an element what stands below `limit`, cut between lines. `undefined` when all of it stands above. */
function splitContent(container: HTMLElement, limit: number): DocumentFragment | undefined {
  const point = splitPoint(container, limit);
  if (!point) return undefined;
  const range = document.createRange();
  range.setStart(point.node, point.offset);
  range.setEnd(container, container.childNodes.length);
  const fragment = range.extractContents();
  const first = fragment.firstElementChild as HTMLElement | null;
  // The second half of an item has no marker to hang from.
  if (first?.classList.contains("item") && !first.querySelector(".item-marker")) first.style.textIndent = "0";
  for (const empty of container.querySelectorAll<HTMLElement>(".line")) if (!empty.textContent) empty.remove();
  return fragment;
}

function splitPoint(container: Node, limit: number): { node: Node; offset: number } | undefined {
  for (const [index, child] of Array.from(container.childNodes).entries()) {
    if (child.nodeType === Node.TEXT_NODE) {
      const offset = textOffset(child as Text, limit);
      if (offset !== undefined) return offset === 0 ? { node: container, offset: index } : { node: child, offset };
    } else if (child instanceof HTMLElement && !child.hidden) {
      const rect = child.getBoundingClientRect();
      if (rect.bottom <= limit) continue;
      return splitPoint(child, limit) ?? (rect.top >= limit ? { node: container, offset: index } : undefined);
    }
  }
  return undefined;
}

/** How many characters of a text stand in lines above the limit; `undefined` when all do. */
function textOffset(text: Text, limit: number): number | undefined {
  const range = document.createRange();
  const bottomOf = (end: number) => {
    range.setStart(text, 0);
    range.setEnd(text, end);
    return range.getBoundingClientRect().bottom;
  };
  if (!text.data.trim() || bottomOf(text.length) <= limit) return undefined;
  let low = 0;
  let high = text.length;
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    if (bottomOf(middle) <= limit) low = middle;
    else high = middle;
  }
  // Never between the halves of a character beyond U+FFFF.
  return low > 0 && /[\udc00-\udfff]/u.test(text.data.charAt(low)) ? low - 1 : low;
}

/** Shows what stands only on continuations, and takes headings out of the outline where they are repeated. */
function asContinuation<T extends HTMLElement>(element: T): T {
  for (const part of element.querySelectorAll("[data-first-only]")) part.remove();
  const marks = [...element.querySelectorAll<HTMLElement>("[data-continued-only]")];
  if (element.hasAttribute("data-continued-only")) marks.push(element);
  for (const mark of marks) mark.hidden = false;
  for (const heading of element.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
    const plain = document.createElement("div");
    plain.className = heading.className;
    plain.append(...heading.childNodes);
    heading.replaceWith(plain);
  }
  return element;
}

function pageLimit({ page, box }: Flow): number {
  return page.getBoundingClientRect().top + box.height;
}

function overflowOf(pages: HTMLElement, height: number): number {
  const heights = Array.from(pages.children, (page) => page.getBoundingClientRect().height);
  return Math.max(0, ...heights.map((used) => used - height));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Everything that `paginate` calls, as source for the page: it can import nothing there. */
export const PAGE_FUNCTIONS: readonly ((...args: never[]) => unknown)[] = [
  measureBlocks,
  measureTable,
  chainHeight,
  openPage,
  placeBlock,
  placeTable,
  takeTrailingHeadings,
  openTable,
  appendGroup,
  cutGroup,
  continuation,
  countThatFits,
  clampSpans,
  carrySpans,
  cutRow,
  splitContent,
  splitPoint,
  textOffset,
  asContinuation,
  pageLimit,
  overflowOf,
  sum,
];
