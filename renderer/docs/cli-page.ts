import { UserError, type UserErrorCode } from "../../core/user-error.ts";
import { EXIT, exitCodeOf } from "../exit-code.ts";
import { block, code, page, table } from "./markdown.ts";

/** `docs/cli.md`: what the command line says of itself, and what its exit codes mean. */
export function cliPage(help: { readonly general: string; readonly commands: ReadonlyMap<string, string> }): string {
  return page(
    "<!-- コマンド自身の説明と renderer/exit-code.ts から作ります。直接は書き換えず、npx vitest run tests/docs -u で作り直してください。 -->",
    "# コマンドの使い方",
    "Hyoka のフォルダーで `npx hyoka` と入力して使います。`npx` が使えない端末では、`npx hyoka` の代わりに `node renderer/cli.ts` と入力します（Node.js 24 が要ります）。",
    block("text", help.general),
    ...[...help.commands].flatMap(([name, text]) => [
      `## hyoka ${name}`,
      ...(NOTES[name] ?? []).slice(0, 1),
      block("text", text),
      ...(NOTES[name] ?? []).slice(1),
    ]),
    "## 結果の書き出し方",
    "- 結果の行は標準出力に、失敗と途中経過は標準エラーに書きます。\n- ブック一つにつき、結果を一行書きます。一つが失敗しても、残りは続けます。\n- 出力ファイルは、書き終えてから目的の名前に変えます。途中で止めても、書きかけのファイルは残りません。\n- 読んだブックには何も書き込みません。\n- Ctrl+C を押すと中断します。",
    "## 終了コード",
    "バッチファイルなどから使うときは、終了コードで結果を判断できます。いくつかのブックが失敗したときは、最初の失敗の終了コードになります。",
    table(
      ["終了コード", "意味"],
      Object.entries(EXIT_MEANINGS).map(([name, meaning]) => [code(String(EXIT[name as keyof typeof EXIT])), meaning]),
    ),
    "## 失敗の種類",
    "失敗すると、何が悪いかを一文で、どうすればよいかを「→」の行で示します。",
    table(
      ["失敗", "終了コード"],
      Object.entries(ERROR_MEANINGS).map(([name, meaning]) => [
        meaning,
        code(String(exitCodeOf(new UserError(name as UserErrorCode, "")))),
      ]),
    ),
  );
}

const PASTED_TEXT = [
  "セルの区切りは、タブ、カンマ（引用符を含む）の順に探します。区切りが残っていれば、ブックと同じ結果になります。",
  "行の途中で改行された行は、見出しの列の数にちょうど合うときだけつなぎます。改ページで繰り返された見出しは一つの表にまとめ、ページ番号は表から除いて「残り」として残します。",
  "区切りが失われているときは、様式の見出しと項目の種類（番号、選択肢、組織名、金額など）から、空白や改行でセルを推定します。言い切れないセルは「要確認」です。`--preview` と標準エラーに示し、できたブックでは橙色にして、表「区切りの確認」に理由とともに並べます。",
  "「元のセル」の `貼り付け.txt!C7` は、7 行目の 3 列目の値という意味です（行の途中で改行された記録と、引用符の中の改行では、最初の行）。どの項目にも入らなかった文も、失われません。",
  "大きさは 2 MB、2 万行までです。検査（`check`）や印刷（`render`）には、できたブックを指定してください。",
]
  .map((line) => `- ${line}`)
  .join("\n");

