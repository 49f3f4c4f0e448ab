import { organisationsRunTogether } from "../../../../core/validation/rules/organisations-run-together.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const organisation = (...cells: string[]): Grid => [["organisation"], ...cells.map((cell) => [cell])];

testRule(organisationsRunTogether, {
  valid: [
    {
      name: "順に下る一つの組織",
      grid: organisation(
        "教育委員会事務局学校教育部指導課",
        "市民・こども局子育て施策部子育て支援課",
        "川崎区役所こども支援室",
      ),
    },
    {
      name: "区切りのある二つ",
      grid: organisation("健康福祉局 こども若者局", "健康福祉局\nこども若者局", "総務課、税務課"),
    },
    {
      name: "課や部の字を含む名前",
      grid: organisation(
        "税務課課税係",
        "市民部課税課",
        "放課後支援課",
        "北部環境部",
        "政策部課題解決推進課",
        "部活動推進課",
      ),
    },
    { name: "単独でもある上の組織", grid: organisation("健康福祉部", "健康福祉部福祉課", "福祉課") },
  ],
  invalid: [
    {
      name: "同じ段の二つ",
      grid: organisation("健康福祉局こども若者局", "健康福祉部長寿社会課教育総務部学校教育課"),
      diagnostics: [
        {
          messageId: "together",
          at: "A2",
          message: "「健康福祉局」と「こども若者局」が区切りなしに続いています。改行か「、」で区切ってください。",
          text: "健康福祉局こども若者局",
          fixes: ["二つの組織の間で改行する", "「、」で区切る"],
        },
        {
          messageId: "together",
          at: "A3",
          message:
            "「健康福祉部長寿社会課」と「教育総務部学校教育課」が区切りなしに続いています。改行か「、」で区切ってください。",
          fixes: ["二つの組織の間で改行する", "「、」で区切る"],
        },
      ],
      fixed: organisation("健康福祉局\nこども若者局", "健康福祉部長寿社会課\n教育総務部学校教育課"),
    },
    {
      name: "ほかの欄に単独である二つ",
      grid: organisation("中央図書館", "公民館連絡室", "中央図書館公民館連絡室"),
      diagnostics: [
        {
          messageId: "together",
          at: "A4",
          message: "「中央図書館」と「公民館連絡室」が区切りなしに続いています。改行か「、」で区切ってください。",
          fixes: ["二つの組織の間で改行する", "「、」で区切る"],
        },
      ],
      fixed: organisation("中央図書館", "公民館連絡室", "中央図書館\n公民館連絡室"),
    },
  ],
});
