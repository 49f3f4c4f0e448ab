/**
 * What a column or item is about. Rules and column widths go by the kind, never by a document.
 * - `code` a number or letter that orders; `name` what the record is called; `organisation` 担当課・所管課;
 * - `plan` 内容・概要・目標; `result` 実績・実施状況; `evaluation` 実績に対する評価; `outlook` 今後の取り組み; `baseline` 現況;
 * - `rating` 評価・達成状況; `direction` 方向性・点検結果; `amount` 事業費; `count` 事業数; `total` 計;
 * - `marker` ＊ and ★; `heading` a section's heading carried by its records; `text` anything else.
 */
export const FIELD_KINDS = [
  "code",
  "name",
  "organisation",
  "plan",
  "result",
  "evaluation",
  "outlook",
  "baseline",
  "rating",
  "direction",
  "amount",
  "count",
  "total",
  "marker",
  "heading",
  "text",
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** Table Schema (Frictionless) constraints that this project uses. */
export interface FieldConstraints {
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

export interface FieldDefinition {
  readonly name: string;
  readonly title: string;
  readonly type: "string" | "integer" | "number" | "year" | "boolean";
  readonly kind: FieldKind;
  readonly description?: string;
  readonly constraints?: FieldConstraints;
  /** Untouched dropdown entries: neither a value nor a blank (未選択). */
  readonly unselected?: readonly string[];
}

export interface ResourceDefinition {
  readonly name: string;
  readonly title: string;
  readonly schema: {
    readonly fields: readonly FieldDefinition[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
  };
}

/** One column of a list or yearly plan, found by its heading. */
export interface ColumnDefinition {
  /** The field that the column fills. Several fields for one heading that spans several columns. */
  readonly fields: readonly string[];
  /** Spellings of the heading. `{fiscalYear}` stands for any 年度, `{n}` for any number. */
  readonly headings: readonly string[];
  /** The heading that stands above this one (年度別の取組計画). */
  readonly under?: string;
  /** One column a year: the heading names the period. */
  readonly yearly?: boolean;
  /** Merged, or left blank, over the rows of one group; the group's first value holds for all. */
  readonly grouped?: boolean;
  /** The workbook is recognised without it. */
  readonly optional?: boolean;
  /** The year in this heading is the document's fiscal year. */
  readonly statesFiscalYear?: boolean;
}

/** A row of a list that is no plain record: a cost row, a total, a group's title. */
export interface RowKindDefinition {
  readonly name: string;
  /** Matched against the row's first text, folded. */
  readonly pattern?: string;
  /** The row's only text, over most of the table. */
  readonly spanning?: boolean;
  /** The field that takes the row's label. */
  readonly label: string;
}

/** 一覧表: one heading row (or stacked headings), one record a row. */
export interface ListLayout {
  readonly type: "list";
  readonly resource: string;
  readonly columns: readonly ColumnDefinition[];
  readonly rowKinds?: readonly RowKindDefinition[];
}

/** 年度別計画: a list with years as columns, a number in the corner above its headings, and columns without heading. */
export interface YearlyPlanLayout {
  readonly type: "yearly-plan";
  readonly resource: string;
  /** The field that takes the corner text (No. 8 - 1). */
  readonly corner: string;
  /** Fields of columns without heading, to the left of the first heading. */
  readonly unheaded?: readonly { readonly field: string; readonly pattern: string }[];
  readonly columns: readonly ColumnDefinition[];
  readonly rowKinds?: readonly RowKindDefinition[];
}

/** 個票: a block of labels and values for each record; the first label begins a block. */
export interface CardLayout {
  readonly type: "card";
  readonly resource: string;
  readonly items: readonly {
    readonly labels: readonly string[];
    readonly field: string;
    /** `one` value to the right of the label, or one under each period of the block's period row. */
    readonly values: "one" | "by-period";
  }[];
  /** The label of the row that names the periods (年度). */
  readonly periodLabel: string;
}

/** 行列: values where a row heading meets a column heading. */
export interface MatrixLayout {
  readonly type: "matrix";
  readonly resource: string;
  readonly corner: string;
  readonly columnHeadings: readonly string[];
  readonly rowHeadings: readonly string[];
  readonly rowField: string;
  readonly columnField: string;
  /** Fields of the cells under one column heading, left to right. */
  readonly fields: readonly string[];
}

export type LayoutDefinition = ListLayout | YearlyPlanLayout | CardLayout | MatrixLayout;

/** What a text outside the tables is. */
export const TEXT_ROLES = [
  "title",
  "period",
  "section",
  "heading",
  "paragraph",
  "item",
  "note",
  "organisation",
  "residue",
] as const;
export type TextRole = (typeof TEXT_ROLES)[number];

export interface TextDefinition {
  readonly role: TextRole;
  /** A regular expression for the text as it stands, spaces at both ends taken off. `{fiscalYear}` and `{n}` as in headings. */
  readonly pattern: string;
  /** 1 for the highest heading. */
  readonly level?: number;
  /** `first`: only the first text of the sheet that no earlier entry took. */
  readonly at?: "first";
  readonly statesFiscalYear?: boolean;
}

export interface RuleSetting {
  readonly enabled?: boolean;
  readonly severity?: "error" | "warning" | "info";
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface ReportDefinition {
  readonly size: "A4" | "A3";
  readonly orientation: "portrait" | "landscape";
  /** Millimetres. */
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly typeface: "gothic" | "mincho";
  /** Points. */
  readonly fontSize: number;
  /** Printed title where the workbook holds none. `{fiscalYear}` becomes 令和3年度. */
  readonly title: string;
  readonly subject: string;
  /** How pages are numbered: 1 / 16 unless it says otherwise. */
  readonly pageNumbers?: "page-of-pages" | "page" | "dashed" | "none";
  /** A word that stands large and pale behind every page: 案, 取扱注意. */
  readonly watermark?: string;
  /** Greys instead of colours. */
  readonly monochrome?: boolean;
  /** Shares of a table's width by field; a field that is not named gets a share by its kind. */
  readonly widths?: Readonly<Record<string, number>>;
  /** Names of the fields that the template leaves out on purpose. */
  readonly leftOut?: readonly string[];
}

/** How the data tables of a form are made from its resources and layouts; without it they have the names of the resources. */
export interface StructureDefinition {
  /**
   * Titles by the name of the data table: `plan-items`, `plan-items-yearly` (one row a period), `plan-items-cost` (rows of
   * a kind), `plan-items-cost-yearly`, `sections`, `document`, `headings`.
   */
  readonly titles?: Readonly<Record<string, string>>;
  /** The running text below each heading becomes a record. */
  readonly sections?: boolean;
}

/** What an empty workbook of a form holds before anybody fills it in. In its texts `{fiscalYear}` stands for 令和7年度, `{fiscalYear-2}` for two years before. */
export interface NewWorkbookDefinition {
  /** Texts outside the tables besides the title: in front of the first table, or above the tables of a resource. */
  readonly texts?: readonly { readonly text: string; readonly above?: string }[];
  /** The years that stand side by side, by resource; without them only the fiscal year itself. */
  readonly periods?: Readonly<Record<string, readonly string[]>>;
}

/** A form (様式): what its tables hold, how the form sheet shows them, which rules apply, how it prints. */
export interface FormDefinition {
  readonly name: string;
  readonly title: string;
  readonly municipality: string;
  readonly description?: string;
  readonly resources: readonly ResourceDefinition[];
  readonly layouts: readonly LayoutDefinition[];
  readonly texts: readonly TextDefinition[];
  readonly structure?: StructureDefinition;
  readonly newWorkbook?: NewWorkbookDefinition;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly report: ReportDefinition;
}
