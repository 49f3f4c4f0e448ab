import type { FieldDefinition, FormDefinition, RowKindDefinition } from "../form/form-definition.ts";
import { computedCounts, type ComputedCount } from "./computed-counts.ts";
import { holdsFigures, indicatorColumns, type IndicatorPart } from "./indicator-columns.ts";
import {
  column,
  keyColumn,
  ownUnitColumn,
  recordNumber,
  sectionColumns,
  sharedColumn,
  sourceColumn,
  tableNumber,
  unitColumn,
} from "./planned-columns.ts";
import { resourceShapes, type ResourceShape } from "./resource-shape.ts";
import { HEADING_PARTS, LAYOUT_ROLE_NAMES, ROLE_NAMES } from "./role-names.ts";
import type { ForeignKey, StructuredColumn } from "./structured-workbook.ts";

/** Where the values of a planned column come from. */
export type ColumnSource =
  | { readonly is: "record-number" | "table-number" | "source" | "shared" }
  | { readonly is: "section"; readonly level: number }
  | { readonly is: "field" | "group" | "key" | "own-unit"; readonly field: string }
  | { readonly is: "count"; readonly count: ComputedCount }
  | { readonly is: "extra"; readonly heading: string }
  | { readonly is: "item" | "period" | "year" | "era-year" | "series" | "unit" }
  | { readonly is: "indicator"; readonly part: IndicatorPart }
  | { readonly is: "plain" };

export interface PlannedColumn extends StructuredColumn {
  readonly from: ColumnSource;
  /** Left out of a workbook where no row holds a value. */
  readonly optional?: true;
}

/** What a data table holds. `rowKind` is `record` or the name of a row kind. */
export type TableSubject =
  | { readonly is: "records" | "series" | "indicators"; readonly shape: ResourceShape; readonly rowKind: string }
  | { readonly is: "texts" | "headings" | "sections" | "codes" | "fields" };

