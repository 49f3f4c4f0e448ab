/** The part of JSON Schema (draft 7) that form definitions need. The objects of a `oneOf` are told apart by their `type`. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: "string" | "number" | "integer" | "boolean" | "object" | "array";
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | false;
  readonly oneOf?: readonly JsonSchema[];
}

/** One fault of a JSON value: where it is (`layouts[0].columns[2].fields`) and a Japanese sentence. */
export interface SchemaFault {
  readonly path: string;
  readonly message: string;
}

const TYPE_NAMES = {
  string: "文字列",
  number: "数",
  integer: "整数",
  boolean: "true または false",
  object: "オブジェクト { }",
  array: "配列 [ ]",
} as const;

/** Every fault of a value against a schema, in the order of the document. An empty list: the value fits. */
export function schemaFaults(value: unknown, schema: JsonSchema, path = ""): SchemaFault[] {
  const fault = (message: string): SchemaFault[] => [{ path: path || "（全体）", message }];
  if (schema.const !== undefined && value !== schema.const) return fault(`「${schema.const}」でなければなりません。`);
  if (schema.enum && !(schema.enum as readonly unknown[]).includes(value)) {
    return fault(`次のどれかにしてください: ${schema.enum.join("、")}。`);
  }
  if (schema.type && !hasType(value, schema.type)) return fault(`${TYPE_NAMES[schema.type]}でなければなりません。`);
  if (schema.oneOf) return oneOfFaults(value, schema, path);
  if (typeof value === "string") return stringFaults(value, schema, fault);
  if (typeof value === "number") return numberFaults(value, schema, fault);
  if (Array.isArray(value)) return arrayFaults(value, schema, path, fault);
  if (isObject(value)) return objectFaults(value, schema, path);
  return [];
}

type Fault = (message: string) => SchemaFault[];

function stringFaults(value: string, schema: JsonSchema, fault: Fault): SchemaFault[] {
  if (schema.minLength !== undefined && value.length < schema.minLength) return fault("空にできません。");
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value)) {
    return fault(`「${value}」は使えない書き方です（${schema.pattern} に合わせてください）。`);
  }
  return [];
}

function numberFaults(value: number, schema: JsonSchema, fault: Fault): SchemaFault[] {
  if (schema.minimum !== undefined && value < schema.minimum) return fault(`${schema.minimum} 以上にしてください。`);
  if (schema.maximum !== undefined && value > schema.maximum) return fault(`${schema.maximum} 以下にしてください。`);
  return [];
}

function arrayFaults(value: readonly unknown[], schema: JsonSchema, path: string, fault: Fault): SchemaFault[] {
  if (schema.minItems !== undefined && value.length < schema.minItems) return fault("一つ以上書いてください。");
  const { items } = schema;
  return items ? value.flatMap((item, index) => schemaFaults(item, items, `${path}[${index}]`)) : [];
}

function objectFaults(value: Readonly<Record<string, unknown>>, schema: JsonSchema, path: string): SchemaFault[] {
  const join = (name: string) => (path ? `${path}.${name}` : name);
  const missing = (schema.required ?? [])
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => ({ path: join(name), message: "がありません。" }));
  const present = Object.entries(value).flatMap(([name, item]) => {
    const known = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    const expected = known ?? schema.additionalProperties;
    if (expected === false) return [{ path: join(name), message: "は知らない項目です。名前の誤りではありませんか。" }];
    return expected ? schemaFaults(item, expected, join(name)) : [];
  });
  return [...missing, ...present];
}

function oneOfFaults(value: unknown, schema: JsonSchema, path: string): SchemaFault[] {
  if (!isObject(value)) return [{ path, message: `${TYPE_NAMES.object}でなければなりません。` }];
  const options = schema.oneOf ?? [];
  const tagOf = (option: JsonSchema) => option.properties?.type?.const;
  const chosen = options.find((option) => tagOf(option) === value.type);
  if (chosen) return schemaFaults(value, chosen, path);
  return [{ path: `${path}.type`, message: `次のどれかにしてください: ${options.map(tagOf).join("、")}。` }];
}

function hasType(value: unknown, type: NonNullable<JsonSchema["type"]>): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
