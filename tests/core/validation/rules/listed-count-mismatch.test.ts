import { listedCountMismatch } from "../../../../core/validation/rules/listed-count-mismatch.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const grid = (...results: readonly string[]): Grid => [
  ["name", "result"],
  ...results.map((result) => ["事業", result]),
];

testRule(listedCountMismatch, {
  valid: [
    {
      name: "四つを挙げて四つ",
      grid: grid(
        "「就労自立の促進」、「生活自立の促進」、「次世代育成支援」、「適正支給の強化」を4つの重点項目として、支援を充実します。",
      ),
    },
    { name: "など", grid: grid("「防災」「福祉」など5つの分野に取り組んだ。") },
    {
      name: "数は別のものを数える",
      grid: grid(
        "「つどいの広場」「子育てサロン」の5か所で相談を受けた。",
        "「子ども読書の日」「読書週間」に3つの催しを行った。",
      ),
    },
    {
      name: "次の3点",
      grid: grid("次の3点に取り組んだ。①避難所の整備②備蓄品の更新③訓練の実施", "次の3点に取り組んだ。"),
    },
    { name: "部会の名前が揃う", grid: grid("部会を2部会とした。・まもる部会の実施・つながる部会の実施") },
    { name: "部会の名前がない", grid: grid("課題別部会を4部会とした。会議を1回実施した。") },
  ],
  invalid: [
    {
      name: "かぎかっこの列挙が二つ",
      grid: grid("「防災」「福祉」「教育」を4つの柱とし、「見守り」及び「相談」の3事業を進めた。"),
      diagnostics: [
        {
          messageId: "quoted",
          at: "B2",
          text: "4つ",
          message: "「4つ」とありますが、かぎかっこで挙げられているのは 3 つです。数か列挙を確かめてください。",
        },
        {
          messageId: "quoted",
          at: "B2",
          text: "3事業",
          message: "「3事業」とありますが、かぎかっこで挙げられているのは 2 つです。数か列挙を確かめてください。",
        },
      ],
    },
    {
      name: "番号付きの列挙",
      grid: grid("次の4点に取り組んだ。\n①避難所の整備\n②備蓄品の更新\n③訓練の実施"),
      diagnostics: [
        {
          messageId: "circled",
          at: "B2",
          text: "4点",
          message: "「4点」とありますが、番号を付けて挙げられているのは 3 つです。数か列挙を確かめてください。",
        },
      ],
    },
    {
      name: "部会",
      grid: grid(
        "課題別部会を4部会とした。\n・まもる部会（ボランティア育成）の実施年3回\n・つながる部会第1回を5月に開催",
      ),
      diagnostics: [
        {
          messageId: "groups",
          at: "B2",
          severity: "info",
          message:
            "「4部会」とありますが、この欄に名前があるのは「まもる部会」「つながる部会」の 2 つです。残りの活動も書くか、数を確かめてください。",
        },
      ],
    },
  ],
});
