/** The box that a page leaves for content, in CSS pixels. */
export interface PageBox {
  readonly width: number;
  readonly height: number;
}

export interface Pagination {
  readonly pages: number;
  /** How far the fullest page reaches beyond its box, in CSS pixels; 0 when all is well. */
  readonly overflow: number;
  readonly headings: readonly PlacedHeading[];
}

/** A heading of the outline, on the page where it came to stand. */
export interface PlacedHeading {
  readonly text: string;
  /** 1–6 */
  readonly level: number;
  /** From 1. */
  readonly page: number;
}

interface Flow {
  readonly box: PageBox;
  readonly pages: HTMLElement;
  page: HTMLElement;
  /** Height of what stays on the page, in CSS pixels: all but the headings in `chain`. */
  settled: number;
  /** Headings at the foot of the page, which move on with what follows them. */
  chain: HTMLElement[];
  /** How many elements so far go on, for readers of the tags, inside one of an earlier page. */
  joined: number;
}

/** The rows of one `tbody`, or what a page left of them. */
interface Group {
  readonly body: HTMLTableSectionElement;
  /** Rows that stand again above the rest after a page break. */
  readonly repeat: readonly HTMLTableRowElement[];
}

/**
 * Cuts `main.report` into pages before printing, so that Chromium never breaks a table itself: it overprints cells that
 * span rows and leaves borders open. Runs inside the page and is sent there as source, together with PAGE_FUNCTIONS.
 *
 * What a template says with attributes: `data-paginate` a table that may be cut between and inside its rows; one `tbody`
 * is a group whose spanning cells are repeated after a cut; `data-repeat` a row repeated at the top of a continuation;
 * `data-continued-only` (hidden) shown, and `data-first-only` left out, in what is repeated; `data-keep="next"` never at
 * the foot of a page without what follows; `data-keep="together"` not cut when it fits on a page.
 *
 * Everything is measured where it comes to stand and moves only when it does not fit: a browser lays out anew whatever
 * is moved. The report may be hidden until then, which saves laying it out as one long page.
 *
 * Who has the report read aloud notices no pages: `aria-owns` makes the parts of a table one table in the tags of the PDF, and
 * what is shown again only because a page began is hidden from them (`aria-hidden`).
 */
export function paginate(box: PageBox): Pagination {
  const main = document.querySelector<HTMLElement>("main.report");
  if (!main) throw new Error("no main.report in the page");
  emptyBlankCells(main);
  const blocks = Array.from(main.children) as HTMLElement[];
  const pages = document.createElement("main");
  pages.className = "report paged";
  main.replaceWith(pages);
  const flow: Flow = { box, pages, page: pages, settled: 0, chain: [], joined: 0 };
  openPage(flow);
  for (const block of blocks) {
    if (block.getAttribute("data-keep") === "next") placeHeading(flow, block);
    else if (block.hasAttribute("data-paginate")) placeTable(flow, block as HTMLTableElement);
    else placeBlock(flow, block);
  }
  return { pages: pages.children.length, overflow: overflowOf(flow), headings: placedHeadings(pages) };
}

/** A cell of nothing but spaces is to be `:empty` like the others: their style gives Chromium something to tag. */
function emptyBlankCells(main: HTMLElement): void {
  for (const cell of main.querySelectorAll("td, th")) {
    if (cell.firstChild && !cell.firstElementChild && !cell.textContent.trim()) cell.replaceChildren();
  }
}

/**
 * Begins a page. Its size is fixed and it is cut off from the others: the browser then lays out and prints each by
 * itself, without a look at the rest (a quarter less time for 150 pages).
 */
function openPage(flow: Flow): void {
  const { box, pages } = flow;
  flow.page = document.createElement("section");
  flow.page.className = "page";
  flow.page.style.cssText = `width: ${box.width}px; height: ${box.height}px; contain: strict`;
  pages.append(flow.page);
  flow.settled = 0;
  flow.chain = [];
}

/** Height of a page's content, in CSS pixels. */
function heightOf(page: Element): number {
  const last = page.lastElementChild;
  return last ? last.getBoundingClientRect().bottom - page.getBoundingClientRect().top : 0;
}

function isFull(flow: Flow): boolean {
  return heightOf(flow.page) > flow.box.height;
}

function settle(flow: Flow): void {
  flow.settled = heightOf(flow.page);
  flow.chain = [];
}

