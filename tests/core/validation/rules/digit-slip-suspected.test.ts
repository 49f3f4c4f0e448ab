import { digitSlipSuspected } from "../../../../core/validation/rules/digit-slip-suspected.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { CaseDocument } from "../../../support/validation-case.ts";

const project = (result: string): CaseDocument => ({
  primaryKey: ["name"],
  grid: [
    ["name", "result"],
    ["相談事業", result],
  ],
});

testRule(digitSlipSuspected, {
  valid: [
    { name: "前年度の文書がない", ...project("保護者支援:7,762件") },
    { name: "末尾の桁だけの違い", ...project("会員数 1,726人"), previous: project("会員数 1,725人") },
    { name: "二つの桁の違い", ...project("相談 1,787件"), previous: project("相談 1,725件") },
    { name: "きりのよい数", ...project("参加者 1,200人"), previous: project("参加者 1,500人") },
    { name: "三桁の数は偶然似る", ...project("相談 265件"), previous: project("相談 365件") },
    { name: "同じ数", ...project("相談 7,962件"), previous: project("相談 7,962件") },
    { name: "およその数", ...project("参加者 約1,267人"), previous: project("参加者 約1,257人") },
  ],
  invalid: [
    {
      name: "一つの桁、入れ替わり、桁の不足",
      ...project("保護者支援:7,762件 対応件数:65,595件 訪問回数:123回"),
      previous: project("保護者支援:7,962件 対応件数:65,955件 訪問回数:1,243回"),
      diagnostics: [
        {
          messageId: "oneDigit",
          at: "B2",
          text: "7,762件",
          message:
            "「保護者支援」の 7,762件 は、昨年度の 7,962件 と一つの桁だけが違います。写し誤りでないか確かめてください。",
        },
        {
          messageId: "swapped",
          at: "B2",
          text: "65,595件",
          message:
            "「対応件数」の 65,595件 は、昨年度の 65,955件 と並んだ二つの桁が入れ替わっています。写し誤りでないか確かめてください。",
        },
        {
          messageId: "length",
          at: "B2",
          text: "123回",
          message:
            "「訪問回数」の 123回 は、昨年度の 1,243回 と桁数が違い、ほかの数字は同じです。桁の過不足がないか確かめてください。",
        },
      ],
    },
  ],
});
