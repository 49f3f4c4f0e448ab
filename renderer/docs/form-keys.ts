import type { JsonSchema } from "../../core/form/json-schema.ts";
import { code, codes, linkTo, table } from "./markdown.ts";

/** One object of the schema with keys of its own, under the name of its place. */
interface Section {
  readonly title: string;
  readonly schema: JsonSchema;
}

const ROOT = "全体";

/** Every key of a `form.json`, a table for each object, in the order in which they come. */
export function formKeys(schema: JsonSchema): string {
  const sections = collect(schema);
  const titles = new Map(sections.map(({ schema: object, title }) => [object, title]));
  return sections.map((section) => sectionText(section, titles)).join("\n\n");
}

/** Paths of properties without a description; a test keeps it empty. */
export function undescribedKeys(schema: JsonSchema): string[] {
  return collect(schema).flatMap(({ title, schema: object }) =>
    Object.entries(object.properties ?? {}).flatMap(([key, { description }]) =>
      description === undefined ? [`${title}.${key}`] : [],
    ),
  );
}

function collect(root: JsonSchema): Section[] {
  const sections: Section[] = [];
  const seen = new Set<JsonSchema>();
  const visit = (schema: JsonSchema, path: string): void => {
    if (schema.items) {
      visit(schema.items, `${path}[]`);
      return;
    }
    for (const choice of schema.oneOf ?? []) {
      visit(choice, `${path}（${choice.properties?.type?.const ?? ""}）`);
    }
    if (schema.additionalProperties) visit(schema.additionalProperties, `${path} の値`);
    if (!schema.properties || seen.has(schema)) return;
    seen.add(schema);
    sections.push({ title: path || ROOT, schema });
    for (const [key, property] of Object.entries(schema.properties)) {
      // Choices have long names already; what stands in them is found by its own.
      const own = path === "" || path.includes("（") ? key : `${path}.${key}`;
      visit(property, own);
    }
  };
  visit(root, "");
  return sections;
}

function sectionText({ title, schema }: Section, titles: ReadonlyMap<JsonSchema, string>): string {
  const required = new Set(schema.required);
  const rows = Object.entries(schema.properties ?? {}).map(([key, property]) => [
    code(key),
    required.has(key) ? "必須" : "",
    valueText(property, titles),
    property.description ?? "",
  ]);
  return `### ${title}\n\n${table(["キー", "", "値", "説明"], rows)}`;
}

function valueText(schema: JsonSchema, titles: ReadonlyMap<JsonSchema, string>): string {
  const section = titles.get(schema);
  if (section !== undefined) return `オブジェクト（${linkTo(section)}）`;
  if (schema.const !== undefined) return code(`"${schema.const}"`);
  if (schema.enum) return codes(schema.enum);
  if (schema.oneOf) return `次のどれか（${schema.oneOf.map((choice) => linkTo(titles.get(choice) ?? "")).join("、")}）`;
  if (schema.items)
    return `${valueText(schema.items, titles)}の配列${schema.minItems === undefined ? "" : "、一つ以上"}`;
  if (schema.additionalProperties) return `名前ごとの${valueText(schema.additionalProperties, titles)}`;
  return scalarText(schema);
}

/** The two patterns of names, in words. */
const PATTERNS: Readonly<Record<string, string>> = {
  "^[a-z][A-Za-z0-9]*$": "小文字で始まる英数字",
  "^[a-z0-9]+(-[a-z0-9]+)*$": "英小文字と数字。語は - でつなぐ",
};

function scalarText({ type, pattern, minimum, maximum }: JsonSchema): string {
  const range = [minimum === undefined ? "" : `${minimum} 以上`, maximum === undefined ? "" : `${maximum} 以下`].filter(
    Boolean,
  );
  const rules = [...(pattern === undefined ? [] : [PATTERNS[pattern] ?? code(pattern)]), ...range];
  const name = {
    string: "文字列",
    number: "数",
    integer: "整数",
    boolean: "`true` か `false`",
    object: "オブジェクト",
    array: "配列",
  }[type ?? "object"];
  return rules.length > 0 ? `${name}（${rules.join("、")}）` : name;
}
