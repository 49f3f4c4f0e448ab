import { recordGone } from "../../../../core/validation/rules/record-gone.ts";
import { testRule } from "../../../support/test-rule.ts";

const primaryKey = ["name"];

testRule(recordGone, {
  valid: [
    { name: "前年度の文書がない", primaryKey, grid: [["name"], ["道路橋りょう長寿命化事業"]] },
    {
      name: "名称を変えた事業はなくなっていない",
      primaryKey,
      grid: [["name"], ["道路橋りょう長寿命化事業"], ["こども医療費助成事業"]],
      previous: { primaryKey, grid: [["name"], ["道路橋りょう長寿命化事業"], ["子ども医療費助成事業"]] },
    },
    {
      name: "一件も重ならない文書",
      primaryKey,
      grid: [["name"], ["道路橋りょう長寿命化事業"]],
      previous: { primaryKey, grid: [["name"], ["議会だよりの発行"]] },
    },
  ],
  invalid: [
    {
      name: "なくなった二つの事業",
      primaryKey,
      grid: [
        ["name", "organisation"],
        ["道路橋りょう長寿命化事業", "道路課"],
        ["ごみ減量推進事業", "環境課"],
      ],
      previous: {
        primaryKey,
        grid: [
          ["name", "organisation"],
          ["道路橋りょう長寿命化事業", "道路課"],
          ["空き店舗活用補助", "商工課"],
          ["ごみ減量推進事業", "環境課"],
          ["市民農園の開設", "農政課"],
        ],
      },
      diagnostics: [
        {
          messageId: "gone",
          at: "A1",
          message:
            "昨年度の文書にあった「市民農園の開設」（農政課）が、今年度の文書にありません。書き漏らしか、終了・統合かを確かめてください。",
        },
        {
          messageId: "gone",
          at: "A1",
          message:
            "昨年度の文書にあった「空き店舗活用補助」（商工課）が、今年度の文書にありません。書き漏らしか、終了・統合かを確かめてください。",
        },
      ],
    },
    {
      name: "大半がなくなったときは作り直し",
      primaryKey,
      grid: [["name"], ["道路橋りょう長寿命化事業"]],
      previous: {
        primaryKey,
        grid: [["name"], ["道路橋りょう長寿命化事業"], ["議会だよりの発行"], ["市民農園の開設"]],
      },
      diagnostics: ["市民農園の開設", "議会だよりの発行"].map((name) => ({
        messageId: "gone",
        at: "A1",
        severity: "info",
        message: `昨年度の文書にあった「${name}」が、今年度の文書にありません。書き漏らしか、終了・統合かを確かめてください。`,
      })),
    },
  ],
});
