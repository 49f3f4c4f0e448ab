import { valueNotInEnum } from "../../../../core/validation/rules/value-not-in-enum.ts";
import { testRule } from "../../../support/test-rule.ts";

const fields = {
  rating: { title: "評価", constraints: { enum: ["A", "B", "C", "D"] }, unselected: ["未選択"] },
  direction: { title: "方向性", constraints: { enum: ["継続", "充実", "縮小"] } },
};

testRule(valueNotInEnum, {
  valid: [
    {
      name: "選択肢のとおり",
      fields,
      grid: [
        ["name", "rating", "direction"],
        ["公園の整備", "A", "継続"],
      ],
    },
    {
      name: "空欄は別の規則",
      fields,
      grid: [
        ["name", "rating", "direction"],
        ["公園の整備", null, "　"],
      ],
    },
    {
      name: "未選択は別の規則",
      fields,
      grid: [
        ["name", "rating"],
        ["公園の整備", "未選択"],
      ],
    },
    {
      name: "結合の続き",
      fields,
      grid: [
        ["name", "rating"],
        ["公園の整備", "B"],
        ["公園の整備", undefined],
      ],
    },
    {
      name: "合計の行",
      fields,
      rowKinds: { 0: "total" },
      grid: [
        ["name", "rating"],
        ["合計", "12"],
      ],
    },
    {
      name: "選択肢のない欄",
      grid: [
        ["name", "rating"],
        ["公園の整備", "おおむね順調"],
      ],
    },
  ],
  invalid: [
    {
      name: "選択肢にない評価と、言い足した方向性",
      fields,
      grid: [
        ["name", "rating", "direction"],
        ["公園の整備", "E", "継続実施"],
      ],
      diagnostics: [
        {
          messageId: "unknown",
          at: "B2",
          message: "「評価」の「E」は選択肢（A、B、C、D）にありません。選び直してください。",
        },
        {
          messageId: "unknown",
          at: "C2",
          message: "「方向性」の「継続実施」は選択肢（継続、充実、縮小）にありません。選び直してください。",
          fixes: ["「継続」に直す"],
        },
      ],
      fixed: [
        ["name", "rating", "direction"],
        ["公園の整備", "E", "継続"],
      ],
    },
    {
      name: "全角と空白",
      fields,
      grid: [
        ["name", "rating", "direction"],
        ["公園の整備", "Ａ", "充 実"],
      ],
      diagnostics: [
        {
          messageId: "notation",
          at: "B2",
          severity: "info",
          message: "「評価」の「Ａ」は選択肢「A」と文字の幅や空白が違います。表記をそろえてください。",
          fixes: ["「A」にそろえる"],
        },
        {
          messageId: "notation",
          at: "C2",
          severity: "info",
          message: "「方向性」の「充 実」は選択肢「充実」と文字の幅や空白が違います。表記をそろえてください。",
          fixes: ["「充実」にそろえる"],
        },
      ],
      fixed: [
        ["name", "rating", "direction"],
        ["公園の整備", "A", "充実"],
      ],
    },
    {
      name: "記号だけ",
      fields,
      grid: [
        ["name", "rating"],
        ["公園の整備", "－"],
      ],
      diagnostics: [
        {
          messageId: "placeholder",
          at: "B2",
          severity: "warning",
          message:
            "「評価」に選択肢（A、B、C、D）がなく、記号だけが入っています。選ぶか、対象外の理由を書いてください。",
        },
      ],
    },
  ],
});
