import type { EvaluationRecord } from "../../table/evaluation-document.ts";
import type { Indicator } from "../../text/indicators.ts";
import { foldText } from "../../text/fold.ts";
import { unitFamily } from "../../text/unit.ts";
import type { FieldValue } from "../../validation/field-value.ts";
import { basisOf, changeOf, figureText, groupDigits, labelText } from "../../validation/indicator-words.ts";
import type { IndicatorPair } from "../../validation/match-indicators.ts";
import { oneLine } from "../../validation/record-identity.ts";
import type { RuleContext } from "../../validation/rule.ts";
import { indicatorYears, type YearComparison } from "../../validation/year-comparisons.ts";
import { qualifiedCellName } from "../../workbook/address.ts";
import type { ReportValue } from "../report-model.ts";
import type { ComparedIndicator, LineChart } from "./comparison-model.ts";
import { lineChart } from "./line-chart.ts";

/** What comparing figures asks of the documents. */
export interface IndicatorSurroundings extends Pick<RuleContext, "dictionaries"> {
  /** What the years are called where a value has no column of its own year. */
  readonly names: { readonly previous: string; readonly current: string };
  /** All values of a record, of whichever year. */
  readonly valuesOf: (record: EvaluationRecord) => readonly FieldValue[];
}

const KINDS: ReadonlySet<string> = new Set(["result", "count", "amount"]);
const NONE: ReportValue = { text: "", cell: "" };

/**
 * The figures of a record's results in both years, with what became of them: the same pairs that the check compares.
 * A cell that is a number and stayed the same is left out: its row says so.
 */
export function compareIndicators(
  comparisons: readonly YearComparison[],
  surroundings: IndicatorSurroundings,
): ComparedIndicator[] {
  return comparisons
    .filter(({ current }) => KINDS.has(current.kind))
    .flatMap((comparison) =>
      comparedFigures(comparison, surroundings).filter(
        ({ state }) => state !== "same" || typeof comparison.current.value !== "number",
      ),
    );
}

function comparedFigures(comparison: YearComparison, surroundings: IndicatorSurroundings): ComparedIndicator[] {
  const { previous, current } = comparison;
  const { pairs, renamed, gone, added } = indicatorYears(comparison, surroundings);
  const paired = (pair: IndicatorPair, isRenamed: boolean) => ({
    at: pair.current.start,
    row: comparedPair(pair, isRenamed, comparison, surroundings),
  });
  const rows = [
    ...pairs.filter(isCertain).map((pair) => paired(pair, false)),
    ...renamed.map((pair) => paired(pair, true)),
    ...added.filter(isOwn).map((figure) => ({
      at: figure.start,
      row: { ...loneFigure(figure, "new"), current: figureValue(current, figure) },
    })),
  ].sort((a, b) => a.at - b.at);
  return [
    ...rows.map(({ row }) => row),
    ...gone.filter(isOwn).map((figure) => ({ ...loneFigure(figure, "gone"), previous: figureValue(previous, figure) })),
  ];
}

function comparedPair(
  pair: IndicatorPair,
  isRenamed: boolean,
  comparison: YearComparison,
  surroundings: IndicatorSurroundings,
): ComparedIndicator {
  const { previous, current } = pair;
  const [was, label] = [labelText(previous), labelText(current)];
  const obstacle = obstacleOf(pair);
  return {
    label,
    state: obstacle !== "" ? "unit" : isRenamed ? "renamed" : previous.value === current.value ? "same" : "moved",
    mark: foldText(was) === foldText(label) ? "" : `前年は「${was}」`,
    previous: figureValue(comparison.previous, previous),
    current: figureValue(comparison.current, current),
    values: { previous: previous.value, current: current.value },
    unit: current.unit,
    change: obstacle || changeWords(previous, current),
    chart: obstacle === "" ? chartOf(label, pastOf(pair, comparison, surroundings)) : null,
  };
}

function loneFigure(figure: Indicator, state: "new" | "gone"): ComparedIndicator {
  const isNew = state === "new";
  return {
    label: labelText(figure),
    state,
    mark: isNew ? "前年になし" : "今年になし",
    previous: NONE,
    current: NONE,
    values: { previous: isNew ? null : figure.value, current: isNew ? figure.value : null },
    unit: figure.unit,
    change: "",
    chart: null,
  };
}

function isCertain({ previous, current }: IndicatorPair): boolean {
  return previous.certain && current.certain;
}

/** A part of a total that is no longer broken down is not missing by itself. */
function isOwn({ certain, parent }: Indicator): boolean {
  return certain && !parent;
}

function figureValue(value: FieldValue, figure: Indicator): ReportValue {
  return { text: figureText(value, figure), cell: qualifiedCellName(value.cell) };
}

/** Why two figures cannot be compared; empty where they can. */
function obstacleOf({ previous, current }: IndicatorPair): string {
  if (unitFamily(previous.unit) !== unitFamily(current.unit)) return "単位が違い比べられない";
  const [was, is] = [basisOf(previous.qualifier), basisOf(current.qualifier)];
  return was !== "" && is !== "" && was !== is ? "数え方が違い比べられない" : "";
}

/** 「+60（+24.7 %）」 */
function changeWords(previous: Indicator, current: Indicator): string {
  if (previous.value === current.value) return "増減なし";
  const change = changeOf(previous, current);
  const difference = change?.difference ?? current.value - previous.value;
  const amount = `${difference < 0 ? "−" : "+"}${groupDigits(Math.abs(difference))}`;
  if (!change) return amount;
  return change.words.endsWith("ポイント") ? change.words : `${amount}（${change.words}）`;
}

/** A figure of one year. */
interface YearFigure {
  readonly year: string;
  readonly text: string;
  readonly value: number;
}

/** The figure of this year and last year, and of the years before as far as columns of years tell them. */
function pastOf(
  pair: IndicatorPair,
  { previous, current }: YearComparison,
  { dictionaries, names, valuesOf }: IndicatorSurroundings,
): YearFigure[] {
  const figures = [
    yearFigure(previous, pair.previous, names.previous),
    yearFigure(current, pair.current, names.current),
  ];
  let [value, figure] = [previous, pair.previous];
  for (;;) {
    const before = yearBefore(value, valuesOf(value.record));
    if (!before) return figures;
    const match = indicatorYears({ previous: before, current: value }, { dictionaries });
    const found = match.pairs.find((one) => one.current === figure);
    if (!found || obstacleOf(found) !== "") return figures;
    figures.unshift(yearFigure(before, found.previous, ""));
    [value, figure] = [before, found.previous];
  }
}

function yearBefore({ field, period }: FieldValue, values: readonly FieldValue[]): FieldValue | undefined {
  const year = period?.fiscalYear?.gregorian;
  if (year === undefined) return undefined;
  return values.find(
    (value) =>
      value.field.name === field.name && value.period?.fiscalYear?.gregorian === year - 1 && value.inherited !== true,
  );
}

function yearFigure(value: FieldValue, figure: Indicator, name: string): YearFigure {
  return { year: oneLine(value.period?.label.text ?? name), text: figureText(value, figure), value: figure.value };
}

function chartOf(label: string, figures: readonly YearFigure[]): LineChart {
  const words = figures.map(({ year, text }) => `${year} ${text}`).join("、");
  return lineChart(
    figures.map(({ value }) => value),
    `折れ線グラフ: ${label}。${words}`,
  );
}
