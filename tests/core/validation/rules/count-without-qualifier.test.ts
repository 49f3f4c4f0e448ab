import { countWithoutQualifier } from "../../../../core/validation/rules/count-without-qualifier.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(countWithoutQualifier, {
  valid: [
    { name: "一つの回数", grid: [["result"], ["発達支援部会4回実施"], ["書面会議1回実施。ボランティア講座2回実施。"]] },
    { name: "予定と書いてある", grid: [["result"], ["ボランティア講座2回実施・1回実施予定"]] },
    {
      name: "何の回数か書いてある",
      grid: [
        ["result"],
        ["代表者会議1回実施・書面会議1回実施"],
        ["午前3回開催、午後2回開催"],
        ["第1回実施、第2回実施"],
      ],
    },
    { name: "計画の欄", grid: [["plan"], ["部会3回実施・1回実施"]] },
  ],
  invalid: [
    {
      name: "一つの欄に二つ",
      grid: [["result"], ["・発達支援部会3回実施・1回実施\n・思春期対策部会の実施(2回実施1回実施)"]],
      diagnostics: [
        {
          messageId: "repeated",
          at: "A2",
          message:
            "「3回実施・1回実施」は回数が二つ続いています。合わせた回数か、それぞれ何の回数かが分かるように書いてください。",
          text: "3回実施・1回実施",
        },
        {
          messageId: "repeated",
          at: "A2",
          message:
            "「2回実施1回実施」は回数が二つ続いています。合わせた回数か、それぞれ何の回数かが分かるように書いてください。",
          text: "2回実施1回実施",
        },
      ],
    },
  ],
});
