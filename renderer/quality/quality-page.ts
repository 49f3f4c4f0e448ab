import { SEVERITIES, type Severity } from "../../core/validation/diagnostic.ts";
import { page, table } from "../docs/markdown.ts";
import { judgedText, type JudgedDiagnostic } from "./judge-diagnostics.ts";
import type { MatchedFinding } from "./match-findings.ts";
import { precisionOf, recallOf, type Quality, type Share } from "./measures.ts";
import type { Certainty, Finding, Misses } from "./quality-data.ts";
import { SAMPLES } from "./sample-diagnostics.ts";

const CERTAINTY_TITLES: Readonly<Record<Certainty, string>> = {
  certain: "確実",
  likely: "おそらく",
  style: "書き方",
  control: "対照",
};
const SEVERITY_TITLES: Readonly<Record<Severity, string>> = { error: "誤り", warning: "警告", info: "情報" };
const LOOKED_FOR = ["certain", "likely", "style"] as const;

/** What the page tells of. */
export interface QualityReport {
  /** ISO date of the measurement. */
  readonly date: string;
  readonly samples: Quality;
  readonly misses: Misses;
  readonly others: Quality;
  readonly otherTitles: readonly { readonly document: string; readonly title: string; readonly records: number }[];
}

/** `docs/validation-quality.md`: how much of what people find the rules find, and how much of what they say is right. */
export function qualityPage({ date, samples, misses, others, otherTitles }: QualityReport): string {
  return page(
    "<!-- tests/quality/ の記録と実際の検査の結果から作ります。直接は書き換えず、npm run quality で作り直してください。 -->",
    "# 検査の質",
    `測定日: ${date}`,
    "人が文書を読んで見つけたことのうち、検査がどれだけを見つけるか（再現率）、検査の指摘のうち、どれだけが正しいか（適合率）を測りました。",
    "## 測り方",
    HOW,
    "## 目標と結果",
    goals(samples),
    "## 再現率",
    recallTable(samples.matched),
    "## 適合率",
    precisionTable(samples.judged),
    "### 規則ごとの適合率",
    ruleTable(samples.judged),
    "### 正しくないと判断した指摘",
    wrongTable(samples.wrong),
    "## 対照（黙っているべき箇所）",
    controlTable(samples.matched),
    "## 見つけていないもの",
    "人が見つけたことのうち、検査が指摘しないものと、その理由です。",
    ...LOOKED_FOR.map((certainty) => missTable(samples.missed, certainty, misses)),
    "## 規則を作るときに見ていない文書",
    otherPart(others, otherTitles),
    othersTable(others, otherTitles),
    "### 見つけた誤りと見つけていない誤り",
    faultTable(others.matched),
    "### 正しくないと判断した指摘（見ていない文書）",
    wrongTable(others.wrong),
  );
}

const HOW = [
  "- 文書は、5 つの見本（`templates/*/samples/`）です。仙台市の令和6年度は、令和5年度を前年度として比べています（`--previous`）。",
  "- 人が見つけたことは `tests/quality/findings.json` にあります。確実（誰が見ても直すべきもの）、おそらく（審査する人が尋ねるもの）、書き方（好みの分かれるもの）、対照（指摘してはいけない箇所）に分かれます。",
  "- 検査が「見つけた」と数えるのは、同じ文書の同じセルの同じ箇所に、同じことについての指摘があるときだけです。どの規則が同じことについてのものかは `rule-map.json` に書いてあります。二つのセルの食い違いは、どちらのセルでの指摘でも数えます。表全体のことは、検査が代表として示すセルで数えます。場所が合っても別のことを述べている指摘は、人が確かめて除いています（`misses.json`）。",
  "- 指摘が正しいかどうかは、開発する側の一人が指摘を一件ずつ読み、疑わしいものはセルの前後を読んで判断しました（`judgements.json`）。自治体の職員による判断ではありません。自治体の審査担当者が、その区分の指摘として読む値打ちがあると認めるものだけを「正しい」としています。様式に対する機械可読性の情報は、まとめて判断しています。",
  "- 規則はこの 5 つの文書も見ながら作ったので、ここでの数値は、初めて見る文書での数値より高く出ます。初めて見る文書での目安は、後の「規則を作るときに見ていない文書」の最初の測定にあります。小郡市の (3) と (4) は、人が見つけたことの記録がないため、再現率には入っていません。",
  "- 数値はすべて、`npm run quality` が実際の検査の結果から計算します。規則が変わって結果が変われば、このページを検査する試験が失敗します。",
].join("\n");

