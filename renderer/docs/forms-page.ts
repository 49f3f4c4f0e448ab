import type {
  ColumnDefinition,
  FieldConstraints,
  FieldDefinition,
  FieldKind,
  FormDefinition,
  LayoutDefinition,
  ResourceDefinition,
  RowKindDefinition,
  TextRole,
} from "../../core/form/form-definition.ts";
import type { JsonSchema } from "../../core/form/json-schema.ts";
import { compactJson } from "./compact-json.ts";
import { formKeys } from "./form-keys.ts";
import { block, code, codes, linkTo, page, table } from "./markdown.ts";

/** A form with what stands in its folder beside the definition. */
export interface DocumentedForm {
  readonly definition: FormDefinition;
  /** Paths of the sample workbooks, seen from `docs/`. */
  readonly samples: readonly string[];
}

/** The smallest form that prints: shown to editors as a beginning, and checked by a test. */
export const SMALLEST_FORM: FormDefinition & { readonly $schema: string } = {
  $schema: "../form.schema.json",
  name: "example-projects",
  title: "事務事業の実績",
  municipality: "○○市",
  resources: [
    {
      name: "projects",
      title: "事業",
      schema: {
        fields: [
          { name: "name", title: "事業名", type: "string", kind: "name", constraints: { required: true } },
          { name: "result", title: "実績", type: "string", kind: "result" },
          {
            name: "rating",
            title: "評価",
            type: "string",
            kind: "rating",
            constraints: { enum: ["A", "B", "C"] },
            unselected: ["未選択"],
          },
        ],
        primaryKey: ["name"],
      },
    },
  ],
  layouts: [
    {
      type: "list",
      resource: "projects",
      columns: [
        { fields: ["name"], headings: ["事業名", "事務事業名"] },
        { fields: ["result"], headings: ["{fiscalYear}の実績", "実績"], statesFiscalYear: true },
        { fields: ["rating"], headings: ["評価"] },
      ],
    },
  ],
  texts: [
    { role: "note", pattern: "^※" },
    { role: "title", pattern: ".", at: "first" },
    { role: "paragraph", pattern: "." },
  ],
  report: {
    size: "A4",
    orientation: "landscape",
    margin: { top: 14, right: 12, bottom: 15, left: 12 },
    typeface: "gothic",
    fontSize: 9,
    title: "{fiscalYear} 事務事業の実績",
    subject: "事務事業の実績と評価",
  },
};

