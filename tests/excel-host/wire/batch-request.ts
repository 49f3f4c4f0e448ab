/** The messages in which office.js asks for a batch of work. */
export interface BatchRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly QueryInfo?: QueryInfo;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

/** Arguments that are objects stand in the second list, by the number of their path. */
export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

/** What an action asks for. */
export const actionType = { instantiate: 1, query: 2, call: 3, set: 4, trace: 5, recursiveQuery: 7 } as const;

/** How an object is reached. */
export const pathType = { workbook: 1, service: 2, method: 3, property: 4, item: 5, reference: 6, nothing: 7 } as const;

/** Set in the flags of a request made with `delayForCellEdit`. */
export const delayForCellEditFlag = 64;
