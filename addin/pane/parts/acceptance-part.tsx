import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Finding } from "../../review/review-protocol.ts";
import { usePane } from "./pane-context.ts";

/** Accepting a finding with a reason and a name, and taking that back. */
export function AcceptancePart({ finding }: { readonly finding: Finding }): JSX.Element {
  const [isAsked, setIsAsked] = useState(false);
  if (finding.state !== "open") return <Accepted finding={finding} />;
  if (isAsked) {
    return (
      <AcceptanceForm
        finding={finding}
        onCancel={() => {
          setIsAsked(false);
        }}
      />
    );
  }
  return (
    <section class="acceptance">
      <button
        type="button"
        class="button"
        onClick={() => {
          setIsAsked(true);
        }}
      >
        このままで良い（確認済みにする）
      </button>
    </section>
  );
}

function AcceptanceForm({
  finding,
  onCancel,
}: {
  readonly finding: Finding;
  readonly onCancel: () => void;
}): JSX.Element {
  const { state, actions } = usePane();
  const [reason, setReason] = useState("");
  const [by, setBy] = useState(state.reviewer);
  const [lacks, setLacks] = useState<"reason" | "by" | undefined>(undefined);
  const reasonBox = useRef<HTMLTextAreaElement>(null);
  const nameBox = useRef<HTMLInputElement>(null);
  // The person has asked for this form.
  useEffect(() => {
    reasonBox.current?.focus();
  }, []);
  const alike = countAlike(state.review?.findings ?? [], finding);
  const submit = (event: Event): void => {
    event.preventDefault();
    const missing = reason.trim() === "" ? "reason" : by.trim() === "" ? "by" : undefined;
    setLacks(missing);
    if (missing === undefined) void actions.accept(finding, { reason: reason.trim(), by: by.trim() });
    else (missing === "reason" ? reasonBox : nameBox).current?.focus();
  };
  return (
    <form class="acceptance acceptance-form" onSubmit={submit} noValidate>
      <h3>確認済みにする</h3>
      <label for="reason">理由</label>
      <textarea
        id="reason"
        ref={reasonBox}
        rows={3}
        value={reason}
        required
        aria-invalid={lacks === "reason"}
        aria-describedby={lacks === "reason" ? "lacks" : "reason-hint"}
        onInput={({ currentTarget }) => {
          setReason(currentTarget.value);
        }}
      />
      <p id="reason-hint" class="faint">
        {alike > 1 && `同じセルの同じ種類の指摘 ${alike} 件が、まとめて確認済みになります。`}
        シート「確認済み」に残り、値が変わると失効します。
      </p>
      <label for="by">確認者</label>
      <input
        id="by"
        ref={nameBox}
        type="text"
        value={by}
        required
        autoComplete="name"
        aria-invalid={lacks === "by"}
        {...(lacks === "by" ? { "aria-describedby": "lacks" } : {})}
        onInput={({ currentTarget }) => {
          setBy(currentTarget.value);
        }}
      />
      {lacks && (
        <p id="lacks" class="lacks" role="alert">
          {lacks === "reason" ? "理由を書いてください。" : "確認者の名前を書いてください。"}
        </p>
      )}
      <div class="buttons">
        <button type="submit" class="button button-primary" disabled={state.busy !== undefined}>
          確認済みにする
        </button>
        <button type="button" class="button" onClick={onCancel}>
          やめる
        </button>
      </div>
    </form>
  );
}

/** An acceptance is for a rule and a value: it settles all that the rule says of that value. */
function countAlike(findings: readonly Finding[], { ruleId, record, field, cellText, state }: Finding): number {
  return findings.filter(
    (other) =>
      other.ruleId === ruleId &&
      other.record === record &&
      other.field === field &&
      other.cellText.trim() === cellText.trim() &&
      other.state === state,
  ).length;
}

/** What was said when it was accepted; or, of a line that no longer counts, the way to take it away. */
function Accepted({ finding }: { readonly finding: Finding }): JSX.Element {
  const { state, actions } = usePane();
  const { acceptance } = finding;
  return (
    <section class="acceptance">
      {acceptance && (
        <dl class="facts">
          <div>
            <dt>理由</dt>
            <dd>{acceptance.reason}</dd>
          </div>
          <div>
            <dt>確認者</dt>
            <dd>{acceptance.by}</dd>
          </div>
          <div>
            <dt>確認日</dt>
            <dd>{acceptance.on}</dd>
          </div>
        </dl>
      )}
      <button
        type="button"
        class="button"
        disabled={state.busy !== undefined}
        onClick={() => {
          void actions.withdraw(finding);
        }}
      >
        {finding.state === "lapsed" ? "この行を「確認済み」から消す" : "確認を取り消す"}
      </button>
    </section>
  );
}
