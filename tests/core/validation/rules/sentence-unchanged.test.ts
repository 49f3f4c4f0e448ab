import { sentenceUnchanged } from "../../../../core/validation/rules/sentence-unchanged.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { CaseDocument } from "../../../support/validation-case.ts";

const fields = { result: { title: "実績" }, evaluation: { title: "評価" }, plan: { title: "事業概要" } };
const project = (result: string, evaluation = "", outlook = ""): CaseDocument => ({
  primaryKey: ["name"],
  fields,
  grid: [
    ["name", "result", "evaluation", "outlook"],
    ["通訳・翻訳バンク", result, evaluation, outlook],
  ],
});
const plans = (...texts: string[]): CaseDocument => ({
  primaryKey: ["name"],
  fields,
  grid: [["name", "plan"], ...texts.map((text, i) => [`施策${"甲乙丙"[i]!}の推進`, text])],
});

testRule(sentenceUnchanged, {
  valid: [
    { name: "前年度の文書がない", ...project("通訳・翻訳合わせて70件実施予定") },
    {
      name: "数値だけを書き換えた文",
      ...project("通訳・翻訳合わせて82件を実施した。"),
      previous: project("通訳・翻訳合わせて70件を実施した。"),
    },
    { name: "短い文", ...project("病後児保育施設の運営"), previous: project("病後児保育施設の運営") },
    {
      name: "数値が動いて評価が同じときは別の規則が指摘する",
      ...project("就業情報提供件数:13件", "セミナー開催により、ひとり親家庭を継続的に支援した。"),
      previous: project("就業情報提供件数:45件", "セミナー開催により、ひとり親家庭を継続的に支援した。"),
    },
    {
      name: "計画を書き直した",
      ...plans("中学生の学習を週2回支援する教室を開く。"),
      previous: plans("高校生の居場所を各区に一つずつ設け、進級を支える。"),
    },
  ],
  invalid: [
    {
      name: "二つの項目が昨年度のまま",
      ...project(
        "①アドバイスシートによる全8回の子育て講座を2コース実施。\n②転入者の子育て交流会を新たに3回開いた。\n③通訳・翻訳合わせて70件実施予定",
      ),
      previous: project(
        "①アドバイスシートによる全8回の子育て講座を2コース実施。\n②ひろばを週5日開いた。\n③通訳・翻訳合わせて70件実施予定",
      ),
      diagnostics: [
        {
          messageId: "sentence",
          at: "B2",
          text: "アドバイスシートによる全8回の子育て講座を2コース実施。",
          message:
            "「アドバイスシートによる全8回の子育て講座を2コース実施。」は昨年度と同じ文です。今年度のことに書き直されているか確かめてください。",
        },
        {
          messageId: "sentence",
          at: "B2",
          text: "通訳・翻訳合わせて70件実施予定",
          message:
            "「通訳・翻訳合わせて70件実施予定」は昨年度と同じ文です。今年度のことに書き直されているか確かめてください。",
        },
      ],
    },
    {
      name: "欄のすべてが昨年度のまま、今後の取組は情報",
      ...project(
        "関係機関や地域団体等と連携し、情報の発信を実施しました。相談にも応じました。",
        "",
        "引き続き、関係機関と連携して支援に努める。",
      ),
      previous: project(
        "関係機関や地域団体等と連携し、情報の発信を実施しました。 相談にも応じました。",
        "",
        "引き続き、関係機関と連携して支援に努める。",
      ),
      diagnostics: [
        {
          messageId: "cell",
          at: "B2",
          message: "「実績」が昨年度と同じ文のままです。今年度のことに書き直されているか確かめてください。",
        },
        {
          messageId: "cell",
          at: "D2",
          severity: "info",
          message: "「outlook」が昨年度と同じ文のままです。今年度のことに書き直されているか確かめてください。",
        },
      ],
    },
    {
      name: "事をことに直しただけ",
      ...project(
        "相談件数:6,712件",
        "様々な事情から既存の窓口につながることができていない世帯に対して情報提供を行い、支援につなぐことができた。",
      ),
      previous: project(
        "相談件数:7,367件",
        "様々な事情から既存の窓口につながる事ができていない世帯に対して情報提供を行い、支援につなぐことができた。",
      ),
      diagnostics: [
        {
          messageId: "nearly",
          at: "C2",
          text: "様々な事情から既存の窓口につながることができていない世帯に対して情報提供を行い、支援につなぐことができた。",
          message:
            "「様々な事情から既存の窓口につながることができていない世帯に…」は昨年度とほぼ同じ文です。今年度のことに書き直されているか確かめてください。",
        },
      ],
    },
    {
      name: "毎年することの名前は情報",
      ...project("●認可保育所における保育相談事業の実施\n●新しい園庭の開放"),
      previous: project("●認可保育所における保育相談事業の実施\n●園庭の開放"),
      diagnostics: [
        {
          messageId: "sentence",
          at: "B2",
          severity: "info",
          text: "認可保育所における保育相談事業の実施",
          message:
            "「認可保育所における保育相談事業の実施」は昨年度と同じ文です。今年度のことに書き直されているか確かめてください。",
        },
      ],
    },
    {
      name: "計画は表ごとに一度",
      ...plans(
        "中学生の学習を週2回支援する教室を開く。",
        "高校生の居場所を各区に一つずつ設ける。",
        "保護者の相談に随時応じ、関係機関につなぐ。",
      ),
      previous: plans(
        "中学生の学習を週2回支援する教室を開く。",
        "高校生の居場所を各区に一つずつ設ける。",
        "通訳を派遣し、申請の書類を翻訳する。",
      ),
      diagnostics: [
        {
          messageId: "plan",
          at: "B1",
          severity: "info",
          message:
            "「事業概要」は、昨年度と比べられる3件のうち2件が昨年度と同じです。今年度の計画として正しいか確かめてください。",
        },
      ],
    },
    {
      name: "見出しのない年度の列では、同じ計画の最初のセルで示す",
      primaryKey: ["name"],
      fields,
      fiscalYear: 2012,
      grid: [
        ["name", "plan@2011年度", "plan@2012年度"],
        ["施策甲の推進", "教室を週1回開く。", "教室を週2回開く。"],
        ["施策乙の推進", "高校生の居場所を各区に一つずつ設ける。", "高校生の居場所を各区に一つずつ設ける。"],
      ],
      diagnostics: [
        {
          messageId: "plan",
          at: "C3",
          severity: "info",
          message:
            "「事業概要」は、昨年度と比べられる2件のうち1件が昨年度と同じです。今年度の計画として正しいか確かめてください。",
        },
      ],
    },
  ],
});
