import { answerQuery } from "./answer-query.ts";
import { HostError, type HostObject, isHostObject, notModelled } from "./host-object.ts";
import { type Action, actionType, type ArgumentInfo, type BatchRequest, pathType } from "./wire.ts";

/** What stays from one batch to the next. */
export interface HostState {
  readonly workbook: HostObject;
  /** Objects that office.js keeps hold of, by the name given to them. */
  readonly references: Map<string, HostObject>;
  /** Every error answered, as `code: message`. */
  readonly faults: string[];
}

/** The answer to a batch, in the words of the wire. Actions before a failing one keep their effect. */
export function answerBatch(request: BatchRequest, state: HostState): Record<string, unknown> {
  const batch = new Batch(request, state);
  const results: { ActionId: number; Value: unknown }[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: batch.act(action) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      state.faults.push(`${error.code}: ${error.message}`);
      return { Error: faultOf(error, action, index), Results: results, TraceIds: [] };
    }
  }
  return { Results: results, TraceIds: [] };
}

function faultOf(error: HostError, action: Action, index: number): Record<string, unknown> {
  return { Code: error.code, Message: error.message, Location: action.Name, HttpStatusCode: 400, ActionIndex: index };
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
    if (object === null) return null;
    switch (action.ActionType) {
      case actionType.instantiate:
        return { ...object.identity, ...this.#reference(action.ObjectPathId, object) };
      case actionType.query:
      case actionType.recursiveQuery:
        return {
          ...answerQuery(object, action.QueryInfo ?? {}),
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

  #reference(path: number, object: HostObject): Record<string, string> {
    if (!this.#kept.has(path)) return {};
    const name = `reference-${this.#state.references.size + 1}`;
    this.#state.references.set(name, object);
    return { _ReferenceId: name };
  }

  #call(object: HostObject, name: string, info: ArgumentInfo | undefined): unknown {
    const method = object.methods?.[name] as ((...values: unknown[]) => unknown) | undefined;
    if (!method) throw notModelled(`${object.kind}.${name}()`);
    return method(...(info?.Arguments ?? []));
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
    const object = this.#state.references.get(name);
    if (!object) throw new HostError("InvalidReference", `${name} is not kept`);
    return object;
  }
}

function itemOf(collection: HostObject, key: unknown): HostObject {
  const item = collection.items?.().find(({ identity }) => Object.values(identity ?? {}).includes(String(key)));
  if (!item) throw new HostError("ItemNotFound", `${collection.kind} has no ${String(key)}`);
  return item;
}