/** Begins a page with the headings at the foot of this one and what they announce. */
function moveOverleaf(flow: Flow, announced: HTMLElement): void {
  const { chain } = flow;
  openPage(flow);
  flow.page.append(...chain, announced);
  flow.chain = chain;
}

function placeHeading(flow: Flow, heading: HTMLElement): void {
  flow.page.append(heading);
  if (isFull(flow) && flow.settled > 0) moveOverleaf(flow, heading);
  if (isFull(flow) && flow.chain.length > 0) {
    // More headings than a page holds: what is there already stays.
    openPage(flow);
    flow.page.append(heading);
  }
  flow.chain.push(heading);
}

function placeBlock(flow: Flow, block: HTMLElement): void {
  flow.page.append(block);
  if (isFull(flow) && flow.settled > 0 && block.getBoundingClientRect().height <= flow.box.height) {
    moveOverleaf(flow, block);
  }
  for (let part: HTMLElement | undefined = block; part && isFull(flow);) part = cutBlock(flow, part);
  settle(flow);
}

/** Moves the lines of a block that do not fit to a page of their own and returns them; `undefined` when none can move. */
function cutBlock(flow: Flow, block: HTMLElement): HTMLElement | undefined {
  const lines = splitContent(block, pageLimit(flow) - footOf(block));
  if (!lines) return undefined;
  if (!isBlank(block)) {
    const rest = block.cloneNode(false) as HTMLElement;
    rest.append(lines);
    if (block.tagName === "P") goOn(flow, block, rest);
    openPage(flow);
    flow.page.append(rest);
    return rest;
  }
  block.append(lines);
  if (flow.page.children.length === 1) return undefined;
  // Not one line fits below what stands here.
  if (flow.settled > 0) moveOverleaf(flow, block);
  else {
    openPage(flow);
    flow.page.append(block);
  }
  return block;
}

function placeTable(flow: Flow, table: HTMLTableElement): void {
  flow.page.append(table);
  if (table.getAttribute("data-keep") === "together") {
    const fitsOverleaf = flow.settled > 0 && heightOf(flow.page) - flow.settled <= flow.box.height;
    if (isFull(flow) && fitsOverleaf) moveOverleaf(flow, table);
    if (!isFull(flow)) {
      settle(flow);
      return;
    }
  }
  fillTable(flow, table, takeGroups(table));
}

/** Takes the rows out of a table; what stays is its headings. */
function takeGroups(table: HTMLTableElement): Group[] {
  const { tFoot } = table;
  if (tFoot) {
    // A foot is the end of the last page, not of each.
    const body = document.createElement("tbody");
    body.append(...tFoot.rows);
    tFoot.replaceWith(body);
  }
  return [...table.tBodies].map((body): Group => {
    body.remove();
    return { body, repeat: Array.from(body.rows).filter((row) => row.hasAttribute("data-repeat")) };
  });
}

/** Puts groups under the headings of `table`, and under copies of them on the pages that follow. */
function fillTable(flow: Flow, table: HTMLTableElement, groups: Group[]): void {
  const continued = continuedTable(table);
  const shells: HTMLTableElement[] = [];
  let shell = table;
  /** Nothing but headings stands in the shell so far. */
  let fresh = true;
  const queue = groups.slice();
  for (let group = queue.shift(); group; group = queue.shift()) {
    if (group.body.parentNode !== shell) shell.append(group.body);
    if (!isFull(flow)) {
      settle(flow);
      fresh = false;
      continue;
    }
    const alone = fresh && flow.settled === 0;
    const rest = fresh && !alone && !beginsWell(flow, group) ? undefined : fillPage(flow, shell, group, alone);
    if (!rest && alone) {
      // Not even one line fits on an empty page: nothing to be done but to let it stand.
      shell.append(group.body);
      settle(flow);
      fresh = false;
      continue;
    }
    queue.unshift(rest ?? group);
    if (!rest && fresh) {
      moveOverleaf(flow, shell);
      continue;
    }
    openPage(flow);
    shell = continued.cloneNode(true) as HTMLTableElement;
    shells.push(shell);
    flow.page.append(shell);
    fresh = true;
  }
  own(
    flow,
    table,
    shells.flatMap((part) => [...part.tBodies]),
  );
  settle(flow);
}

/** Puts elements of later pages at the end of `owner` in the tags of the PDF. */
function own(flow: Flow, owner: HTMLElement, parts: readonly HTMLElement[]): void {
  if (parts.length === 0) return;
  for (const part of parts) part.id = `continued-${++flow.joined}`;
  owner.setAttribute("aria-owns", parts.map(({ id }) => id).join(" "));
}

