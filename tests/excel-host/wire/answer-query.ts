import { notModelled } from "../model/host-error.ts";
import type { HostObject } from "../objects/host-object.ts";
import type { RequirementCheck } from "./requirement-sets.ts";
import type { QueryInfo } from "./batch-request.ts";

/** The properties asked for, one level after the other: `areas/items/rowIndex`. */
interface Selection {
  readonly [name: string]: Selection;
}

/** What an object answers to `load`. */
export function answerQuery(object: HostObject, query: QueryInfo, requirements: RequirementCheck): object {
  if (query.Top !== undefined || query.Skip !== undefined) throw notModelled("way to load a part of a collection");
  const selection: Record<string, Selection> = {};
  for (const path of [...(query.Select ?? []), ...(query.Expand ?? [])]) select(selection, path.split(/[/.]/));
  return answer(object, selection, requirements);
}

function select(selection: Record<string, Selection>, [name, ...rest]: readonly string[]): void {
  if (name === undefined) return;
  const inner = (selection[name] ??= {});
  select(inner, rest);
}

function answer(object: HostObject, selection: Selection, requirements: RequirementCheck): object {
  const identity = object.identity ?? {};
  if (object.items) return { ...identity, ...answerItems(object, object.items(), selection, requirements) };
  const answers = Object.entries(selection).map(([name, inner]) => answerProperty(object, name, inner, requirements));
  return { ...identity, ...Object.fromEntries(answers) };
}

function answerItems(
  { properties }: HostObject,
  items: readonly HostObject[],
  { count, items: ofItems, ...others }: Selection,
  requirements: RequirementCheck,
): object {
  const inner = ofItems ?? others;
  return {
    ...(count && { Count: properties?.Count?.() ?? items.length }),
    // Who asks for the count alone wants no items.
    ...((!count || ofItems) && { _Items: items.map((item) => answer(item, inner, requirements)) }),
  };
}

function answerProperty(
  object: HostObject,
  property: string,
  inner: Selection,
  requirements: RequirementCheck,
): [string, unknown] {
  const name = wireName(property);
  requirements.assertMember(object.kind, name);
  const value = object.properties?.[name];
  if (value) return [name, value()];
  const child = object.children?.[name];
  if (child) return [name, answer(child(), inner, requirements)];
  throw notModelled(`${object.kind}.${name}`);
}

/** Office.js writes `rowIndex` where the answer says `RowIndex`. */
function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
