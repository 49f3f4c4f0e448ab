import { headingsChanged } from "../../../../core/validation/rules/headings-changed.ts";
import { testRule } from "../../../support/test-rule.ts";

const row = ["公園の整備", "園路を改修した。", "継続"];

testRule(headingsChanged, {
  valid: [
    { name: "前年度の文書がない", grid: [["name", "result", "direction"], row] },
    {
      name: "同じ見出し",
      grid: [["name", "result", "direction"], row],
      previous: { grid: [["name", "result", "direction"], row] },
    },
    {
      name: "年度の列は動く",
      fiscalYear: 2012,
      grid: [
        ["name", "result@2011年度", "result@2012年度"],
        ["公園の整備", "園路を改修した。", "遊具を更新した。"],
      ],
      previous: {
        fiscalYear: 2011,
        grid: [
          ["name", "result@2010年度", "result@2011年度"],
          ["公園の整備", "計画を立てた。", "園路を改修した。"],
        ],
      },
    },
  ],
  invalid: [
    {
      name: "見出しの文言が変わった",
      grid: [["name:title", "result", "organisation:section"], row],
      previous: { grid: [["name:project", "result", "organisation:bureau"], row] },
      diagnostics: [
        {
          messageId: "renamed",
          at: "A1",
          message:
            "見出しが昨年度と違います（「project」→「title」、「bureau」→「section」）。昨年度に合わせるか、様式を改めたことを注記してください。",
        },
      ],
    },
    {
      name: "列が増え、別の列がなくなった",
      grid: [
        ["evaluation", "name", "result", "outlook"],
        ["適切に行った。", ...row],
      ],
      previous: { grid: [["name", "result", "direction"], row] },
      diagnostics: [
        {
          messageId: "columns",
          at: "A1",
          message:
            "表の列が昨年度と違います（増えた列 「evaluation」「outlook」、なくなった列 「direction」）。年度をまたいで比べられるよう、様式を揃えてください。",
        },
      ],
    },
  ],
});
