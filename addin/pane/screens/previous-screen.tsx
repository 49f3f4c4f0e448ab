import type { JSX } from "preact";
import type { PairRow } from "../../review/review-protocol.ts";
import { MoreList } from "../parts/more-list.tsx";
import { usePane } from "../parts/pane-context.ts";
import { Summary } from "../parts/summary.tsx";
import type { Comparison } from "../state/pane-state.ts";

const HOW: Readonly<Record<PairRow["how"], string>> = {
  key: "同じ番号・名称",
  similar: "似た名称",
  manual: "手で対応",
  new: "新規",
};

/** Stands for 「新規」 in the choice of last year's records. */
const NEW = "";

/** 前年: last year's workbook is picked, compared, and the pairs of records corrected. */
export function PreviousScreen(): JSX.Element | null {
  const { state } = usePane();
  if (!state.review) return null;
  return <article class="previous">{state.comparison ? <Compared {...state.comparison} /> : <PickFile />}</article>;
}

function PickFile(): JSX.Element {
  return (
    <>
      <h2 class="section-title">前年度のブックと比べる</h2>
      <p>
        前年度の同じ様式のブックを選ぶと、変わった数値、そのままの文章、なくなった事業を調べます。ファイルはこの画面の中だけで読み、どこにも送りません。
      </p>
      <FileButton label="前年度のブックを選ぶ" isPrimary />
    </>
  );
}

function FileButton({
  label,
  isPrimary = false,
}: {
  readonly label: string;
  readonly isPrimary?: boolean;
}): JSX.Element {
  const { state, actions } = usePane();
  return (
    <label class={isPrimary ? "button button-primary file" : "button file"}>
      {label}
      <input
        type="file"
        class="unseen"
        accept=".xlsx,.xlsm"
        disabled={state.busy !== undefined}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen again after it was mended.
          currentTarget.value = "";
          if (file) void actions.compareWith(file);
        }}
      />
    </label>
  );
}

function Compared({ fileName, pairs, gone }: Comparison): JSX.Element {
  const { actions, send } = usePane();
  const toLookAt = pairs.filter(({ how }) => how !== "key");
  const certain = pairs.filter(({ how }) => how === "key");
  const choices = choicesOf(pairs, gone);
  return (
    <>
      <h2 class="section-title">比べているブック</h2>
      <p class="file-name">{fileName}</p>
      <div class="buttons">
        <FileButton label="別のブックを選ぶ" />
        <button
          type="button"
          class="button"
          onClick={() => {
            void actions.stopComparing();
          }}
        >
          比較をやめる
        </button>
      </div>
      <p>
        <button
          type="button"
          class="link"
          onClick={() => {
            send({ type: "task-chosen", task: "check" });
          }}
        >
          前年度との比較を含む指摘を見る
        </button>
      </p>
      <section class="section">
        <h2 class="section-title">
          確かめてほしい対応<span class="section-count">{toLookAt.length} 件</span>
        </h2>
        {toLookAt.length === 0 ? (
          <p>すべて、番号か名称が前年度と同じです。</p>
        ) : (
          <>
            <p class="faint">違っていたら選び直してください。シート「前年対応」に書き込みます。</p>
            <PairList pairs={toLookAt} choices={choices} />
          </>
        )}
      </section>
      {gone.length > 0 && (
        <section class="section">
          <h2 class="section-title">
            今年度にない事業<span class="section-count">{gone.length} 件</span>
          </h2>
          <MoreList items={gone} keyOf={(title) => title}>
            {(title) => title}
          </MoreList>
        </section>
      )}
      {certain.length > 0 && (
        <details class="section">
          <Summary class="section-title">
            番号・名称が同じ事業<span class="section-count">{certain.length} 件</span>
          </Summary>
          <PairList pairs={certain} choices={choices} />
        </details>
      )}
    </>
  );
}

function PairList({
  pairs,
  choices,
}: {
  readonly pairs: readonly PairRow[];
  readonly choices: readonly string[];
}): JSX.Element {
  return (
    <MoreList items={pairs} keyOf={({ current }) => current}>
      {(pair) => <Pair pair={pair} choices={choices} />}
    </MoreList>
  );
}

function Pair({ pair, choices }: { readonly pair: PairRow; readonly choices: readonly string[] }): JSX.Element {
  const { state, actions } = usePane();
  const { current, previous, how } = pair;
  return (
    <div class="pair">
      <p class="pair-current">
        {current}
        <span class={`tag tag-${how}`}>{HOW[how]}</span>
      </p>
      <select
        aria-label={`「${current}」の前年度の事業`}
        value={previous ?? NEW}
        disabled={state.busy !== undefined}
        onChange={({ currentTarget: { value } }) => {
          void actions.correctPair({ current, previous: value === NEW ? null : value });
        }}
      >
        <option value={NEW}>（前年度にはない・新規）</option>
        {previous !== null && !choices.includes(previous) && <option value={previous}>{previous}</option>}
        {choices.map((title) => (
          <option key={title} value={title}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Last year's records that may belong elsewhere: those that nothing belongs to, and those matched by resemblance. */
function choicesOf(pairs: readonly PairRow[], gone: readonly string[]): string[] {
  const matched = pairs.flatMap(({ how, previous }) => (how === "key" || previous === null ? [] : [previous]));
  return [...new Set([...gone, ...matched])];
}