/** A data table of a form before any record is in it: every year's workbook has the same. */
export interface TablePlan {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly subject: TableSubject;
  readonly columns: readonly PlannedColumn[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly isView: boolean;
}

/** The data tables of a form, derived from its resources and layouts; `structure.titles` of the form names them. */
export function planTables(form: FormDefinition): TablePlan[] {
  const context: PlanContext = { form, levels: sectionLevels(form), counts: computedCounts(form) };
  const shapes = resourceShapes(form);
  const measured = shapes.filter(holdsFigures);
  const plans = [
    ...shapes.flatMap((shape) => resourceTables(shape, context)),
    ...measured.map((shape) => indicatorTable(shape, measured.length > 1, context)),
    ...(form.structure?.sections ? [sectionTable(context)] : []),
    textTable(context),
    headingTable(context),
    fieldTable(context),
    codeTable(context),
  ];
  const titles = new Set<string>();
  return plans.map((plan) => ({ ...plan, title: unique(plan.title, titles, (title, n) => `${title}(${n})`) }));
}

interface PlanContext {
  readonly form: FormDefinition;
  readonly levels: readonly number[];
  readonly counts: readonly ComputedCount[];
}

/** Levels of the headings that stand over records. */
function sectionLevels({ texts }: FormDefinition): number[] {
  const levels = texts.flatMap(({ level }) => (level === undefined ? [] : [level]));
  return [...new Set(levels)].sort((a, b) => a - b);
}

function resourceTables(shape: ResourceShape, context: PlanContext): TablePlan[] {
  const kinds = [undefined, ...shape.rowKinds];
  return kinds.flatMap((kind) => [
    recordTable(shape, kind, context),
    ...(shape.series.length > 0 ? [seriesTable(shape, kind, context)] : []),
  ]);
}

function recordTable(shape: ResourceShape, kind: RowKindDefinition | undefined, context: PlanContext): TablePlan {
  const { resource } = shape;
  const name = kind ? `${resource.name}-${kind.name}` : resource.name;
  return table(context, {
    name,
    title: kind ? `${resource.title}（${kind.name}）` : resource.title,
    description: kind
      ? `表「${resource.title}」のうち、ふつうの記録でない行です。`
      : "一行が一件の記録です。結合されていた値は、どの行にも入れてあります。",
    subject: { is: "records", shape, rowKind: kind?.name ?? "record" },
    columns: [
      recordNumber(),
      ...sectionColumns(context.levels),
      ...shape.single
        .filter(({ name: field }) => !kind || isFieldOf(kind, shape, field))
        .flatMap((field) => fieldColumns(field, shape, kind, context.counts)),
      ...(kind && shape.series.length > 0 ? [unitColumn()] : []),
      ...(shape.isInRows ? [sharedColumn()] : []),
      tableNumber(),
      sourceColumn(),
    ],
    primaryKey: ["recordNumber"],
    foreignKeys: kind ? [] : (resource.schema.foreignKeys ?? []),
  });
}

/** The title of a group heads records: the rows of other kinds stand below it without belonging to it. */
function isFieldOf(kind: RowKindDefinition, { group }: ResourceShape, field: string): boolean {
  return field !== group?.label || field === kind.label;
}

function fieldColumns(
  field: FieldDefinition,
  shape: ResourceShape,
  kind: RowKindDefinition | undefined,
  counts: readonly ComputedCount[],
): PlannedColumn[] {
  const count = counts.find((each) => each.resource === shape.resource.name && each.field === field.name);
  const isLabel = kind?.label === field.name;
  const title = isLabel ? "行の見出し" : count ? `${field.title}(記載)` : field.title;
  const from = !kind && shape.group?.label === field.name ? "group" : "field";
  const unit = unitOf(field);
  const stated: PlannedColumn = {
    name: field.name,
    title,
    type: isLabel ? "string" : field.type,
    purpose: "value",
    kind: isLabel ? "name" : field.kind,
    from: { is: from, field: field.name },
    ...(unit === undefined ? {} : { unit }),
    ...(field.description === undefined ? {} : { description: field.description }),
    // The rules of a record's field do not hold for a total.
    ...(field.constraints && !kind ? { constraints: field.constraints } : {}),
    ...(field.unselected && !kind ? { unselected: field.unselected } : {}),
  };
  // A key is one text; a label is one too.
  const isSplit = !isLabel && from === "field" && !shape.resource.schema.primaryKey?.includes(field.name);
  const own = isSplit ? ownUnitColumn(field, `${title}の単位`) : [];
  if (!count) return [stated, ...own];
  const computed = column(`${field.name}Computed`, `${field.title}(計算)`, "integer", "computed", {
    is: "count",
    count,
  });
  return [stated, ...own, { ...computed, kind: "count", description: "個々の記録から数え直した数です。" }];
}

/** 事業費(百万円) states the unit of its numbers. */
function unitOf({ title, type }: FieldDefinition): string | undefined {
  return type === "integer" || type === "number" ? unitIn(title) : undefined;
}

/** The unit in brackets at the end of a label. */
export function unitIn(label: string): string | undefined {
  return /[（(]\s*(?:単位\s*[:：]\s*)?([^（）()]+?)\s*[)）]\s*$/u.exec(label)?.[1];
}

function seriesTable(shape: ResourceShape, kind: RowKindDefinition | undefined, context: PlanContext): TablePlan {
  const { resource, series } = shape;
  const owner = kind ? `${resource.name}-${kind.name}` : resource.name;
  const single = series.length === 1 ? series[0] : undefined;
  const keys = (resource.schema.primaryKey ?? []).flatMap((key) => shape.single.filter(({ name }) => name === key));
  return table(context, {
    name: `${owner}-yearly`,
    title: kind ? `${resource.title}（${kind.name}・年度別）` : `${resource.title}（年度別）`,
    description: "一行が、一件の記録の一つの年度です。",
    subject: { is: "series", shape, rowKind: kind?.name ?? "record" },
    columns: [
      recordNumber(),
      ...keys.map((field) => keyColumn(field, field.name === kind?.label ? "行の見出し" : field.title)),
      ...(single ? [] : [itemColumn(series)]),
      { ...column("period", "期", "string", "value", { is: "period" }), kind: "code" as const },
      { ...column("fiscalYear", "年度", "year", "computed", { is: "year" }), description: "西暦です。" },
      column("eraYear", "年度(和暦)", "string", "computed", { is: "era-year" }),
      valueColumn(single, kind),
      ...(kind
        ? [unitColumn()]
        : series.flatMap((field) => ownUnitColumn({ ...field, name: "value" }, "単位")).slice(0, 1)),
      sourceColumn(),
    ],
    primaryKey: ["recordNumber", ...(single ? [] : ["item"]), "period"],
    foreignKeys: [{ fields: ["recordNumber"], reference: { resource: owner, fields: ["recordNumber"] } }],
  });
}

function indicatorTable(shape: ResourceShape, isOneOfMany: boolean, context: PlanContext): TablePlan {
  const { resource } = shape;
  const name = `${resource.name}-indicators`;
  const fields = ["recordNumber"];
  return table(context, {
    name,
    title: isOneOfMany ? `${resource.title}（指標）` : "指標",
    description:
      "文の中の数を、一行に一つずつ取り出したものです。元の文は元の表にそのままあります。「要確認」の行は、元の文と見比べて直してください。",
    subject: { is: "indicators", shape, rowKind: "record" },
    columns: indicatorColumns(shape),
    primaryKey: ["indicatorNumber"],
    foreignKeys: [
      { fields, reference: { resource: resource.name, fields } },
      { fields: ["partOf"], reference: { resource: name, fields: ["indicatorNumber"] } },
    ],
  });
}

function valueColumn(single: FieldDefinition | undefined, kind: RowKindDefinition | undefined): PlannedColumn {
  if (kind) return { ...column("value", "数値", "number", "value", { is: "series" }), kind: "amount" };
  const title = single?.title ?? "内容";
  return {
    ...column("value", title, single?.type ?? "string", "value", { is: "series" }),
    kind: single?.kind ?? "plan",
  };
}

function itemColumn(series: readonly FieldDefinition[]): PlannedColumn {
  const own = column("item", "区分", "string", "value", { is: "item" });
  return { ...own, kind: "name", constraints: { required: true, enum: series.map(({ title }) => title) } };
}

function sectionTable(context: PlanContext): TablePlan {
  const text = (name: string, title: string): PlannedColumn => ({
    ...column(name, title, "string", "computed", { is: "plain" }),
    kind: "plan",
  });
  return table(context, {
    name: "sections",
    title: "本文",
    description: "一行が一つの見出しの下の文です。表「文書」から作った写しなので、直すときは「文書」を直してください。",
    subject: { is: "sections" },
    columns: [
      column("sectionNumber", "節番号", "integer", "identity", { is: "plain" }),
      ...sectionColumns(context.levels),
      text("paragraphs", "本文"),
      text("items", "箇条書き"),
      text("notes", "注記"),
      { ...text("organisation", "担当課"), kind: "organisation" },
      { ...text("tableNumbers", "表番号"), kind: "code" },
    ],
    primaryKey: ["sectionNumber"],
    foreignKeys: [],
    isView: true,
  });
}

function textTable(context: PlanContext): TablePlan {
  const roles = [...Object.values(ROLE_NAMES), ...Object.values(LAYOUT_ROLE_NAMES)];
  return table(context, {
    name: "document",
    title: "文書",
    description: "表の外の文を、様式での順に並べたものです。表のあった所には、その表の番号があります。",
    subject: { is: "texts" },
    columns: [
      column("order", "順番", "integer", "identity", { is: "plain" }),
      {
        ...column("role", "役割", "string", "value", { is: "plain" }),
        kind: "direction",
        constraints: { enum: roles },
      },
      {
        ...column("level", "段階", "integer", "value", { is: "plain" }),
        description: "見出しの段階です。1 がいちばん上です。",
      },
      { ...column("text", "本文", "string", "value", { is: "plain" }), kind: "plan" },
      column("tableNumber", "表番号", "integer", "identity", { is: "table-number" }),
      sourceColumn(),
    ],
    primaryKey: ["order"],
    foreignKeys: [],
  });
}

function headingTable(context: PlanContext): TablePlan {
  const text = (name: string, title: string): PlannedColumn => ({
    ...column(name, title, "string", "value", { is: "plain" }),
    kind: "name",
  });
  return table(context, {
    name: "headings",
    title: "見出し",
    description: "様式の表にある見出しの書き方です。印刷では、この言葉が見出しになります。",
    subject: { is: "headings" },
    columns: [
      tableNumber(),
      {
        ...column("part", "種類", "string", "value", { is: "plain" }),
        constraints: { enum: Object.values(HEADING_PARTS) },
      },
      column("order", "順番", "integer", "identity", { is: "plain" }),
      text("field", "項目"),
      column("period", "期の番号", "integer", "identity", { is: "plain" }),
      text("heading", "見出し"),
      text("under", "上の見出し"),
      column("sourceCell", "元のセル", "string", "source", { is: "plain" }),
      column("underSourceCell", "上の見出しの元のセル", "string", "source", { is: "plain" }),
    ],
    primaryKey: ["tableNumber", "part", "order"],
    foreignKeys: [],
  });
}

function fieldTable(context: PlanContext): TablePlan {
  const text = (name: string, title: string, kind: PlannedColumn["kind"] = "name"): PlannedColumn => ({
    ...column(name, title, "string", "computed", { is: "plain" }),
    kind,
  });
  return table(context, {
    name: "fields",
    title: "項目の説明",
    description: "このブックの表と項目の一覧です。",
    subject: { is: "fields" },
    columns: [
      text("table", "表"),
      text("field", "項目"),
      text("name", "名前"),
      text("type", "型", "code"),
      text("unit", "単位", "code"),
      text("required", "必須", "code"),
      text("purpose", "扱い"),
      text("description", "説明", "plan"),
    ],
    primaryKey: ["table", "field"],
    foreignKeys: [],
    isView: true,
  });
}

function codeTable(context: PlanContext): TablePlan {
  return table(context, {
    name: "codes",
    title: "選択肢",
    description: "選んで入れる項目で使える値の一覧です。",
    subject: { is: "codes" },
    columns: [
      { ...column("table", "表", "string", "computed", { is: "plain" }), kind: "name" },
      { ...column("field", "項目", "string", "computed", { is: "plain" }), kind: "name" },
      { ...column("value", "値", "string", "computed", { is: "plain" }), kind: "name" },
    ],
    primaryKey: ["table", "field", "value"],
    foreignKeys: [],
    isView: true,
  });
}

function table(
  { form }: PlanContext,
  plan: Omit<TablePlan, "isView" | "title"> & { readonly title: string; readonly isView?: boolean },
): TablePlan {
  const title = form.structure?.titles?.[plan.name] ?? plan.title;
  return { isView: false, ...plan, title, columns: withUniqueNames(plan.columns) };
}

/** Excel compares the headings of a table without regard to case; a second one of a name counts up. */
export function withUniqueNames(columns: readonly PlannedColumn[]): PlannedColumn[] {
  const names = new Set<string>();
  const titles = new Set<string>();
  return columns.map((each) => ({
    ...each,
    name: unique(each.name, names, (name, n) => `${name}${n}`),
    title: unique(each.title.replace(/\s+/gu, " ").trim(), titles, (title, n) => `${title}(${n})`),
  }));
}

function unique(wanted: string, taken: Set<string>, counted: (text: string, n: number) => string): string {
  let text = wanted;
  for (let n = 2; taken.has(text.toLowerCase()); n++) text = counted(wanted, n);
  taken.add(text.toLowerCase());
  return text;
}