/** `docs/forms.md`: every form as its `form.json` declares it, and every key of a `form.json`. */
export function formsPage(forms: readonly DocumentedForm[], schema: JsonSchema): string {
  return page(
    "<!-- form.json と core/form/form-schema.ts から作ります。直接は書き換えず、npx vitest run tests/docs -u で作り直してください。 -->",
    "# 帳票の一覧と form.json の書き方",
    "Hyoka は、自治体ごとの様式を「帳票」として読み、印刷します。帳票は `templates/` の下のフォルダー一つで、`form.json`（項目と様式）、`report.hbs`（紙面の組み立て）、`report.css`（紙面の見た目）の三つのファイルからできています。",
    "前半は付属の帳票の内容、後半は `form.json` の書き方です。紙面の書き方は [templates.md](templates.md) にあります。",
    "## 付属の帳票",
    table(
      ["帳票", "自治体", "表題", "用紙", "様式"],
      forms.map(({ definition }) => [
        linkTo(definition.name),
        definition.municipality,
        definition.title,
        paperOf(definition.report),
        [...new Set(definition.layouts.map(({ type }) => LAYOUT_NAMES[type]))].join("、"),
      ]),
    ),
    "どの帳票かは、見出しの文言で見分けます。見出しは、全角と半角、空白、改行の違いを問いません。下の表の「○年度」にはどの年度（令和3年度、R3年度、2021年度など）も、「○」にはどの数字も当てはまります。表が始まる行や列の位置は、様式と違っていても構いません。見出しの一部が欠けていても、残りから表と分かれば読みます。",
    ...forms.map(formSection),
    "## 帳票を加える",
    "帳票を加えるときは、フォルダーを一つ作り、三つのファイルを置きます。プログラムは書き換えません。",
    table(
      ["ファイル", "内容"],
      [
        ["`form.json`", "項目、見出し、表の外の文、印刷の設定。フォルダー名と `name` を同じにします。"],
        ["`report.hbs`", "紙面の組み立て。最初は `{{> parts}}` の一行で足ります。"],
        ["`report.css`", "紙面の見た目。最初は空で構いません。"],
      ],
    ),
    "フォルダーは、次のどちらかに置きます。",
    "- 自分の庁内だけで使う帳票は、好きな場所のフォルダーに並べ、`--templates` で指定します。Hyoka を入れ替えても残ります。付属の帳票と同じ名前のフォルダーは、付属のものより優先します。\n- Hyoka に加える帳票は、`templates/` に置きます。",
    "いちばん小さい `form.json` は、次のとおりです。",
    block("json", compactJson(SMALLEST_FORM)),
    "書けたら `hyoka forms --templates フォルダー` で確かめます。誤りがあると、場所と直し方を一つずつ示します。続けて、記入済みのブックを `hyoka render ブック.xlsx --templates フォルダー --format html` で開くと、紙面の中身を確かめられます。",
    "## form.json のキー",
    "キーの綴りを誤ると、知らない項目として知らせます。`../form.schema.json` を `$schema` に書いておくと、対応した編集ソフトでは入力中に候補と説明が出ます。",
    formKeys(schema),
    "## kind（欄の種類）",
    "`kind` は、その欄が何であるかを示します。列幅と文字の揃えは、これで決まります。",
    table(
      ["kind", "何の欄か"],
      Object.entries(KIND_MEANINGS).map(([kind, meaning]) => [code(kind), meaning]),
    ),
    "## role（文の役割）",
    "表の外にある文は、`texts` を上から順に比べて役割を決めます。どれにも合わない文は `unclassified` として、そのまま印刷します。",
    table(
      ["role", "どの文か"],
      Object.entries(ROLE_MEANINGS).map(([role, meaning]) => [code(role), meaning]),
    ),
  );
}

const LAYOUT_NAMES: Readonly<Record<LayoutDefinition["type"], string>> = {
  list: "一覧表",
  "yearly-plan": "年度別計画",
  card: "個票",
  matrix: "行列",
};

const KIND_MEANINGS: Readonly<Record<FieldKind, string>> = {
  code: "番号や記号（No.、事業番号、達成状況の 1〜5）",
  name: "事業などの名前",
  organisation: "担当課、所管課、担当局",
  plan: "内容、概要、目標、取組計画",
  result: "実績、実施状況",
  evaluation: "実績に対する評価（文）",
  outlook: "今後の取り組み",
  baseline: "現況",
  rating: "評価、達成状況（記号）",
  direction: "方向性、点検結果",
  amount: "事業費などの金額",
  count: "事業数などの件数",
  total: "計、合計",
  marker: "＊、★ などの印",
  heading: "区分の題など、記録の上に立つ見出し",
  text: "その他の文",
};

const ROLE_MEANINGS: Readonly<Record<TextRole, string>> = {
  title: "表題",
  period: "期間、評価年度",
  section: "部や章の題",
  heading: "見出し",
  paragraph: "本文",
  item: "箇条書き",
  note: "注記",
  organisation: "実施課など、担当の行",
  residue: "Web ページや印刷の見出しから写し込まれたもの",
};

const TYPE_NAMES: Readonly<Record<FieldDefinition["type"], string>> = {
  string: "文字列",
  integer: "整数",
  number: "数",
  year: "年",
  boolean: "真偽",
};

