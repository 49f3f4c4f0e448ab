import { FIELD_KINDS, TEXT_ROLES } from "./form-definition.ts";
import type { JsonSchema } from "./json-schema.ts";

const text: JsonSchema = { type: "string", minLength: 1 };
const texts: JsonSchema = { type: "array", items: text, minItems: 1 };
const flag: JsonSchema = { type: "boolean" };
const identifier: JsonSchema = { type: "string", pattern: "^[a-z][A-Za-z0-9]*$" };
const identifiers: JsonSchema = { type: "array", items: identifier, minItems: 1 };
const kebab: JsonSchema = { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" };
const millimetres: JsonSchema = { type: "number", minimum: 0, maximum: 100 };

const object = (properties: Record<string, JsonSchema>, required: readonly string[]): JsonSchema => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

const field = object(
  {
    name: identifier,
    title: text,
    type: { enum: ["string", "integer", "number", "year", "boolean"] },
    kind: { enum: FIELD_KINDS, description: "何の欄か。検証規則と列幅はこれで決まります。" },
    description: text,
    constraints: object(
      {
        required: flag,
        unique: flag,
        enum: texts,
        pattern: text,
        minimum: { type: "number" },
        maximum: { type: "number" },
        maxLength: { type: "integer", minimum: 1 },
      },
      [],
    ),
    unselected: texts,
  },
  ["name", "title", "type", "kind"],
);

const column = object(
  {
    fields: identifiers,
    headings: { ...texts, description: "見出しの書き方。{fiscalYear} は年度、{n} は数字。" },
    under: text,
    yearly: flag,
    grouped: flag,
    optional: flag,
    statesFiscalYear: flag,
  },
  ["fields", "headings"],
);

const rowKind = object({ name: identifier, pattern: text, spanning: flag, label: identifier }, ["name", "label"]);
const columns: JsonSchema = { type: "array", items: column, minItems: 1 };
const rowKinds: JsonSchema = { type: "array", items: rowKind };

const list = object({ type: { const: "list" }, resource: kebab, columns, rowKinds }, ["type", "resource", "columns"]);

const yearlyPlan = object(
  {
    type: { const: "yearly-plan" },
    resource: kebab,
    corner: identifier,
    unheaded: { type: "array", items: object({ field: identifier, pattern: text }, ["field", "pattern"]) },
    columns,
    rowKinds,
  },
  ["type", "resource", "corner", "columns"],
);

const card = object(
  {
    type: { const: "card" },
    resource: kebab,
    items: {
      type: "array",
      minItems: 1,
      items: object({ labels: texts, field: identifier, values: { enum: ["one", "by-period"] } }, [
        "labels",
        "field",
        "values",
      ]),
    },
    periodLabel: text,
  },
  ["type", "resource", "items", "periodLabel"],
);

const matrix = object(
  {
    type: { const: "matrix" },
    resource: kebab,
    corner: text,
    columnHeadings: texts,
    rowHeadings: texts,
    rowField: identifier,
    columnField: identifier,
    fields: identifiers,
  },
  ["type", "resource", "corner", "columnHeadings", "rowHeadings", "rowField", "columnField", "fields"],
);

const resource = object(
  {
    name: kebab,
    title: text,
    schema: object(
      {
        fields: { type: "array", items: field, minItems: 1 },
        primaryKey: identifiers,
        foreignKeys: {
          type: "array",
          items: object(
            {
              fields: identifiers,
              reference: object({ resource: kebab, fields: identifiers }, ["resource", "fields"]),
            },
            ["fields", "reference"],
          ),
        },
      },
      ["fields"],
    ),
  },
  ["name", "title", "schema"],
);

/**
 * The shape of `form.json`. `templates/form.schema.json`, which editors read, is written from it, and
 * `parseFormDefinition` checks by it: the two cannot differ.
 */
export const FORM_SCHEMA: JsonSchema = {
  ...object(
    {
      $schema: text,
      name: { ...kebab, description: "フォルダー名と同じ名前。自治体名-帳票名。" },
      title: text,
      municipality: text,
      description: text,
      resources: { type: "array", items: resource, minItems: 1 },
      layouts: {
        type: "array",
        minItems: 1,
        items: { discriminator: "type", oneOf: [list, yearlyPlan, card, matrix] },
      },
      texts: {
        type: "array",
        items: object(
          {
            role: { enum: TEXT_ROLES },
            pattern: text,
            level: { type: "integer", minimum: 1, maximum: 6 },
            at: { enum: ["first"] },
            statesFiscalYear: flag,
          },
          ["role", "pattern"],
        ),
      },
      rules: {
        type: "object",
        additionalProperties: object(
          { enabled: flag, severity: { enum: ["error", "warning", "info"] }, options: { type: "object" } },
          [],
        ),
      },
      report: object(
        {
          size: { enum: ["A4", "A3"] },
          orientation: { enum: ["portrait", "landscape"] },
          margin: object({ top: millimetres, right: millimetres, bottom: millimetres, left: millimetres }, [
            "top",
            "right",
            "bottom",
            "left",
          ]),
          typeface: { enum: ["gothic", "mincho"] },
          fontSize: { type: "number", minimum: 5, maximum: 24 },
          title: text,
          subject: text,
          widths: { type: "object", additionalProperties: { type: "number", minimum: 0.1 } },
        },
        ["size", "orientation", "margin", "typeface", "fontSize", "title", "subject"],
      ),
    },
    ["name", "title", "municipality", "resources", "layouts", "texts", "report"],
  ),
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Hyoka の帳票定義（form.json）",
};
