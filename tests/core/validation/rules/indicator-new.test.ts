import { indicatorNew } from "../../../../core/validation/rules/indicator-new.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { CaseDocument } from "../../../support/validation-case.ts";

const project = (result: string): CaseDocument => ({
  primaryKey: ["name"],
  grid: [
    ["name", "result"],
    ["市立図書館の運営", result],
  ],
});

testRule(indicatorNew, {
  valid: [
    { name: "前年度の文書がない", ...project("入館者数 延べ123,456人") },
    { name: "昨年度は数値がなかった", ...project("入館者数 延べ123,456人"), previous: project("図書の充実に努めた。") },
    { name: "同じ指標", ...project("貸出冊数 345,678冊"), previous: project("貸出冊数：340,112冊") },
    {
      name: "内訳を加えただけ",
      ...project("貸出冊数 345,678冊（うち児童書98,765冊）"),
      previous: project("貸出冊数 340,112冊"),
    },
  ],
  invalid: [
    {
      name: "二つ増えた",
      ...project("貸出冊数 345,678冊、電子図書 2,345冊、レファレンス受付 1,234件"),
      previous: project("貸出冊数 340,112冊"),
      diagnostics: [
        {
          messageId: "added",
          at: "B2",
          text: "電子図書 2,345冊",
          message:
            "「電子図書」（2,345冊）、「レファレンス受付」（1,234件）は、昨年度の実績にない数値です。新しい指標であれば、その旨を書いてください。",
        },
      ],
    },
  ],
});