const NOTES: Readonly<Record<string, readonly string[]>> = {
  preview: [
    "印刷される紙面と検査の指摘を、この端末のブラウザーで見ます。ブックやテンプレートを保存すると、画面は自分で新しくなります。見方は [preview.md](preview.md) にあります。",
    block("text", "npx hyoka preview 進捗状況.xlsx\nnpx hyoka preview 評価票\\*.xlsx --templates 自分の帳票"),
  ],
  "templates init": [
    "付属の帳票を写して、自分の帳票を作り始めます。何もないところから作る手順は [new-municipality.md](new-municipality.md) にあります。",
    block("text", "npx hyoka templates init sendai-projects 帳票 --as fukui-projects"),
  ],
  "templates check": [
    "ブックを紙面に流し込み、帳票の項目のうち紙面のどこにも出ないものを知らせます（[templates.md](templates.md#載せ忘れを確かめる)）。`--print` を付けると、印刷して、PDF/UA の条件を満たすかも確かめます（[pdf-accessibility.md](pdf-accessibility.md)）。そのような項目や、満たさない条件があると、終了コードは 1 です。",
    block("text", "npx hyoka templates check 帳票\\fukui-projects 福祉課.xlsx"),
  ],
  render: [
    "評価表のブックを読み、どの帳票かを見分けて、報告書を作ります。ブックはいくつでも並べられます。",
    "作られるファイルの名前は、ブックの名前の拡張子を `.pdf`（または `.html`）に変えたものです。同じ名前の報告書がすでにあるときは、置き換えます。",
    block(
      "text",
      "npx hyoka render 進捗状況.xlsx\nnpx hyoka render 福祉課.xlsx 教育課.xlsx -o 報告書 --issued-on 2026-04-01",
    ),
    "`評価票\\*.xlsx` のように `*` を使うと、当てはまるブックをすべて読みます。Excel が開いている間に作る `~$` で始まるファイルは除きます。",
    "`--issued-on` は、PDF の作成日として記録する日付です。同じ版のブラウザーで同じブックを同じ日付で印刷すると、同じファイルになります。",
  ],
  check: [
    "評価表のブックを調べ、直すべきところを、セルの場所とともに並べます。調べる内容は [rules.md](rules.md) にあります。",
    "元のブックは変えません。`--fix` を付けると、意味の変わらない直しだけをした写しを、`-o` の場所に作ります。",
    block(
      "text",
      "npx hyoka check 進捗状況.xlsx\nnpx hyoka check 進捗状況.xlsx --previous 昨年度.xlsx\nnpx hyoka check 評価票\\*.xlsx --format xlsx -o 指摘一覧.xlsx",
    ),
  ],
  compare: [
    "前年のブックと今年のブックを並べ、名称変更・新規・終了、文の違い、数値の増減、検査の指摘を一つの報告書にします。読み方は [compare.md](compare.md) にあります。",
    block(
      "text",
      "npx hyoka compare 令和5年度.xlsx 令和6年度.xlsx\nnpx hyoka compare 令和5年度.xlsx 令和6年度.xlsx -o 比較.xlsx",
    ),
    "フォルダーを指定すると、`今年のブックの名前-前年比較.pdf` のような名前になります。今年の表に誤りがあっても、報告書を作って終わります（終了コード 0）。",
  ],
  structure: [
    "様式（結合セルや複数の表のあるシート）を読み、一行に一件、一つのセルに一つの値を入れたデータの表のブックを新しく作ります。元のブックは変えません。",
    "表紙に、元のファイルの名前・ハッシュ値・作成日が入ります。様式のどの項目にも当たらなかった文は「未分類」として残し、捨てることはありません。できたブックは、`check` や `render` にそのまま渡せます。",
    block(
      "text",
      "npx hyoka structure 進捗状況.xlsx --preview\nnpx hyoka structure 進捗状況.xlsx -o 進捗状況データ.xlsx\nnpx hyoka structure 評価票\\*.xlsx -o データ\nnpx hyoka structure 貼り付け.txt -o データ.xlsx",
    ),
    "PDF やウェブページからコピーした文も読めます。テキスト（`.txt`、`.tsv`、`.csv`）に貼り付けて保存し、ブックと同じように指定します。文字コードは UTF-8、UTF-16（BOM あり）、Shift_JIS（CP932）を見分けます。",
    PASTED_TEXT,
  ],
  new: [
    "担当課に配るブックを作ります。帳票のデータの表に、見出し・選択肢・説明を付け、表紙を添えます。`--from` で前の年度のブックを指定すると、名前・番号・担当・計画などを引き継ぎ、実績・評価などを空けます。",
    "同じ名前のファイルがすでにあるときは、上書きせずに止まります。配り方、記入のしかた、引き継ぐものは [new-workbook.md](new-workbook.md) にあります。",
    block(
      "text",
      "npx hyoka new ogori-progress --fiscal-year 2025\nnpx hyoka new ogori-progress --fiscal-year 令和4 --from 令和3年度.xlsx -o 令和4年度.xlsx",
    ),
  ],
  forms: [
    "読める帳票と、それを見分ける見出しを並べます。自分の帳票の `form.json` に誤りがあれば、ここで分かります。内容は [forms.md](forms.md) にもあります。",
  ],
  doctor: ["この端末で印刷できるかを調べます。ブラウザーを一度起動し、書体と作業フォルダーを確かめます。"],
};

const EXIT_MEANINGS: Readonly<Record<keyof typeof EXIT, string>> = {
  done: "すべて終わりました。",
  failure: "失敗しました。ブックが読めない、帳票が分からない、印刷できないなどです。",
  noBrowser: "印刷に使うブラウザーが見つかりません。",
  tableErrors: "評価表に誤りがあります。",
  usage: "コマンドの書き方に誤りがあります。",
  interrupted: "中断しました。",
};

const ERROR_MEANINGS: Readonly<Record<UserErrorCode, string>> = {
  usage: "コマンドの書き方に誤りがある",
  "browser-not-found": "印刷に使うブラウザーが見つからない",
  "browser-failed": "ブラウザーが起動しない、止まった、または時間がかかりすぎる",
  "file-not-found": "ブックが見つからない",
  "file-unreadable": "ブックを開けない（権限がない、フォルダーであるなど）",
  "not-a-workbook": "Excel のブック（.xlsx、.xlsm）でない",
  "workbook-encrypted": "ブックにパスワードがかかっている",
  "workbook-too-large": "ブックが大きすぎる（一枚のシートに 100,000 行、全体で 1,000,000 セルを超えるなど）",
  "workbook-broken": "ブックが壊れている",
  "workbook-empty": "ブックに文字がない",
  "form-unknown": "`--form` の帳票がない",
  "form-invalid": "`form.json` に誤りがある",
  "form-not-recognised": "どの帳票か分からない",
  "template-missing": "帳票のフォルダーやファイルがない",
  "template-invalid": "`report.hbs` に誤りがある",
  "glyph-missing": "印刷用の書体にない文字がある",
  "table-errors": "評価表に誤りがある",
  "output-not-writable": "出力先に書き込めない",
  "print-failed": "印刷できない（表がページに収まらない、外部のファイルを読もうとしたなど）",
  interrupted: "中断した",
};