function goals({ recall, precision, disturbed, matched, unjudged }: Quality): string {
  const controls = matched.filter(({ finding }) => finding.certainty === "control").length;
  return table(
    ["", "目標", "結果"],
    [
      ["「確実」の再現率", "80 % 以上", share(recall.certain)],
      ["「おそらく」の再現率", "50 % 以上", share(recall.likely)],
      ["正しくない「誤り」", "0 件", `${wrongOf(precision.error)} 件`],
      ["正しくない「警告」", "10 % 以下", share({ part: wrongOf(precision.warning), whole: precision.warning.whole })],
      ["黙っている対照", "すべて", `${controls - disturbed.length} / ${controls}`],
      ["判断していない指摘", "0 件", `${unjudged.length} 件`],
    ],
  );
}

function recallTable(matched: readonly MatchedFinding[]): string {
  const row = (title: string, own: readonly MatchedFinding[]) => {
    const recall = recallOf(own);
    return [title, ...LOOKED_FOR.map((certainty) => share(recall[certainty]))];
  };
  return table(
    ["文書", ...LOOKED_FOR.map((certainty) => CERTAINTY_TITLES[certainty])],
    [
      ...SAMPLES.map(({ document, title }) =>
        row(
          title,
          matched.filter(({ finding }) => finding.document === document),
        ),
      ),
      row("計", matched),
    ],
  );
}

function precisionTable(judged: readonly JudgedDiagnostic[]): string {
  const row = (title: string, own: readonly JudgedDiagnostic[]) => [
    title,
    ...SEVERITIES.map((severity) =>
      share(precisionOf(own.filter(({ diagnostic }) => diagnostic.severity === severity))),
    ),
  ];
  return table(
    ["文書", ...SEVERITIES.map((severity) => SEVERITY_TITLES[severity])],
    [
      ...SAMPLES.map(({ document, title }) =>
        row(
          title,
          judged.filter(({ diagnostic }) => diagnostic.document === document),
        ),
      ),
      row("計", judged),
    ],
  );
}

function ruleTable(judged: readonly JudgedDiagnostic[]): string {
  const rules = [...new Set(judged.map(({ diagnostic }) => diagnostic.ruleId))].sort();
  return table(
    ["規則", ...SEVERITIES.map((severity) => SEVERITY_TITLES[severity]), "正しい指摘"],
    rules.map((rule) => {
      const own = judged.filter(({ diagnostic }) => diagnostic.ruleId === rule);
      const count = (severity: Severity) => own.filter(({ diagnostic }) => diagnostic.severity === severity).length;
      return [
        `[${rule}](rules.md#${rule})`,
        ...SEVERITIES.map((severity) => String(count(severity))),
        share(precisionOf(own)),
      ];
    }),
  );
}

function wrongTable(wrong: readonly JudgedDiagnostic[]): string {
  if (wrong.length === 0) return "ありません。";
  return table(
    ["文書", "セル", "区分", "規則", "箇所", "理由"],
    wrong.map(({ diagnostic: { document, address, severity, ruleId, text }, reason }) => [
      document,
      address,
      SEVERITY_TITLES[severity],
      ruleId,
      shown(text),
      reason ?? "",
    ]),
  );
}

function controlTable(matched: readonly MatchedFinding[]): string {
  return table(
    ["文書", "セル", "箇所", "結果"],
    matched
      .filter(({ finding }) => finding.certainty === "control")
      .map(({ finding, diagnostics }) => [
        finding.document,
        cells(finding),
        shown(finding.text),
        diagnostics.length === 0
          ? "黙っている"
          : `指摘している（${diagnostics.map(({ ruleId }) => ruleId).join("、")}）`,
      ]),
  );
}

