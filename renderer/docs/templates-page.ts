import Handlebars from "handlebars";
import type {
  ReportCard,
  ReportCards,
  ReportCell,
  ReportColumn,
  ReportGroup,
  ReportHeading,
  ReportList,
  ReportMatrix,
  ReportModel,
  ReportPart,
  ReportRow,
  ReportSeries,
  ReportText,
} from "../../core/report/report-model.ts";
import { TEMPLATE_HELPERS } from "../html/template-helpers.ts";
import { compactJson } from "./compact-json.ts";
import { block, code, page, table } from "./markdown.ts";

/** A fault that an editor may make, and what the program says of it. */
export interface TemplateFault {
  readonly template: string;
  readonly message: string;
}

export interface TemplatesPageSource {
  /** Reports of the samples, from which the examples are cut. */
  readonly models: readonly ReportModel[];
  readonly faults: readonly TemplateFault[];
  /** What happens when a page asks for a file. */
  readonly refusal: string;
}

/** `docs/templates.md`: what `report.hbs` and `report.css` may use. */
export function templatesPage({ models, faults, refusal }: TemplatesPageSource): string {
  return page(
    "<!-- プログラムと見本のブックから作ります。直接は書き換えず、npx vitest run tests/docs -u で作り直してください。 -->",
    "# 紙面（report.hbs と report.css）の書き方",
    "報告書の紙面は、帳票のフォルダーにある二つのファイルで決まります。`report.hbs` は、ブックから読んだ内容を HTML に組み立てます。`report.css` は、その見た目を決めます。用紙、余白、書体、列幅は `form.json` に書きます（[forms.md](forms.md)）。",
    "付属の帳票を写して始めるのが、いちばん早い方法です。`hyoka templates init 帳票 フォルダー` が、帳票を一つ写します。何もないところから作る手順は、[new-municipality.md](new-municipality.md) にあります。",
    "書いた結果は、`hyoka render ブック.xlsx --format html` で作った HTML をブラウザーで開くと、印刷せずに確かめられます。ページの切れ目は、PDF にしたときに決まります。",
    "## 最初の一行",
    "`report.hbs` は、次の一行で足ります。ブックにある文と表を、ブックの順にすべて紙面に並べます。",
    block("handlebars", "{{> parts}}"),
    "並べ方を変えたいときは、`parts` の中身（`templates/shared/partials/parts.hbs`）を写し、種類ごとに書き分けます。付属の帳票では、川崎市の [report.hbs](../templates/kawasaki-evaluation/report.hbs) が個票だけを自前の部品に替えています。",
    "`{{項目}}` は項目の文字に置き換わります。`<` などの記号は、そのままの文字として紙面に出ます。`{{#each 並び}}` から `{{/each}}` までは、並びの一つずつに繰り返します。`{{#if 条件}}` から `{{/if}}` までは、条件に合うときだけ残ります。書き方は [Handlebars](https://handlebarsjs.com/guide/) のものです。ない項目を書くと、空欄にせず、誤りとして知らせます。",
    "## 使える項目",
    "### 報告書の全体",
    memberTable(MODEL),
    "たとえば、仙台市の見本では次のようになります（`parts` は最初の一つだけを示します）。",
    example({ ...modelOf(models, "list"), parts: modelOf(models, "list").parts.slice(0, 1) }),
    "`parts` の一つずつは、`kind` によって次の四種類に分かれます。値はどれも、紙面に出す文字 `text` と、元のセルの場所 `cell` を持ちます。",
    "### 文（kind が text）",
    memberTable(TEXT),
    example(partOf(models, "text")),
    "### 一覧表と年度別計画（kind が list か yearly-plan）",
    memberTable(LIST),
    "見本から切り出した例です。「…」は、後を省いたことを示します。",
    example(partOf(models, "list")),
    "年度別計画では、`headingRows` が二段になり、年度の並ぶ列の上に共通の見出しが付きます。",
    example(partOf(models, "yearly-plan")),
    "`columns` の一つずつは、次の項目を持ちます。",
    memberTable(COLUMN),
    "`headingRows` の行に並ぶ見出しは、それぞれ次の項目を持ちます。",
    memberTable(HEADING),
    "`groups` の一つずつは、次の項目を持ちます。",
    memberTable(GROUP),
    "`rows` の一つずつは、次の項目を持ちます。",
    memberTable(ROW),
    "`cells` の一つずつは、次の項目を持ちます。",
    memberTable(CELL),
    "### 個票（kind が card）",
    memberTable(CARDS),
    example(partOf(models, "card")),
    "`cards` の一つずつは、次の項目を持ちます。",
    memberTable(CARD),
    "`series` の一つずつは、次の項目を持ちます。",
    memberTable(SERIES),
    "### 行列（kind が matrix）",
    memberTable(MATRIX),
    example(partOf(models, "matrix")),
    "## 命令",
    "Handlebars にある `if`、`unless`、`each`、`with`、`lookup` のほかに、次の命令を使えます。",
    table(
      ["命令", "引数", "はたらき", "例", "例の結果"],
      HELPERS.flatMap(({ name, args, meaning, examples }) =>
        examples.map((source, i) => [
          i === 0 ? code(name) : "",
          i === 0 ? args : "",
          i === 0 ? meaning : "",
          code(source),
          code(filled(source)),
        ]),
      ),
    ),
    "## 部品",
    "`{{> 名前}}` と書くと、その場所に部品が入ります。部品は `templates/shared/partials/` にあり、すべての帳票で使えます。帳票のフォルダーに `partials/名前.hbs` を置くと、その帳票ではそちらを使います。",
    table(
      ["部品", "はたらき", "置く場所"],
      Object.entries(PARTIALS).map(([name, [meaning, place]]) => [code(name), meaning, place]),
    ),
    "## ページの分け方",
    "表は、印刷の前に Hyoka がページに分けます。行の途中や、結合したセルの途中で切れるときは、続きのページに見出しとまとまりの名前をもう一度置きます。次の属性で、分け方を指示します。",
    table(
      ["属性", "付ける要素", "はたらき"],
      Object.entries(ATTRIBUTES).map(([name, [element, meaning]]) => [code(name), element, meaning]),
    ),
    "- `data-paginate` を付ける表は、`report.hbs` のいちばん外側に置きます。`div` などで囲むと、囲みの全体が一つのかたまりとして扱われ、ページに分かれません。\n- `tbody` 一つが一つのまとまりです。続きのページに入りきるまとまりは、なるべく途中で切りません。\n- 一ページより長い行は、行の中で切り、続きのページに移します。\n- それでもページに収まらないときは、文字を切り捨てずに、印刷できないことを知らせます。",
    "## スタイル",
    "スタイルは、`form.json` から作るページの設定、`templates/shared/page.css`、帳票の `report.css` の順に読み込みます。後のものが優先します。",
    table(
      ["変数", "値"],
      Object.entries(VARIABLES).map(([name, meaning]) => [code(name), meaning]),
    ),
    "`h1.title { font-family: var(--mincho); }` のように使います。共通の部品が付ける class は、次のとおりです。",
    table(
      ["class", "付く要素"],
      [
        [
          "`ruled`",
          "罫線のある表。表の種類（`list`、`yearly-plan`、`card`、`matrix`）と、`form.json` の表の名前も付きます。",
        ],
        [
          "`title`、`period`、`note` など",
          "表の外の文。役割（role）の名前が付きます。見出しには `level-1` のように段階も付きます。",
        ],
        [
          "`name`、`plan`、`rating` など",
          "表のセル。欄の種類（kind）の名前が付きます。数だけのセルには `numeric` も付きます。",
        ],
        ["`record`、`total` など", "表の行。ふつうの行は `record`、それ以外は `form.json` の行の種類の名前です。"],
        ["`line`、`item`、`item-marker`", "命令 `lines` が分けた行、箇条書きの行、その印。"],
        ["`continued`", "続きのページにだけ出る「（つづき）」。"],
      ],
    ),
    "列幅は `form.json` の `widths` で決めます。表の高さや位置を `position: absolute` や `float` で動かすと、ページの分け方が合わなくなります。",
    "## 載せ忘れを確かめる",
    "`hyoka templates check 帳票のフォルダー ブック.xlsx` は、ブックを紙面に流し込み、帳票の項目のうち紙面のどこにも出ないものを知らせます。わざと載せない項目は、`form.json` に書いておきます。",
    block("json", JSON.stringify({ report: { leftOut: ["department"] } }, null, 2)),
    "## 読み上げられる紙面にする",
    "PDF には読み上げのためのタグが付き、条件を満たすと PDF/UA の印が入ります（[pdf-accessibility.md](pdf-accessibility.md)）。`hyoka templates check 帳票のフォルダー ブック.xlsx --print` で、満たすかどうかと、満たさない理由が分かります。自分で紙面を書くときは、次のことを守ってください。",
    '- 見出しは `h1` から始め、段階を飛ばしません。\n- 表の見出しは `th` にし、列の見出しに `scope="col"`、行の見出しに `scope="row"` を付けます。どの行も、結合を数えて同じ数の列を埋めます。\n- 行の見出しにしたいが見た目を変えたくない `td` には、`role="rowheader"` を付けます。\n- 図には `alt` か `aria-label` で説明を付けます。飾りの図は `alt=""` にします。図を囲む `figure` には `role="presentation"` を付けます。\n- `{{lines 項目}}` を入れる `p` には、`role="paragraph"` を付けます。付けないと、Chromium は段落と見なしません。\n- `ul` と `ol` は使いません。Chromium の付けるタグが PDF/UA に合わないためです。`lines` の箇条書きは使えます。\n- `opacity` など、透明の効果は使いません。色は `rgb(0 0 0 / 50%)` のように書けば使えます。',
    "## できないこと",
    "- スクリプトは動きません。`<script>` を書いても無視されます。\n- 帳票のフォルダーの外にあるファイルは、リンク（シンボリックリンク）を置いても読み込みません。\n- 外部のファイルは読み込めません。インターネットにも、端末の中のファイルにも、つなぎません。画像は `data:` の形で埋め込みます。\n- 書体は、BIZ UDゴシックと BIZ UD明朝を使います。ほかの書体の名前を書くと、端末によって見た目が変わるので、書かないでください。",
    "外部のファイルを読み込もうとすると、次のように知らせて、印刷しません。",
    block("text", refusal),
    "## 誤りの知らせ方",
    "`report.hbs` に誤りがあると、ファイルの名前と行を示して知らせます。",
    ...faults.flatMap(({ template, message }) => [block("handlebars", template), block("text", message)]),
  );
}

