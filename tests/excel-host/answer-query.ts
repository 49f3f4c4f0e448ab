import { type HostObject, notModelled } from "./host-object.ts";
import type { QueryInfo } from "./wire.ts";

/** The properties asked for, one level after the other: `areas/items/rowIndex`. */
interface Selection {
  readonly [name: string]: Selection;
}

/** What an object answers to `load`. */
export function answerQuery(object: HostObject, query: QueryInfo): Record<string, unknown> {
  const selection: Record<string, Selection> = {};
  for (const path of [...(query.Select ?? []), ...(query.Expand ?? [])]) select(selection, path.split(/[/.]/));
  return answer(object, selection);
}

function select(selection: Record<string, Selection>, [name, ...rest]: readonly string[]): void {
  if (name === undefined) return;
  const inner = (selection[name] ??= {});
  select(inner, rest);
}

function answer(object: HostObject, selection: Selection): Record<string, unknown> {
  const identity = object.identity ?? {};
  if (object.items) {
    const inner = selection.items ?? selection;
    return { ...identity, _Items: object.items().map((item) => answer(item, inner)) };
  }
  const answers = Object.entries(selection).map(([name, inner]) => answerProperty(object, wireName(name), inner));
  return { ...identity, ...Object.fromEntries(answers) };
}

function answerProperty(object: HostObject, name: string, inner: Selection): [string, unknown] {
  const property = object.properties?.[name];
  if (property) return [name, property()];
  const child = object.children?.[name];
  if (child) return [name, answer(child(), inner)];
  throw notModelled(`${object.kind}.${name}`);
}

/** Office.js writes `rowIndex` where the answer says `RowIndex`. */
function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
