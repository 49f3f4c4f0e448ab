import { ROLE_NAMES, HEADING_PARTS } from "../../structure/role-names.ts";
import type { EvaluationDocument, EvaluationTable, SourcedValue } from "../../table/evaluation-document.ts";
import { FISCAL_YEAR_PATTERN } from "../../text/fiscal-year.ts";
import { foldText } from "../../text/fold.ts";
import { diceSimilarity } from "../../text/similarity.ts";
import { compareValues, singleValue, type ValuePair } from "./compare-values.ts";
import type { ComparedRow } from "./comparison-model.ts";
import type { FindingPool } from "./finding-pool.ts";
import { interleave } from "./interleave.ts";
import type { DifferenceFinder } from "./text-difference.ts";

/** A text outside the records. */
interface LooseText {
  /** What it is: 表題, 注記, 列の見出し. */
  readonly label: string;
  readonly value: SourcedValue;
  /** Without what moves on from year to year. */
  readonly folded: string;
}

const FISCAL_YEARS = new RegExp(FISCAL_YEAR_PATTERN, "gu");
/** From here on two texts are one, reworded. */
const SAME_TEXT = 0.5;
/** More texts than this are not compared each with each. */
const MOST_PAIRS = 250_000;

/** The texts outside the tables and the tables' headings of both years, side by side in this year's order. */
export function compareTexts(
  previous: EvaluationDocument,
  current: EvaluationDocument,
  find: DifferenceFinder,
  pool: FindingPool,
): ComparedRow[] {
  const [before, now] = [looseTexts(previous), looseTexts(current)];
  const partners = pairTexts(before, now);
  const taken = new Set(partners.values());
  const ended = new Set(before.filter((text) => !taken.has(text)));
  return interleave(now, before, (text) => partners.get(text), ended).map((item) => {
    if ("previous" in item) return singleValue(pairOf(item.previous, undefined), []);
    const partner = partners.get(item.current);
    const pair = pairOf(partner, item.current);
    return partner ? compareValues(pair, find, pool) : singleValue(pair, pool.ofCell(item.current.value.cell));
  });
}

function pairOf(previous: LooseText | undefined, current: LooseText | undefined): ValuePair {
  const { label } = (current ?? previous)!;
  return { field: "", title: label, kind: "text", previous: previous?.value, current: current?.value };
}

/** First what is the same but for the year, in order, then what resembles most. */
function pairTexts(before: readonly LooseText[], now: readonly LooseText[]): Map<LooseText, LooseText> {
  const partners = new Map<LooseText, LooseText>();
  const waiting = Map.groupBy(before, keyOf);
  for (const text of now) {
    const same = waiting.get(keyOf(text))?.shift();
    if (same) partners.set(text, same);
  }
  const left = [...waiting.values()].flat();
  const open = now.filter((text) => !partners.has(text));
  if (left.length * open.length > MOST_PAIRS) return partners;
  const alike = open.flatMap((text) =>
    left
      .filter(({ label }) => label === text.label)
      .map((last) => ({ text, last, score: diceSimilarity(last.folded, text.folded) })),
  );
  const used = new Set<LooseText>();
  for (const { text, last, score } of alike.sort((a, b) => b.score - a.score)) {
    if (score < SAME_TEXT || used.has(last) || partners.has(text)) continue;
    used.add(last);
    partners.set(text, last);
  }
  return partners;
}

function keyOf({ label, folded }: LooseText): string {
  return `${label}\n${folded}`;
}

/** A heading that several tables share comes once. */
function looseTexts(document: EvaluationDocument): LooseText[] {
  const headings = new Set<string>();
  return document.parts.flatMap((part): LooseText[] => {
    if (part.kind === "text") return looseText(ROLE_NAMES[part.role], part.text);
    return tableTexts(part.table).filter((text) => {
      const key = `${part.table.resource}\n${keyOf(text)}`;
      return !headings.has(key) && headings.add(key);
    });
  });
}

function tableTexts({ corner, columns, periods, labels }: EvaluationTable): LooseText[] {
  const { column, period, corner: edge, label } = HEADING_PARTS;
  return [
    ...looseText(`見出し（${edge}）`, corner),
    ...columns.flatMap(({ heading, under, period: ofYear }) => [
      ...looseText(`見出し（${column}）`, ofYear === undefined ? heading : undefined),
      ...looseText(`見出し（${column}）`, under),
    ]),
    ...periods.flatMap((one) => looseText(`見出し（${period}）`, one.label)),
    ...Object.values(labels).flatMap((one) => looseText(`見出し（${label}）`, one)),
  ];
}

function looseText(label: string, value: SourcedValue | undefined): LooseText[] {
  if (!value || value.text.trim() === "") return [];
  return [{ label, value, folded: foldText(value.text).replace(FISCAL_YEARS, "年度") }];
}
