import { letterBesideDigit } from "../../../../core/validation/rules/letter-beside-digit.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const grid = (...results: readonly string[]): Grid => [["name", "plan"], ...results.map((result) => ["事業", result])];

testRule(letterBesideDigit, {
  valid: [
    { name: "略語", grid: grid("弁護士・児童相談所OB等、GIGAスクール、IoT機器10台、AI活用3件") },
    { name: "型と判", grid: grid("B型肝炎、A3判、O型、O157対策、I型、3D") },
    { name: "検査の名", grid: grid("COVID-19、PCR検査5件、Wi-Fi6") },
    { name: "部屋の番号", grid: grid("1O1研修室") },
    { name: "容量", grid: grid("45l袋、20l入り") },
    { name: "丸印", grid: grid("○件、〇人") },
    { name: "人の区分", grid: grid("UIJターン12人、OB職員3人、NPO10団体") },
  ],
  invalid: [
    {
      name: "範囲の端",
      grid: grid("拡大 (対象年齢O-12歳)"),
      diagnostics: [
        {
          messageId: "letter",
          at: "B2",
          text: "O",
          message: "「O-12歳」の「O」は英字です。数字の「0」に直してください。",
          fixes: ["「O」を数字の「0」に直す"],
        },
      ],
      fixed: grid("拡大 (対象年齢0-12歳)"),
    },
    {
      name: "一つの欄に四つ",
      grid: grid("l0人が参加。I5件の相談、2Ｏ回開催、苦情はO件。"),
      diagnostics: [
        {
          messageId: "letter",
          at: "B2",
          message: "「l0人が」の「l」は英字です。数字の「1」に直してください。",
          fixes: ["「l」を数字の「1」に直す"],
        },
        {
          messageId: "letter",
          at: "B2",
          message: "「I5件の」の「I」は英字です。数字の「1」に直してください。",
          fixes: ["「I」を数字の「1」に直す"],
        },
        {
          messageId: "letter",
          at: "B2",
          message: "「2Ｏ回開」の「Ｏ」は英字です。数字の「０」に直してください。",
          fixes: ["「Ｏ」を数字の「０」に直す"],
        },
        {
          messageId: "letter",
          at: "B2",
          message: "「O件」の「O」は英字です。数字の「0」に直してください。",
          fixes: ["「O」を数字の「0」に直す"],
        },
      ],
      fixed: grid("10人が参加。15件の相談、2０回開催、苦情は0件。"),
    },
  ],
});
