import { notModelled } from "./host-error.ts";

/** Who does something: `local` is the person at this Excel, `remote` one who edits the same workbook elsewhere. */
export type Actor = "add-in" | "local" | "remote";

/** An event as it goes over the wire. */
export interface EventEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  /** JSON of the event's arguments. */
  readonly message: string;
  readonly id: number;
  readonly isRemoteOverride: boolean;
}

const eventCategory = 65_536;
/** Events of the workbook as a whole, and of all sheets together. */
export const workbookTarget = "Workbook";

/** The events of office.js, by class: the method that registers each, and its number. */
const eventTypes = {
  onChanged: { register: "DataChangedEvent", type: 10 },
  onActivated: { register: "ActivatedEvent", type: 11 },
  onDeactivated: { register: "DeactivatedEvent", type: 12 },
  onAdded: { register: "AddedEvent", type: 13 },
  onSelectionChanged: { register: "SelectionChangedEvent", type: 14 },
  onDeleted: { register: "DeletedEvent", type: 15 },
  onFormatChanged: { register: "FormatChangedEvent", type: 18 },
  onRowSorted: { register: "RowSortedEvent", type: 19 },
  onColumnSorted: { register: "ColumnSortedEvent", type: 20 },
  onRowHiddenChanged: { register: "RowHiddenChangedEvent", type: 22 },
  onProtectionChanged: { register: "ProtectionChangedEvent", type: 24 },
  onNameChanged: { register: "EventNameChanged", type: 25 },
  onVisibilityChanged: { register: "EventVisibilityChanged", type: 26 },
  onMoved: { register: "EventMoved", type: 27 },
} as const;

const tableEventTypes = {
  onSelectionChanged: { register: "SelectionChangedEvent", type: 100 },
  onChanged: { register: "DataChangedEvent", type: 101 },
  onAdded: { register: "AddedEvent", type: 102 },
  onDeleted: { register: "DeletedEvent", type: 103 },
} as const;

type Scope = "sheet" | "table";
export type SheetEventName = keyof typeof eventTypes;
export type TableEventName = keyof typeof tableEventTypes;

/** What happened, in the words of office.js' event arguments. */
export type EventArguments = Readonly<Record<string, unknown>>;

/** Which events somebody listens to, and those that wait to be told. */
export class HostEvents {
  /** Office.js can switch them off: `context.runtime.enableEvents`. */
  enabled = true;
  readonly #listeners = new Map<string, number>();
  #waiting: EventEntry[] = [];
  #nextId = 1;

  /** Answers `_RegisterDataChangedEvent` and its like; the name of the event, for the check of requirement sets. */
  register(method: string, scope: Scope, target: string): void {
    const { type } = eventOf(method, scope);
    const key = `${type}:${target}`;
    const count = (this.#listeners.get(key) ?? 0) + (method.startsWith("_Un") ? -1 : 1);
    this.#listeners.set(key, Math.max(0, count));
  }

  /** How many events of which objects somebody listens to. A pane that is closed must leave none. */
  get listeners(): number {
    return [...this.#listeners.values()].reduce((sum, count) => sum + count, 0);
  }

  raiseOfSheet(name: SheetEventName, targets: readonly string[], what: EventArguments): void {
    for (const target of targets) this.#raise(eventTypes[name].type, target, what);
  }

  raiseOfTable(name: TableEventName, targets: readonly string[], what: EventArguments): void {
    for (const target of targets) this.#raise(tableEventTypes[name].type, target, what);
  }

  /** The events since the last call, in their order. */
  take(): EventEntry[] {
    const entries = this.#waiting;
    this.#waiting = [];
    return entries;
  }

  #raise(messageType: number, targetId: string, what: EventArguments): void {
    if (!this.enabled || !this.#listeners.get(`${messageType}:${targetId}`)) return;
    const message = JSON.stringify(what);
    const id = this.#nextId++;
    this.#waiting.push({ messageCategory: eventCategory, messageType, targetId, message, id, isRemoteOverride: false });
  }
}

/** `_UnregisterDataChangedEvent` → `onChanged`. */
export function eventOf(method: string, scope: Scope): { readonly name: string; readonly type: number } {
  const registered = method.replace(/^_(?:Unr|R)egister/u, "");
  const types = scope === "table" ? Object.entries(tableEventTypes) : Object.entries(eventTypes);
  const found = types.find(([, { register }]) => register === registered);
  if (!found) throw notModelled(`event ${method}`);
  return { name: found[0], type: found[1].type };
}
