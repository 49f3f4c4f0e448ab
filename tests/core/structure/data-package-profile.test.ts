import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type AnySchemaObject } from "ajv";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { dataPackage, type DataPackage } from "../../../core/structure/data-package.ts";
import { structureDocument } from "../../../core/structure/structure-document.ts";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import { readSample, SAMPLES, type SampleName } from "../../support/samples.ts";
import { FORMS } from "../../support/sheet.ts";

/**
 * A folder with the profiles of Data Package 2.0 as https://datapackage.org/profiles/2.0/ publishes them
 * (datapackage.json, dataresource.json, tableschema.json). They are not kept here: they are 400 kB.
 */
const PROFILES = process.env.HYOKA_DATA_PACKAGE_PROFILES;

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] };
}
interface Schema {
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[];
    readonly reference: { readonly resource: string; readonly fields: readonly string[] };
  }[];
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: Schema;
}

async function packageOf(name: SampleName): Promise<DataPackage> {
  const { form, document } = recogniseForm(await readSample(name), Object.values(FORMS));
  const options = { source: `${name}.xlsx`, madeOn: "2026-04-01", encoding: "utf-8" } as const;
  const made = dataPackage(structureDocument(document, form), options);
  return { ...made, descriptor: JSON.parse(JSON.stringify(made.descriptor)) as DataPackage["descriptor"] };
}

const resourcesOf = ({ descriptor }: DataPackage) => descriptor.resources as readonly Resource[];

/** What the specification asks of the properties that are written; a property that it does not know is refused. */
const names = { type: "string", pattern: "^[^/\\\\]+$" };
const keys = { type: "array", minItems: 1, items: { type: "string" }, uniqueItems: true };
const text = { type: "string", minLength: 1 };
const closed = (required: readonly string[], properties: Readonly<Record<string, unknown>>): AnySchemaObject => ({
  type: "object",
  required,
  properties,
  additionalProperties: false,
});
const constraints = (own: Readonly<Record<string, unknown>>) =>
  closed([], { required: { type: "boolean" }, unique: { type: "boolean" }, ...own });
const limits = { minimum: { type: "number" }, maximum: { type: "number" } };
const field = (type: string, own: Readonly<Record<string, unknown>>) =>
  closed(["name", "type"], {
    name: text,
    type: { const: type },
    title: text,
    description: text,
    constraints: constraints(own),
  });
const SPECIFICATION: AnySchemaObject = closed(["resources"], {
  $schema: { const: "https://datapackage.org/profiles/2.0/datapackage.json" },
  name: { type: "string", pattern: "^[a-z0-9._-]+$" },
  title: text,
  description: text,
  created: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$" },
  sources: { type: "array", minItems: 1, items: closed(["title"], { title: text }) },
  resources: {
    type: "array",
    minItems: 1,
    items: closed(["name", "path", "schema"], {
      $schema: { const: "https://datapackage.org/profiles/2.0/dataresource.json" },
      name: { ...names, pattern: "^[a-z0-9._-]+$" },
      type: { const: "table" },
      title: text,
      description: text,
      // No absolute path, and none that leads out of the package.
      path: { type: "string", pattern: "^(?![/~])(?!.*\\.\\.)[^:]+$" },
      format: { const: "csv" },
      mediatype: { const: "text/csv" },
      encoding: { enum: ["utf-8", "cp932"] },
      schema: closed(["fields"], {
        $schema: { const: "https://datapackage.org/profiles/2.0/tableschema.json" },
        fields: {
          type: "array",
          minItems: 1,
          items: {
            oneOf: [
              field("string", {
                enum: { ...keys },
                pattern: text,
                minLength: { type: "integer" },
                maxLength: { type: "integer" },
              }),
              field("integer", limits),
              field("number", limits),
              field("year", limits),
              field("boolean", {}),
            ],
          },
        },
        primaryKey: keys,
        foreignKeys: {
          type: "array",
          minItems: 1,
          items: closed(["fields", "reference"], {
            fields: keys,
            reference: closed(["fields"], { resource: text, fields: keys }),
          }),
        },
        missingValues: { const: [""] },
      }),
    }),
  },
});

