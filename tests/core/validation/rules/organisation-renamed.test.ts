import { organisationRenamed } from "../../../../core/validation/rules/organisation-renamed.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { CaseDocument } from "../../../support/validation-case.ts";

const projects = (...departments: (string | null)[]): CaseDocument => ({
  primaryKey: ["name"],
  grid: [
    ["name", "organisation"],
    ...departments.map((department, i) => [`${"学習福祉防災環境"[i]!}支援の推進`, department]),
  ],
});

testRule(organisationRenamed, {
  valid: [
    { name: "前年度の文書がない", ...projects("こども若者局") },
    { name: "同じ部署", ...projects("教育局"), previous: projects("教育局") },
    { name: "並べ方と空白", ...projects("健康福祉局\n教育局"), previous: projects("教育局　健康福祉局") },
    { name: "区切りのない二つの部署", ...projects("健康福祉局教育局"), previous: projects("健康福祉局 教育局") },
    { name: "空欄", ...projects(null), previous: projects("教育局") },
  ],
  invalid: [
    {
      name: "改めた名前は一度だけ、移した事業は別に",
      ...projects("健康福祉局こども若者局", "こども若者局 (各区役所)", "危機管理課"),
      previous: projects("健康福祉局 子ども若者局", "子ども若者局 (各区役所)", "総務課"),
      diagnostics: [
        {
          messageId: "renamed",
          at: "B2",
          message:
            "担当部署が、昨年度の「子ども若者局」から「こども若者局」に変わっています（2件）。正式な名前かどうかを確かめてください。",
        },
        {
          messageId: "moved",
          at: "B4",
          message:
            "担当部署が、昨年度の「総務課」から「危機管理課」に替わっています。事業の移管であれば注記してください。",
        },
      ],
    },
  ],
});
