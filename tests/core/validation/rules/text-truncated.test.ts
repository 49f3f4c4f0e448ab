import { textTruncated } from "../../../../core/validation/rules/text-truncated.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const plan = (...cells: string[]): Grid => [["plan"], ...cells.map((cell) => [cell])];

testRule(textTruncated, {
  valid: [
    {
      name: "体言止め",
      grid: plan("都と共同で取り組む仕組みの構築", "人材養成の充実", "子育てを支援", "収支の改善、拡充"),
    },
    { name: "標語", grid: plan("安心して暮らせるまちへ", "みんなの声を市政に", "年度内に", "制度について") },
    { name: "箇条書き", grid: plan("・相談窓口の運営\n・情報の収集、積極的な発信") },
    {
      name: "かなの語で始まる",
      grid: plan("のびのび広場の運営", "がん検診の受診率の向上", "ため池の改修", "ー（該当なし）"),
    },
    { name: "記号だけ", grid: plan("－", "(略)") },
    { name: "括弧の付いた番号", grid: plan("1)拡幅、2)歩道の設置") },
    { name: "単独の漢字で終わる", grid: plan("親子のふれあいの場", "利用者の増", "地域の輪") },
  ],
  invalid: [
    {
      name: "初めと終わりの欠けた文",
      grid: plan(
        "相談員、母子・父子自立支援員)、主事が対応する。また、複雑な問題を抱えるケースに対応するた",
        "、及び市民活動を支援する。",
        "を行い、連携する。",
      ),
      diagnostics: [
        {
          messageId: "headBracket",
          at: "A2",
          message:
            "「員、母子・父子自立支援員)」の括弧が開かれないまま文が始まっています。初めの部分が欠けていないか確かめてください。",
        },
        {
          messageId: "tail",
          at: "A2",
          message: "文が「るケースに対応するた」で終わっています。続きが欠けていないか確かめてください。",
          text: "るケースに対応するた",
        },
        {
          messageId: "head",
          at: "A3",
          message: "文が「、及び市民活動を」から始まっています。初めの部分が欠けていないか確かめてください。",
          severity: "error",
        },
        {
          messageId: "head",
          at: "A4",
          message: "文が「を行い、連携する」から始まっています。初めの部分が欠けていないか確かめてください。",
        },
      ],
    },
    {
      name: "括弧だけが足りないときは情報にとどめる",
      grid: plan("相談員、母子・父子自立支援員)、主事が対応する。"),
      diagnostics: [
        {
          messageId: "headBracket",
          at: "A2",
          message:
            "「員、母子・父子自立支援員)」の括弧が開かれないまま文が始まっています。初めの部分が欠けていないか確かめてください。",
          severity: "info",
        },
      ],
    },
    {
      name: "読点、助詞、開き括弧、接続の形",
      grid: plan(
        "保育所、",
        "訓練を実施する。地域の防災力の",
        "講座の開催（",
        "創業支援を強化して",
        "適切な支援を図りま",
      ),
      diagnostics: [
        {
          messageId: "tail",
          at: "A2",
          message: "文が「保育所、」で終わっています。続きが欠けていないか確かめてください。",
        },
        {
          messageId: "tail",
          at: "A3",
          message: "文が「地域の防災力の」で終わっています。続きが欠けていないか確かめてください。",
        },
        {
          messageId: "tail",
          at: "A4",
          message: "文が「講座の開催（」で終わっています。続きが欠けていないか確かめてください。",
          severity: "error",
        },
        {
          messageId: "tail",
          at: "A5",
          message: "文が「創業支援を強化して」で終わっています。続きが欠けていないか確かめてください。",
        },
        {
          messageId: "tail",
          at: "A6",
          message: "文が「適切な支援を図りま」で終わっています。続きが欠けていないか確かめてください。",
        },
      ],
    },
    {
      name: "語の途中",
      grid: plan(
        "●サロンの拡充\n●子育てを支援する人材養成の充●情報誌の発行",
        "●人材養成の充足",
        "児童に対する児童発達支、放課後等デイサービス",
      ),
      diagnostics: [
        {
          messageId: "half",
          at: "A2",
          message: "「る人材養成の充」は語の途中で切れています。「充実」などの続きが欠けていないか確かめてください。",
          fixes: ["「充実」と補う"],
        },
        {
          messageId: "half",
          at: "A4",
          message: "「する児童発達支」は語の途中で切れています。「支援」などの続きが欠けていないか確かめてください。",
          fixes: ["「支援」と補う"],
        },
      ],
      fixed: plan(
        "●サロンの拡充\n●子育てを支援する人材養成の充実●情報誌の発行",
        "●人材養成の充足",
        "児童に対する児童発達支援、放課後等デイサービス",
      ),
    },
    {
      name: "ほかの欄の続きから補う",
      grid: plan("●地域を支える人材養成の充", "●地域を支える人材養成の充足"),
      diagnostics: [
        {
          messageId: "half",
          at: "A2",
          message: "「る人材養成の充」は語の途中で切れています。「充足」などの続きが欠けていないか確かめてください。",
          fixes: ["「充足」と補う"],
        },
      ],
      fixed: plan("●地域を支える人材養成の充足", "●地域を支える人材養成の充足"),
    },
    {
      name: "項目の終わりに残った字",
      grid: plan("⑧こどもサポート 週3日実施年\n⑨情報紙の発行"),
      diagnostics: [
        {
          messageId: "tail",
          at: "A2",
          message: "文が「ト 週3日実施年」で終わっています。続きが欠けていないか確かめてください。",
        },
      ],
    },
  ],
});
