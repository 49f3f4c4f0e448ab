import type { RuleCategory } from "./rule.ts";

/** What people read over each group of rules. */
export const RULE_CATEGORY_TITLES: Readonly<Record<RuleCategory, string>> = {
  structure: "表の形と必須項目",
  number: "数値",
  text: "文章",
  meaning: "欄どうしの整合",
  name: "名称と表記",
  "previous-year": "前年度との比較",
  "machine-readability": "機械可読性",
};
