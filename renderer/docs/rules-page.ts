import type { Rule } from "../../core/validation/rule.ts";
import { RULE_CATEGORIES } from "../../core/validation/rule.ts";
import { RULE_CATEGORY_TITLES } from "../../core/validation/rule-categories.ts";
import { code, page, table } from "./markdown.ts";

const SEVERITY_TITLES = { error: "誤り", warning: "警告", info: "情報" } as const;

/** `docs/rules.md`: every rule with what it finds, why, an example, what to do, and its options. */
export function rulesPage(rules: readonly Rule[]): string {
  return page(
    "<!-- 規則の定義（core/validation/rules/）から作ります。直接は書き換えず、npx vitest run tests/docs -u で作り直してください。 -->",
    "# 検査の規則",
    "Hyoka が調べる規則の一覧です。「誤り」は確かに直すべきもの、「警告」は審査する人が尋ねるもの、「情報」は表記などの知らせです。どの規則も、帳票の `form.json` の `rules` で止めたり、区分や設定を変えたりできます。",
    ...RULE_CATEGORIES.flatMap((category) => {
      const own = rules.filter(({ meta }) => meta.category === category);
      if (own.length === 0) return [];
      return [`## ${RULE_CATEGORY_TITLES[category]}`, summary(own), ...own.flatMap(entry)];
    }),
  );
}

function summary(rules: readonly Rule[]): string {
  return table(
    ["規則", "区分", "見つけるもの"],
    rules.map(({ meta }) => [`[${meta.id}](#${meta.id})`, SEVERITY_TITLES[meta.severity], meta.title]),
  );
}

function entry({ meta }: Rule): string[] {
  const options = Object.entries(meta.options ?? {});
  return [
    `### ${meta.id}`,
    `**${meta.title}**（${SEVERITY_TITLES[meta.severity]}${meta.standard === undefined ? "" : `、基準 ${meta.standard}`}）`,
    meta.description,
    `- 誤りの例: ${meta.example.wrong}\n- 正しい例: ${meta.example.right}\n- 直し方: ${meta.remedy}`,
    ...(options.length === 0
      ? []
      : [
          table(
            ["設定", "既定値", "意味"],
            options.map(([name, option]) => [code(name), code(JSON.stringify(option.default)), option.description]),
          ),
        ]),
  ];
}
