import { faultContent, findingClass, findingContent, findingSections, make, SEVERITY_WORDS } from "./finding-list.ts";
import { layPages, pageInSight, pageOf, printedCells, type PapersInUse } from "./paper.ts";
import type { PreviewCell, PreviewChoice, PreviewFinding, PreviewPages, PreviewState } from "./preview-state.ts";

/** What the page shows at the moment. */
export interface View {
  /** The document of the printed pages, in its frame. */
  readonly doc: Document;
  readonly papers: PapersInUse;
  /** Number of the workbook in the chooser, from 0. */
  workbook: number;
  /** Ends when another workbook is chosen: late answers are then for nobody. */
  events: EventSource | undefined;
  state: PreviewState | undefined;
  /** The layout that is shown. */
  layout: number;
  /** Where each cell is printed first. */
  cells: ReadonlyMap<string, HTMLElement>;
  /** What the list of findings was made of. */
  listed: string;
  chosenCell: string;
  zoom: string;
}

/** Starts the page. Everything is exported because it is sent to the browser as source. */
export async function startPreview(): Promise<void> {
  const view: View = {
    doc: await frameDocument(),
    papers: new WeakMap(),
    workbook: 0,
    events: undefined,
    state: undefined,
    layout: 0,
    cells: new Map(),
    listed: "",
    chosenCell: "",
    zoom: sessionStorage.getItem("zoom") ?? "fit",
  };
  const workbooks = await fetchJson<PreviewChoice[]>("/workbooks.json");
  const chooser = byId("workbook") as HTMLSelectElement;
  chooser.append(...workbooks.map(({ path }, i) => new Option(path, `${i}`)));
  byId("chooser").hidden = workbooks.length < 2;
  listen(view);
  const asked = Number(new URLSearchParams(location.search).get("workbook") ?? 0);
  openWorkbook(view, workbooks[asked] ? asked : 0);
}

export function byId(id: string): HTMLElement {
  return document.getElementById(id)!;
}

export async function fetchJson<T>(address: string): Promise<T> {
  return (await (await fetch(address)).json()) as T;
}

export async function frameDocument(): Promise<Document> {
  const frame = byId("pages") as HTMLIFrameElement;
  const isThere = () => frame.contentDocument?.readyState === "complete" && frame.contentDocument.URL !== "about:blank";
  while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 10));
  return frame.contentDocument!;
}

export function listen(view: View): void {
  const { doc } = view;
  byId("workbook").addEventListener("change", () => {
    openWorkbook(view, Number((byId("workbook") as HTMLSelectElement).value));
  });
  const zoom = byId("zoom") as HTMLSelectElement;
  zoom.value = view.zoom;
  zoom.addEventListener("change", () => {
    view.zoom = zoom.value;
    sessionStorage.setItem("zoom", zoom.value);
    const place = placeInSight(doc);
    scalePages(view);
    goToPlace(view, place);
  });
  window.addEventListener("resize", () => {
    const place = placeInSight(doc);
    scalePages(view);
    goToPlace(view, place);
  });
  byId("previous").addEventListener("click", () => {
    goToPlace(view, { page: pageInSight(doc) - 1, offset: 0 });
  });
  byId("next").addEventListener("click", () => {
    goToPlace(view, { page: pageInSight(doc) + 1, offset: 0 });
  });
  const marks = byId("marks") as HTMLInputElement;
  const showMarks = () => doc.documentElement.classList.toggle("marked", marks.checked);
  marks.addEventListener("change", showMarks);
  showMarks();
  for (const button of severityButtons()) {
    button.addEventListener("click", () => {
      button.ariaPressed = `${button.ariaPressed === "false"}`;
      showFindings(view);
    });
  }
  byId("findings").addEventListener("click", ({ target }) => {
    const button = (target as Element).closest<HTMLElement>("[data-finding]");
    if (button) showCell(view, button.dataset.finding!, true);
  });
  byId("pdf").addEventListener("click", (event) => {
    if (byId("pdf").ariaDisabled === "true") event.preventDefault();
  });
  listenToPages(view);
}