/** Names of the helpers that the page explains. */
export function documentedHelpers(): string[] {
  return HELPERS.map(({ name }) => name);
}

type Members<T> = Readonly<Record<keyof T & string, readonly [type: string, meaning: string]>>;

const VALUE = {
  text: ["文字列", "紙面に出す文字です。セルに表示されているとおりです。"],
  cell: ["文字列", "元のセルです（`進捗!F8`）。なければ空です。"],
} as const;

const MODEL: Members<ReportModel> = {
  title: ["文字列", "表題です。ブックに表題があればそれを、なければ `form.json` の `report.title` を使います。"],
  subject: ["文字列", "`form.json` の `report.subject` です。"],
  municipality: ["文字列", "自治体の名前です。"],
  form: ["`name` と `title`", "帳票の名前と、日本語の名前です。"],
  fiscalYear: [
    "`gregorian` と `label`、または null",
    "年度です。`2021` と `令和3年度`。ブックに年度がなければ null です。",
  ],
  issuedOn: ["文字列", "発行日です（`2026-04-01`）。`{{wareki issuedOn}}` で和暦になります。"],
  workbook: ["文字列", "ブックの名前です（拡張子を除く）。"],
  unconfirmed: [
    "真偽",
    "誤りのある表を `--force` で印刷するとき true です。「未確認」の印は、テンプレートが何もしなくてもすべてのページに付きます。",
  ],
  parts: ["並び", "ブックにある文と表です。ブックの順に並びます。"],
};

