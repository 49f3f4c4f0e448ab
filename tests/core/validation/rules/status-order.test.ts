import { statusOrder } from "../../../../core/validation/rules/status-order.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(statusOrder, {
  valid: [
    {
      name: "進む順",
      grid: [
        ["plan@令和元年度", "plan@令和2年度", "plan@令和3年度", "total"],
        ["検討", "開始", "実施", "実施"],
        ["協議", "協議", "仕組みの構築", "仕組みの構築"],
        ["調整", "増設1か所", "-", "増設1か所"],
      ],
    },
    {
      name: "検討に終わる計画",
      grid: [
        ["plan@令和元年度", "plan@令和2年度", "total"],
        ["実施", "検討", "見直し方針の検討"],
      ],
    },
    {
      name: "別のものの検討",
      grid: [
        ["plan@令和元年度", "plan@令和2年度", "total"],
        ["実施", "次期計画の検討", "実施"],
      ],
    },
    {
      name: "拡大したものの実施",
      grid: [
        ["plan@令和元年度", "plan@令和2年度", "total"],
        ["拡大", "実施", "拡大"],
      ],
    },
  ],
  invalid: [
    {
      name: "拡大のあとに検討",
      grid: [
        ["plan@令和元年度", "plan@令和2年度", "plan@令和3年度", "total"],
        ["拡大 (対象年齢0-12歳)", "検討", "検討", "対象年齢拡大"],
        ["実施", "実施", "検討", "実施"],
      ],
      diagnostics: [
        {
          messageId: "backwards",
          at: "B2",
          message: "「拡大」のあとの令和2年度が「検討」です。年度の欄がずれていないか確かめてください。",
        },
        {
          messageId: "backwards",
          at: "C3",
          message: "「実施」のあとの令和3年度が「検討」です。年度の欄がずれていないか確かめてください。",
        },
      ],
    },
  ],
});
