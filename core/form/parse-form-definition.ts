import { planTables } from "../structure/plan-tables.ts";
import { UserError } from "../user-error.ts";
import type { FormDefinition, LayoutDefinition } from "./form-definition.ts";
import { FORM_SCHEMA } from "./form-schema.ts";
import { schemaFaults, type SchemaFault } from "./json-schema.ts";
import { textPattern } from "./text-pattern.ts";

/**
 * Checks a parsed `form.json` whole: its shape, then that every name it uses exists and every pattern compiles.
 * @param source the file's name for the message.
 * @throws UserError `form-invalid` with every fault and its path.
 */
export function parseFormDefinition(value: unknown, source: string): FormDefinition {
  const shapeFaults = schemaFaults(value, FORM_SCHEMA);
  if (shapeFaults.length > 0) throw invalid(source, shapeFaults);
  const form = value as FormDefinition;
  const faults = [
    ...resourceFaults(form),
    ...form.layouts.flatMap((layout, i) => layoutFaults(form, layout, i)),
    ...textFaults(form),
    ...reportFaults(form),
    ...newWorkbookFaults(form),
  ];
  if (faults.length > 0) throw invalid(source, faults);
  const titleFaults = structureFaults(form);
  if (titleFaults.length > 0) throw invalid(source, titleFaults);
  return form;
}

function invalid(source: string, faults: readonly SchemaFault[]): UserError {
  const lines = faults.map(({ path, message }) => `  ${path}: ${message}`);
  return new UserError(
    "form-invalid",
    `帳票定義 ${source} に ${faults.length} か所の誤りがあります。\n${lines.join("\n")}`,
    "示した項目を直してください。書き方は templates/form.schema.json と docs/forms.md にあります。",
  );
}

function resourceFaults(form: FormDefinition): SchemaFault[] {
  const faults: SchemaFault[] = [];
  const names = new Set<string>();
  form.resources.forEach((resource, i) => {
    const path = `resources[${i}]`;
    if (names.has(resource.name))
      faults.push({ path: `${path}.name`, message: `「${resource.name}」が二度あります。` });
    names.add(resource.name);
    const fields = new Set<string>();
    resource.schema.fields.forEach(({ name, constraints }, j) => {
      const fieldPath = `${path}.schema.fields[${j}]`;
      if (fields.has(name)) faults.push({ path: `${fieldPath}.name`, message: `「${name}」が二度あります。` });
      fields.add(name);
      faults.push(...patternFaults(constraints?.pattern, `${fieldPath}.constraints.pattern`));
    });
    for (const key of resource.schema.primaryKey ?? []) {
      if (!fields.has(key)) faults.push({ path: `${path}.schema.primaryKey`, message: `項目「${key}」がありません。` });
    }
    (resource.schema.foreignKeys ?? []).forEach(({ fields: own, reference }, j) => {
      const keyPath = `${path}.schema.foreignKeys[${j}]`;
      const target = fieldNames(form, reference.resource);
      for (const name of own) if (!fields.has(name)) faults.push(noField(`${keyPath}.fields`, name, resource.name));
      if (!target)
        faults.push({ path: `${keyPath}.reference.resource`, message: `表「${reference.resource}」がありません。` });
      else
        for (const name of reference.fields)
          if (!target.has(name)) faults.push(noField(`${keyPath}.reference.fields`, name, reference.resource));
    });
  });
  return faults;
}

/** A field that a layout names, and where. */
interface FieldUse {
  readonly path: string;
  readonly field: string;
  /** Takes values of its own place: no second place may name the same field, or one of the two values would be lost. */
  readonly isPlace: boolean;
}

function layoutFaults(form: FormDefinition, layout: LayoutDefinition, index: number): SchemaFault[] {
  const path = `layouts[${index}]`;
  const fields = fieldNames(form, layout.resource);
  if (!fields) return [{ path: `${path}.resource`, message: `表「${layout.resource}」が resources にありません。` }];
  const faults: SchemaFault[] = [];
  const placed = new Set<string>();
  for (const { path: where, field, isPlace } of fieldUses(layout, path)) {
    if (!fields.has(field)) faults.push(noField(where, field, layout.resource));
    if (!isPlace) continue;
    if (placed.has(field)) faults.push({ path: where, message: `項目「${field}」が二か所で使われています。` });
    placed.add(field);
  }
  return [...faults, ...layoutPatternFaults(layout, path)];
}

