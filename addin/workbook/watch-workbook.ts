import { isSupported } from "./requirement-sets.ts";
import { runExcel } from "./run-excel.ts";
import { changeBetween, type ListedSheet, listSheets, type WorkbookChange } from "./sheet-list.ts";

/** Who is told what happens to the workbook. */
export interface WorkbookListener {
  /** People have changed the workbook, here or as co-authors. */
  changed(change: WorkbookChange): void;
  selected?(place: { readonly sheet: string; readonly address: string }): void;
  /** The sheets could not be listed; what has changed is told when that succeeds again. */
  failed?(error: unknown): void;
}

export interface WatchOptions {
  readonly run?: typeof runExcel;
  /** Whether this Excel has a version of ExcelApi. */
  readonly supports?: (version: string) => boolean;
  /** Quiet milliseconds after which changes are told. */
  readonly quiet?: number;
  /** Milliseconds after which they are told even where events never cease. */
  readonly longest?: number;
}

export interface Watch {
  /** Removes every handler: one sync. */
  stop(): Promise<void>;
  /** Runs the pane's own writing: what it changes is not told. */
  own<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Events of an own write come in until so many milliseconds after it. */
const settling = 500;
/** Milliseconds until a failed listing is tried again. */
const untilRetry = 2000;

/** What the arguments of the events have in common, as far as it counts here. */
interface EventArguments {
  readonly worksheetId: string;
  readonly source?: string;
  /** ExcelApi 1.14 */
  readonly triggerSource?: string;
}

/**
 * Watches the workbook: what happens within a moment is told once, after one sync that lists the sheets, since names may
 * have changed without an event (ExcelApi 1.17 tells of it, before that every selection and activation is used to look).
 * Two syncs to begin with. The pane's own writes are not told, those of co-authors are.
 */
export async function watchWorkbook(
  context: Excel.RequestContext,
  listener: WorkbookListener,
  { run = runExcel, supports = isSupported, quiet = 150, longest = 1000 }: WatchOptions = {},
): Promise<Watch> {
  const watcher = new Watcher(listener, run, { quiet, longest });
  const handlers = register(context, watcher, supports("1.17"));
  await context.sync();
  watcher.begin(await listSheets(context));
  return {
    async stop() {
      watcher.stop();
      for (const handler of handlers) handler.remove();
      await context.sync();
    },
    own: (work) => watcher.own(work),
  };
}

type Handler = OfficeExtension.EventHandlerResult<unknown>;

function register(context: Excel.RequestContext, watcher: Watcher, tellsNames: boolean): Handler[] {
  const { worksheets, tables } = context.workbook;
  const edited = (args: Excel.WorksheetChangedEventArgs) =>
    watcher.note(args, { structural: args.changeType !== "RangeEdited" });
  const changed = (args: EventArguments) => watcher.note(args, {});
  const shifted = (args: EventArguments) => watcher.note(args, { structural: true });
  const look = () => watcher.look();
  const selected = async (args: Excel.WorksheetSelectionChangedEventArgs) => {
    watcher.select(args);
    if (!tellsNames) await watcher.look();
  };
  return [
    worksheets.onChanged.add(edited),
    worksheets.onRowSorted.add(shifted),
    worksheets.onColumnSorted.add(shifted),
    worksheets.onRowHiddenChanged.add(changed),
    worksheets.onAdded.add((args) => watcher.note(args, { added: true })),
    worksheets.onDeleted.add(look),
    worksheets.onActivated.add(look),
    worksheets.onSelectionChanged.add(selected),
    tables.onAdded.add(shifted),
    tables.onDeleted.add(shifted),
    ...(tellsNames
      ? [worksheets.onNameChanged.add(look), worksheets.onMoved.add(look), worksheets.onVisibilityChanged.add(changed)]
      : []),
  ];
}

class Watcher {
  readonly #listener: WorkbookListener;
  readonly #run: typeof runExcel;
  readonly #quiet: number;
  readonly #longest: number;
  #known: readonly ListedSheet[] = [];
  #changed = new Set<string>();
  #added = new Set<string>();
  #structural = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the oldest untold event came. */
  #since: number | undefined;
  #isTelling = false;
  #isStopped = false;
  #ownWrites = 0;
  #ownUntil = 0;

  constructor(
    listener: WorkbookListener,
    run: typeof runExcel,
    waits: Required<Pick<WatchOptions, "quiet" | "longest">>,
  ) {
    this.#listener = listener;
    this.#run = run;
    this.#quiet = waits.quiet;
    this.#longest = waits.longest;
  }

  begin(sheets: readonly ListedSheet[]): void {
    this.#known = sheets;
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** Takes down that a sheet has changed. Office.js wants a promise of every handler. */
  note(args: EventArguments, what: { readonly structural?: boolean; readonly added?: boolean }): Promise<void> {
    if (this.#isOwn(args)) return Promise.resolve();
    if (what.added) this.#added.add(args.worksheetId);
    this.#changed.add(args.worksheetId);
    this.#structural ||= what.structural === true;
    return this.look();
  }

  /** Looks, a moment later, whether the sheets are still the same. */
  look(): Promise<void> {
    const now = Date.now();
    this.#since ??= now;
    this.#schedule(Math.min(this.#quiet, Math.max(0, this.#since + this.#longest - now)));
    return Promise.resolve();
  }

  select({ worksheetId, address }: Excel.WorksheetSelectionChangedEventArgs): void {
    const sheet = this.#known.find(({ id }) => id === worksheetId)?.name;
    if (sheet !== undefined && !this.#isStopped) this.#listener.selected?.({ sheet, address });
  }

  async own<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#ownWrites++;
    try {
      return await work();
    } finally {
      this.#ownWrites--;
      this.#ownUntil = Date.now() + settling;
      await this.#learnOwnSheets();
    }
  }

  /** Excel says of cells who changed them (ExcelApi 1.14); of the rest, that it was this Excel. */
  #isOwn({ source, triggerSource }: EventArguments): boolean {
    if (source === "Remote") return false;
    if (triggerSource !== undefined) return triggerSource === "ThisLocalAddin";
    return this.#ownWrites > 0 || Date.now() < this.#ownUntil;
  }

  /** Sheets that an own write has added are known from now on. */
  async #learnOwnSheets(): Promise<void> {
    try {
      const known = new Set(this.#known.map(({ id }) => id));
      const sheets = await this.#run(listSheets);
      this.#known = [...this.#known, ...sheets.filter(({ id }) => !known.has(id) && !this.#added.has(id))];
    } catch (error) {
      this.#listener.failed?.(error);
    }
  }

  #schedule(wait: number): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => void this.#tell(), wait);
  }

  async #tell(): Promise<void> {
    if (this.#isTelling || this.#ownWrites > 0) {
      this.#schedule(this.#quiet);
      return;
    }
    this.#isTelling = true;
    const told = { changed: this.#changed, added: this.#added, structural: this.#structural };
    this.#changed = new Set();
    this.#added = new Set();
    this.#structural = false;
    this.#since = undefined;
    try {
      const sheets = await this.#run(listSheets);
      const change = changeBetween(this.#known, sheets, told);
      this.#known = sheets;
      if (change && !this.#isStopped) this.#listener.changed(change);
    } catch (error) {
      this.#changed = new Set([...told.changed, ...this.#changed]);
      this.#added = new Set([...told.added, ...this.#added]);
      this.#structural ||= told.structural;
      this.#listener.failed?.(error);
      this.#schedule(untilRetry);
    } finally {
      this.#isTelling = false;
    }
  }
}
