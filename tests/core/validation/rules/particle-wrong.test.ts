import { particleWrong } from "../../../../core/validation/rules/particle-wrong.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const plan = (...cells: string[]): Grid => [["plan"], ...cells.map((cell) => [cell])];

testRule(particleWrong, {
  valid: [
    { name: "連体修飾の主語", grid: plan("市の実施する研修に参加した。", "各課の配布した資料") },
    { name: "上で、際に", grid: plan("関係機関と協議の上実施した。", "相談の都度実施する。") },
    {
      name: "正しい助詞",
      grid: plan("課題解決に取り組む。", "健全な成長に努める。", "向上が図られた。", "市が図る施策"),
    },
    { name: "名詞の取り組み", grid: plan("対策を推進する取り組みを行う。", "連携を図り、取り組む。") },
    { name: "役職", grid: plan("市長が会長を努めた。") },
    {
      name: "丁寧な「お」と語の一部",
      grid: plan(
        "料金のお支払い方法、お茶の間、来場者お一人、夏休みお楽しみ会、地域おこし、絵本お話会",
        "なお支援が必要である。名簿お持ちの方、市民お披露目、礼儀作法お行儀教室",
      ),
    },
    { name: "二つの目的語", grid: plan("情報を提供し、相談を行う。", "それぞれの支援を一層充実させる。") },
  ],
  invalid: [
    {
      name: "「を」を「お」と打った",
      grid: plan("研修の成果お報告会で共有した。", "連携お深め、周知お図る。", "成果おあげた。"),
      diagnostics: [
        {
          messageId: "typed",
          at: "A2",
          message: "「成果お報告会で」の「お」は「を」の打ち誤りと思われます。「成果を報告会で」ではありませんか。",
          text: "成果お報告会で",
          fixes: ["「成果を報告会で」に直す"],
        },
        {
          messageId: "typed",
          at: "A3",
          message: "「連携お深め」の「お」は「を」の打ち誤りと思われます。「連携を深め」ではありませんか。",
          fixes: ["「連携を深め」に直す"],
        },
        {
          messageId: "typed",
          at: "A3",
          message: "「周知お図る」の「お」は「を」の打ち誤りと思われます。「周知を図る」ではありませんか。",
          fixes: ["「周知を図る」に直す"],
        },
        {
          messageId: "typed",
          at: "A4",
          message: "「成果おあげた」の「お」は「を」の打ち誤りと思われます。「成果をあげた」ではありませんか。",
          fixes: ["「成果をあげた」に直す"],
        },
      ],
      fixed: plan("研修の成果を報告会で共有した。", "連携を深め、周知を図る。", "成果をあげた。"),
    },
    {
      name: "体言止めから書き直した跡",
      grid: plan("通訳ボランティアの派遣します。", "チラシ「もうすぐ1年生」の配布します。\n利用者の増加した。"),
      diagnostics: [
        {
          messageId: "particle",
          at: "A2",
          message:
            "「ボランティアの派遣します」は助詞が述語に合いません。「ボランティアを派遣します」ではありませんか。",
          fixes: ["「ボランティアを派遣します」に直す"],
        },
        {
          messageId: "particle",
          at: "A3",
          message: "「年生」の配布します」は助詞が述語に合いません。「年生」を配布します」ではありませんか。",
          fixes: ["「年生」を配布します」に直す"],
        },
        {
          messageId: "particle",
          at: "A3",
          message: "「利用者の増加した」は助詞が述語に合いません。「利用者が増加した」ではありませんか。",
          fixes: ["「利用者が増加した」に直す"],
        },
      ],
      fixed: plan("通訳ボランティアを派遣します。", "チラシ「もうすぐ1年生」を配布します。\n利用者が増加した。"),
    },
    {
      name: "取り組む、図る、努める",
      grid: plan("児童相談所行政を共同して取り組む仕組み", "充実が図った。", "周知を努める。", "連携強化を図られた。"),
      diagnostics: [
        {
          messageId: "particle",
          at: "A2",
          message: "「童相談所行政を共同して」は助詞が述語に合いません。「童相談所行政に共同して」ではありませんか。",
          fixes: ["「童相談所行政に共同して」に直す"],
        },
        {
          messageId: "particle",
          at: "A3",
          message: "「充実が図った」は助詞が述語に合いません。「充実を図った」ではありませんか。",
          fixes: ["「充実を図った」に直す"],
        },
        {
          messageId: "particle",
          at: "A4",
          message: "「周知を努める」は助詞が述語に合いません。「周知に努める」ではありませんか。",
          fixes: ["「周知に努める」に直す"],
        },
        {
          messageId: "particle",
          at: "A5",
          message: "「連携強化を図られた」は助詞が述語に合いません。「連携強化が図られた」ではありませんか。",
          severity: "info",
          fixes: ["「連携強化が図られた」に直す"],
        },
      ],
      fixed: plan("児童相談所行政に共同して取り組む仕組み", "充実を図った。", "周知に努める。", "連携強化が図られた。"),
    },
    {
      name: "重なった目的語と「と含む」",
      grid: plan("支援の継続を検討を行う。", "情報モラルと含む。"),
      diagnostics: [
        {
          messageId: "particle",
          at: "A2",
          message: "「継続を検討を」は助詞が述語に合いません。「継続の検討を」ではありませんか。",
          fixes: ["「継続の検討を」に直す"],
        },
        {
          messageId: "particle",
          at: "A3",
          message: "「情報モラルと含む」は助詞が述語に合いません。「情報モラルを含む」ではありませんか。",
          fixes: ["「情報モラルを含む」に直す"],
        },
      ],
      fixed: plan("支援の継続の検討を行う。", "情報モラルを含む。"),
    },
    {
      name: "形のそろわない並び",
      grid: plan("会議の有効かつ効率を検討した。"),
      diagnostics: [
        {
          messageId: "uneven",
          at: "A2",
          message: "「有効かつ効率」は、「かつ」の前後の語の形がそろっていません。",
          text: "有効かつ効率",
        },
      ],
    },
  ],
});