function fieldUses(layout: LayoutDefinition, path: string): FieldUse[] {
  const place = (where: string, field: string): FieldUse => ({ path: `${path}.${where}`, field, isPlace: true });
  switch (layout.type) {
    case "card":
      return layout.items.map(({ field }, i) => place(`items[${i}].field`, field));
    case "matrix":
      return [
        place("rowField", layout.rowField),
        place("columnField", layout.columnField),
        ...layout.fields.map((field) => place("fields", field)),
      ];
    case "list":
    case "yearly-plan": {
      const { corner, unheaded = [] } = layout.type === "list" ? {} : layout;
      return [
        ...layout.columns.flatMap(({ fields }, i) => fields.map((field) => place(`columns[${i}].fields`, field))),
        ...(layout.rowKinds ?? []).map(({ label }, i) => ({
          ...place(`rowKinds[${i}].label`, label),
          isPlace: false,
        })),
        ...(corner === undefined ? [] : [place("corner", corner)]),
        ...unheaded.map(({ field }, i) => place(`unheaded[${i}].field`, field)),
      ];
    }
  }
}

function layoutPatternFaults(layout: LayoutDefinition, path: string): SchemaFault[] {
  if (layout.type !== "list" && layout.type !== "yearly-plan") return [];
  const unheaded = layout.type === "list" ? [] : (layout.unheaded ?? []);
  return [
    ...(layout.rowKinds ?? []).flatMap(({ pattern }, i) => patternFaults(pattern, `${path}.rowKinds[${i}].pattern`)),
    ...unheaded.flatMap(({ pattern }, i) => patternFaults(pattern, `${path}.unheaded[${i}].pattern`)),
  ];
}

/** What the report says of a field that no table has is a misspelt name. */
function reportFaults({ resources, report }: FormDefinition): SchemaFault[] {
  const names = new Set(resources.flatMap(({ schema }) => schema.fields.map(({ name }) => name)));
  const named = [
    ...Object.keys(report.widths ?? {}).map((name) => ({ name, path: `report.widths.${name}` })),
    ...(report.leftOut ?? []).map((name, i) => ({ name, path: `report.leftOut[${i}]` })),
  ];
  return named
    .filter(({ name }) => !names.has(name))
    .map(({ name, path }) => ({ path, message: `項目「${name}」を持つ表がありません。` }));
}

/** Texts and years of an empty workbook stand by tables that the form has. */
function newWorkbookFaults({ newWorkbook, resources }: FormDefinition): SchemaFault[] {
  const { texts = [], periods = {} } = newWorkbook ?? {};
  const named = [
    ...texts.map(({ above }, i) => ({ path: `newWorkbook.texts[${i}].above`, name: above })),
    ...Object.keys(periods).map((name) => ({ path: `newWorkbook.periods.${name}`, name })),
  ];
  return named
    .filter(({ name }) => name !== undefined && !resources.some((resource) => resource.name === name))
    .map(({ path, name }) => ({ path, message: `表「${name}」が resources にありません。` }));
}

/** A title for a data table that the form does not give is a misspelt name. */
function structureFaults(form: FormDefinition): SchemaFault[] {
  const names = planTables(form).map(({ name }) => name);
  return Object.keys(form.structure?.titles ?? {})
    .filter((name) => !names.includes(name))
    .map((name) => ({
      path: `structure.titles.${name}`,
      message: `データの表「${name}」はありません。使える名前: ${names.join("、")}。`,
    }));
}

function textFaults(form: FormDefinition): SchemaFault[] {
  return form.texts.flatMap(({ pattern }, i) => patternFaults(pattern, `texts[${i}].pattern`));
}

function patternFaults(pattern: string | undefined, path: string): SchemaFault[] {
  if (pattern === undefined) return [];
  try {
    textPattern(pattern);
    return [];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [{ path, message: `「${pattern}」は正規表現として読めません。` }];
  }
}

function fieldNames(form: FormDefinition, resource: string): Set<string> | undefined {
  const found = form.resources.find(({ name }) => name === resource);
  return found && new Set(found.schema.fields.map(({ name }) => name));
}

function noField(path: string, field: string, resource: string): SchemaFault {
  return { path, message: `表「${resource}」に項目「${field}」がありません。` };
}
