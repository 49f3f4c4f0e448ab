import { indicatorRenamed } from "../../../../core/validation/rules/indicator-renamed.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { CaseDocument } from "../../../support/validation-case.ts";

const project = (result: string): CaseDocument => ({
  primaryKey: ["name"],
  grid: [
    ["name", "result"],
    ["総合相談事業", result],
  ],
});

testRule(indicatorRenamed, {
  valid: [
    { name: "前年度の文書がない", ...project("女性相談 1,199件") },
    { name: "同じ名前", ...project("婦人相談:1,199件"), previous: project("婦人相談 1,213件") },
    { name: "値が大きく違えば別の指標", ...project("女性相談 199件"), previous: project("婦人相談 1,213件") },
    { name: "単位が違えば別の指標", ...project("女性相談 1,199人"), previous: project("婦人相談 1,213件") },
    {
      name: "別名の辞書にあれば同じ指標",
      dictionaries: { aliases: [{ names: ["女性相談", "婦人相談"], source: "女性支援新法" }] },
      ...project("女性相談 1,201件"),
      previous: project("婦人相談 1,213件"),
    },
  ],
  invalid: [
    {
      name: "二つの相談の名前が変わった",
      ...project("女性相談 1,199件 こども家庭相談 3,700件"),
      previous: project("婦人相談 1,213件 家児相談 3,732件"),
      diagnostics: [
        {
          messageId: "renamed",
          at: "B2",
          text: "女性相談 1,199件",
          message:
            "「女性相談」（1,199件）は、昨年度の「婦人相談」（1,213件）の名前を変えたものとみられます。同じ指標であれば注記してください。",
        },
        {
          messageId: "renamed",
          at: "B2",
          text: "こども家庭相談 3,700件",
          message:
            "「こども家庭相談」（3,700件）は、昨年度の「家児相談」（3,732件）の名前を変えたものとみられます。同じ指標であれば注記してください。",
        },
      ],
    },
  ],
});
