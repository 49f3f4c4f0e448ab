import { valueNotUnique } from "../../../../core/validation/rules/value-not-unique.ts";
import { testRule } from "../../../support/test-rule.ts";

const fields = { code: { title: "管理番号", constraints: { unique: true } } };

testRule(valueNotUnique, {
  valid: [
    {
      name: "すべて違う",
      fields,
      grid: [
        ["code", "name"],
        ["0312", "公園"],
        ["0313", "河川"],
      ],
    },
    {
      name: "結合の続き",
      fields,
      grid: [
        ["code", "name"],
        ["0312", "公園"],
        [undefined, "公園"],
      ],
    },
    {
      name: "空欄と記号",
      fields,
      grid: [
        ["code", "name"],
        ["－", "公園"],
        ["－", "河川"],
        [null, "道路"],
        [null, "橋"],
      ],
    },
    {
      name: "主キーの重複は別の規則",
      fields,
      primaryKey: ["code"],
      grid: [
        ["code", "name"],
        ["0312", "公園"],
        ["0312", "河川"],
      ],
    },
  ],
  invalid: [
    {
      name: "幅だけが違う番号も同じ",
      fields,
      grid: [
        ["code", "name"],
        ["0312", "公園"],
        ["０３１２", "河川"],
        ["0312", "道路"],
      ],
      diagnostics: [
        {
          messageId: "duplicate",
          at: "A3",
          message: "「管理番号」の「０３１２」は 2 行目にもあります。どちらかを改めてください。",
        },
        {
          messageId: "duplicate",
          at: "A4",
          message: "「管理番号」の「0312」は 2 行目にもあります。どちらかを改めてください。",
        },
      ],
    },
  ],
});
