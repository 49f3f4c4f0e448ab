import { wordingRedundant } from "../../../../core/validation/rules/wording-redundant.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const result = (...cells: string[]): Grid => [["result"], ...cells.map((cell) => [cell])];

testRule(wordingRedundant, {
  valid: [
    {
      name: "引き続き行う",
      grid: result("引き続き支援を行う。継続して実施した。", "引き続き検討する。\n継続して周知する。"),
    },
    {
      name: "約と程度の一方",
      grid: result("約45名が参加した。", "3割程度の減少", "各学校に配布した。", "地区ごとに開催した。"),
    },
    { name: "平等など", grid: result("男女平等などの啓発") },
  ],
  invalid: [
    {
      name: "引き続き…継続して",
      grid: result("昨年度に引き続きオンライン教室も継続して行った。", "負担の軽減を緩和するため給付金を支給した。"),
      diagnostics: [
        {
          messageId: "redundant",
          at: "A2",
          message:
            "「引き続きオンライン教室も継続して」は「引き続き」と「継続して」が重なっています。どちらか一方で足ります。",
        },
        {
          messageId: "redundant",
          at: "A3",
          message: "「負担の軽減を緩和」は「軽減」と「緩和」が重なっています。どちらか一方で足ります。",
        },
      ],
    },
    {
      name: "省いて直せるもの",
      grid: result("約100人程度が、まず最初に来場した。", "各地区ごとに、要保護児童支援体制の整備等などを行った。"),
      diagnostics: [
        {
          messageId: "redundant",
          at: "A2",
          message: "「約100人程度」は「約」と「程度」が重なっています。どちらか一方で足ります。",
          fixes: ["「約100人」に直す"],
        },
        {
          messageId: "redundant",
          at: "A2",
          message: "「まず最初に」は「まず」と「最初に」が重なっています。どちらか一方で足ります。",
          fixes: ["「まず」に直す"],
        },
        {
          messageId: "redundant",
          at: "A3",
          message: "「各地区ごとに」は「各」と「ごとに」が重なっています。どちらか一方で足ります。",
          fixes: ["「地区ごとに」に直す"],
        },
        {
          messageId: "redundant",
          at: "A3",
          message: "「等など」は「等」と「など」が重なっています。どちらか一方で足ります。",
          fixes: ["「など」に直す"],
        },
      ],
      fixed: result("約100人が、まず来場した。", "地区ごとに、要保護児童支援体制の整備などを行った。"),
    },
  ],
});
