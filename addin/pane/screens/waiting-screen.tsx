import type { JSX } from "preact";
import { usePane } from "../parts/pane-context.ts";

/** Before the workbook has been read and checked, and where that did not succeed. */
export function WaitingScreen(): JSX.Element {
  const { state, actions } = usePane();
  const { busy, opened, formName } = state;
  if (busy) {
    return (
      <div class="empty">
        <h2>{busy.text}</h2>
        <p>{opened ? "結果はまもなく出ます。" : "大きなブックでは数秒かかります。"}</p>
      </div>
    );
  }
  return (
    <div class="empty">
      <h2>{opened ? "まだ検証していません" : "ブックを読み取れていません"}</h2>
      <p>セルの編集を終えてから、読み直してください。</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          void actions.open(formName);
        }}
      >
        読み直す
      </button>
    </div>
  );
}