const TEXT: Members<ReportText> = {
  kind: ["`text`", "文であることを示します。"],
  role: ["文字列", "役割です（[forms.md](forms.md#role文の役割)）。どれにも合わない文は `unclassified` です。"],
  level: ["数", "見出しの段階（1〜6）です。見出しでなければ 0 です。"],
  ...VALUE,
};

const LIST: Members<ReportList> = {
  kind: ["`list`、`yearly-plan`", "一覧表か、年度別計画かを示します。"],
  resource: ["文字列", "`form.json` の表の名前です。"],
  columns: ["並び", "列です。左から順に並びます。"],
  headingRows: ["並びの並び", "見出しの行です。一段か、二段です。"],
  groups: ["並び", "まとまりです。`tbody` 一つにします。"],
};

const COLUMN: Members<ReportColumn> = {
  field: ["文字列", "項目の名前です。帳票にない列では空です。"],
  kind: ["文字列", "欄の種類です。"],
  width: ["数", "列幅です。表の幅に対する百分率です。"],
};

const HEADING: Members<ReportHeading> = {
  ...VALUE,
  colspan: ["数", "またがる列の数です。"],
  rowspan: ["数", "またがる行の数です。"],
};

const GROUP: Members<ReportGroup> = {
  rows: [
    "並び",
    "行です。結合する列があれば、その値が同じ行が一つのまとまりになります。なければ、一行が一つのまとまりです。",
  ],
};

