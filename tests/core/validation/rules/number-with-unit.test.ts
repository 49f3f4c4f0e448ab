import { numberWithUnit } from "../../../../core/validation/rules/number-with-unit.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(numberWithUnit, {
  valid: [
    {
      name: "数値のセル",
      grid: [
        ["name", "count"],
        ["相談", 1234],
      ],
    },
    {
      name: "年・月・歳は量ではない",
      grid: [
        ["name", "text"],
        ["期間", "令和3年度"],
        ["期間", "10月"],
        ["対象", "18歳"],
      ],
    },
    {
      name: "文の中の数",
      grid: [
        ["name", "result"],
        ["相談", "利用者数は243人であった。"],
      ],
    },
    {
      name: "電話番号や区分",
      grid: [
        ["name", "code"],
        ["窓口", "0942-72-2111"],
        ["区分", "A1"],
      ],
    },
  ],
  invalid: [
    {
      name: "単位、コンマ、全角",
      isStandardCheck: true,
      grid: [
        ["name", "count"],
        ["相談", "65,955件"],
        ["研修", "１０人"],
        ["配置", 88],
      ],
      diagnostics: [
        {
          messageId: "unit",
          at: "B2",
          message:
            "B 列に、単位や記号の付いた数値が 2 件あります（「65,955件」など）。数値だけを書き、単位は見出しに書いてください。",
        },
      ],
    },
    {
      name: "割合と金額",
      grid: [
        ["name", "count", "amount"],
        ["進学", "98%", "▲1,200千円"],
      ],
      isStandardCheck: true,
      diagnostics: [
        {
          messageId: "unit",
          at: "B2",
          message:
            "B 列に、単位や記号の付いた数値が 1 件あります（「98%」など）。数値だけを書き、単位は見出しに書いてください。",
        },
        {
          messageId: "unit",
          at: "C2",
          message:
            "C 列に、単位や記号の付いた数値が 1 件あります（「▲1,200千円」など）。数値だけを書き、単位は見出しに書いてください。",
        },
      ],
    },
  ],
});
