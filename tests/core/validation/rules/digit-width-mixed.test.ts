import { digitWidthMixed } from "../../../../core/validation/rules/digit-width-mixed.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const grid = (...results: readonly string[]): Grid => [
  ["name", "result"],
  ...results.map((result) => ["事業", result]),
];

testRule(digitWidthMixed, {
  valid: [
    { name: "半角だけ", grid: grid("講座12回、参加者345人、①②") },
    { name: "全角だけ", grid: grid("講座１２回、参加者３４５人") },
    { name: "1桁は全角、2桁以上は半角の決まり", grid: grid("講座３回、参加者345人、相談15件、会議４回、研修12回") },
    {
      name: "数値のセルは数えない",
      grid: [
        ["name", "result", "amount"],
        ["事業", "講座１２回", 345],
      ],
    },
  ],
  invalid: [
    {
      name: "少ない方の全角二つ",
      grid: grid("講座12回、参加者345人、相談15件", "会議１０回、訓練30回、８５人、申請20件、配布45部"),
      diagnostics: [
        {
          messageId: "minority",
          at: "B3",
          text: "１０",
          message: "「１０」は、この文書のほかの数字と違って全角です。幅をそろえてください。",
          fixes: ["「10」にそろえる"],
        },
        {
          messageId: "minority",
          at: "B3",
          text: "８５",
          message: "「８５」は、この文書のほかの数字と違って全角です。幅をそろえてください。",
          fixes: ["「85」にそろえる"],
        },
      ],
      fixed: grid("講座12回、参加者345人、相談15件", "会議10回、訓練30回、85人、申請20件、配布45部"),
    },
    {
      name: "少ない方が半角",
      grid: grid("講座１２回、参加者３４５人、相談１５件、会議10回"),
      diagnostics: [
        {
          messageId: "minority",
          at: "B2",
          text: "10",
          message: "「10」は、この文書のほかの数字と違って半角です。幅をそろえてください。",
          fixes: ["「１０」にそろえる"],
        },
      ],
      fixed: grid("講座１２回、参加者３４５人、相談１５件、会議１０回"),
    },
    {
      name: "一つの数の中",
      grid: grid("参加者１2人、相談15件"),
      diagnostics: [
        {
          messageId: "inside",
          at: "B2",
          severity: "warning",
          text: "１2",
          message: "「１2」は全角と半角の数字が混ざっています。幅をそろえてください。",
          fixes: ["半角にそろえる"],
        },
      ],
      fixed: grid("参加者12人、相談15件"),
    },
    {
      name: "半々なら文書に一度",
      grid: grid("講座１２回、参加者345人", "相談１５件、会議10回"),
      diagnostics: [
        {
          messageId: "both",
          at: "B2",
          message:
            "この文書では全角の数字（2 か所）と半角の数字（2 か所）が混ざっています。どちらかにそろえてください。",
        },
      ],
    },
  ],
});
