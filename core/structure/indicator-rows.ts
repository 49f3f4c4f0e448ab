import type { EvaluationDocument, EvaluationRecord, IndicatorReview } from "../table/evaluation-document.ts";
import { isReviewed } from "../table/read-data-reviews.ts";
import { findFiscalYears, fiscalYearLabel } from "../text/fiscal-year.ts";
import { findIndicators, type Indicator } from "../text/indicators.ts";
import { sentences, type Sentence, type Stretch } from "../text/sentences.ts";
import { qualifiedCellName } from "../workbook/address.ts";
import type { FigurePlace } from "./figure-places.ts";
import { withoutBlanks } from "./heading-rows.ts";
import { REVIEWS, type IndicatorPart } from "./indicator-columns.ts";
import type { PlannedColumn, TablePlan } from "./plan-tables.ts";
import type { ResourceShape } from "./resource-shape.ts";
import { madeCell, structuredCell } from "./structured-cell.ts";
import type { StructuredCell, StructuredRow } from "./structured-workbook.ts";

/** What people left in the indicator tables, by what a figure was taken from; each is taken out when it is found again. */
export type IndicatorReviews = Map<string, IndicatorReview[]>;

/** Arranges the reviews of a document for finding. */
export function indicatorReviews({ reviews = [] }: EvaluationDocument): IndicatorReviews {
  return Map.groupBy(reviews, ({ resource, found }) => JSON.stringify([resource, ...found]));
}

export interface IndicatorRequest {
  readonly record: EvaluationRecord;
  readonly shape: ResourceShape;
  /** The texts in which figures are looked for. */
  readonly places: readonly FigurePlace[];
  /** 記録番号. */
  readonly number: number;
  /** Rows that the table has so far: the figures are numbered on. */
  readonly before: number;
  readonly columns: readonly PlannedColumn[];
  readonly keyOf: (column: PlannedColumn, field: string) => StructuredCell | undefined;
  readonly reviews: IndicatorReviews;
}

/** One row for each figure in the texts of a record. What a text does not show plainly is marked 要確認. */
export function indicatorRows(request: IndicatorRequest): StructuredRow[] {
  const { record, places, columns } = request;
  if (record.kind !== "record") return [];
  const rows: StructuredRow[] = [];
  for (const place of places) {
    const figures = findIndicators(place.value.text);
    if (figures.length === 0) continue;
    const read = sentences(place.value.text);
    const isOneQuantity = structuredCell(place.value, "string", true)?.unit !== undefined;
    const first = request.before + rows.length + 1;
    const numbers = new Map(figures.map((figure, i) => [figure, first + i]));
    for (const figure of figures)
      rows.push(indicatorRow(request, { place, isOneQuantity, figure, numbers, read }, columns));
  }
  return rows;
}

interface FoundFigure {
  readonly place: FigurePlace;
  /** The cell holds nothing else. */
  readonly isOneQuantity: boolean;
  readonly figure: Indicator;
  readonly numbers: ReadonlyMap<Indicator, number>;
  readonly read: readonly Sentence[];
}

function indicatorRow(request: IndicatorRequest, found: FoundFigure, columns: readonly PlannedColumn[]): StructuredRow {
  const { number, keyOf, shape, reviews } = request;
  const { place, isOneQuantity, figure, numbers, read } = found;
  // Beside its number and unit the text of a cell that is one quantity says nothing more.
  const text = isOneQuantity ? "" : excerpt(place.value.text, figure, read);
  const isOfYear = findFiscalYears(text).every(({ gregorian }) => gregorian === place.year);
  const year = isOfYear ? place.year : undefined;
  const optional = (words: string | number | undefined) =>
    words === undefined || words === "" ? undefined : madeCell(words);
  const cells: Readonly<Record<IndicatorPart, StructuredCell | undefined>> = {
    number: optional(numbers.get(figure)),
    item: madeCell(place.field.title),
    period: optional(place.period),
    subject: optional(figure.subject),
    label: optional(figure.label),
    qualifier: optional(figure.qualifier),
    approximate: optional(figure.approximate ? "約" : ""),
    value: valueCell(figure.value),
    unit: optional(figure.unit),
    year: optional(year),
    "era-year": optional(year === undefined ? undefined : fiscalYearLabel(year)),
    review: optional(figure.certain && isOfYear && isCounted(figure) ? "" : REVIEWS.open),
    "part-of": optional(figure.parent && numbers.get(figure.parent)),
    source: madeCell(qualifiedCellName(place.value.cell)),
    "source-text": optional(text),
  };
  const keys = columns.flatMap((column) =>
    column.from.is === "key" ? [keyOf(column, column.from.field)?.text ?? ""] : [],
  );
  const key = JSON.stringify([shape.resource.name, place.field.title, place.period ?? "", text, ...keys]);
  const review = reviews.get(key)?.shift();
  const isSettled = review !== undefined && isReviewed(review);
  const cellOf = (column: PlannedColumn): StructuredCell | undefined => {
    const { from, purpose } = column;
    if (from.is === "record-number") return madeCell(number);
    if (from.is === "key") return keyOf(column, from.field);
    if (from.is !== "indicator") return undefined;
    return isSettled && purpose === "value" ? reviewedCell(review, column) : cells[from.part];
  };
  const row = withoutBlanks(Object.fromEntries(columns.map((column) => [column.name, cellOf(column)])));
  return isSettled ? withEraYear(row, columns) : row;
}

