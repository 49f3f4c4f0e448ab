import { indicatorUnitChanged } from "../../../../core/validation/rules/indicator-unit-changed.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { CaseDocument } from "../../../support/validation-case.ts";

const project = (result: string): CaseDocument => ({
  primaryKey: ["name"],
  grid: [
    ["name", "result"],
    ["子育て支援", result],
  ],
});

testRule(indicatorUnitChanged, {
  valid: [
    { name: "前年度の文書がない", ...project("相談者数 45人") },
    {
      name: "名と人、箇所とか所は同じ",
      ...project("参加者 8名、拠点 3か所"),
      previous: project("参加者 9人、拠点 3箇所"),
    },
    {
      name: "開催回数と参加者は別の指標",
      ...project("家庭教育学級 延べ394人"),
      previous: project("家庭教育学級 15回"),
    },
    { name: "計の有無", ...project("セミナー:24回実施"), previous: project("セミナー:計24回実施") },
    { name: "両年度とも延べ", ...project("参加者数延1,200人"), previous: project("参加者延べ人数 1,500人") },
  ],
  invalid: [
    {
      name: "人が件に、回が日に",
      ...project("法律相談 512件、こどもサポート旭町 週3日実施"),
      previous: project("法律相談 498人、こどもサポート旭町 週2回実施"),
      diagnostics: [
        {
          messageId: "unit",
          at: "B2",
          text: "512件",
          message:
            "「法律相談」の単位が昨年度と違います（昨年度 498人、今年度 512件）。同じ単位で示すか、変えたことを注記してください。",
        },
        {
          messageId: "unit",
          at: "B2",
          text: "3日",
          message:
            "「こどもサポート旭町」の単位が昨年度と違います（昨年度 週2回、今年度 週3日）。同じ単位で示すか、変えたことを注記してください。",
        },
      ],
    },
    {
      name: "延べが実に",
      ...project("・こどもの力 年11回開催 参加実数 約45名"),
      previous: project("・「こどもの力を育てるために」年11回開催参加延数127名"),
      diagnostics: [
        {
          messageId: "basis",
          at: "B2",
          text: "45名",
          message:
            "「こどもの力の参加実数」の数え方が、昨年度の延べ数から実数に変わっています。昨年度と同じ数え方の数値も示してください。",
        },
      ],
    },
    {
      name: "昨年度だけ延べ",
      ...project("ジョイフルサタデー 年10回開催 参加者数930名"),
      previous: project("ジョイフルサタデー 年6回開催 参加者延数701名"),
      diagnostics: [
        {
          messageId: "basisUnstated",
          at: "B2",
          severity: "info",
          text: "930名",
          message:
            "「ジョイフルサタデーの参加者数」は、昨年度だけが延べ数と書かれています。同じ数え方の数値かどうかを確かめてください。",
        },
      ],
    },
  ],
});
