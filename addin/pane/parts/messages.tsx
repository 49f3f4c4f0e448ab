import type { JSX } from "preact";
import { MessageBar } from "./message-bar.tsx";
import { usePane } from "./pane-context.ts";
import { Summary } from "./summary.tsx";

/** What went wrong, what was done, and what to know of this workbook. */
export function Messages(): JSX.Element {
  const { state, send, actions } = usePane();
  const { problem, notice, surroundings } = state;
  return (
    <div class="messages">
      {problem && (
        <MessageBar
          kind="error"
          title={problem.title}
          onClose={() => {
            send({ type: "problem-closed" });
          }}
        >
          <p>{problem.advice}</p>
          {problem.canRetry && (
            <button
              type="button"
              class="button"
              onClick={() => {
                void actions.retry();
              }}
            >
              もう一度
            </button>
          )}
          {problem.detail !== undefined && (
            <details class="detail">
              <Summary>管理者向けの情報</Summary>
              <p>{problem.detail}</p>
            </details>
          )}
        </MessageBar>
      )}
      {surroundings.isReadOnly && (
        <MessageBar kind="info" title="読み取り専用で開いています">
          <p>検証はできます。直すときは「編集を有効にする」を押すか、別名で保存してください。</p>
        </MessageBar>
      )}
      {notice && (
        <MessageBar
          kind={notice.kind}
          title={notice.text}
          onClose={() => {
            send({ type: "notice-closed" });
          }}
        >
          {notice.remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
        </MessageBar>
      )}
    </div>
  );
}