export function listenToPages(view: View): void {
  const { doc } = view;
  const choose = (event: Event) => {
    const cell = (event.target as Element).closest<HTMLElement>("[data-cell]")?.dataset.cell ?? "";
    if (cell !== "") showCell(view, cell, false);
  };
  doc.addEventListener("click", (event) => {
    // A link of a template would leave the preview.
    event.preventDefault();
    // Whoever marks text to copy it asks for no cell.
    if (doc.getSelection()?.isCollapsed !== false) choose(event);
  });
  doc.addEventListener("keydown", (event) => {
    if (event.key === "Enter") choose(event);
  });
  let isWaiting = false;
  doc.addEventListener("scroll", () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      if (view.layout === 0) return;
      keepPlace(view);
      showPageNumber(view);
    });
  });
}

/** Shows another workbook, at the place where it was left. */
export function openWorkbook(view: View, workbook: number): void {
  view.events?.close();
  Object.assign(view, { workbook, state: undefined, layout: 0, chosenCell: "" });
  (byId("workbook") as HTMLSelectElement).value = `${workbook}`;
  byId("cell").hidden = true;
  (byId("pdf") as HTMLAnchorElement).href = `/workbooks/${workbook}/report.pdf`;
  view.doc.querySelector("main")!.replaceChildren();
  const url = new URL(location.href);
  url.searchParams.set("workbook", `${workbook}`);
  history.replaceState(null, "", url);
  const events = new EventSource(`/workbooks/${workbook}/events`);
  view.events = events;
  events.addEventListener("message", ({ data }) => {
    const state = JSON.parse(data as string) as PreviewState;
    view.state = state;
    showState(view, state);
    void showPages(view, events).then(() => {
      if (view.events !== events) return;
      showStatus(view);
      showFindings(view);
    });
  });
  events.addEventListener("error", () => {
    byId("status").textContent = "プレビューとつながっていません。hyoka preview をもう一度始めると、つながります。";
    // The program may have been started anew, and counts its layouts from the beginning.
    if (view.layout > 0) view.layout = -1;
  });
}

export function showState(view: View, state: PreviewState): void {
  const { report, fault, refusal } = state;
  const title = report?.title ?? "プレビュー";
  document.title = `${title} - プレビュー`;
  byId("title").textContent = title;
  byId("description").textContent = report?.description ?? "";
  const faultBox = byId("fault");
  faultBox.hidden = fault === undefined;
  faultBox.replaceChildren(...(fault ? faultContent(fault) : []));
  if (fault && state.layout > 0) faultBox.append(make("p", "", "紙面は、直前のものを表示しています。"));
  const pdf = byId("pdf");
  pdf.ariaDisabled = `${refusal !== undefined || state.layout === 0}`;
  pdf.title = refusal ? `PDF は作れません。${refusal.message}` : "render コマンドと同じ PDF を保存します";
  pdf.textContent = report?.unconfirmed === true ? "「未確認」の PDF を保存" : "PDF を保存";
  showStatus(view);
}

/** Says whether what is in sight is what was saved last. */
export function showStatus({ state, layout }: View): void {
  if (!state) return;
  const { fault, note, refusal, isBusy } = state;
  const isBehind = isBusy || state.layout !== layout;
  const stopped = refusal && !fault ? `PDF は作れません。${refusal.message}` : undefined;
  const time = new Date().toLocaleTimeString("ja-JP");
  const settled = fault
    ? "直すと、紙面が新しくなります。"
    : `${time} に更新しました。保存すると、紙面が新しくなります。`;
  byId("status").textContent = note ?? (isBehind ? "読んでいます…" : (stopped ?? settled));
}

/** Fetches the pages when there are others than those that are shown. */
export async function showPages(view: View, events: EventSource): Promise<void> {
  if (view.state === undefined || view.state.layout === 0 || view.state.layout === view.layout) return;
  const pages = await fetchJson<PreviewPages | null>(`/workbooks/${view.workbook}/pages.json`);
  if (!pages || view.events !== events || pages.layout === view.layout) return;
  const isFirst = view.layout === 0;
  const place = isFirst ? savedPlace(view) : placeInSight(view.doc);
  layPages(view.doc, pages, view.papers);
  view.cells = printedCells(view.doc);
  view.layout = pages.layout;
  scalePages(view);
  goToPlace(view, place);
  markChosen(view);
  showPageNumber(view);
}

