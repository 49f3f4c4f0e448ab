import { FIELD_KINDS, TEXT_ROLES } from "./form-definition.ts";
import type { JsonSchema } from "./json-schema.ts";

const text: JsonSchema = { type: "string", minLength: 1 };
const texts: JsonSchema = { type: "array", items: text, minItems: 1 };
const flag: JsonSchema = { type: "boolean" };
const identifier: JsonSchema = { type: "string", pattern: "^[a-z][A-Za-z0-9]*$" };
const identifiers: JsonSchema = { type: "array", items: identifier, minItems: 1 };
const kebab: JsonSchema = { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" };
const millimetres: JsonSchema = { type: "number", minimum: 0, maximum: 100 };

const object = (properties: Record<string, JsonSchema>, required: readonly string[]): JsonSchema => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

/** The same schema with what an editor shows for the property. */
const described = (schema: JsonSchema, description: string): JsonSchema => ({ ...schema, description });

const constraints = object(
  {
    required: described(flag, "true のとき、空欄にできません。"),
    unique: described(flag, "true のとき、同じ値を二度使えません。"),
    enum: described(texts, "使える値の一覧です。ほかの値は使えません。"),
    pattern: described(text, "値が合うべき正規表現です。"),
    minimum: { type: "number", description: "数の下限です。" },
    maximum: { type: "number", description: "数の上限です。" },
    maxLength: { type: "integer", minimum: 1, description: "文字数の上限です。" },
  },
  [],
);

const field = object(
  {
    name: described(identifier, "項目の名前です。report.hbs や layouts から、この名前で呼びます。"),
    title: described(text, "項目の日本語の名前です。"),
    type: { enum: ["string", "integer", "number", "year", "boolean"], description: "値の型です。" },
    kind: { enum: FIELD_KINDS, description: "何の欄かを示します。検査の規則と列幅は、これで決まります。" },
    description: described(text, "項目の説明です。"),
    constraints: described(constraints, "値の制約です。名前は Table Schema（Frictionless）に合わせています。"),
    unselected: described(texts, "選択肢を選ぶ前の値（「未選択」など）です。値とも空欄とも扱いません。"),
  },
  ["name", "title", "type", "kind"],
);

const column = object(
  {
    fields: described(
      identifiers,
      "この見出しの下の値が入る項目です。一つの見出しが複数の列にまたがるときは、左から順に並べます。",
    ),
    headings: described(
      texts,
      "見出しの書き方です。どれか一つに合えば読めます。{fiscalYear} は年度、{n} は数字を表します。全角と半角、空白、改行の違いは問いません。",
    ),
    under: described(text, "この見出しの上に立つ見出し（「年度別の取組計画」など）です。"),
    yearly: described(flag, "true のとき、年度ごとに一列ずつ並び、見出しがその年度を示します。"),
    grouped: described(flag, "true のとき、結合したセルや空欄の下の行を、上の行と同じまとまりとして読みます。"),
    optional: described(flag, "true のとき、この列がなくても表として読みます。"),
    statesFiscalYear: described(flag, "true のとき、この見出しにある年度を、ブックの年度とします。"),
  },
  ["fields", "headings"],
);

const rowKind = object(
  {
    name: described(identifier, "行の種類の名前です。印刷では、行の class になります。"),
    pattern: described(text, "行の先頭の文字に合わせる正規表現です。全角と半角をそろえ、空白と改行を除いて比べます。"),
    spanning: described(flag, "true のとき、表の幅のほとんどにわたる一つの文だけが入った行を、この種類とします。"),
    label: described(identifier, "行の先頭の文字が入る項目です。"),
  },
  ["name", "label"],
);
const columns: JsonSchema = { type: "array", items: column, minItems: 1, description: "表の列です。" };
const rowKinds: JsonSchema = {
  type: "array",
  items: rowKind,
  description: "ふつうの記録ではない行（事業費、合計、区分の題など）です。",
};
const layoutResource = described(kebab, "読み取った値が入る表（resources の name）です。");

const list = object(
  {
    type: { const: "list", description: "一覧表です。見出しの下に、一行に一件ずつ並びます。" },
    resource: layoutResource,
    columns,
    rowKinds,
  },
  ["type", "resource", "columns"],
);

const unheaded = object(
  {
    field: described(identifier, "値が入る項目です。"),
    pattern: described(text, "値に合わせる正規表現です。{fiscalYear} と {n} を使えます。"),
  },
  ["field", "pattern"],
);

const yearlyPlan = object(
  {
    type: { const: "yearly-plan", description: "年度別計画です。年度が列になり、左上の角に番号が立ちます。" },
    resource: layoutResource,
    corner: described(identifier, "左上の角の文字（事業番号など）が入る項目です。"),
    unheaded: { type: "array", items: unheaded, description: "最初の見出しより左にある、見出しのない列です。" },
    columns,
    rowKinds,
  },
  ["type", "resource", "corner", "columns"],
);

const cardItem = object(
  {
    labels: described(
      texts,
      "見出しの書き方です。どれか一つに合えば読めます。最初の項目の見出しから、次の個票が始まります。",
    ),
    field: described(identifier, "値が入る項目です。"),
    values: {
      enum: ["one", "by-period"],
      description: "one は見出しの右に値が一つ、by-period は年度ごとに値が一つずつあることを示します。",
    },
  },
  ["labels", "field", "values"],
);

const card = object(
  {
    type: { const: "card", description: "個票です。見出しと値の組が、一件につき一かたまりになります。" },
    resource: layoutResource,
    items: { type: "array", minItems: 1, items: cardItem, description: "個票の欄です。" },
    periodLabel: described(text, "年度を並べた行の見出し（「年度」など）です。"),
  },
  ["type", "resource", "items", "periodLabel"],
);

const matrix = object(
  {
    type: { const: "matrix", description: "行列です。行の見出しと列の見出しが交わるところに値があります。" },
    resource: layoutResource,
    corner: described(text, "左上の角の見出しです。"),
    columnHeadings: described(texts, "列の見出しです。"),
    rowHeadings: described(texts, "行の見出しです。"),
    rowField: described(identifier, "行の見出しが入る項目です。"),
    columnField: described(identifier, "列の見出しが入る項目です。"),
    fields: described(identifiers, "一つの列の見出しの下に並ぶ値が入る項目です。左から順に書きます。"),
  },
  ["type", "resource", "corner", "columnHeadings", "rowHeadings", "rowField", "columnField", "fields"],
);

const foreignKey = object(
  {
    fields: described(identifiers, "この表の項目です。"),
    reference: described(
      object(
        {
          resource: described(kebab, "参照する表です。"),
          fields: described(identifiers, "参照する項目です。"),
        },
        ["resource", "fields"],
      ),
      "参照先です。",
    ),
  },
  ["fields", "reference"],
);

const resource = object(
  {
    name: described(kebab, "表の名前です。layouts から、この名前で呼びます。"),
    title: described(text, "表の日本語の名前です。"),
    schema: described(
      object(
        {
          fields: { type: "array", items: field, minItems: 1, description: "表の項目です。" },
          primaryKey: described(identifiers, "記録を一つに定める項目です。"),
          foreignKeys: { type: "array", items: foreignKey, description: "ほかの表の記録を指す項目です。" },
        },
        ["fields"],
      ),
      "項目とキーです。書き方は Table Schema（Frictionless）に合わせています。",
    ),
  },
  ["name", "title", "schema"],
);

const textEntry = object(
  {
    role: { enum: TEXT_ROLES, description: "文の役割です。" },
    pattern: described(text, "文に合わせる正規表現です。両端の空白は除いて比べます。{fiscalYear} と {n} を使えます。"),
    level: { type: "integer", minimum: 1, maximum: 6, description: "見出しの段階です。1 がいちばん上です。" },
    at: { enum: ["first"], description: "first のとき、シートの中で最初に合った文だけに使います。" },
    statesFiscalYear: described(
      flag,
      "true のとき、この文にある年度を、ブックの年度とします（見出しの年度が先です）。",
    ),
  },
  ["role", "pattern"],
);

const structure = object(
  {
    titles: {
      type: "object",
      additionalProperties: text,
      description:
        "データの表の日本語の名前を、表の名前ごとに書きます。年度別の表は「表の名前-yearly」、行の種類の表は「表の名前-行の種類」、本文の表は sections です。書かない表の名前は resources の title から決まります。",
    },
    sections: described(
      flag,
      "true のとき、見出しごとに、その下の本文・箇条書き・注記・担当課を一件にまとめた表も作ります。",
    ),
  },
  [],
);

const newWorkbook = object(
  {
    texts: {
      type: "array",
      items: object(
        {
          text: described(
            text,
            "文です。{fiscalYear} は「令和7年度」のように、{fiscalYear-2} は 2 年前、{fiscalYear+1} は次の年度に置き換わります。役割は texts の書き方で決まります。",
          ),
          above: described(kebab, "この文を上に置く表（resources の name）です。省くと、最初の表の前に置きます。"),
        },
        ["text"],
      ),
      description: "表題のほかに、空のブックに初めから入れておく文です。",
    },
    periods: {
      type: "object",
      additionalProperties: texts,
      description:
        "横に並べる年度を、表（resources の name）ごとに左から順に書きます。{fiscalYear} の書き方は texts と同じです。",
    },
  },
  [],
);

const ruleSetting = object(
  {
    enabled: described(flag, "false のとき、この規則を使いません。"),
    severity: { enum: ["error", "warning", "info"], description: "指摘の重さです。" },
    options: { type: "object", description: "規則ごとの設定です。" },
  },
  [],
);

const margin = object(
  {
    top: described(millimetres, "上の余白です（mm）。"),
    right: described(millimetres, "右の余白です（mm）。"),
    bottom: described(millimetres, "下の余白です（mm）。ページ番号もここに入ります。"),
    left: described(millimetres, "左の余白です（mm）。"),
  },
  ["top", "right", "bottom", "left"],
);

const report = object(
  {
    size: { enum: ["A4", "A3"], description: "用紙の大きさです。" },
    orientation: { enum: ["portrait", "landscape"], description: "portrait は縦、landscape は横です。" },
    margin: described(margin, "余白です。"),
    typeface: { enum: ["gothic", "mincho"], description: "本文の書体です。gothic はゴシック体、mincho は明朝体です。" },
    fontSize: { type: "number", minimum: 5, maximum: 24, description: "本文の文字の大きさです（ポイント）。" },
    title: described(text, "ブックに表題がないときの表題です。{fiscalYear} は「令和3年度」のように置き換わります。"),
    subject: described(text, "PDF の「件名」に入る文です。"),
    pageNumbers: {
      enum: ["page-of-pages", "page", "dashed", "none"],
      description:
        "ページ番号の書き方です。page-of-pages は「1 / 16」、page は「1」、dashed は「- 1 -」、none はなしです。書かないと page-of-pages です。",
    },
    watermark: described(text, "すべてのページの地に薄く入る文字（「案」「取扱注意」など）です。"),
    monochrome: { type: "boolean", description: "true にすると、色を同じ明るさの灰色に替えます。" },
    widths: {
      type: "object",
      additionalProperties: { type: "number", minimum: 0.1 },
      description: "列幅の割合を、項目の名前ごとに書きます。書かない項目の幅は kind で決まります。",
    },
    leftOut: described(
      { type: "array", items: identifier, minItems: 1 },
      "わざと紙面に載せない項目の名前です。hyoka templates check は、ここに書いた項目がなくても誤りとしません。",
    ),
  },
  ["size", "orientation", "margin", "typeface", "fontSize", "title", "subject"],
);

/**
 * The shape of `form.json`. `templates/form.schema.json`, which editors read, is written from it, and
 * `parseFormDefinition` checks by it: the two cannot differ.
 */
export const FORM_SCHEMA: JsonSchema = {
  ...object(
    {
      $schema: described(text, "編集ソフトが書き方を確かめるための参照です。../form.schema.json と書きます。"),
      name: described(kebab, "帳票の名前です。フォルダー名と同じにします（自治体名-帳票名）。"),
      title: described(text, "帳票の日本語の名前です。"),
      municipality: described(text, "自治体の名前です。PDF の「作成者」にもなります。"),
      description: described(text, "帳票の説明です。"),
      resources: {
        type: "array",
        items: resource,
        minItems: 1,
        description: "帳票が持つ表です。様式の見た目ではなく、中身（項目）を書きます。",
      },
      layouts: {
        type: "array",
        minItems: 1,
        items: { oneOf: [list, yearlyPlan, card, matrix] },
        description: "様式の見た目です。表がシートの上にどう並んでいるかを書きます。",
      },
      texts: {
        type: "array",
        items: textEntry,
        description: "表の外にある文の見分け方です。上から順に比べ、最初に合ったものを使います。",
      },
      structure: described(structure, "整形（様式からデータの表を作ること）の設定です。"),
      newWorkbook: described(newWorkbook, "空のブックを作るとき（hyoka new）に、初めから入れておくものです。"),
      rules: {
        type: "object",
        additionalProperties: ruleSetting,
        description: "検査の規則の設定を、規則の名前ごとに書きます。",
      },
      report: described(report, "印刷の設定です。"),
    },
    ["name", "title", "municipality", "resources", "layouts", "texts", "report"],
  ),
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Hyoka の帳票定義（form.json）",
};
