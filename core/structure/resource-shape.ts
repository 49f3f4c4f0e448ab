import type {
  FieldDefinition,
  FormDefinition,
  LayoutDefinition,
  ResourceDefinition,
  RowKindDefinition,
} from "../form/form-definition.ts";

/** What the layouts of a form say of one resource: which fields hold one value, which one a period, which rows differ. */
export interface ResourceShape {
  readonly resource: ResourceDefinition;
  readonly layouts: readonly LayoutDefinition[];
  /** Fields with one value a period. */
  readonly series: readonly FieldDefinition[];
  /** Fields with one value a record. */
  readonly single: readonly FieldDefinition[];
  /** The field of the text in a table's corner: the same for all records of the table. */
  readonly corner: string | undefined;
  /** Fields of columns without heading. */
  readonly unheaded: ReadonlySet<string>;
  /** The row kind whose rows are titles of the records below: they become columns of those records. */
  readonly group: RowKindDefinition | undefined;
  /** What the title of a group hands down: its label and its number. A mark beside it is its own. */
  readonly handedDown: ReadonlySet<string>;
  /** The row kinds that have a data table of their own: costs, totals. */
  readonly rowKinds: readonly RowKindDefinition[];
  /** Its records stand in rows, where a value may be merged over several. */
  readonly isInRows: boolean;
}

/** The resources of a form that its layouts fill, in the order of the form. */
export function resourceShapes(form: FormDefinition): ResourceShape[] {
  return form.resources.flatMap((resource) => {
    const layouts = form.layouts.filter((layout) => layout.resource === resource.name);
    return layouts.length === 0 ? [] : [shapeOf(resource, layouts)];
  });
}

function shapeOf(resource: ResourceDefinition, layouts: readonly LayoutDefinition[]): ResourceShape {
  const { fields } = resource.schema;
  const series = new Set(layouts.flatMap(seriesFields));
  const headed = new Set(layouts.flatMap(headedFields));
  const kinds = layouts.flatMap((layout) => ("rowKinds" in layout ? (layout.rowKinds ?? []) : []));
  const titles = kinds.filter(({ spanning, label }) => spanning && !headed.has(label));
  // Of two levels of titles only rows of their own tell which holds what.
  const group = titles.length === 1 ? titles[0] : undefined;
  const unheaded = new Set(
    layouts.flatMap((layout) =>
      layout.type === "yearly-plan" ? (layout.unheaded ?? []).map(({ field }) => field) : [],
    ),
  );
  const numbers = fields.filter(({ name, kind }) => unheaded.has(name) && kind === "code").map(({ name }) => name);
  return {
    resource,
    layouts,
    series: fields.filter(({ name }) => series.has(name)),
    single: fields.filter(({ name }) => !series.has(name)),
    corner: layouts.find((layout) => layout.type === "yearly-plan")?.corner,
    unheaded,
    handedDown: new Set(group ? [group.label, ...numbers] : []),
    group,
    rowKinds: kinds.filter((kind, i) => kind !== group && kinds.findIndex(({ name }) => name === kind.name) === i),
    isInRows: layouts.some(({ type }) => type === "list" || type === "yearly-plan"),
  };
}

function seriesFields(layout: LayoutDefinition): string[] {
  switch (layout.type) {
    case "list":
    case "yearly-plan":
      return layout.columns.flatMap(({ yearly, fields }) => (yearly ? fields : []));
    case "card":
      return layout.items.flatMap(({ values, field }) => (values === "by-period" ? [field] : []));
    case "matrix":
      return [];
  }
}

function headedFields(layout: LayoutDefinition): string[] {
  switch (layout.type) {
    case "list":
    case "yearly-plan":
      return layout.columns.flatMap(({ fields }) => fields);
    case "card":
      return layout.items.map(({ field }) => field);
    case "matrix":
      return [layout.rowField, layout.columnField, ...layout.fields];
  }
}
