import { absoluteName, parseArea, quotedSheet } from "../model/areas.ts";
import { HostError, invalidArgument, itemNotFound } from "../model/host-error.ts";
import { type HostObject, isHostObject } from "./host-object.ts";
import type { HostWorkbook, NameModel } from "../model/host-workbook.ts";
import { placeObject } from "./range-object.ts";
import type { SheetModel } from "../model/sheet-model.ts";

/** The names of the workbook, or of one sheet. */
export function nameCollection(book: HostWorkbook, sheet?: SheetModel): HostObject {
  const mine = (): NameModel[] => book.names.filter((name) => name.sheet === sheet);
  return {
    kind: "NamedItemCollection",
    items: () => mine().map((name) => nameObject(book, name)),
    item: (key) => {
      const found = mine().find(({ name }) => name.toLowerCase() === key.toLowerCase());
      return found && nameObject(book, found);
    },
    methods: {
      Add: (name: string, reference: unknown) => {
        if (mine().some((entry) => entry.name.toLowerCase() === name.toLowerCase())) {
          throw new HostError("ItemAlreadyExists", `there is a name 「${name}」 already`);
        }
        if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) || parseArea(name))
          throw invalidArgument(`a name 「${name}」`);
        const model: NameModel = { name, formula: formulaOf(reference), ...(sheet && { sheet }) };
        book.names.push(model);
        book.undo.record(book.actor, `name ${name}`);
        return nameObject(book, model);
      },
    },
  };
}

function nameObject(book: HostWorkbook, name: NameModel): HostObject {
  return {
    kind: "NamedItem",
    identity: { _Id: name.name },
    properties: {
      Name: () => name.name,
      Formula: () => name.formula,
      Scope: () => (name.sheet ? "Worksheet" : "Workbook"),
    },
    methods: {
      GetRange: () => placeObject(book.place(name.formula.slice(1))),
      GetRangeOrNullObject: () =>
        name.formula.includes("#REF!") ? null : placeObject(book.place(name.formula.slice(1))),
      Delete: () => {
        if (!book.names.includes(name)) throw itemNotFound(`name ${name.name}`);
        book.names = book.names.filter((entry) => entry !== name);
        return null;
      },
    },
  };
}

function formulaOf(reference: unknown): string {
  if (!isHostObject(reference)) return String(reference);
  const { sheet, area } = reference.place!;
  return `=${quotedSheet(sheet.name)}!${absoluteName(area)}`;
}
