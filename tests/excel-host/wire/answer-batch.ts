import { answerQuery } from "./answer-query.ts";
import { actionName } from "./batch-log.ts";
import { eventOf } from "../model/host-events.ts";
import { HostError, invalidArgument, itemNotFound, notModelled } from "../model/host-error.ts";
import { type HostObject, isHostObject } from "../objects/host-object.ts";
import type { HostWorkbook } from "../model/host-workbook.ts";
import type { InjectedFaults } from "./injected-faults.ts";
import { placeObject } from "../objects/range-object.ts";
import type { RequirementCheck } from "./requirement-sets.ts";
import { type Action, actionType, type ArgumentInfo, type BatchRequest, pathType } from "./batch-request.ts";

/** What stays from one batch to the next. */
export interface HostState {
  readonly book: HostWorkbook;
  readonly workbook: HostObject;
  readonly requirements: RequirementCheck;
  readonly injected: InjectedFaults;
  /** Every error answered that no test asked for, as `code: message`. */
  readonly faults: string[];
}

/** The answer to a batch, in the words of the wire. Actions before a failing one keep their effect. */
export function answerBatch(request: BatchRequest, state: HostState): Readonly<Record<string, unknown>> {
  const batch = new Batch(request, state);
  const results: { ActionId: number; Value: unknown }[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      state.injected.meet(actionName(action, request) ?? "");
      results.push({ ActionId: action.Id, Value: batch.act(action) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (!state.injected.isOwn(error)) state.faults.push(`${error.code}: ${error.message}`);
      return { Error: faultOf(error, action.Name, index), Results: results, TraceIds: [] };
    }
  }
  return { Results: results, TraceIds: [] };
}

/** The answer to a batch that fails before its first action: a cell is being edited. */
export function refusedBatch(error: HostError): Readonly<Record<string, unknown>> {
  return { Error: faultOf(error, "", 0), Results: [], TraceIds: [] };
}

function faultOf(error: HostError, location: string, index: number): Record<string, unknown> {
  return { Code: error.code, Message: error.message, Location: location, HttpStatusCode: 400, ActionIndex: index };
}

class Batch {
  readonly #request: BatchRequest;
  readonly #state: HostState;
  readonly #objects = new Map<number, HostObject | null>();
  /** Paths of objects that office.js wants to find again in later batches. */
  readonly #kept: ReadonlySet<number>;

  constructor(request: BatchRequest, state: HostState) {
    this.#request = request;
    this.#state = state;
    const keeps = request.Actions.filter(({ Name }) => Name === "_KeepReference");
    this.#kept = new Set(keeps.map(({ ObjectPathId }) => ObjectPathId));
  }

  act(action: Action): unknown {
    if (action.ActionType === actionType.trace) return null;
    const object = this.#resolve(action.ObjectPathId);
    if (action.ActionType === actionType.set) return this.#set(object, action);
    if (object === null) return null;
    switch (action.ActionType) {
      case actionType.instantiate:
        return { ...object.identity, ...this.#reference(action.ObjectPathId, object) };
      case actionType.query:
      case actionType.recursiveQuery:
        return {
          ...answerQuery(object, action.QueryInfo ?? {}, this.#state.requirements),
          ...this.#reference(action.ObjectPathId, object),
        };
      case actionType.call:
        return this.#callAction(object, action);
      default:
        throw notModelled(`action of type ${action.ActionType}`);
    }
  }

  #callAction(object: HostObject, { Name, ArgumentInfo }: Action): unknown {
    if (Name === "_KeepReference") return null;
    const result = this.#call(object, Name, ArgumentInfo);
    return isHostObject(result) ? (result.identity ?? {}) : (result ?? null);
  }

  #set(object: HostObject | null, { Name, ArgumentInfo }: Action): null {
    if (object === null) throw new HostError("InvalidObjectPath", `${Name} of a null object`);
    this.#state.requirements.assertMember(object.kind, Name);
    const setter = object.setters?.[Name] as ((value: unknown) => void) | undefined;
    if (!setter) throw notModelled(`way to set ${object.kind}.${Name}`);
    setter(this.#values(ArgumentInfo)[0]);
    return null;
  }

  #reference(path: number, object: HostObject): Record<string, string> {
    return this.#kept.has(path) ? { _ReferenceId: this.#state.book.reference(object) } : {};
  }

  #call(object: HostObject, name: string, info: ArgumentInfo | undefined): unknown {
    if (/^_(?:Unr|R)egister/u.test(name)) return this.#register(object, name);
    this.#state.requirements.assertMember(object.kind, name);
    const method = methodOf(object, name);
    if (!method) throw notModelled(`${object.kind}.${name}()`);
    return method(...this.#values(info));
  }

  #register(object: HostObject, name: string): null {
    const scope = object.kind.startsWith("Table") ? "table" : "sheet";
    this.#state.requirements.assertMember(object.kind, eventOf(name, scope).name);
    this.#state.book.events.register(name, scope, object.eventTarget ?? "");
    return null;
  }

  #values(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, index) => this.#value(value, references?.[index]));
  }

  /** Objects among the arguments are named by their paths; inside of plain data, by a mark. */
  #value(value: unknown, reference: unknown): unknown {
    if (typeof reference === "number" && reference > 0) return this.#resolve(reference);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    if ("_ObjectPathId" in value) return this.#resolve(value._ObjectPathId as number);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.#value(inner, undefined)]));
  }

  #resolve(id: number): HostObject | null {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const object = this.#find(id);
    this.#objects.set(id, object);
    return object;
  }

  #find(id: number): HostObject | null {
    const path = this.#request.ObjectPaths[id];
    if (!path) throw new HostError("InvalidObjectPath", `there is no path ${id}`);
    if (path.ObjectPathType === pathType.workbook) return this.#state.workbook;
    if (path.ObjectPathType === pathType.service) return serviceObject(path.Name);
    if (path.ObjectPathType === pathType.nothing) return null;
    if (path.ObjectPathType === pathType.reference) return this.#keptObject(path.Name);
    const parent = this.#resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case pathType.method: {
        const result = this.#call(parent, path.Name, path.ArgumentInfo);
        return isHostObject(result) ? result : null;
      }
      case pathType.property: {
        this.#state.requirements.assertMember(parent.kind, path.Name);
        const child = parent.children?.[path.Name];
        if (!child) throw notModelled(`${parent.kind}.${path.Name}`);
        return child();
      }
      case pathType.item:
        return itemOf(parent, path.ArgumentInfo?.Arguments?.[0]);
      default:
        throw notModelled(`object path of type ${path.ObjectPathType}`);
    }
  }

  #keptObject(name: string): HostObject {
    const object = this.#state.book.references.get(name);
    if (!object) throw new HostError("InvalidReference", `${name} is not kept`);
    // What an event names is kept as a place only.
    return object.place && !object.methods ? placeObject(object.place) : object;
  }
}

