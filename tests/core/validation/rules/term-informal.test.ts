import { termInformal } from "../../../../core/validation/rules/term-informal.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const result = (...cells: string[]): Grid => [["result"], ...cells.map((cell) => [cell])];
const dictionaries = {
  terms: [
    { term: "放課後等デイサービス", informal: ["放課後デイサービス"], source: "児童福祉法" },
    { term: "スクールカウンセラー", informal: ["スクールカウンセラ"], source: "学校教育法施行規則" },
    { term: "指定管理者制度", informal: ["指定管理制度"], source: "地方自治法" },
  ],
};

testRule(termInformal, {
  valid: [
    { name: "正式な名称", dictionaries, grid: result("放課後等デイサービスの利用", "スクールカウンセラーを配置") },
    { name: "辞書がない", grid: result("放課後デイサービスの利用") },
  ],
  invalid: [
    {
      name: "略した名称",
      dictionaries,
      grid: result("放課後デイサービス等からの紹介、指定管理制度の導入", "スクールカウンセラの配置"),
      diagnostics: [
        {
          messageId: "informal",
          at: "A2",
          message: "「放課後デイサービス」の正式な名称は「放課後等デイサービス」です。",
          text: "放課後デイサービス",
          fixes: ["「放課後等デイサービス」に直す"],
        },
        {
          messageId: "informal",
          at: "A2",
          message: "「指定管理制度」の正式な名称は「指定管理者制度」です。",
          fixes: ["「指定管理者制度」に直す"],
        },
        {
          messageId: "informal",
          at: "A3",
          message: "「スクールカウンセラ」の正式な名称は「スクールカウンセラー」です。",
          fixes: ["「スクールカウンセラー」に直す"],
        },
      ],
      fixed: result("放課後等デイサービス等からの紹介、指定管理者制度の導入", "スクールカウンセラーの配置"),
    },
  ],
});
