import { cellsMerged } from "../../../../core/validation/rules/cells-merged.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(cellsMerged, {
  valid: [
    {
      name: "結合なし",
      grid: [
        ["name", "result"],
        ["公園の整備", "修繕した。"],
      ],
    },
  ],
  invalid: [
    {
      name: "様式では情報",
      grid: [
        ["name", "organisation"],
        ["公園の整備", "まちづくり推進課"],
        [null, "スポーツ振興課"],
      ],
      sheet: { merges: [{ top: 2, left: 1, bottom: 3, right: 1 }] },
      diagnostics: [
        {
          messageId: "merged",
          at: "A2",
          severity: "info",
          message: "結合されたセルが 1 か所あります（A2:A3 など）。結合を解いて、どのセルにも値を書いてください。",
        },
      ],
    },
    {
      name: "基準に照らすと警告",
      isStandardCheck: true,
      grid: [
        ["name", "organisation"],
        ["公園の整備", "まちづくり推進課"],
      ],
      sheet: {
        merges: [
          { top: 1, left: 1, bottom: 1, right: 2 },
          { top: 2, left: 1, bottom: 3, right: 1 },
        ],
      },
      diagnostics: [
        {
          messageId: "merged",
          at: "A1",
          message: "結合されたセルが 2 か所あります（A1:B1 など）。結合を解いて、どのセルにも値を書いてください。",
        },
      ],
    },
  ],
});