/** What stands in `rest` is read as the end of `first`. */
function goOn(flow: Flow, first: HTMLElement, rest: HTMLElement): void {
  rest.setAttribute("role", "presentation");
  own(flow, first, [rest]);
}

/** A table for the next pages: columns and headings without rows. */
function continuedTable(table: HTMLTableElement): HTMLTableElement {
  const copy = table.cloneNode(false) as HTMLTableElement;
  copy.removeAttribute("id");
  // A table without headings would be taken for one that only arranges things, and its rows for no rows.
  copy.setAttribute("role", "table");
  for (const part of table.querySelectorAll(":scope > colgroup, :scope > thead")) {
    copy.append(asRepetition(part.cloneNode(true) as HTMLElement));
  }
  return copy;
}

/** Whether the first row of a table that does not fit may begin at the foot of this page. */
function beginsWell(flow: Flow, { body }: Group): boolean {
  const first = body.rows[0]?.getBoundingClientRect();
  return first !== undefined && first.top + Math.min(first.height, flow.box.height / 4) <= pageLimit(flow);
}

/** Places as much as it should of a group that does not fit; returns the rest, or `undefined` when nothing was placed. */
function fillPage(flow: Flow, shell: HTMLTableElement, group: Group, alone: boolean): Group | undefined {
  const { height } = group.body.getBoundingClientRect();
  const capacity = flow.box.height - (shell.tHead?.getBoundingClientRect().height ?? 0) - 2;
  const white = flow.box.height - flow.settled;
  // A group that fits on the next page stays whole unless that would leave a quarter of this one white.
  if (!alone && height <= capacity && white < flow.box.height / 4) {
    group.body.remove();
    return undefined;
  }
  return cutGroup(flow, group, alone);
}

/**
 * Places as much of a group as fits: whole rows first, then lines of a row that no page could hold.
 * Returns the rest, ready for the next page; takes the group out again and returns `undefined` when nothing fits.
 */
function cutGroup(flow: Flow, { body, repeat }: Group, alone: boolean): Group | undefined {
  const rows = Array.from(body.rows);
  const heights = rows.map((row) => row.getBoundingClientRect().height);
  let count = leaveRows(flow, rows);
  // A repeated heading row alone at the foot of a page helps nobody.
  if (count <= repeat.length) count = 0;
  const start = Math.max(count, repeat.length);
  const next = rows[start];
  let tail: HTMLTableRowElement | undefined;
  if (next && (alone || heights[start]! > flow.box.height * 0.45)) {
    body.append(...rows.slice(0, start).filter((row) => !row.isConnected));
    if (alone || flow.box.height - heightOf(flow.page) > flow.box.height / 5)
      tail = cutRow(body, next, pageLimit(flow));
  }
  const placed = tail ? start + 1 : count;
  if (placed === 0) {
    body.replaceChildren(...rows);
    body.remove();
    return undefined;
  }
  const rest = [...(tail ? [tail] : []), ...rows.slice(placed)];
  for (const row of rest) row.remove();
  const halves = tail ? Array.from(tail.cells) : [];
  carrySpans(Array.from(body.rows), rest, tail !== undefined);
  clampSpans(body);
  if (tail && next) joinHalves(flow, next, tail, halves);
  const copies = repeat.map((row) => asRepetition(row.cloneNode(true) as HTMLTableRowElement));
  const nextBody = body.cloneNode(false) as HTMLTableSectionElement;
  nextBody.append(...copies, ...rest);
  return { body: nextBody, repeat: copies };
}

/** Takes rows out from the last until the page is no longer too full; returns how many stay. */
function leaveRows(flow: Flow, rows: readonly HTMLTableRowElement[]): number {
  const limit = pageLimit(flow);
  const beyond = rows.findIndex((row) => row.getBoundingClientRect().bottom > limit);
  let count = beyond < 0 ? rows.length : beyond;
  for (const row of rows.slice(count)) row.remove();
  // A spanning cell may need more room than the rows that are left to it.
  while (count > 0 && isFull(flow)) rows[--count]!.remove();
  return count;
}

/** Shortens the spans of cells that reach below the rows of this page. */
function clampSpans(body: HTMLTableSectionElement): void {
  const rows = Array.from(body.rows);
  rows.forEach((row, i) => {
    for (const cell of row.cells) if (cell.rowSpan > rows.length - i) cell.rowSpan = rows.length - i;
  });
}

