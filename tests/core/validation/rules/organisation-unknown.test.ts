import { organisationUnknown } from "../../../../core/validation/rules/organisation-unknown.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const organisation = (...cells: string[]): Grid => [["organisation"], ...cells.map((cell) => [cell])];
const source = "仙台市の組織";
const dictionaries = {
  organisations: [
    { name: "こども若者局", aliases: ["子ども若者局", "子供未来局"], from: 2023, source },
    { name: "子供未来局", until: 2022, source },
    { name: "健康福祉局", source },
    { name: "会計室", until: 2010, source },
  ],
};

testRule(organisationUnknown, {
  valid: [
    {
      name: "一覧にある名前と注",
      dictionaries,
      fiscalYear: 2024,
      grid: organisation("健康福祉局 こども若者局", "こども若者局 (各区役所)"),
    },
    { name: "改称前の年度", dictionaries, fiscalYear: 2021, grid: organisation("子供未来局", "子ども若者局") },
    { name: "一覧にない、似てもいない名前", dictionaries, grid: organisation("教育局", "議会事務局") },
    {
      name: "一字違いの別の組織",
      grid: organisation(
        "学校教育課",
        "学校教育課",
        "学校教育課",
        "学校教育部",
        "東部支所",
        "東部支所",
        "東部支所",
        "西部支所",
      ),
    },
    {
      name: "漢字一字の違いは別の課でありうる",
      grid: organisation("健康増進課", "健康増進課", "健康増進課", "健康推進課"),
    },
    { name: "多くない名前", grid: organisation("子育て支援課", "子育支援課") },
  ],
  invalid: [
    {
      name: "別名と改称",
      dictionaries,
      fiscalYear: 2023,
      grid: organisation("健康福祉局 子ども若者局", "子供未来局", "会計室"),
      diagnostics: [
        {
          messageId: "alias",
          at: "A2",
          message: "「子ども若者局」の正式な名前は「こども若者局」です。",
          text: "子ども若者局",
          fixes: ["「こども若者局」に直す"],
        },
        {
          messageId: "outdated",
          at: "A3",
          message: "「子供未来局」は 2023 年度にはない組織です。「こども若者局」ではありませんか。",
          fixes: ["「こども若者局」に直す"],
        },
        {
          messageId: "outdated",
          at: "A4",
          message: "「会計室」は 2023 年度にはない組織です。その年度の名前を確かめてください。",
        },
      ],
      fixed: organisation("健康福祉局 こども若者局", "こども若者局", "会計室"),
    },
    {
      name: "一覧の名前に近い",
      dictionaries,
      grid: organisation("健康福社福祉局", "健康福局", "こども若著局"),
      diagnostics: [
        {
          messageId: "nearest",
          at: "A3",
          message: "「健康福局」は組織の一覧にありません。「健康福祉局」ではありませんか。",
          fixes: ["「健康福祉局」に直す"],
        },
      ],
      fixed: organisation("健康福社福祉局", "健康福祉局", "こども若著局"),
    },
    {
      name: "一覧がないときは、繰り返し使われる名前と比べる",
      grid: organisation("子育て支援課", "子育て支援課、図書課", "子育て支援課", "子育支援課"),
      diagnostics: [
        {
          messageId: "rare",
          at: "A5",
          message: "「子育支援課」はこの文書に一度しかありません。3 回使われている「子育て支援課」ではありませんか。",
          fixes: ["「子育て支援課」に直す"],
        },
      ],
      fixed: organisation("子育て支援課", "子育て支援課、図書課", "子育て支援課", "子育て支援課"),
    },
  ],
});