describe.each(SAMPLES)("%s: the data package of %s", (_, name) => {
  test.skipIf(PROFILES === undefined)("is valid by the published profiles", async () => {
    const { descriptor } = await packageOf(name);
    const resources = resourcesOf({ descriptor, files: [] });
    const parts = {
      "datapackage.json": [descriptor],
      "dataresource.json": resources,
      "tableschema.json": resources.map(({ schema }) => schema),
    };
    for (const [file, values] of Object.entries(parts)) {
      const profile = JSON.parse(readFileSync(join(PROFILES!, file), "utf8")) as AnySchemaObject;
      const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(profile);
      for (const value of values) expect([validate(value), validate.errors]).toEqual([true, null]);
    }
  });

  test("has what the specification asks for, and nothing else", async () => {
    const { descriptor } = await packageOf(name);
    const validate = new Ajv({ allErrors: true }).compile(SPECIFICATION);
    expect([validate(descriptor), validate.errors]).toEqual([true, null]);
  });

  test("names fields once, and refers to what there is", async () => {
    const resources = resourcesOf(await packageOf(name));
    const fieldsOf = new Map(
      resources.map((resource) => [resource.name, resource.schema.fields.map((own) => own.name)]),
    );
    expect(fieldsOf.size).toBe(resources.length);
    for (const { name: resource, schema } of resources) {
      const own = fieldsOf.get(resource)!;
      expect(new Set(own).size).toBe(own.length);
      expect(own).toEqual(expect.arrayContaining([...schema.primaryKey]));
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        expect(own).toEqual(expect.arrayContaining([...fields]));
        expect(fieldsOf.get(reference.resource)).toEqual(expect.arrayContaining([...reference.fields]));
        expect(fields).toHaveLength(reference.fields.length);
      }
    }
  });

  test("has files that are what their schemas say", async () => {
    const made = await packageOf(name);
    const tables = new Map(
      resourcesOf(made).map((resource) => {
        const [heading = [], ...lines] = parse(made.files.find(({ path }) => path === resource.path)!.text);
        expect(heading).toEqual(resource.schema.fields.map((own) => own.name));
        return [resource.name, lines.map((line) => new Map(heading.map((column, i) => [column, line[i] ?? ""])))];
      }),
    );
    for (const { name: resource, schema } of resourcesOf(made)) {
      const lines = tables.get(resource)!;
      for (const own of schema.fields) for (const line of lines) expect(cellFault(own, line.get(own.name)!)).toBe("");
      const tuple = (line: ReadonlyMap<string, string>, columns: readonly string[]) =>
        columns.map((column) => line.get(column)!);
      const primary = lines.map((line) => JSON.stringify(tuple(line, schema.primaryKey)));
      expect(new Set(primary).size).toBe(lines.length);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const known = new Set(
          tables.get(reference.resource)!.map((line) => JSON.stringify(tuple(line, reference.fields))),
        );
        const pointing = lines
          .map((line) => tuple(line, fields))
          .filter((values) => values.some((value) => value !== ""));
        expect(pointing.filter((values) => !known.has(JSON.stringify(values)))).toEqual([]);
      }
    }
  });
});

/** What is wrong with a cell. A blank in a required field is what the check of the table finds, no fault of the export. */
function cellFault({ name, type, constraints: { enum: choices } = {} }: Field, value: string): string {
  if (value === "") return "";
  const shapes: Readonly<Record<string, RegExp>> = {
    integer: /^-?\d+$/u,
    number: /^-?\d+(?:\.\d+)?$/u,
    year: /^\d{4}$/u,
  };
  if (shapes[type]?.test(value) === false) return `${name} is no ${type}: ${value}`;
  return choices && !choices.includes(value) ? `${name} may not be ${value}` : "";
}