/**
 * Gives the first row of the rest its own copies of the cells that span down to it.
 * @param isCut whether that row is the second half of the last row of this page.
 */
function carrySpans(rows: readonly HTMLTableRowElement[], rest: readonly HTMLTableRowElement[], isCut: boolean): void {
  const [first] = rest;
  if (!first) return;
  const end = isCut ? rows.length - 1 : rows.length;
  const columns = columnsOf(rows);
  const carried = new Map<number, HTMLTableCellElement>();
  rows.slice(0, end).forEach((row, i) => {
    Array.from(row.cells).forEach((cell, at) => {
      const below = i + cell.rowSpan - end;
      if (below <= 0) return;
      const copy = asContinuation(cell.cloneNode(true) as HTMLTableCellElement);
      copy.rowSpan = below;
      carried.set(columns[i]![at]!, copy);
    });
  });
  if (carried.size > 0) insertCells(first, carried);
}

/** The column, from 0, in which each cell of each row stands. */
function columnsOf(rows: readonly HTMLTableRowElement[]): number[][] {
  /** By column: how many rows, this one included, a cell still covers. */
  let covered: number[] = [];
  return rows.map((row) => {
    let next = 0;
    const columns = Array.from(row.cells, (cell) => {
      while ((covered[next] ?? 0) > 0) next++;
      const column = next;
      for (next += cell.colSpan; next > covered.length;) covered.push(0);
      covered.fill(cell.rowSpan, column, next);
      return column;
    });
    covered = covered.map((count) => Math.max(0, count - 1));
    return columns;
  });
}

/** Puts cells into a row at their columns; the row's own cells fill the columns between. */
function insertCells(row: HTMLTableRowElement, cells: ReadonlyMap<number, HTMLTableCellElement>): void {
  const own = Array.from(row.cells);
  const ordered: HTMLTableCellElement[] = [];
  const last = Math.max(...cells.keys());
  for (let column = 0; column <= last || own.length > 0;) {
    const cell = cells.get(column) ?? own.shift();
    if (cell) ordered.push(cell);
    column += cell?.colSpan ?? 1;
  }
  row.append(...ordered);
}

/**
 * Puts the lines of a row that fit on this page into `body` and returns a row with the others, or `undefined` when not
 * one line fits. Headings of the row stand again in the second row.
 */
function cutRow(
  body: HTMLTableSectionElement,
  row: HTMLTableRowElement,
  limit: number,
): HTMLTableRowElement | undefined {
  body.append(row);
  const lowest = limit - roomBelow(body, row);
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
    const rest = splitContent(cell, lowest);
    if (rest) copy.append(rest);
    if (copy.textContent.trim()) moved = true;
    if (cell.textContent.trim()) kept = true;
    tail.append(copy);
  }
  if (moved && kept) {
    markContinuation(row, tail);
    return tail;
  }
  // Put everything back: the row goes to the next page whole.
  Array.from(row.cells).forEach((cell, i) => {
    const copy = tail.cells[i];
    if (cell.tagName !== "TH" && copy) cell.append(...copy.childNodes);
  });
  row.remove();
  return undefined;
}

/**
 * Makes one row of both halves for readers of the tags: `halves` are the cells of `tail` that continue those of `row`. Where a
 * cell reaches down to further rows, both stay rows, or these would lack it.
 */
function joinHalves(
  flow: Flow,
  row: HTMLTableRowElement,
  tail: HTMLTableRowElement,
  halves: readonly HTMLTableCellElement[],
): void {
  const cells = Array.from(tail.cells);
  if (cells.some(({ rowSpan }) => rowSpan > 1)) return;
  tail.setAttribute("role", "presentation");
  for (const cell of cells) {
    const first = row.cells[halves.indexOf(cell)];
    const says = Array.from(cell.childNodes).some(
      (node) => node.textContent?.trim() && !(node instanceof Element && node.hasAttribute("data-continued-only")),
    );
    if (first && says && cell.tagName === "TD") goOn(flow, first, cell);
    else cell.setAttribute("aria-hidden", "true");
  }
}

/** What a table needs below the last line of its last row, in CSS pixels: padding and borders. */
function roomBelow(body: HTMLTableSectionElement, row: HTMLTableRowElement): number {
  const border = body.parentElement!.getBoundingClientRect().bottom - row.getBoundingClientRect().bottom;
  return border + Math.max(0, ...Array.from(row.cells, footOf));
}

