import { unitVaries } from "../../../../core/validation/rules/unit-varies.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const result = (...cells: string[]): Grid => [["result"], ...cells.map((cell) => [cell])];

testRule(unitVaries, {
  valid: [
    { name: "一つの単位", grid: result("利用者数:243人", "参加者 8人、延べ91人") },
    {
      name: "数える単位でない「人」と「箇所」",
      grid: result("参加者 8名", "児童1人ひとり、1人1台、2人体制、1人当たり812g", "危険箇所を2か所改修した。"),
    },
    { name: "組と名は別のもの", grid: result("160組320名", "82組164名") },
  ],
  invalid: [
    {
      name: "人数と場所の数",
      grid: result(
        "利用者数:243人 高校生41人",
        "88名を配置、参加者 8名、12名",
        "支援センター7か所、広場3か所",
        "サロン1ヶ所",
        "自主運営型2箇所",
        "講座 12人",
      ),
      diagnostics: [
        {
          messageId: "minority",
          at: "A3",
          message: "人数の単位に「名」（3 回）と「人」（3 回）が混ざっています。「人」にそろえてください。",
          text: "名",
          fixes: ["「人」にそろえる"],
        },
        {
          messageId: "minority",
          at: "A5",
          message: "場所の数の単位に「ヶ所」（1 回）と「か所」（2 回）が混ざっています。「か所」にそろえてください。",
          fixes: ["「か所」にそろえる"],
        },
        {
          messageId: "minority",
          at: "A6",
          message: "場所の数の単位に「箇所」（1 回）と「か所」（2 回）が混ざっています。「か所」にそろえてください。",
          fixes: ["「か所」にそろえる"],
        },
      ],
      fixed: result(
        "利用者数:243人 高校生41人",
        "88人を配置、参加者 8人、12人",
        "支援センター7か所、広場3か所",
        "サロン1か所",
        "自主運営型2か所",
        "講座 12人",
      ),
    },
    {
      name: "多すぎるときは初めの欄だけ",
      rules: { "unit-varies": { options: { maxCells: 1 } } },
      grid: result("延べ246人、36人", "45名", "60名", "91人"),
      diagnostics: [
        {
          messageId: "widespread",
          at: "A3",
          message: "人数の単位に「名」が 2 回、「人」が 3 回使われています。文書の中でどちらかにそろえてください。",
          fixes: ["すべて「人」にそろえる"],
        },
      ],
      fixed: result("延べ246人、36人", "45人", "60人", "91人"),
    },
  ],
});
