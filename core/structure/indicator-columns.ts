import type { FieldDefinition, FieldKind } from "../form/form-definition.ts";
import type { PlannedColumn } from "./plan-tables.ts";
import { column, keyColumn, recordNumber } from "./planned-columns.ts";
import type { ResourceShape } from "./resource-shape.ts";

/** What one column of the indicator table (指標) holds. */
export type IndicatorPart =
  | "number"
  | "item"
  | "period"
  | "subject"
  | "label"
  | "qualifier"
  | "approximate"
  | "value"
  | "unit"
  | "year"
  | "era-year"
  | "review"
  | "part-of"
  | "source"
  | "source-text";

/** What a person says of a figure: looked at and right, or no figure at all. 要確認 is what the program says of its own doubts. */
export const REVIEWS = { open: "要確認", confirmed: "確認済み", ruledOut: "対象外" } as const;

/** Kinds of fields whose texts hold figures. A plan counts where it is one for a year. */
const MEASURED: ReadonlySet<FieldKind> = new Set(["result", "evaluation", "baseline", "total", "plan"]);

/** Whether the texts of a field may hold figures. */
export function isMeasured({ kind, type }: FieldDefinition): boolean {
  return type === "string" && MEASURED.has(kind);
}

/** Whether the records of a resource say what was done, or planned for each year. */
export function holdsFigures({ resource, series }: ResourceShape): boolean {
  return series.some(isMeasured) || resource.schema.fields.some((field) => field.kind !== "plan" && isMeasured(field));
}

/** The columns of the indicator table of a resource. */
export function indicatorColumns({ resource, single, series }: ResourceShape): PlannedColumn[] {
  const keys = (resource.schema.primaryKey ?? []).flatMap((key) => single.filter(({ name }) => name === key));
  const items = resource.schema.fields.filter(isMeasured).map(({ title }) => title);
  const number = part("number", "indicatorNumber", "指標番号", "integer", "identity");
  return [
    number,
    recordNumber(),
    ...keys.map((field) => keyColumn(field, field.title)),
    { ...part("item", "item", "項目", "string", "source"), constraints: { enum: items }, kind: "name" },
    ...(series.length > 0 ? [{ ...part("period", "period", "期", "string", "source"), kind: "code" as const }] : []),
    {
      ...part("subject", "subject", "対象", "string", "value"),
      description: "「参加者」のように、何についての数かを別の語が示すときの、その語です。",
    },
    {
      ...part("label", "label", "指標", "string", "value"),
      kind: "name",
      description: "数が何を表すか。元の文の言葉です。",
    },
    {
      ...part("qualifier", "qualifier", "修飾", "string", "value"),
      kind: "code",
      description: "延べ、計、年、全など、どう数えたかを示す語です。",
    },
    {
      ...part("approximate", "approximate", "概数", "string", "value"),
      kind: "marker",
      constraints: { enum: ["約"] },
    },
    { ...part("value", "value", "値", "number", "value"), kind: "amount", constraints: { required: true } },
    { ...part("unit", "unit", "単位", "string", "value"), kind: "code" },
    {
      ...part("year", "fiscalYear", "年度", "year", "value"),
      description: "西暦です。文から決まらないときは空欄です。",
    },
    part("era-year", "eraYear", "年度(和暦)", "string", "computed"),
    {
      ...part("review", "review", "確認", "string", "value"),
      kind: "direction",
      constraints: { enum: Object.values(REVIEWS) },
      description:
        "「要確認」は、何の数かが文からはっきりしない行です。直したら「確認済み」に、数でないときは「対象外」にしてください。もう一度整形しても残ります。",
    },
    {
      ...part("part-of", "partOf", "内訳の元", "integer", "identity"),
      description: "内訳のとき、合計の行の指標番号です。",
    },
    part("source", "sourceCell", "元のセル", "string", "source"),
    { ...part("source-text", "sourceText", "元の文", "string", "copy"), kind: "plan" },
  ];
}

function part(
  is: IndicatorPart,
  name: string,
  title: string,
  type: PlannedColumn["type"],
  purpose: PlannedColumn["purpose"],
): PlannedColumn {
  return column(name, title, type, purpose, { is: "indicator", part: is });
}
