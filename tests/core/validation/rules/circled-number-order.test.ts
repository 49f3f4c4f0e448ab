import { circledNumberOrder } from "../../../../core/validation/rules/circled-number-order.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const plan = (...cells: string[]): Grid => [["plan"], ...cells.map((cell) => [cell])];

testRule(circledNumberOrder, {
  valid: [
    { name: "順に並ぶ", grid: plan("①相談\n②連携\n③発信", "①相談②連携③発信") },
    { name: "並びごとに①から", grid: plan("●学校運営\n①支援\n②連携\n●配置\n①採用\n②研修") },
    { name: "前の欄の続き", grid: plan("④活用\n⑤推進") },
    { name: "文の中の番号", grid: plan("①相談\n②連携(①と④の成果を用いる)\n③上記①の見直し") },
    {
      name: "どの年度にも番号がない",
      grid: [
        ["plan:goal@2011年度", "plan:goal@2012年度"],
        ["①相談\n講座", "①相談\n講座"],
      ],
    },
    {
      name: "番号のある区分",
      rowKinds: { 0: "group", 2: "group" },
      grid: [
        ["heading", "plan"],
        ["① 体制の充実", null],
        [null, "増員"],
        ["② 連携の強化", null],
      ],
    },
  ],
  invalid: [
    {
      name: "飛びと重なり",
      grid: plan("①相談窓口の充実\n②講座の開催\n④情報発信", "①相談\n②連携\n②発信"),
      diagnostics: [
        {
          messageId: "skipped",
          at: "A2",
          message: "「②」の次が「④」です。抜けた項目がないか確かめて、番号を振り直してください。",
          text: "④",
        },
        {
          messageId: "repeated",
          at: "A3",
          message: "「②」が一つの並びに二度あります。番号を振り直してください。",
          text: "②",
        },
      ],
    },
    {
      name: "年度の間で番号の位置が違う",
      grid: [
        ["plan:goal@現状", "plan:goal@2011年度"],
        ["④講師の派遣\n⑤課題解決策の検討\n情報の発信", "④講師の派遣\n課題解決策の検討\n⑤情報の発信"],
      ],
      diagnostics: [
        {
          messageId: "moved",
          at: "B2",
          message:
            "「⑤」は、前の年度では「課題解決策の検討」の番号ですが、ここでは「情報の発信」に付いています。番号の位置を確かめてください。",
          text: "⑤情報の発信",
        },
      ],
    },
    {
      name: "番号のない区分",
      rowKinds: { 0: "group", 2: "group" },
      grid: [
        ["heading", "plan"],
        ["① 体制の充実", null],
        [null, "増員"],
        ["都児童相談センターとの連携の強化", null],
      ],
      diagnostics: [
        {
          messageId: "unnumbered",
          at: "A4",
          message: "ほかの見出しには「①」などの番号がありますが、この見出しにはありません。",
          severity: "info",
        },
      ],
    },
  ],
});
