import { codeFormatMixed } from "../../../../core/validation/rules/code-format-mixed.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(codeFormatMixed, {
  valid: [
    {
      name: "そろっている",
      texts: ["※1 事業No. 2 - 4の再掲"],
      grid: [
        ["code", "name"],
        ["No. 8 - 1", "相談"],
        ["No. 8 - 2", "学習"],
      ],
    },
    {
      name: "一つだけ",
      grid: [
        ["code", "name"],
        ["№8-1", "相談"],
      ],
    },
    {
      name: "記号のない番号",
      grid: [
        ["code", "name"],
        ["8-1", "相談"],
        ["8 — 2", "学習"],
      ],
    },
    {
      name: "実績の中の範囲",
      grid: [
        ["code", "result"],
        ["No.8-1", "No. 3 — 5の区間"],
        ["No.8-2", "対象0-12歳"],
      ],
    },
  ],
  invalid: [
    {
      name: "線、記号、空白",
      texts: ["※1 事業No.4-15の再掲"],
      grid: [
        ["code", "name"],
        ["No. 8 — 1", "相談"],
        ["No. 8 - 2", "学習"],
        ["№8 - 3", "自立"],
        ["No. 8 - 4", "児童"],
      ],
      diagnostics: [
        {
          messageId: "space",
          at: "A1",
          text: "No.4-15",
          message:
            "番号「No.4-15」の空白の入れ方が、この文書のほかの番号（線の前後に空白あり）と違います。そろえてください。",
        },
        {
          messageId: "dash",
          at: "A3",
          text: "No. 8 — 1",
          message: "番号「No. 8 — 1」のつなぎの線が、この文書のほかの番号の「-」と違います。そろえてください。",
        },
        {
          messageId: "sign",
          at: "A5",
          text: "№8 - 3",
          message: "番号「№8 - 3」の記号が、この文書のほかの番号の「No.」と違います。そろえてください。",
        },
      ],
    },
  ],
});