function formSection({ definition, samples }: DocumentedForm): string {
  const { name, municipality, title, description = "", resources, layouts, texts } = definition;
  const folder = `../templates/${name}`;
  const files = ["form.json", "report.hbs", "report.css"].map((file) => `[${file}](${folder}/${file})`);
  const links = samples.map((path) => `[${path.split("/").at(-1) ?? path}](${path})`);
  return [
    `## ${name}`,
    `${municipality}「${title}」。${description}`,
    `![${municipality}「${title}」の 1 ページ目](images/${name}.png)`,
    `- ファイル: ${files.join("、")}${links.length > 0 ? `\n- 見本: ${links.join("、")}` : ""}`,
    ...resources.map(resourceSection),
    ...layouts.map((layout) => layoutSection(layout, resources)),
    "### 表の外の文",
    table(
      ["役割", "段階", "合わせる正規表現", "備考"],
      texts.map(({ role, level, pattern, at, statesFiscalYear }) => [
        `${ROLE_MEANINGS[role]}（${code(role)}）`,
        level === undefined ? "" : String(level),
        code(pattern),
        [at === "first" ? "最初の一つだけ" : "", statesFiscalYear ? YEAR_NOTE : ""].filter(Boolean).join("。"),
      ]),
    ),
    "### 印刷",
    reportTable(definition),
  ].join("\n\n");
}

const YEAR_NOTE = "ここから年度を読む";

