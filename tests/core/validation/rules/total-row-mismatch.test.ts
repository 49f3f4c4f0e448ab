import { totalRowMismatch } from "../../../../core/validation/rules/total-row-mismatch.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(totalRowMismatch, {
  valid: [
    {
      name: "和と一致",
      rowKinds: { 2: "total" },
      grid: [
        ["code", "count"],
        ["3", 11],
        ["4", 0],
        ["合計", 11],
      ],
    },
    {
      name: "数で表せないほど大きな和",
      rowKinds: { 2: "total" },
      grid: [
        ["code", "count"],
        ["3", 1e308],
        ["4", 1e308],
        ["合計", 11],
      ],
    },
    {
      name: "記号は0",
      rowKinds: { 2: "total" },
      grid: [
        ["code", "count"],
        ["3", "11"],
        ["4", "－"],
        ["計", "１１"],
      ],
    },
    {
      name: "言葉のある列は問わない",
      rowKinds: { 2: "total" },
      grid: [
        ["code", "count"],
        ["3", "11"],
        ["4", "集計中"],
        ["合計", 20],
      ],
    },
    {
      name: "小計と合計",
      rowKinds: { 2: "total", 4: "total", 5: "total" },
      grid: [
        ["code", "count"],
        ["1", 3],
        ["2", 4],
        ["小計", 7],
        ["3", 5],
        ["小計", 5],
        ["合計", 12],
      ],
    },
    {
      name: "再掲を除いた合計",
      rowKinds: { 2: "total" },
      grid: [
        ["name", "amount"],
        ["学習支援", 36],
        ["中3勉強会【再掲】", 75],
        ["合計", 36],
      ],
    },
    {
      name: "合計の列のない行",
      rowKinds: { 1: "group" },
      grid: [
        ["name", "count"],
        ["学習支援", 3],
        ["2 相談", 9],
      ],
    },
    {
      name: "文の列",
      rowKinds: { 1: "total" },
      grid: [
        ["name", "result"],
        ["学習支援", "3"],
        ["合計", "5"],
      ],
    },
  ],
  invalid: [
    {
      name: "二つの列",
      rowKinds: { 2: "total" },
      grid: [
        ["code", "count", "count:priority"],
        ["3", 11, 3],
        ["4", 2, 1],
        ["合計", 12, 5],
      ],
      diagnostics: [
        {
          messageId: "mismatch",
          at: "B4",
          message: "「count」の合計は 12 ですが、上の行の和は 13 です。",
          fixes: ["合計を 13 に直す"],
        },
        {
          messageId: "mismatch",
          at: "C4",
          message: "「priority」の合計は 5 ですが、上の行の和は 4 です。",
          fixes: ["合計を 4 に直す"],
        },
      ],
      fixed: [
        ["code", "count", "count:priority"],
        ["3", 11, 3],
        ["4", 2, 1],
        ["合計", 13, 4],
      ],
    },
    {
      name: "年度別の金額の端数",
      rowKinds: { 2: "total" },
      grid: [
        ["name", "amount@令和5年度", "amount@令和6年度"],
        ["学習支援", "36", 1.5],
        ["相談", "75", 2.5],
        ["合計", "112", 9],
      ],
      diagnostics: [
        {
          messageId: "rounding",
          at: "B4",
          severity: "info",
          message:
            "「amount」の合計は 112 ですが、上の行の和は 111 です。四捨五入による差であれば、その旨を注記してください。",
          fixes: ["合計を 111 に直す"],
        },
        {
          messageId: "mismatch",
          at: "C4",
          message: "「amount」の合計は 9 ですが、上の行の和は 4 です。",
          fixes: ["合計を 4 に直す"],
        },
      ],
      fixed: [
        ["name", "amount@令和5年度", "amount@令和6年度"],
        ["学習支援", "36", 1.5],
        ["相談", "75", 2.5],
        ["合計", "111", 4],
      ],
    },
  ],
});
