import { counterHomophone } from "../../../../core/validation/rules/counter-homophone.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const grid = (...results: readonly string[]): Grid => [
  ["name", "result"],
  ...results.map((result) => ["事業", result]),
];

testRule(counterHomophone, {
  valid: [
    { name: "会場と会議", grid: grid("2会場で実施、3会議室、5会員、1会計年度") },
    { name: "団体を会で数える", grid: grid("老人クラブ5会、婦人会(3会)、町会3会に補助した") },
    { name: "年や月の後の会", grid: grid("昨年2会が解散し、4月2会を統合、第2会場、第1会議室、月2会員") },
    { name: "階と大学", grid: grid("1階、2階を改修し、3階で講座を実施。3大学と連携、4大会を誘致") },
    { name: "県と券", grid: grid("5県の自治体と交流、近隣3県(群馬・栃木・茨城)、利用券3券") },
    { name: "入り・明細・世代", grid: grid("50枚入り、明細3件、3世代同居、親子2世代が参加") },
    { name: "日感染", grid: grid("1日感染者数、3日完成") },
    { name: "正しい数え方", grid: grid("配布(2回)、15名、3件、5か所、10組") },
    { name: "組み合わせ", grid: grid("3組み合わせ、10組みんなで") },
  ],
  invalid: [
    {
      name: "配布の回数",
      grid: grid("・生活習慣付けチラシ「もうすぐ1年生」の配布(2会)"),
      diagnostics: [
        {
          messageId: "homophone",
          at: "B2",
          text: "2会",
          message: "「2会」は「2回」の変換誤りではありませんか。確かめて直してください。",
          fixes: ["「2回」に直す"],
        },
      ],
      fixed: grid("・生活習慣付けチラシ「もうすぐ1年生」の配布(2回)"),
    },
    {
      name: "いつ行うかの後",
      grid: grid("物流が週2会となった。年3会の点検。第2会を開催"),
      diagnostics: ["2会", "3会", "2会"].map((text) => ({
        messageId: "homophone",
        at: "B2",
        text,
        message: `「${text}」は「${text[0]!}回」の変換誤りではありませんか。確かめて直してください。`,
        fixes: [`「${text[0]!}回」に直す`],
      })),
      fixed: grid("物流が週2回となった。年3回の点検。第2回を開催"),
    },
    {
      name: "一つの欄に三つ",
      grid: grid("出前講座を5会実施し、1,015明が参加。3か書を整備、2時感の研修"),
      diagnostics: [
        {
          messageId: "homophone",
          at: "B2",
          message: "「5会」は「5回」の変換誤りではありませんか。確かめて直してください。",
          fixes: ["「5回」に直す"],
        },
        {
          messageId: "homophone",
          at: "B2",
          message: "「1,015明」は「1,015名」の変換誤りではありませんか。確かめて直してください。",
          fixes: ["「1,015名」に直す"],
        },
        {
          messageId: "homophone",
          at: "B2",
          message: "「3か書」は「3か所」の変換誤りではありませんか。確かめて直してください。",
          fixes: ["「3か所」に直す"],
        },
        {
          messageId: "homophone",
          at: "B2",
          message: "「2時感」は「2時間」の変換誤りではありませんか。確かめて直してください。",
          fixes: ["「2時間」に直す"],
        },
      ],
      fixed: grid("出前講座を5回実施し、1,015名が参加。3か所を整備、2時間の研修"),
    },
  ],
});