const ROW: Members<ReportRow> = {
  kind: ["文字列", "`record`、または `form.json` の行の種類の名前です。"],
  cells: ["並び", "セルです。上の行のセルがまたがる場所のものは、入っていません。"],
};

const CELL: Members<ReportCell> = {
  field: ["文字列", "項目の名前です。"],
  kind: ["文字列", "欄の種類です。"],
  ...VALUE,
  colspan: ["数", "またがる列の数です。"],
  rowspan: ["数", "またがる行の数です。"],
  grouped: ["真偽", "まとまりの中で結合する列かを示します。"],
  numeric: ["真偽", "数だけのセルかを示します。"],
};

const CARDS: Members<ReportCards> = {
  kind: ["`card`", "個票であることを示します。"],
  resource: ["文字列", "`form.json` の表の名前です。"],
  labels: ["項目ごとの値", "見出しです。`labels.name.text` のように、項目の名前で呼びます。"],
  periods: ["並び", "年度の見出しです。"],
  periodCount: ["数", "年度の数です。`colspan` に使います。"],
  cards: ["並び", "個票です。"],
};

const CARD: Members<ReportCard> = {
  values: ["項目ごとの値", "一つだけの値です。`values.name.text` のように呼びます。"],
  series: ["並び", "年度ごとに値がある項目です。"],
};

const SERIES: Members<ReportSeries> = {
  field: ["文字列", "項目の名前です。"],
  kind: ["文字列", "欄の種類です。"],
  label: ["値", "見出しです。"],
  labelSpan: ["数", "見出しがまたがる列の数です。最初の年度の欄がない項目では、2 以上になります。"],
  cells: ["並び", "年度ごとの値です。"],
};

const MATRIX: Members<ReportMatrix> = {
  kind: ["`matrix`", "行列であることを示します。"],
  resource: ["文字列", "`form.json` の表の名前です。"],
  corner: ["値", "左上の角の見出しです。"],
  columnHeadings: ["並び", "列の見出しです。`colspan` も持ちます。"],
  rows: ["並び", "行です。行の見出し `heading` と、セルの並び `cells` を持ちます。"],
};

interface HelperEntry {
  readonly name: string;
  readonly args: string;
  readonly meaning: string;
  readonly examples: readonly string[];
}

/** What the examples of the helpers refer to. */
const EXAMPLE_VALUES = {
  text: "①相談窓口を開設した。②研修を行った。",
  result: "利用者数:243人 高校進学率:98%",
  amount: "65955",
  year: 2021,
  issuedOn: "2026-04-01",
  kind: "list",
  role: "note",
  colspan: 3,
  level: 1,
};

const HELPERS: readonly HelperEntry[] = [
  {
    name: "lines",
    args: "文字",
    meaning: "改行、①②③、●、・、並んだ数量のところで行を分けます。文字は増えも減りもしません。",
    examples: ["{{lines text}}", "{{lines result}}"],
  },
  {
    name: "number",
    args: "値",
    meaning: "四桁以上の数に、桁区切りを入れます。数でなければ、そのままです。",
    examples: ["{{number amount}}", '{{number "調整中"}}'],
  },
  {
    name: "wareki",
    args: "日付、または年度",
    meaning: "日付や西暦の年度を、和暦にします。",
    examples: ["{{wareki issuedOn}}", "{{wareki year}}"],
  },
  {
    name: "eq",
    args: "値 値",
    meaning: "二つの値が同じかを調べます。",
    examples: ['{{#if (eq kind "list")}}一覧表{{/if}}'],
  },
  {
    name: "oneOf",
    args: "値 候補 …",
    meaning: "値が候補のどれかに当たるかを調べます。",
    examples: ['{{#if (oneOf role "note" "residue")}}小さく{{/if}}'],
  },
  {
    name: "gt",
    args: "数 数",
    meaning: "前の数が後の数より大きいかを調べます。",
    examples: ["{{#if (gt colspan 1)}}またがる{{/if}}"],
  },
  { name: "add", args: "数 数", meaning: "二つの数を足します。", examples: ["h{{add level 1}}"] },
];