/** 部会2 may be a number of order; of 701名(保護者375) the total says the unit. */
function isCounted({ unit, parent }: Indicator): boolean {
  return unit !== "" || parent !== undefined;
}

/** Figures that a person confirmed and that no text holds any more: kept, and to be looked at again. */
export function leftReviews(reviews: IndicatorReviews, plan: TablePlan, before: number): StructuredRow[] {
  const { subject, columns } = plan;
  if (subject.is !== "indicators") return [];
  const left = [...reviews.values()]
    .flat()
    .filter(
      (review) =>
        review.resource === subject.shape.resource.name && review.cells.review?.text.trim() === REVIEWS.confirmed,
    );
  return left.map((review, i) => {
    const cellOf = (column: PlannedColumn): StructuredCell | undefined => {
      const { from } = column;
      if (from.is !== "indicator") return reviewedCell(review, column);
      if (from.part === "number") return madeCell(before + i + 1);
      if (from.part === "review") return madeCell(REVIEWS.open);
      // The numbers of other figures are new.
      return from.part === "part-of" ? undefined : reviewedCell(review, column);
    };
    return withoutBlanks(Object.fromEntries(columns.map((column) => [column.name, cellOf(column)])));
  });
}

function reviewedCell({ cells }: IndicatorReview, { name, type }: PlannedColumn): StructuredCell | undefined {
  const cell = structuredCell(cells[name], type);
  if (!cell) return undefined;
  const { value, text, format } = cell;
  return { value, text, ...(format === undefined ? {} : { format }) };
}

/** The era goes by the year that the person wrote. */
function withEraYear(row: StructuredRow, columns: readonly PlannedColumn[]): StructuredRow {
  const nameOf = (part: IndicatorPart) =>
    columns.find(({ from }) => from.is === "indicator" && from.part === part)?.name ?? "";
  const year = row[nameOf("year")]?.value;
  const era = typeof year === "number" ? madeCell(fiscalYearLabel(year)) : undefined;
  return withoutBlanks({ ...row, [nameOf("era-year")]: era });
}

/** 65955 is shown as 65,955. */
function valueCell(value: number): StructuredCell {
  if (!Number.isInteger(value) || Math.abs(value) < 1000) return madeCell(value);
  return { value, text: value.toLocaleString("en-US"), format: "#,##0" };
}

/** Longest text that is quoted whole, and how much around the figure is quoted of a longer one. */
const QUOTED = 200;
const AROUND = 60;
/** A quotation of hardly more than the figure itself says nothing of it. */
const BARE = 4;

/** The sentence or item that a figure stands in, word for word. */
function excerpt(text: string, figure: Indicator, read: readonly Sentence[]): string {
  const { start, end, label, labelStart } = figure;
  const at = read.findIndex((each) => each.start <= start && start < each.end);
  const sentence = read[at];
  const labelEnd = labelStart + label.length;
  const from = Math.min(sentence?.start ?? 0, labelStart);
  const to = Math.max(sentence?.end ?? text.length, end, labelEnd);
  if (to - from <= end - start + BARE) return withNeighbour(text, { start: from, end: to }, read[at - 1], read[at + 1]);
  if (to - from <= QUOTED) return text.slice(from, to);
  return text.slice(
    wholeCharacter(text, Math.max(from, Math.min(start, labelStart) - AROUND)),
    wholeCharacter(text, Math.min(to, Math.max(end, labelEnd) + AROUND)),
  );
}

/** 参加者 8名 with what stands before it, 家庭相談員新任者研修 1回; a cell that begins with it, with what follows. */
function withNeighbour(
  text: string,
  bare: Stretch,
  before: Sentence | undefined,
  behind: Sentence | undefined,
): string {
  const from = before ? Math.max(before.start, bare.start - QUOTED / 2) : bare.start;
  const to = before || !behind ? bare.end : Math.min(behind.end, bare.end + QUOTED / 2);
  return text.slice(wholeCharacter(text, from), wholeCharacter(text, to));
}

/** Not between the halves of 𠮷. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
