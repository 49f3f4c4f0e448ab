import type { JSX } from "preact";
import type { StartUp } from "../start-up/start-up.ts";

type Obstacle = Exclude<StartUp["kind"], "loading" | "ready">;

interface Guidance {
  readonly title: string;
  readonly text: string;
  readonly steps: readonly string[];
}

const GUIDANCE: Readonly<Record<Obstacle, Guidance>> = {
  "office-missing": {
    title: "Excel とつながる部品を読み込めません",
    text: "この画面に要るファイル office.js が、サーバーから届きませんでした。",
    steps: [
      "ネットワークを確かめて「もう一度」を押してください。",
      "続くときは、情報システムの担当者に「office-js/office.js を配信できていない」と伝えてください。",
      "急ぐときは、コマンド「hyoka check」でも同じ検証ができます。",
    ],
  },
  "office-silent": {
    title: "Excel から応答がありません",
    text: "Excel とつながるのに時間がかかっています。応答があれば、この画面は自動で進みます。",
    steps: [
      "セルを編集している途中なら、Enter で確定してください。",
      "ダイアログが開いていれば閉じてください。",
      "「もう一度」を押すか、作業ウィンドウを閉じて開き直してください。",
      "続くときは、office.js の一部（ja-jp/office_strings.js など）が遮断されていないか、情報システムの担当者に確かめてください。",
    ],
  },
  "outside-excel": {
    title: "Excel の中で開いてください",
    text: "この画面は、Excel の作業ウィンドウの中で動きます。ブラウザで直接開くと、ブックを読めません。",
    steps: ["Excel でブックを開き、「ホーム」タブの「検証」を押してください。"],
  },
  "excel-too-old": {
    title: "この Excel では使えません",
    text: "Excel LTSC 2021 以降、Microsoft 365、または Web の Excel が要ります。",
    steps: [
      "Excel を更新できるか、情報システムの担当者に確かめてください。",
      "この Excel のままでも、コマンド「hyoka check」で同じ検証ができます。",
    ],
  },
};

/** What is shown before the workbook can be read, and where it cannot be. */
export function StartUpScreen({ startUp }: { readonly startUp: StartUp }): JSX.Element | null {
  if (startUp.kind === "ready") return null;
  if (startUp.kind === "loading") {
    return (
      <main class="start-up" aria-busy="true">
        <h1>読み込んでいます</h1>
        <p>しばらくお待ちください。</p>
      </main>
    );
  }
  const { title, text, steps } = GUIDANCE[startUp.kind];
  return (
    <main class="start-up">
      <h1>{title}</h1>
      <p>{text}</p>
      {startUp.kind === "excel-too-old" && (
        <p class="faint">
          必要な機能: {startUp.needed}
          {startUp.version !== undefined && `（この Excel: ${startUp.version}）`}
        </p>
      )}
      <h2>どうすればよいか</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {startUp.kind !== "outside-excel" && startUp.kind !== "excel-too-old" && (
        <button
          type="button"
          class="button button-primary"
          onClick={() => {
            location.reload();
          }}
        >
          もう一度
        </button>
      )}
    </main>
  );
}