/** Something beside the workbook: to it a page says that it is ready for commands of the ribbon. */
function serviceObject(name: string): HostObject {
  if (name !== "Microsoft.InternalService.AddinInternalService") throw notModelled(`service ${name}`);
  return { kind: "AddinInternalService", methods: { NotifyActionHandlerReady: () => null } };
}

type Method = (...values: unknown[]) => unknown;

/** `GetItemOrNullObject` is `GetItem` without its error, and so are all pairs of this kind. */
function methodOf(object: HostObject, name: string): Method | undefined {
  const own = (object.methods?.[name] ?? (object.items && collectionMethod(object, name))) as Method | undefined;
  if (own) return own;
  if (name.endsWith("OrNullObject")) {
    const plain = methodOf(object, name.slice(0, -"OrNullObject".length));
    return plain && ((...values) => withoutMissing(() => plain(...values)));
  }
  const lenient = object.methods?.[`${name}OrNullObject`] as Method | undefined;
  return lenient && ((...values) => lenient(...values) ?? missing(`${object.kind}.${name}`));
}

function collectionMethod(collection: HostObject, name: string): Method | undefined {
  const items = collection.items!;
  switch (name) {
    case "GetItem":
      return (key) => itemOf(collection, key);
    case "GetItemAt":
      return (index) => items()[index as number] ?? invalid(`${collection.kind} has no number ${String(index)}`);
    case "GetCount":
      return () => items().length;
    case "GetFirst":
      return () => items()[0] ?? missing(`${collection.kind}.GetFirst`);
    case "GetLast":
      return () => items().at(-1) ?? missing(`${collection.kind}.GetLast`);
    default:
      return undefined;
  }
}

function withoutMissing(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof HostError && error.code === "ItemNotFound") return null;
    throw error;
  }
}

function itemOf(collection: HostObject, key: unknown): HostObject {
  const wanted = String(key);
  const named = collection.item?.(wanted);
  const item =
    named ??
    collection.items?.().find(({ identity }) =>
      Object.values(identity ?? {})
        .map(String)
        .includes(wanted),
    );
  return item ?? missing(`${collection.kind} 「${wanted}」`);
}

function missing(what: string): never {
  throw itemNotFound(what);
}

function invalid(why: string): never {
  throw invalidArgument(why);
}
