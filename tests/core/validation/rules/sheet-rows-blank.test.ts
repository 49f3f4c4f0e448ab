import { sheetRowsBlank } from "../../../../core/validation/rules/sheet-rows-blank.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(sheetRowsBlank, {
  valid: [
    {
      name: "続いた記録",
      grid: [
        ["name", "result"],
        ["相談", "12件"],
        ["研修", "3回"],
      ],
    },
  ],
  invalid: [
    {
      name: "途中の空行",
      isStandardCheck: true,
      grid: [
        ["name", "result"],
        ["相談", "12件"],
        [null, null],
        ["研修", "3回"],
      ],
      skippedRows: [1],
      diagnostics: [
        { messageId: "blank", at: "A3", message: "表の途中に空行が 1 行あります（3 行目）。行を詰めてください。" },
      ],
    },
  ],
});
