import { labelSplit } from "../../../../core/validation/rules/label-split.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(labelSplit, {
  valid: [
    {
      name: "一つのセル",
      grid: [
        ["plan:target", "baseline"],
        ["事業費(百万円)", "21"],
      ],
    },
    {
      name: "それぞれが閉じている",
      grid: [
        ["plan:target", "baseline"],
        ["支援拠点(新設)", "(1か所)"],
      ],
    },
    {
      name: "左が開いたまま、右は関係がない",
      grid: [
        ["plan:target", "baseline"],
        ["スーパーバイザーの配置(弁護士", "協議"],
      ],
    },
    {
      name: "長い文どうし",
      grid: [
        ["plan:target", "baseline"],
        [
          "学習支援や居場所の提供を行う拠点を増設し、(児童館など",
          "子どもや保護者の相談に応じる職員を配置する)体制を整える",
        ],
      ],
    },
    { name: "別の行", grid: [["plan:target"], ["事業費(百"], ["万円)"]] },
  ],
  invalid: [
    {
      name: "重なりのある切れ方と、ない切れ方",
      grid: [
        ["plan:target", "baseline", "result"],
        ["事業費(百", "百万円)", "63"],
        ["利用者(延べ", "人数)", "243人"],
      ],
      diagnostics: [
        {
          messageId: "split",
          at: "A2",
          message:
            "「事業費(百」と「百万円)」は一つの語句「事業費(百万円)」が二つのセルに分かれたもののようです。一つのセルにまとめてください。",
          fixes: ["「事業費(百万円)」を一つのセルにまとめる"],
        },
        {
          messageId: "split",
          at: "A3",
          message:
            "「利用者(延べ」と「人数)」は一つの語句「利用者(延べ人数)」が二つのセルに分かれたもののようです。一つのセルにまとめてください。",
          fixes: ["「利用者(延べ人数)」を一つのセルにまとめる"],
        },
      ],
      fixed: [
        ["plan:target", "baseline", "result"],
        ["事業費(百万円)", null, "63"],
        ["利用者(延べ人数)", null, "243人"],
      ],
    },
  ],
});
