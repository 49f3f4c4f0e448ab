import { sheetTextOutsideTable } from "../../../../core/validation/rules/sheet-text-outside-table.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(sheetTextOutsideTable, {
  valid: [
    {
      name: "表だけ",
      grid: [
        ["name", "result"],
        ["相談", "12件"],
      ],
    },
  ],
  invalid: [
    {
      name: "表題と注記",
      isStandardCheck: true,
      texts: ["令和3年度の実績", "※ 数は年度末"],
      grid: [
        ["name", "result"],
        ["相談", "12件"],
      ],
      diagnostics: [
        {
          messageId: "outside",
          at: "A1",
          message: "表の外に文字が 2 か所あります（「令和3年度の実績」など）。別のシートに移してください。",
        },
      ],
    },
  ],
});
