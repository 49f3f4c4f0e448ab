import { indicatorChanged } from "../../../../core/validation/rules/indicator-changed.ts";
import { testRule } from "../../../support/test-rule.ts";
import type { CaseDocument } from "../../../support/validation-case.ts";

const primaryKey = ["name"];
const project = (result: string | number | null): CaseDocument => ({
  primaryKey,
  fields: { result: { title: "実績" } },
  grid: [
    ["name", "result"],
    ["就業支援", result],
  ],
});

testRule(indicatorChanged, {
  valid: [
    { name: "前年度の文書がない", ...project("就業情報提供件数:13件") },
    { name: "8.9 % の減", ...project("相談件数:6,712件"), previous: project("相談件数:7,367件") },
    { name: "3回が4回に", ...project("セミナー:計4回実施"), previous: project("セミナー:計3回実施") },
    { name: "99 % と 98 %", ...project("高校進学率:99%"), previous: project("高校進学率:98%") },
    { name: "延べと実は比べない", ...project("参加実数45名"), previous: project("参加延数127名") },
    { name: "単位の違うものは比べない", ...project("法律相談 512件"), previous: project("法律相談 48人") },
    {
      name: "月ごとの数は見分けられない",
      ...project("交流会(6月10組、10月14組)"),
      previous: project("交流会(6月40組、10月80組)"),
    },
    { name: "昨年度が0", ...project("待機児童数 12人"), previous: project("待機児童数 0人") },
    { name: "予定の数", ...project("会議30回実施予定"), previous: project("会議10回実施") },
  ],
  invalid: [
    {
      name: "大きな減と目立つ増",
      ...project("就業相談:677件 就業情報提供件数:13件 就業支援セミナー:計23回実施"),
      previous: project("就業相談:612件 就業情報提供件数:45件 就業支援セミナー:計24回実施"),
      diagnostics: [
        {
          messageId: "grown",
          at: "B2",
          text: "677件",
          message:
            "「就業相談」が 612件 から 677件 に増えました（+10.6 %）。数値を確かめ、理由を評価に書いてください。",
        },
        {
          messageId: "fallen",
          at: "B2",
          severity: "warning",
          text: "13件",
          message:
            "「就業情報提供件数」が 45件 から 13件 に減りました（−71.1 %）。数値を確かめ、理由を評価に書いてください。",
        },
      ],
    },
    {
      name: "割合は差で見る",
      ...project("特定健診受診率 32.1％"),
      previous: project("特定健診受診率 45.6％"),
      diagnostics: [
        {
          messageId: "fallen",
          at: "B2",
          text: "32.1％",
          message:
            "「特定健診受診率」が 45.6％ から 32.1％ に減りました（−13.5ポイント）。数値を確かめ、理由を評価に書いてください。",
        },
      ],
    },
    {
      name: "一つの文書に並ぶ二つの年度",
      fiscalYear: 2012,
      primaryKey,
      grid: [
        ["name", "result@2011年度", "result@2012年度"],
        [
          "子ども支援",
          "「かわさきくsun'sキッズ」年10回開催参加延数86名",
          "「かわさきくsun'sキッズ」年10回開催参加延数263名",
        ],
      ],
      diagnostics: [
        {
          messageId: "grown",
          at: "C2",
          severity: "warning",
          text: "263名",
          message:
            "「かわさきくsun'sキッズの参加延数」が 延べ86名 から 延べ263名 に増えました（+205.8 %）。数値を確かめ、理由を評価に書いてください。",
        },
      ],
    },
    {
      name: "数値だけの欄",
      ...project(1200),
      previous: project(800),
      diagnostics: [
        {
          messageId: "grown",
          at: "B2",
          severity: "warning",
          message: "「実績」が 800 から 1200 に増えました（+50.0 %）。数値を確かめ、理由を評価に書いてください。",
        },
      ],
    },
    {
      name: "負の数からの増",
      ...project(0),
      previous: project(-50),
      diagnostics: [
        {
          messageId: "grown",
          at: "B2",
          severity: "warning",
          text: "0",
          message: "「実績」が -50 から 0 に増えました（+100.0 %）。数値を確かめ、理由を評価に書いてください。",
        },
      ],
    },
    {
      name: "割合では言えないほど大きな増",
      ...project(200_000_000),
      previous: project(5e-324),
      diagnostics: [
        {
          messageId: "grown",
          at: "B2",
          severity: "warning",
          text: "200000000",
          message:
            "「実績」が 5e-324 から 200000000 に増えました（+100万超 %）。数値を確かめ、理由を評価に書いてください。",
        },
      ],
    },
    {
      name: "およその数は情報にとどめる",
      ...project("フェスタ参加者 約500名"),
      previous: project("フェスタ参加者 約900名"),
      diagnostics: [
        {
          messageId: "fallen",
          at: "B2",
          text: "500名",
          message:
            "「フェスタ参加者」が 約900名 から 約500名 に減りました（−44.4 %）。数値を確かめ、理由を評価に書いてください。",
        },
      ],
    },
    {
      name: "評価が増減に触れていれば情報にとどめる",
      primaryKey,
      grid: [
        ["name", "result", "evaluation"],
        ["待機児童対策", "4月1日現在の待機児童数 0人", "保育所の整備により、待機児童を解消した。"],
      ],
      previous: {
        primaryKey,
        grid: [
          ["name", "result", "evaluation"],
          ["待機児童対策", "4月1日現在の待機児童数 12人", "待機児童は減少したが、解消には至らなかった。"],
        ],
      },
      diagnostics: [
        {
          messageId: "fallen",
          at: "B2",
          text: "0人",
          message:
            "「4月1日現在の待機児童数」が 12人 から 0人 に減りました（−100.0 %）。数値を確かめ、理由を評価に書いてください。",
        },
      ],
    },
  ],
});
