import { spellingVaries } from "../../../../core/validation/rules/spelling-varies.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { Grid } from "../../../support/validation-case.ts";

const result = (...cells: string[]): Grid => [["result"], ...cells.map((cell) => [cell])];
const source = "試験";
const dictionaries = {
  spellings: [
    { spellings: ["こども", "子ども", "子供"], except: ["子ども・子育て", "こども家庭庁"], source },
    { spellings: ["取組", "取り組み", "取組み"], except: ["取り組みま", "取り組み、"], source },
    { spellings: ["のため", "の為"], except: ["の為替"], source },
    { spellings: ["配布", "配付"], source },
  ],
};

testRule(spellingVaries, {
  valid: [
    { name: "一つの表記", dictionaries, grid: result("取組を進めた。", "取組の周知") },
    { name: "動詞の取り組み", dictionaries, grid: result("取組を進めた。", "課題に取り組み、連携に取り組みます。") },
    {
      name: "組織や計画の名前の一部",
      dictionaries,
      grid: result("子どもを支援した。", "こども家庭部と連携した。練馬こども支援センターで、こども計画を策定した。"),
    },
    { name: "辞書の例外", dictionaries, grid: result("こどもを支援した。", "子ども・子育て支援事業計画") },
    { name: "引用した名称", dictionaries, grid: result("子どもを支援した。", "「かわさきくのこども」を発行した。") },
    {
      name: "いつも同じに書く名称",
      dictionaries,
      grid: result("子どもを支援した。子どもの声", "こどもサロン旭町を開いた。", "こどもサロン旭町の充実"),
    },
    {
      name: "組織の欄と名称の欄",
      dictionaries,
      grid: [
        ["name", "organisation", "result"],
        ["こども支援事業", "こども部 子ども課", "子どもを支援した。"],
        ["こども相談事業", "こども部", "子どもの相談"],
        ["学習支援事業", "こども部", "子どもの学習"],
      ],
    },
    {
      name: "別の表記は名称の一部だけ",
      dictionaries,
      grid: [
        ["name", "result"],
        ["子ども支援事業", "こどもサロン旭町を開いた。"],
        ["学習支援事業", "こどもサロン旭町の充実"],
      ],
    },
    {
      name: "同じ記録で引用した名称の略",
      dictionaries,
      grid: [
        ["plan", "result"],
        ["子どもの講座「こどもの力を育てるために」を開く。", "子どもの参加が増えた。こどもの力 年11回"],
      ],
    },
    { name: "辞書がない", grid: result("取組を進めた。", "取り組みの周知") },
  ],
  invalid: [
    {
      name: "少ない表記を欄ごとに一度",
      dictionaries,
      grid: result(
        "取組を進めた。取組の周知",
        "取組の検討",
        "取り組みを進めた。取り組みの検証",
        "課題や取組みを検討した。もうすぐ1年生の配布。",
      ),
      diagnostics: [
        {
          messageId: "minority",
          at: "A4",
          message:
            "「取り組み」はこの文書では少ない表記です（「取り組み」2 回、「取組」3 回）。「取組」にそろえてください。",
          text: "取り組み",
          fixes: ["「取組」にそろえる"],
        },
        {
          messageId: "minority",
          at: "A5",
          message:
            "「取組み」はこの文書では少ない表記です（「取組み」1 回、「取組」3 回）。「取組」にそろえてください。",
          fixes: ["「取組」にそろえる"],
        },
      ],
      fixed: result(
        "取組を進めた。取組の周知",
        "取組の検討",
        "取組を進めた。取組の検証",
        "課題や取組を検討した。もうすぐ1年生の配布。",
      ),
    },
    {
      name: "多くても、一般に用いない表記",
      dictionaries,
      grid: result("妊婦の為の講座、外国人の為の相談", "親の為の会", "親のための講座、子のための会"),
      diagnostics: [
        {
          messageId: "preferred",
          at: "A2",
          message: "「の為」と「のため」が混ざっています（3 回と 2 回）。一般に用いる「のため」にそろえてください。",
          text: "の為",
          fixes: ["「のため」にそろえる"],
        },
        {
          messageId: "preferred",
          at: "A3",
          message: "「の為」と「のため」が混ざっています（3 回と 2 回）。一般に用いる「のため」にそろえてください。",
          text: "の為",
          fixes: ["「のため」にそろえる"],
        },
      ],
      fixed: result("妊婦のための講座、外国人のための相談", "親のための会", "親のための講座、子のための会"),
    },
    {
      name: "別の語の終わりから始まる語",
      dictionaries: {
        spellings: [
          { spellings: ["行う", "行なう"], source },
          { spellings: ["うこと", "う事"], except: ["う事業"], source },
        ],
      },
      grid: result("点検を行うこと", "講座を行う事に努める。市が行う事業", "点検を行うこと"),
      diagnostics: [
        {
          messageId: "minority",
          at: "A3",
          message:
            "「う事」はこの文書では少ない表記です（「う事」1 回、「うこと」2 回）。「うこと」にそろえてください。",
          text: "う事",
          fixes: ["「うこと」にそろえる"],
        },
      ],
      fixed: result("点検を行うこと", "講座を行うことに努める。市が行う事業", "点検を行うこと"),
    },
    {
      name: "多すぎるときは初めの欄だけ",
      dictionaries,
      rules: { "spelling-varies": { options: { maxCells: 1 } } },
      grid: result("チラシの配布、冊子の配布", "資料の配布、配布", "案内の配付", "地図の配付"),
      diagnostics: [
        {
          messageId: "widespread",
          at: "A4",
          message: "「配付」が 2 の欄に 2 回、「配布」が 4 回あります。文書の中でどちらかにそろえてください。",
          fixes: ["すべて「配布」にそろえる"],
        },
      ],
      fixed: result("チラシの配布、冊子の配布", "資料の配布、配布", "案内の配布", "地図の配布"),
    },
    {
      name: "一つだけ違う名称",
      dictionaries,
      grid: [
        ["name", "result"],
        ["子供家庭総合相談事業", "子どもの相談"],
        ["学習支援事業", "子どもの学習"],
        ["居場所事業", "子どもの居場所"],
      ],
      diagnostics: [
        {
          messageId: "inName",
          at: "A2",
          message: "この名称だけが「子供」と書かれています（ほかの欄は「子ども」3 回）。正式な名称か確かめてください。",
          text: "子供",
        },
      ],
    },
  ],
});
