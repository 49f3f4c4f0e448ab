import { sourceResidue } from "../../../../core/validation/rules/source-residue.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(sourceResidue, {
  valid: [
    {
      name: "電話番号と記号",
      grid: [
        ["name", "result"],
        ["救急", "#7119の周知、A&B、1<2、C++"],
      ],
    },
    {
      name: "書き手のハイフン",
      grid: [
        ["name", "result"],
        ["防災", "- 訓練 1回\n- 講座 2回"],
      ],
    },
    {
      name: "注の星印",
      grid: [
        ["name", "result"],
        ["防災", "**は重点事業\n*1 新規"],
      ],
    },
    {
      name: "戻るという動作",
      grid: [
        ["name", "result"],
        ["防災", "避難所から自宅へ戻る支援を行った。"],
      ],
    },
    {
      name: "ページの話",
      grid: [
        ["name", "result"],
        ["広報", "ホームページのトップページを更新した。前のページと比べて見やすくなった。"],
      ],
    },
    {
      name: "大なり記号の見出し",
      texts: ["<配下の事務事業一覧>"],
      grid: [
        ["name", "result"],
        ["防災", "1回"],
      ],
    },
  ],
  invalid: [
    {
      name: "見出しと箇条の記号",
      grid: [
        ["name", "result"],
        ["## 2 子育て環境づくり", "- ①生活保護受給世帯の子どもの状況を把握"],
        ["防災", "**重点**事業\n- ・訓練\n[詳細](https://example.jp)"],
      ],
      diagnostics: [
        {
          messageId: "markup",
          at: "A2",
          severity: "info",
          text: "## ",
          message: "「##」は変換前の文書の書式記号です。消してください。",
          fixes: ["「##」を消す"],
        },
        {
          messageId: "markup",
          at: "B2",
          severity: "info",
          message: "「-」は変換前の文書の書式記号です。消してください。",
          fixes: ["「-」を消す"],
        },
        {
          messageId: "markup",
          at: "B3",
          severity: "info",
          message: "「**重点**」は変換前の文書の書式記号です。消してください。",
          fixes: ["「**重点**」を直す"],
        },
        {
          messageId: "markup",
          at: "B3",
          severity: "info",
          message: "「-」は変換前の文書の書式記号です。消してください。",
          fixes: ["「-」を消す"],
        },
        {
          messageId: "markup",
          at: "B3",
          severity: "info",
          message: "「[詳細](https://example.jp)」は変換前の文書の書式記号です。消してください。",
        },
      ],
      fixed: [
        ["name", "result"],
        ["2 子育て環境づくり", "①生活保護受給世帯の子どもの状況を把握"],
        ["防災", "重点事業\n・訓練\n[詳細](https://example.jp)"],
      ],
    },
    {
      name: "ホームページの名残り",
      grid: [
        ["name", "result"],
        ["防災", "防災&amp;減災フェア<br>3回開催"],
        [">>前のページへ戻る", "見学_x000D_者12人\\n"],
      ],
      diagnostics: [
        {
          messageId: "entity",
          at: "B2",
          message: "「&amp;」は文字の代わりの符号です。本来の文字に直してください。",
          fixes: ["「&amp;」を直す"],
        },
        {
          messageId: "tag",
          at: "B2",
          message: "「<br>」はホームページの書式の指定です。消してください。",
          fixes: ["「<br>」を直す"],
        },
        {
          messageId: "link",
          at: "A3",
          text: ">>前のページへ戻る",
          message: "「>>前のページへ戻る」はホームページの移動用の文字です。消してください。",
        },
        {
          messageId: "escape",
          at: "B3",
          message: "「_x000D_」は改行などを表す符号です。消すか、改行に直してください。",
          fixes: ["「_x000D_」を消す"],
        },
        {
          messageId: "escape",
          at: "B3",
          severity: "info",
          message: "「\\n」は改行などを表す符号です。消すか、改行に直してください。",
        },
      ],
      fixed: [
        ["name", "result"],
        ["防災", "防災&減災フェア\n3回開催"],
        [">>前のページへ戻る", "見学者12人\\n"],
      ],
    },
    {
      name: "計算式のエラーと文字参照",
      grid: [
        ["name", "result"],
        ["#REF!", "&#12354;いさつ運動"],
      ],
      diagnostics: [
        {
          messageId: "formula",
          at: "A2",
          severity: "error",
          message: "計算式のエラー「#REF!」が表示されています。式の参照先を直してください。",
        },
        {
          messageId: "entity",
          at: "B2",
          message: "「&#12354;」は文字の代わりの符号です。本来の文字に直してください。",
          fixes: ["「&#12354;」を直す"],
        },
      ],
      fixed: [
        ["name", "result"],
        ["#REF!", "あいさつ運動"],
      ],
    },
  ],
});