/** A cell that ended on the page before shows overleaf that its row goes on. */
function markContinuation(row: HTMLTableRowElement, tail: HTMLTableRowElement): void {
  Array.from(tail.cells).forEach((copy, i) => {
    if (copy.tagName === "TH" || copy.textContent.trim()) return;
    const marks = row.cells[i]?.querySelectorAll<HTMLElement>("[data-continued-only]") ?? [];
    copy.append(...Array.from(marks, (mark) => asContinuation(mark.cloneNode(true) as HTMLElement)));
  });
}

/** What stands below the last line of an element. */
function footOf(element: HTMLElement): number {
  const { paddingBottom, borderBottomWidth } = getComputedStyle(element);
  return Number.parseFloat(paddingBottom) + Number.parseFloat(borderBottomWidth);
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
    const before = { node: container, offset: index };
    if (child.nodeType === Node.TEXT_NODE) {
      const offset = textOffset(child as Text, limit);
      if (offset !== undefined) return offset === 0 ? before : { node: child, offset };
    } else if (child instanceof HTMLElement && !child.hidden) {
      const rect = child.getBoundingClientRect();
      // The box of a word inside a line is as high as its letters, not as the line: its text says where it stands.
      if (rect.bottom <= limit && getComputedStyle(child).display !== "inline") continue;
      const point = splitPoint(child, limit);
      if (point) return point.node === child && point.offset === 0 ? before : point;
      // Where nothing but white reaches below the limit, what follows is still to be cut.
      if (rect.top >= limit) return before;
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
  if (!text.data.trim()) return undefined;
  const whole = bottomOf(text.length);
  const lowest = limit - leadingOf(text, range);
  if (whole <= lowest) return undefined;
  let low = 0;
  let high = text.length;
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    if (bottomOf(middle) <= lowest) low = middle;
    else high = middle;
  }
  // Never between the halves of a character beyond U+FFFF.
  return low > 0 && /[\udc00-\udfff]/u.test(text.data.charAt(low)) ? low - 1 : low;
}

/** What a line has below its letters. */
function leadingOf({ parentElement }: Text, range: Range): number {
  const lineHeight = parentElement ? Number.parseFloat(getComputedStyle(parentElement).lineHeight) : NaN;
  const letters = range.getClientRects()[0]?.height ?? 0;
  return Number.isNaN(lineHeight) ? 0 : Math.max(0, (lineHeight - letters) / 2);
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

/** What is shown again at the top of a page, and was read before. */
function asRepetition<T extends HTMLElement>(element: T): T {
  element.setAttribute("aria-hidden", "true");
  return asContinuation(element);
}

function isBlank(element: HTMLElement): boolean {
  return !element.textContent.trim() && !element.querySelector("img, svg");
}

/** Where the page ends, in CSS pixels of the window. */
function pageLimit({ page, box }: Flow): number {
  return page.getBoundingClientRect().top + box.height;
}

/** How far the fullest page reaches beyond its box, in CSS pixels. */
function overflowOf({ pages, box }: Flow): number {
  const heights = Array.from(pages.children, heightOf);
  return Math.max(0, ...heights.map((height) => height - box.height));
}

function placedHeadings(pages: HTMLElement): PlacedHeading[] {
  return Array.from(pages.children).flatMap((page, index) =>
    Array.from(page.querySelectorAll("h1,h2,h3,h4,h5,h6"), (heading) => ({
      text: heading.textContent.replace(/\s+/gu, " ").trim(),
      level: Number(heading.tagName.slice(1)),
      page: index + 1,
    })),
  );
}

/** Everything that `paginate` calls, as source for the page: it can import nothing there. */
export const PAGE_FUNCTIONS: readonly ((...args: never[]) => unknown)[] = [
  emptyBlankCells,
  openPage,
  heightOf,
  isFull,
  settle,
  moveOverleaf,
  placeHeading,
  placeBlock,
  cutBlock,
  placeTable,
  takeGroups,
  fillTable,
  own,
  goOn,
  continuedTable,
  beginsWell,
  fillPage,
  cutGroup,
  leaveRows,
  clampSpans,
  carrySpans,
  columnsOf,
  insertCells,
  cutRow,
  joinHalves,
  roomBelow,
  markContinuation,
  footOf,
  splitContent,
  splitPoint,
  textOffset,
  leadingOf,
  asContinuation,
  asRepetition,
  isBlank,
  pageLimit,
  overflowOf,
  placedHeadings,
];
