import type { DemoAct, DemoNews, OpenedDemo, PaneFrame, SampleChoice, SheetView } from "../demo-messages.ts";
import { cellNameAt, drawGrid } from "./grid.ts";

/** The page around the pane: a simple view of the workbook, and a frame whose messages go to the server and back. */

const samples = element("samples", HTMLSelectElement);
const grid = element("grid", HTMLTableElement);
const nameBox = element("name-box", HTMLOutputElement);
const formula = element("formula", HTMLInputElement);
const coAuthor = element("co-author", HTMLInputElement);
const tabs = element("tabs", HTMLDivElement);
const refusal = element("refusal", HTMLParagraphElement);
const panePart = element("pane-part", HTMLElement);

const opened = await open();
let pane = document.createElement("iframe");
let shown: SheetView | undefined;
let isDrawing = false;
let mustDrawAgain = false;

listenToNews();
await openPane("check");
await draw();

addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
  if (source === pane.contentWindow && typeof data === "string") void post("from-pane", data);
});
samples.addEventListener("change", () => {
  location.search = `?sample=${samples.value}`;
});
for (const button of document.querySelectorAll<HTMLElement>("[data-task]")) {
  button.addEventListener("click", () => void openPane(button.dataset.task ?? "check"));
}
element("insert-rows", HTMLButtonElement).addEventListener("click", () => void actOnRows("insert-rows"));
element("delete-rows", HTMLButtonElement).addEventListener("click", () => void actOnRows("delete-rows"));
formula.addEventListener("change", () => {
  if (shown) void type(shown.selection, formula.value);
});
grid.addEventListener("click", ({ target }) => {
  const address = cellNameAt(target);
  if (address !== undefined && address !== shown?.selection) void act({ kind: "select", address });
});
grid.addEventListener("dblclick", ({ target }) => {
  const cell = target instanceof Element ? target.closest("td") : null;
  if (cell) edit(cell);
});
document.addEventListener("keydown", (event) => {
  if (event.target !== document.body || !shown) return;
  if (event.key === "Delete") void act({ kind: "clear", address: shown.selection });
  if (event.key !== "Enter" && event.key !== "F2") return;
  const cell = grid.querySelector<HTMLElement>('td[aria-selected="true"]');
  if (!cell) return;
  event.preventDefault();
  edit(cell);
});

async function open(): Promise<OpenedDemo> {
  const wanted = new URLSearchParams(location.search).get("sample") ?? "";
  const choices = (await (await fetch("/excel/samples")).json()) as SampleChoice[];
  for (const { name, title } of choices) samples.add(new Option(title, name, false, name === wanted));
  return (await (await fetch(`/excel/open?sample=${wanted}`)).json()) as OpenedDemo;
}

/** Puts the pane into a new frame, named as Excel on the web names it. */
async function openPane(task: string): Promise<void> {
  const { name, address } = (await (await ask(`pane?task=${task}`)).json()) as PaneFrame;
  pane.remove();
  pane = document.createElement("iframe");
  pane.title = "評価表の検証と整形";
  pane.name = name;
  pane.src = address;
  panePart.append(pane);
}

function listenToNews(): void {
  new EventSource(`/excel/${opened.id}/news`).addEventListener("message", ({ data }: MessageEvent<string>) => {
    const news = JSON.parse(data) as DemoNews;
    if (news.kind === "changed") void draw();
    else pane.contentWindow?.postMessage(news.text, location.origin);
  });
}

/** Draws the sheet that is shown; what changes meanwhile is drawn once more afterwards. */
async function draw(): Promise<void> {
  mustDrawAgain = true;
  if (isDrawing) return;
  isDrawing = true;
  while (mustDrawAgain) {
    mustDrawAgain = false;
    const view = (await (await ask("view")).json()) as SheetView;
    // Whoever is typing must not lose the letters.
    if (grid.querySelector("textarea")) continue;
    show(view);
  }
  isDrawing = false;
}

function show(view: SheetView): void {
  const hasMoved = view.name !== shown?.name || view.selection !== shown.selection;
  shown = view;
  drawGrid(grid, view);
  nameBox.value = view.selection;
  const cell = view.rows
    .flatMap(({ cells }) => cells)
    .find(({ row, column }) => row === view.selected.top && column === view.selected.left);
  if (document.activeElement !== formula) formula.value = cell?.content ?? "";
  tabs.replaceChildren(...view.sheets.map(tabOf));
  if (hasMoved) bringIntoSight();
  element("download", HTMLAnchorElement).href = `/excel/${opened.id}/workbook.xlsx`;
}

/** A cell larger than the window shows its beginning. */
function bringIntoSight(): void {
  const cell = grid.querySelector<HTMLElement>('td[aria-selected="true"]');
  const sight = element("grid-window", HTMLDivElement);
  cell?.scrollIntoView({
    block: cell.offsetHeight > sight.clientHeight ? "start" : "nearest",
    inline: cell.offsetWidth > sight.clientWidth ? "start" : "nearest",
  });
}

function tabOf(name: string): HTMLButtonElement {
  const tab = document.createElement("button");
  tab.type = "button";
  tab.role = "tab";
  tab.textContent = name;
  tab.ariaSelected = String(name === shown?.name);
  tab.addEventListener("click", () => void act({ kind: "activate", sheet: name }));
  return tab;
}

/** Opens a cell for typing: Enter takes what was typed, Esc leaves it. */
function edit(cell: HTMLElement): void {
  const address = cellNameAt(cell);
  const content = cell.dataset.content ?? "";
  if (address === undefined || cell.querySelector("textarea")) return;
  const box = document.createElement("textarea");
  box.value = content;
  box.setAttribute("aria-label", address);
  cell.replaceChildren(box);
  box.focus();
  box.select();
  let isDone = false;
  const finish = (isTaken: boolean): void => {
    if (isDone) return;
    isDone = true;
    const { value } = box;
    box.remove();
    if (isTaken && value !== content) void type(address, value);
    else void draw();
  };
  box.addEventListener("blur", () => {
    finish(true);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") finish(false);
    if (event.key !== "Enter" || event.altKey || event.isComposing) return;
    event.preventDefault();
    finish(true);
  });
}

async function type(address: string, text: string): Promise<void> {
  await act({ kind: "type", address, text, asCoAuthor: coAuthor.checked });
}

async function actOnRows(kind: "insert-rows" | "delete-rows"): Promise<void> {
  if (!shown) return;
  const { top, bottom } = shown.selected;
  await act({ kind, address: `${top}:${bottom}` });
}

async function act(what: DemoAct): Promise<void> {
  const response = await post("act", JSON.stringify(what));
  refusal.hidden = response.ok;
  if (response.ok) return;
  refusal.textContent = ((await response.json()) as { message: string }).message;
  await draw();
}

function ask(what: string): Promise<Response> {
  return fetch(`/excel/${opened.id}/${what}`);
}

function post(what: string, body: string): Promise<Response> {
  return fetch(`/excel/${opened.id}/${what}`, { method: "POST", body });
}

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}
