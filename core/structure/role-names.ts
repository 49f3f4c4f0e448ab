import type { LayoutDefinition } from "../form/form-definition.ts";
import type { TextPart } from "../table/evaluation-document.ts";

/** What a text outside the tables is, in the words of the data table 「文書」. */
export const ROLE_NAMES: Readonly<Record<TextPart["role"], string>> = {
  title: "表題",
  period: "期間",
  section: "節の見出し",
  heading: "見出し",
  paragraph: "段落",
  item: "箇条書き",
  note: "注記",
  organisation: "担当課",
  residue: "画面の残り",
  unclassified: "未分類",
};

/** What a table is, in the same column: the place where it stands between the texts. */
export const LAYOUT_ROLE_NAMES: Readonly<Record<LayoutDefinition["type"], string>> = {
  list: "表（一覧）",
  "yearly-plan": "表（年度別計画）",
  card: "表（個票）",
  matrix: "表（行列）",
};

/** What a heading is, in the words of the data table 「見出し」. */
export const HEADING_PARTS = { column: "列", period: "年度", corner: "角", label: "項目名" } as const;
export type HeadingPart = keyof typeof HEADING_PARTS;

/** The name whose Japanese word a cell holds. */
export function nameOf<K extends string>(names: Readonly<Record<K, string>>, word: string): K | undefined {
  return (Object.keys(names) as K[]).find((name) => names[name] === word);
}
