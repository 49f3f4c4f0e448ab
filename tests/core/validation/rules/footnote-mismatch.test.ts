import { footnoteMismatch } from "../../../../core/validation/rules/footnote-mismatch.ts";
import { testRule } from "../../../support/test-rule.ts";

const grid = [["plan"], ["年間80回"]] as const;

testRule(footnoteMismatch, {
  valid: [
    { name: "印と注が合う", texts: ["# 学習支援事業の実施※1", "※1 計画4の再掲"], grid },
    { name: "全角の番号", texts: ["# 学習支援事業の実施＊１", "*1 計画4の再掲"], grid },
    { name: "数量の注記", grid: [["plan"], ["※1人1回まで"], ["受注1件、3*2"]] },
    { name: "番号のない注記", texts: ["※ 国庫補助事業"], grid },
    { name: "欄の中の注", grid: [["result"], ["登録 120団体※1\n※1 休止中を除く。"]] },
  ],
  invalid: [
    {
      name: "印の違いと、同じ番号の注",
      texts: [
        "# 学習支援事業の実施*1 【再掲】",
        "※1・・・ 計画4 事業No.4-15の再掲",
        "# 新しい児童相談体制の構築*1",
        "※1・・・ 計画 2 事業No. 2 - 4の再掲",
      ],
      grid,
      diagnostics: [
        {
          messageId: "symbol",
          at: "A1",
          message: "印「*1」に対する注は「※1」と書かれています。印をそろえてください。",
          text: "*1",
        },
        {
          messageId: "repeated",
          at: "A2",
          message: "注「※1」が A4 にもあり、内容が違います。番号を分けてください。",
          severity: "info",
        },
        {
          messageId: "symbol",
          at: "A3",
          message: "印「*1」に対する注は「※1」と書かれています。印をそろえてください。",
        },
        {
          messageId: "repeated",
          at: "A4",
          message: "注「※1」が A2 にもあり、内容が違います。番号を分けてください。",
          severity: "info",
        },
      ],
    },
    {
      name: "相手のない印と注",
      texts: ["注2 対象者を除く。"],
      grid: [["result"], ["登録団体※1の支援"]],
      diagnostics: [
        {
          messageId: "noMark",
          at: "A1",
          message: "注「注2」を指す印がどこにもありません。印を付けるか、注を取り除いてください。",
          severity: "info",
        },
        {
          messageId: "noNote",
          at: "A3",
          message: "印「※1」に対する注がありません。注を書き添えるか、印を取り除いてください。",
          text: "※1",
        },
      ],
    },
  ],
});