export function severityButtons(): HTMLButtonElement[] {
  return Array.from(document.querySelectorAll<HTMLButtonElement>("button[data-severity]"));
}

/** Whether the buttons above the list let a finding through. */
export function isShown({ severity }: PreviewFinding): boolean {
  return severityButtons().find((button) => button.dataset.severity === severity)?.ariaPressed !== "false";
}

export function showFindings(view: View): void {
  const { doc, state } = view;
  if (state === undefined || state.layout === 0) return;
  const pages = doc.querySelectorAll("hyoka-paper").length;
  const pageOfCell = (cell: string) => {
    const printed = view.cells.get(cell);
    return printed ? pageOf(printed) : 0;
  };
  const shown = state.findings.filter(isShown);
  for (const button of severityButtons()) {
    const { severity } = button.dataset as { severity: PreviewFinding["severity"] };
    const count = state.findings.filter((each) => each.severity === severity && each.accepted === undefined).length;
    button.textContent = `${SEVERITY_WORDS[severity]} ${count}`;
  }
  const listed = JSON.stringify([view.workbook, view.layout, shown]);
  // A list that stays as it is takes no click away from whoever is just pressing on it.
  if (listed !== view.listed) {
    view.listed = listed;
    const list = byId("findings");
    const { scrollTop } = list;
    list.replaceChildren(...findingSections(shown, pages, pageOfCell));
    list.scrollTop = scrollTop;
  }
  markFindings(view);
  markChosen(view);
  showPageNumber(view);
  if (view.chosenCell !== "") void showCellPanel(view);
}

/** Marks printed cells with the gravest of their open findings. */
export function markFindings({ doc, cells, state }: View): void {
  for (const marked of doc.querySelectorAll<HTMLElement>("[data-hyoka-mark]")) {
    delete marked.dataset.hyokaMark;
    marked.removeAttribute("tabindex");
  }
  const order = ["info", "warning", "error"] as const;
  for (const severity of order) {
    for (const finding of state?.findings ?? []) {
      if (finding.severity !== severity || finding.accepted !== undefined || !isShown(finding)) continue;
      const printed = cells.get(finding.cell);
      if (!printed) continue;
      printed.dataset.hyokaMark = severity;
      printed.tabIndex = 0;
    }
  }
}

/** Shows a cell in the panel and on its page. @param isFar whether the page has to be turned to it. */
export function showCell(view: View, cell: string, isFar: boolean): void {
  view.chosenCell = cell;
  markChosen(view);
  if (isFar) view.cells.get(cell)?.scrollIntoView({ block: "center", inline: "nearest" });
  void showCellPanel(view);
}

export function markChosen({ doc, chosenCell }: View): void {
  for (const marked of doc.querySelectorAll<HTMLElement>("[data-hyoka-chosen]")) delete marked.dataset.hyokaChosen;
  if (chosenCell !== "")
    for (const part of doc.querySelectorAll<HTMLElement>(`[data-cell="${CSS.escape(chosenCell)}"]`))
      part.dataset.hyokaChosen = "";
  for (const button of byId("findings").querySelectorAll<HTMLElement>("[data-finding]"))
    button.ariaPressed = `${button.dataset.finding === chosenCell}`;
}