/** The shared partials: what they do, and inside what they stand. */
export const PARTIALS: Readonly<Record<string, readonly [meaning: string, place: string]>> = {
  parts: ["すべての文と表を、ブックの順に並べます。", "`report.hbs` のいちばん外側"],
  "running-text": ["文を一つ、役割に応じた見出しや段落にします。", "`{{#each parts}}` の中"],
  "list-table": ["一覧表や年度別計画を一つ、表にします。", "`{{#each parts}}` の中"],
  "card-table": ["個票を、一件ずつ表にします。", "`{{#each parts}}` の中"],
  "matrix-table": ["行列を一つ、表にします。", "`{{#each parts}}` の中"],
  "table-cell": ["セルを一つ、`td` にします。結合、つづきの印、元のセルも書きます。", "`{{#each cells}}` の中"],
};

/** What a template says to the pagination. */
export const ATTRIBUTES: Readonly<Record<string, readonly [element: string, meaning: string]>> = {
  "data-paginate": ["`table`", "行の間や行の中で、ページに分けてよい表であることを示します。"],
  'data-keep="next"': ["見出しなど", "次のものと離しません。ページのいちばん下に、見出しだけが残らなくなります。"],
  'data-keep="together"': ["`table`", "一ページに入るなら、途中で切らずに次のページから始めます。"],
  "data-repeat": ["`tr`", "まとまりが次のページに続くとき、この行をもう一度置きます。まとまりの最初に書きます。"],
  "data-first-only": ["セルの中の要素", "続きのページでもう一度置くときに、省きます。"],
  "data-continued-only": [
    "セルの中の要素",
    "続きのページでもう一度置くときだけ、出します。`hidden` と一緒に書きます。「（つづき）」に使います。",
  ],
  "data-cell": ["値を出す要素", "元のセルを記録します。見た目は変わりません。"],
};

/** Variables of the page's style. */
export const VARIABLES: Readonly<Record<string, string>> = {
  "--gothic": "BIZ UDゴシックと、それにない文字のための書体",
  "--mincho": "BIZ UD明朝と、それにない文字のための書体",
};

function memberTable<T>(members: Members<T>): string {
  const entries = Object.entries<readonly [string, string]>(members);
  return table(
    ["項目", "値", "説明"],
    entries.map(([name, [type, meaning]]) => [code(name), type, meaning]),
  );
}

function filled(source: string): string {
  const handlebars = Handlebars.create();
  for (const [name, helper] of Object.entries(TEMPLATE_HELPERS)) handlebars.registerHelper(name, helper);
  return handlebars.compile(source, { strict: true })(EXAMPLE_VALUES);
}

function modelOf(models: readonly ReportModel[], kind: ReportPart["kind"]): ReportModel {
  const found = models.find(({ parts }) => parts.some((part) => part.kind === kind));
  if (!found) throw new Error(`no sample has a part of kind ${kind}`);
  return found;
}

function partOf(models: readonly ReportModel[], kind: ReportPart["kind"]): unknown {
  return modelOf(models, kind).parts.find((part) => part.kind === kind);
}

function example(value: unknown): string {
  return block("json", compactJson(shortened(value)));
}

const SHOWN_ITEMS = 2;
const SHOWN_CHARACTERS = 24;

/** The same data with long texts and lists cut, so that its shape can be seen. */
function shortened(value: unknown): unknown {
  if (typeof value === "string") {
    return value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value;
  }
  if (Array.isArray(value)) {
    const count = value.some(holdsList) ? 1 : SHOWN_ITEMS;
    const shown = value.slice(0, count).map(shortened);
    return value.length > count ? [...shown, "…"] : shown;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shortened(item)]));
}

function holdsList(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((item) => Array.isArray(item) || holdsList(item));
}
