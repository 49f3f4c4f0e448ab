import { headingDuplicate } from "../../../../core/validation/rules/heading-duplicate.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(headingDuplicate, {
  valid: [
    {
      name: "違う見出し",
      grid: [
        ["name", "count:count", "count:priority"],
        ["相談", 1, 2],
      ],
    },
  ],
  invalid: [
    {
      name: "同じ見出し",
      isStandardCheck: true,
      grid: [
        ["name", "count@2021年度", "count:other@2021年度"],
        ["相談", 1, 2],
      ],
      diagnostics: [
        { messageId: "duplicate", at: "C1", message: "見出し「2021年度」は B1 にもあります。別の名前にしてください。" },
      ],
    },
  ],
});
