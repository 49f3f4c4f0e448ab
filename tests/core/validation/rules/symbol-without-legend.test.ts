import { symbolWithoutLegend } from "../../../../core/validation/rules/symbol-without-legend.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(symbolWithoutLegend, {
  valid: [
    {
      name: "凡例のある記号",
      texts: ["# 1 支援の充実 ★", "★は重点事業を表します。"],
      grid: [
        ["marker", "plan"],
        ["★", "配置"],
      ],
    },
    {
      name: "注で説明した記号",
      texts: ["※ 国庫補助事業"],
      grid: [
        ["marker", "plan"],
        ["※", "配置"],
      ],
    },
    { name: "注の番号は別の規則", texts: ["# 学習支援事業の実施*1"], grid: [["plan"], ["実施"]] },
    {
      name: "言葉の印",
      grid: [
        ["marker", "rating"],
        ["重点", "継続"],
      ],
    },
    {
      name: "符号の表がある評価",
      grid: [
        ["code", "rating"],
        ["3", "3"],
        ["A", "A"],
      ],
    },
    { name: "説明のある評価", texts: ["評価 A:達成 B:おおむね達成"], grid: [["rating"], ["A"], ["B"]] },
    { name: "本文の注記", grid: [["plan"], ["※対象者を除く。"]] },
  ],
  invalid: [
    {
      name: "見出しと欄の記号",
      texts: ["# (1) 子どもへの支援の充実 ★", "# 3 自立支援の充実 ★"],
      grid: [
        ["marker", "plan"],
        ["*", "配置"],
        ["＊", "協議"],
      ],
      diagnostics: [
        {
          messageId: "symbol",
          at: "A1",
          message: "記号「★」の意味がどこにも書かれていません（2 か所）。凡例を書き添えてください。",
          text: "★",
        },
        {
          messageId: "symbol",
          at: "A4",
          message: "記号「*」の意味がどこにも書かれていません（2 か所）。凡例を書き添えてください。",
        },
      ],
    },
    {
      name: "説明のない評価",
      fields: { rating: { title: "評価" } },
      grid: [["rating"], ["A"], ["B"], ["A"]],
      diagnostics: [
        {
          messageId: "scale",
          at: "A2",
          message: "「評価」の記号（A、B）が何を表すか、どこにも書かれていません。凡例を書き添えてください。",
          severity: "info",
        },
      ],
    },
  ],
});