export async function showCellPanel(view: View): Promise<void> {
  const { chosenCell, workbook, state } = view;
  const address = `/workbooks/${workbook}/cell.json?cell=${encodeURIComponent(chosenCell)}`;
  const cell = await fetchJson<PreviewCell | null>(address);
  if (view.chosenCell !== chosenCell || view.workbook !== workbook) return;
  const copy = make("button", "", "場所をコピー");
  copy.type = "button";
  copy.title = "Excel の「ジャンプ」（Ctrl+G）に貼り付けると、このセルへ移ります";
  copy.addEventListener("click", () => {
    void navigator.clipboard.writeText(chosenCell).then(() => {
      copy.textContent = "コピーしました";
    });
  });
  const close = make("button", "", "閉じる");
  close.type = "button";
  close.addEventListener("click", () => {
    byId("cell").hidden = true;
    view.chosenCell = "";
    markChosen(view);
  });
  const findings = (state?.findings ?? []).filter((finding) => finding.cell === chosenCell);
  byId("cell").replaceChildren(
    make("div", "head", make("h2", "", chosenCell), copy, close),
    cell && cell.text !== "" ? make("pre", "", cell.text) : make("p", "none", "空のセルです。"),
    ...(cell?.formula === undefined ? [] : [make("p", "formula", `数式 =${cell.formula}`)]),
    ...(findings.length === 0 ? [make("p", "none", "このセルに指摘はありません。")] : []),
    ...findings.map((finding) => make("div", findingClass(finding), ...findingContent(finding, true))),
  );
  byId("cell").hidden = false;
  byId("findings").querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: "nearest" });
}

/** A place on a page: pixels of unscaled paper from its top edge to the upper edge of the window. */
export interface Place {
  readonly page: number;
  readonly offset: number;
}

export function scaleOf(doc: Document): number {
  return Number(doc.documentElement.style.getPropertyValue("--scale") || 1);
}

export function scalePages({ doc, zoom }: View): void {
  const root = doc.documentElement;
  const sheet = doc.querySelector<HTMLElement>("hyoka-sheet");
  if (!sheet) return;
  const room = doc.defaultView!.innerWidth - 64;
  root.style.setProperty("--scale", `${zoom === "fit" ? Math.min(1.5, room / sheet.offsetWidth) : Number(zoom)}`);
}

export function placeInSight(doc: Document): Place {
  const papers = Array.from(doc.querySelectorAll("hyoka-paper"));
  const index = papers.findIndex((paper) => paper.getBoundingClientRect().bottom > 0);
  if (index < 0) return { page: 1, offset: 0 };
  return { page: index + 1, offset: -papers[index]!.getBoundingClientRect().top / scaleOf(doc) };
}

export function goToPlace({ doc }: View, { page, offset }: Place): void {
  const papers = doc.querySelectorAll("hyoka-paper");
  const paper = papers[Math.max(0, Math.min(page, papers.length) - 1)];
  if (!paper) return;
  const view = doc.defaultView!;
  // At the very top of a page a strip of the desk shows above it.
  const edge = offset === 0 ? -12 : offset * scaleOf(doc);
  view.scrollTo({ top: view.scrollY + paper.getBoundingClientRect().top + edge });
}

export function keepPlace({ doc, workbook }: View): void {
  sessionStorage.setItem(`place-${workbook}`, JSON.stringify(placeInSight(doc)));
}

export function savedPlace({ workbook }: View): Place {
  const saved = sessionStorage.getItem(`place-${workbook}`);
  return saved === null ? { page: 1, offset: 0 } : (JSON.parse(saved) as Place);
}

/** Says which page is in sight, and brings its findings beside it. */
export function showPageNumber({ doc }: View): void {
  const count = doc.querySelectorAll("hyoka-paper").length;
  const page = pageInSight(doc);
  byId("page-number").textContent = `${page} / ${count}`;
  (byId("previous") as HTMLButtonElement).disabled = page <= 1;
  (byId("next") as HTMLButtonElement).disabled = page >= count;
  const list = byId("findings");
  const section = list.querySelector<HTMLElement>(`section[data-page="${page}"]`);
  if (!section || section.ariaCurrent === "true") return;
  for (const other of list.querySelectorAll("section")) other.ariaCurrent = "false";
  section.ariaCurrent = "true";
  // Findings that stand in sight already stay where they are: the one that was clicked must not jump away.
  const { top, bottom } = list.getBoundingClientRect();
  const own = section.getBoundingClientRect();
  if (own.top < top || own.top > bottom - 80) list.scrollTop += own.top - top;
}
