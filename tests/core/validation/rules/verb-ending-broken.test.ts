import { verbEndingBroken } from "../../../../core/validation/rules/verb-ending-broken.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const result = (...cells: string[]): Grid => [["result"], ...cells.map((cell) => [cell])];

testRule(verbEndingBroken, {
  valid: [
    {
      name: "正しい語尾",
      grid: result("制度を拡充します。", "講座を開催し、周知した。", "制度を見直します。", "使用料を支払います。"),
    },
    { name: "ますます", grid: result("相談ますます増加し、支援ますます重要になった。") },
    {
      name: "ほかの動詞",
      grid: result("健康を保ち、市が主催する講座を案内。計画たて方講座", "指導ていねいに", "実施たより"),
    },
    { name: "また", grid: result("講座を実施し、また、相談に応じ、また広報した。", "要望に応じまた、相談を受けた。") },
    { name: "名詞の一部", grid: result("新教育育成ます市", "国際交流会館ますだ分館") },
    {
      name: "つ、た、る",
      grid: result(
        "子どもが育つため、電車を待つたび、一つ一つ、かつて、つてを頼る。",
        "いたたまれない、またたく間、したたかに、あつた区、なるるか",
      ),
    },
    { name: "です・ます", grid: result("参加者も増えています。実施するものです。すまいる教室を実施、すます水") },
  ],
  invalid: [
    {
      name: "「し」の抜け",
      grid: result(
        "樹木医による診断を拡充ます。",
        "講座を実施ました。\n周知を実施まし。",
        "計画を策定て、",
        "素案を作成た。",
      ),
      diagnostics: [
        {
          messageId: "ending",
          at: "A2",
          message: "「拡充ます」は動詞の語尾が正しくありません。「拡充します」ではありませんか。",
          text: "拡充ます",
          fixes: ["「拡充します」に直す"],
        },
        {
          messageId: "ending",
          at: "A3",
          message: "「実施ました」は動詞の語尾が正しくありません。「実施しました」ではありませんか。",
          fixes: ["「実施しました」に直す"],
        },
        {
          messageId: "ending",
          at: "A3",
          message: "「実施まし」は動詞の語尾が正しくありません。「実施しました」ではありませんか。",
          fixes: ["「実施しました」に直す"],
        },
        {
          messageId: "ending",
          at: "A4",
          message: "「策定て」は動詞の語尾が正しくありません。「策定して」ではありませんか。",
          fixes: ["「策定して」に直す"],
        },
        {
          messageId: "ending",
          at: "A5",
          message: "「作成た」は動詞の語尾が正しくありません。「作成した」ではありませんか。",
          fixes: ["「作成した」に直す"],
        },
      ],
      fixed: result(
        "樹木医による診断を拡充します。",
        "講座を実施しました。\n周知を実施しました。",
        "計画を策定して、",
        "素案を作成した。",
      ),
    },
    {
      name: "「す」の抜け、順の入れ違い",
      grid: result(
        "体制を検討る。",
        "補助金を交付しまた。",
        "啓発を行いましした。",
        "計画を策定すます。案を作成すました。",
      ),
      diagnostics: [
        {
          messageId: "ending",
          at: "A2",
          message: "「検討る」は動詞の語尾が正しくありません。「検討する」ではありませんか。",
          fixes: ["「検討する」に直す"],
        },
        {
          messageId: "ending",
          at: "A3",
          message: "「交付しまた」は動詞の語尾が正しくありません。「交付しました」ではありませんか。",
          fixes: ["「交付しました」に直す"],
        },
        {
          messageId: "ending",
          at: "A4",
          message: "「行いましした」は動詞の語尾が正しくありません。「行いました」ではありませんか。",
          fixes: ["「行いました」に直す"],
        },
        {
          messageId: "ending",
          at: "A5",
          message: "「策定すます」は動詞の語尾が正しくありません。「策定します」ではありませんか。",
          fixes: ["「策定します」に直す"],
        },
        {
          messageId: "ending",
          at: "A5",
          message: "「作成すました」は動詞の語尾が正しくありません。「作成しました」ではありませんか。",
          fixes: ["「作成しました」に直す"],
        },
      ],
      fixed: result(
        "体制を検討する。",
        "補助金を交付しました。",
        "啓発を行いました。",
        "計画を策定します。案を作成しました。",
      ),
    },
    {
      name: "字の重なりと小さい「っ」",
      grid: result("計画を進めるる。", "求めに応じたた教室", "使用者が決まつた。講座を行つて、周知した。"),
      diagnostics: [
        {
          messageId: "ending",
          at: "A2",
          message: "「進めるる」は動詞の語尾が正しくありません。「進める」ではありませんか。",
          fixes: ["「進める」に直す"],
        },
        {
          messageId: "ending",
          at: "A3",
          message: "「応じたた」は動詞の語尾が正しくありません。「応じた」ではありませんか。",
          fixes: ["「応じた」に直す"],
        },
        {
          messageId: "ending",
          at: "A4",
          message: "「決まつた」は動詞の語尾が正しくありません。「決まった」ではありませんか。",
          fixes: ["「決まった」に直す"],
        },
        {
          messageId: "ending",
          at: "A4",
          message: "「行つて」は動詞の語尾が正しくありません。「行って」ではありませんか。",
          fixes: ["「行って」に直す"],
        },
      ],
      fixed: result("計画を進める。", "求めに応じた教室", "使用者が決まった。講座を行って、周知した。"),
    },
  ],
});