function resourceSection({ name, title, schema }: ResourceDefinition): string {
  const rows = schema.fields.map(({ name: field, title: fieldTitle, type, kind, constraints, unselected }) => [
    code(field),
    fieldTitle,
    TYPE_NAMES[type],
    code(kind),
    constraintText(constraints, unselected),
  ]);
  const keys = (schema.foreignKeys ?? []).map(
    ({ fields, reference }) => `${codes(fields)} は表 ${code(reference.resource)} の ${codes(reference.fields)} を指す`,
  );
  const primary = schema.primaryKey ? [`${codes(schema.primaryKey)} が記録を一つに定める`] : [];
  const facts = [...primary, ...keys];
  return [
    `### 表「${title}」（${code(name)}）`,
    table(["項目", "名前", "型", "kind", "制約"], rows),
    facts.length > 0 ? `キー: ${facts.join("。")}。` : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}

function constraintText(constraints: FieldConstraints = {}, unselected: readonly string[] = []): string {
  const { required, unique, enum: choices, pattern, minimum, maximum, maxLength } = constraints;
  return [
    required ? "必須" : "",
    unique ? "重複不可" : "",
    choices ? `${choices.map((choice) => `「${choice}」`).join("")}のどれか` : "",
    pattern === undefined ? "" : `${code(pattern)} に合う`,
    minimum === undefined ? "" : `${minimum} 以上`,
    maximum === undefined ? "" : `${maximum} 以下`,
    maxLength === undefined ? "" : `${maxLength} 字以内`,
    unselected.length > 0 ? `${unselected.map((entry) => `「${entry}」`).join("")}は未記入` : "",
  ]
    .filter(Boolean)
    .join("、");
}

function layoutSection(layout: LayoutDefinition, resources: readonly ResourceDefinition[]): string {
  const titleOf = fieldTitles(layout.resource, resources);
  const resource = resources.find(({ name }) => name === layout.resource)?.title ?? layout.resource;
  return [`### 様式: ${LAYOUT_NAMES[layout.type]}（表「${resource}」へ）`, ...layoutTables(layout, titleOf)].join(
    "\n\n",
  );
}

type TitleOf = (field: string) => string;

function fieldTitles(resource: string, resources: readonly ResourceDefinition[]): TitleOf {
  const fields = resources.find(({ name }) => name === resource)?.schema.fields ?? [];
  return (name) => `${fields.find((field) => field.name === name)?.title ?? ""}（${code(name)}）`;
}

function layoutTables(layout: LayoutDefinition, titleOf: TitleOf): string[] {
  switch (layout.type) {
    case "list":
      return [columnTable(layout.columns, titleOf), rowKindTable(layout.rowKinds, titleOf)];
    case "yearly-plan":
      return [
        `左上の角の文字は、項目「${titleOf(layout.corner)}」に入ります。`,
        columnTable(layout.columns, titleOf),
        unheadedTable(layout.unheaded ?? [], titleOf),
        rowKindTable(layout.rowKinds, titleOf),
      ].filter(Boolean);
    case "card":
      return [
        `年度を並べた行の見出しは「${layout.periodLabel}」です。「${layout.items[0]?.labels[0] ?? ""}」から、次の個票が始まります。`,
        table(
          ["見出し", "項目", "値"],
          layout.items.map(({ labels, field, values }) => [
            spellings(labels),
            titleOf(field),
            values === "one" ? "一つ" : "年度ごとに一つ",
          ]),
        ),
      ];
    case "matrix":
      return [
        table(
          ["部分", "見出し", "項目"],
          [
            ["左上の角", layout.corner, ""],
            ["行", layout.rowHeadings.join("、"), titleOf(layout.rowField)],
            ["列", layout.columnHeadings.join("、"), titleOf(layout.columnField)],
            ["交わるところの値", "", layout.fields.map(titleOf).join("、")],
          ],
        ),
      ];
  }
}

function columnTable(columns: readonly ColumnDefinition[], titleOf: TitleOf): string {
  return table(
    ["見出し", "項目", "備考"],
    columns.map((column) => [spellings(column.headings), column.fields.map(titleOf).join("、"), columnNote(column)]),
  );
}

function columnNote({ under, yearly, grouped, optional, statesFiscalYear }: ColumnDefinition): string {
  return [
    under === undefined ? "" : `上の見出しは「${under}」`,
    yearly ? "年度ごとに一列" : "",
    grouped ? "結合したセルや空欄は上の行と同じ" : "",
    optional ? "なくてもよい" : "",
    statesFiscalYear ? YEAR_NOTE : "",
  ]
    .filter(Boolean)
    .join("。");
}

function unheadedTable(
  unheaded: readonly { readonly field: string; readonly pattern: string }[],
  titleOf: TitleOf,
): string {
  if (unheaded.length === 0) return "";
  return table(
    ["見出しのない列の値", "項目"],
    unheaded.map(({ field, pattern }) => [`${code(pattern)} に合うもの`, titleOf(field)]),
  );
}

function rowKindTable(kinds: readonly RowKindDefinition[] = [], titleOf: TitleOf): string {
  if (kinds.length === 0) return "";
  return table(
    ["行の種類", "見分け方", "先頭の文字が入る項目"],
    kinds.map(({ name, pattern, spanning, label }) => [
      code(name),
      [
        pattern === undefined ? "" : `先頭の文字が ${code(pattern)} に合う`,
        spanning ? "表の幅のほとんどにわたる、一つの文だけが入った行" : "",
      ]
        .filter(Boolean)
        .join("、"),
      titleOf(label),
    ]),
  );
}

function reportTable({ report }: FormDefinition): string {
  const { margin, typeface, fontSize, title, subject, widths } = report;
  return table(
    ["設定", "値"],
    [
      ["用紙", paperOf(report)],
      ["余白（mm）", `上 ${margin.top}、右 ${margin.right}、下 ${margin.bottom}、左 ${margin.left}`],
      ["書体", `${typeface === "gothic" ? "BIZ UDゴシック" : "BIZ UD明朝"} ${fontSize} ポイント`],
      ["表題（ブックにないとき）", readable(title)],
      ["件名", subject],
      [
        "列幅の割合",
        widths
          ? Object.entries(widths)
              .map(([field, share]) => `${code(field)} ${share}`)
              .join("、")
          : "欄の種類による",
      ],
    ],
  );
}

function paperOf({ size, orientation }: FormDefinition["report"]): string {
  return `${size} ${orientation === "landscape" ? "横" : "縦"}`;
}

function spellings(headings: readonly string[]): string {
  return headings.map((heading) => `「${readable(heading)}」`).join("、");
}

function readable(text: string): string {
  return text.replaceAll("{fiscalYear}", "○年度").replaceAll("{n}", "○");
}
