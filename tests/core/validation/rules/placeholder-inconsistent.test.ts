import { placeholderInconsistent } from "../../../../core/validation/rules/placeholder-inconsistent.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const header: Grid[0] = ["name", "baseline", "plan@令和元年度", "plan@令和2年度", "plan@令和3年度"];
const fields = { baseline: { title: "現況" }, plan: { title: "年度別の取組計画" } };

testRule(placeholderInconsistent, {
  valid: [
    { name: "一つの記号", fields, grid: [header, ["相談", "－", "－", "配置", "－"]] },
    { name: "記号のない文書の空欄", fields, grid: [header, ["相談", null, "配置", null, "配置"]] },
    { name: "将来の年度の空欄", fields, fiscalYear: 2019, grid: [header, ["相談", "－", "－", null, null]] },
    {
      name: "空欄の方が多い",
      fields,
      grid: [
        header,
        ["相談", "－", "配置", "配置", "配置"],
        ["見守り", null, "開始", "実施", "実施"],
        ["学習", " ", "開始", "実施", "実施"],
      ],
    },
    {
      name: "事業費の行",
      fields,
      rowKinds: { 1: "cost" },
      grid: [header, ["相談", "－", "配置", "実施", "実施"], ["事業費", null, 118, 118, 118]],
    },
    {
      name: "印や評価の一文字",
      grid: [
        ["name", "marker", "rating", "result"],
        ["相談", "I", "l", "－"],
        ["学習", null, "B", "－"],
      ],
    },
    {
      name: "○と×は値",
      grid: [
        ["name", "result:done"],
        ["相談", "○"],
        ["学習", "×"],
        ["見守り", "－"],
      ],
    },
  ],
  invalid: [
    {
      name: "英字のIと、少ない方の記号",
      fields,
      grid: [
        header,
        ["支援員", "－", "I", "強化", "I"],
        ["支援拠点", "－", "調整", "増設1か所", "-"],
        ["相談", "－", "－", "－", "－"],
      ],
      diagnostics: [
        {
          messageId: "lookAlike",
          at: "C2",
          severity: "warning",
          message: "「I」だけが入っています。「なし」を表す「－」の書き誤りでないか確かめてください。",
          fixes: ["「－」に直す"],
        },
        {
          messageId: "lookAlike",
          at: "E2",
          severity: "warning",
          message: "「I」だけが入っています。「なし」を表す「－」の書き誤りでないか確かめてください。",
          fixes: ["「－」に直す"],
        },
        {
          messageId: "mixed",
          at: "E3",
          message: "「なし」を表す記号が「-」と「－」とで混ざっています。「－」にそろえてください。",
          fixes: ["「－」にそろえる"],
        },
      ],
      fixed: [
        header,
        ["支援員", "－", "－", "強化", "－"],
        ["支援拠点", "－", "調整", "増設1か所", "－"],
        ["相談", "－", "－", "－", "－"],
      ],
    },
    {
      name: "下線で代用し、空欄が混ざる",
      fields,
      grid: [
        header,
        ["弁護士の配置", "検証", "配置", null, "_"],
        ["出張相談", "_", "開始", "実施", "実施"],
        ["見守り", null, "開始", "実施", "実施"],
      ],
      diagnostics: [
        {
          messageId: "blank",
          at: "D2",
          severity: "warning",
          message:
            "「年度別の取組計画」は、ほかの欄では該当がないときに「_」が入っていますが、ここは空欄です。書き忘れでないか確かめてください。",
        },
        {
          messageId: "lookAlike",
          at: "E2",
          message: "「_」だけが入っています。「なし」を表す「－」の書き誤りでないか確かめてください。",
          fixes: ["「－」に直す"],
        },
        {
          messageId: "lookAlike",
          at: "B3",
          message: "「_」だけが入っています。「なし」を表す「－」の書き誤りでないか確かめてください。",
          fixes: ["「－」に直す"],
        },
        {
          messageId: "blank",
          at: "B4",
          severity: "warning",
          message:
            "「現況」は、ほかの欄では該当がないときに「_」が入っていますが、ここは空欄です。書き忘れでないか確かめてください。",
        },
      ],
      fixed: [
        header,
        ["弁護士の配置", "検証", "配置", null, "－"],
        ["出張相談", "－", "開始", "実施", "実施"],
        ["見守り", null, "開始", "実施", "実施"],
      ],
    },
  ],
});
