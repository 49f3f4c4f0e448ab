import { styleMixed } from "../../../../core/validation/rules/style-mixed.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const outlook = (...cells: string[]): Grid => [["outlook"], ...cells.map((cell) => [cell])];

testRule(styleMixed, {
  valid: [
    {
      name: "欄ごとに違う文体",
      grid: [
        ["plan", "outlook"],
        ["充実を図ります。", "充実を図る。"],
        ["整備します。", "整備する。"],
        ["進めます。", "進める。"],
        ["支援します。", "支援する。"],
      ],
    },
    {
      name: "体言止めは中立",
      grid: outlook("支援します。", "整備します。", "推進します。", "関係機関との連携", "かわらばんを半期に1回発行。"),
    },
    { name: "半々の欄", grid: outlook("支援します。", "支援する。", "整備します。", "整備する。") },
    { name: "少なすぎる欄", grid: outlook("支援します。", "支援する。") },
    {
      name: "引用の中の文体",
      grid: outlook("支援する。", "整備する。", "「助かります。」との声があった。", "推進する。"),
    },
  ],
  invalid: [
    {
      name: "である調の欄の「です・ます」",
      grid: outlook(
        "充実を図る。",
        "整備を進める。",
        "活動の運営を支援します。\n支援内容の充実を図る。",
        "啓発に努める。",
        "見守りを行う。",
        "広報する。",
        "調査する。",
        "今後検討していきます。",
      ),
      diagnostics: [
        {
          messageId: "mixed",
          at: "A4",
          message:
            "この欄の文はほとんどがである調ですが、「活動の運営を支援します。」はです・ます調です。である調にそろえてください。",
          text: "活動の運営を支援します。",
          fixes: ["「する」に直す"],
        },
        {
          messageId: "mixed",
          at: "A9",
          message:
            "この欄の文はほとんどがである調ですが、「今後検討していきます。」はです・ます調です。である調にそろえてください。",
        },
      ],
      fixed: outlook(
        "充実を図る。",
        "整備を進める。",
        "活動の運営を支援する。\n支援内容の充実を図る。",
        "啓発に努める。",
        "見守りを行う。",
        "広報する。",
        "調査する。",
        "今後検討していきます。",
      ),
    },
    {
      name: "です・ます調の欄の「である」",
      grid: outlook("開催します。", "実行委員会を開催する。", "発行します。", "支援します。", "配布します。"),
      diagnostics: [
        {
          messageId: "mixed",
          at: "A3",
          message:
            "この欄の文はほとんどがです・ます調ですが、「実行委員会を開催する。」はである調です。です・ます調にそろえてください。",
          fixes: ["「します」に直す"],
        },
      ],
      fixed: outlook("開催します。", "実行委員会を開催します。", "発行します。", "支援します。", "配布します。"),
    },
  ],
});