function missTable(missed: readonly Finding[], certainty: (typeof LOOKED_FOR)[number], misses: Misses): string {
  const own = missed.filter((finding) => finding.certainty === certainty);
  const heading = `### ${CERTAINTY_TITLES[certainty]}（${own.length} 件）`;
  if (own.length === 0) return `${heading}\n\nありません。`;
  return `${heading}\n\n${table(
    ["文書", "セル", "箇所", "理由"],
    own.map((finding) => [
      finding.document,
      cells(finding),
      shown(finding.text),
      misses[finding.id]?.reason ?? "（理由が書かれていません）",
    ]),
  )}`;
}

function otherPart({ matched, precision }: Quality, documents: QualityReport["otherTitles"]): string {
  const found = matched.filter(({ diagnostics }) => diagnostics.length > 0).length;
  return [
    `規則が見本の文書に合わせすぎていないかを確かめるため、別の自治体の文書を ${documents.length} つ作り、誤りを ${matched.length} か所入れて検査しました（\`tests/quality/other-documents.json\`）。`,
    "様式の定義のほかは、共通の辞書だけを使っています。文書は、規則の一覧は知っていて、規則のプログラムは読まずに書きました。初めて見る文書での目安は、規則を直す前の最初の測定です。そのとき見つけた誤りは 24 / 31（77.4 %）、正しくない「誤り」は 0 件、正しくない「警告」は 0 / 17 でした。その後、見つけていなかった種類の誤りにも規則を広げたので、いまの数値は初めて見る文書での数値より高く出ます。",
    "入れた誤りには、よくある種類のものを選んだので、実際の文書の誤りより見つけやすいことがあります。",
    `いま見つける誤りは ${share({ part: found, whole: matched.length })}、正しくない「誤り」は ${wrongOf(precision.error)} 件、正しくない「警告」は ${share({ part: wrongOf(precision.warning), whole: precision.warning.whole })}です。`,
  ].join("");
}

function othersTable({ matched, judged }: Quality, documents: QualityReport["otherTitles"]): string {
  return table(
    ["文書", "事業数", "見つけた誤り", ...SEVERITIES.map((severity) => `正しい「${SEVERITY_TITLES[severity]}」`)],
    documents.map(({ document, title, records }) => {
      const own = judged.filter(({ diagnostic }) => diagnostic.document === document);
      const of = (severity: Severity) => precisionOf(own.filter(({ diagnostic }) => diagnostic.severity === severity));
      return [
        title,
        String(records),
        share(recallOf(matched.filter(({ finding }) => finding.document === document)).certain),
        ...SEVERITIES.map((severity) => share(of(severity))),
      ];
    }),
  );
}

function faultTable(matched: readonly MatchedFinding[]): string {
  return table(
    ["文書", "セル", "箇所", "入れた誤り", "結果"],
    matched.map(({ finding, diagnostics }) => [
      finding.document,
      cells(finding),
      shown(finding.text),
      finding.note ?? "",
      diagnostics.length === 0 ? "見つけていない" : [...new Set(diagnostics.map(({ ruleId }) => ruleId))].join("、"),
    ]),
  );
}

function cells({ cells: all }: Finding): string {
  return all.length > 3 ? `${all.slice(0, 2).join("、")} ほか ${all.length - 2} か所` : all.join("、");
}

/** Words of a document inside a table of Markdown: marks that Markdown would read are not meant here. */
function shown(text: string): string {
  return judgedText(text).replace(/[\\*_<>#[\]~]/gu, "\\$&") || "（空欄）";
}

function wrongOf({ part, whole }: Share): number {
  return whole - part;
}

function share({ part, whole }: Share): string {
  return whole === 0 ? "—" : `${part} / ${whole}（${Math.round((part / whole) * 1000) / 10} %）`;
}
