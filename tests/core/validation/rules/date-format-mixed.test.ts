import { dateFormatMixed } from "../../../../core/validation/rules/date-format-mixed.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const grid = (...results: readonly string[]): Grid => [
  ["name", "result"],
  ...results.map((result) => ["事業", result]),
];

testRule(dateFormatMixed, {
  valid: [
    { name: "一つの書き方", grid: grid("11月17日に開催、2月3日に配布", "5月1日から") },
    { name: "分数", grid: grid("11月17日に開催、1/2を補助、進捗は3/5") },
    { name: "番号", grid: grid("11月17日に開催、第1.2.3節、電話022-261-1111") },
    { name: "年の読めない日付は別の規則", grid: grid("11月17日に開催", "12.10.20に約500名、011.10.28に開催") },
    { name: "年のない月", grid: grid("11月に開催、12月配布、3月17日に実施") },
  ],
  invalid: [
    {
      name: "斜線と点",
      grid: grid(
        "⑥11/12実施し参加団体69、12/3に実施",
        "11月17日に開催し参加団体67",
        "R2.10.20に約500名",
        "12.10.21に約300名",
        "011.10.22",
      ),
      diagnostics: [
        {
          messageId: "mixed",
          at: "B2",
          text: "11/12",
          message:
            "日付「11/12」の書き方が、この文書のほかの日付（「11月17日」の形）と違います。同じ書き方は 2 か所あります。そろえてください。",
        },
        {
          messageId: "mixed",
          at: "B4",
          text: "R2.10.20",
          message:
            "日付「R2.10.20」の書き方が、この文書のほかの日付（「11月17日」の形）と違います。同じ書き方は 1 か所あります。そろえてください。",
        },
      ],
    },
  ],
});
