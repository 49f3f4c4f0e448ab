import { type Action, actionType, type BatchRequest, type ObjectPath, pathType } from "./batch-request.ts";

/** What a batch asks for, a line for each action that counts: `set Worksheets("評価表").GetRange("F8").Values`. */
export function batchLog(request: BatchRequest): string[] {
  return request.Actions.flatMap((action) => actionName(action, request) ?? []);
}

/** One action in words; `undefined` for what only serves office.js itself. */
export function actionName(action: Action, request: BatchRequest): string | undefined {
  const { ActionType: type, Name } = action;
  if (type === actionType.trace || type === actionType.instantiate || Name.startsWith("_")) return undefined;
  if (request.ObjectPaths[action.ObjectPathId]?.ObjectPathType === pathType.service) return undefined;
  const path = pathName(action.ObjectPathId, request.ObjectPaths);
  if (type === actionType.call) return `call ${path}.${Name}`;
  if (type === actionType.set) return `set ${path}.${Name}`;
  return `load ${path} ${[...(action.QueryInfo?.Select ?? []), ...(action.QueryInfo?.Expand ?? [])].join()}`;
}

/** How an object is reached. */
function pathName(id: number, paths: Readonly<Record<string, ObjectPath>>): string {
  const path = paths[id];
  if (!path || path.ObjectPathType === pathType.workbook) return "workbook";
  const parent = pathName(path.ParentObjectPathId, paths);
  const prefix = parent === "workbook" ? "" : `${parent}.`;
  const values = (path.ArgumentInfo?.Arguments ?? []).map((value) => JSON.stringify(value)).join();
  switch (path.ObjectPathType) {
    case pathType.method:
      return `${prefix}${path.Name}(${values})`;
    case pathType.property:
      return `${prefix}${path.Name}`;
    case pathType.item:
      return `${parent}(${values})`;
    case pathType.reference:
      return path.Name;
    default:
      return "null";
  }
}
