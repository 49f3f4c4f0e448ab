import { sheetTablesSeveral } from "../../../../core/validation/rules/sheet-tables-several.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(sheetTablesSeveral, {
  valid: [
    {
      name: "表が一つ",
      grid: [
        ["name", "result"],
        ["相談", "12件"],
      ],
    },
  ],
  invalid: [
    {
      name: "二つの表",
      isStandardCheck: true,
      grid: [
        ["name", "result"],
        ["相談", "12件"],
      ],
      below: [
        ["区分", "件数"],
        ["窓口", 3],
      ],
      diagnostics: [
        {
          messageId: "several",
          at: "A4",
          message: "このシートには表が 2 つあります（二つ目は A4:B5）。一つのシートに一つの表にしてください。",
        },
      ],
    },
  ],
});
