import type { JSX } from "preact";
import type { QuickFix } from "../../../core/validation/diagnostic.ts";
import type { Finding } from "../../review/review-protocol.ts";
import { fixableFindings } from "../actions/fix-actions.ts";
import { editDifference } from "../findings/edit-difference.ts";
import { usePane } from "./pane-context.ts";

/** Edits of one correction that are shown; the rest is counted. */
const MOST_EDITS = 4;

/** The corrections that are offered: those that keep the meaning, alone or all at once, and proposals one by one. */
export function FixPart({ finding }: { readonly finding: Finding }): JSX.Element | null {
  const { state, actions } = usePane();
  if (finding.fixes.length === 0) return null;
  const alike = fixableFindings(state.review?.findings ?? [], finding.ruleId).length;
  const hasFix = finding.fixes.some(({ kind }) => kind === "fix");
  return (
    <section class="fixes">
      <h3>{hasFix ? "修正" : "修正の案"}</h3>
      {finding.fixes.map((fix) => (
        <Correction key={fix.title} fix={fix} sheet={finding.sheet} />
      ))}
      {hasFix && alike > 1 && (
        <button
          type="button"
          class="button"
          onClick={() => {
            void actions.fixAll(finding.ruleId);
          }}
        >
          同じ種類の {alike} 件をまとめて直す
        </button>
      )}
    </section>
  );
}

function Correction({ fix, sheet }: { readonly fix: QuickFix; readonly sheet: string }): JSX.Element {
  const { actions, state } = usePane();
  const hidden = fix.edits.length - MOST_EDITS;
  return (
    <div class="correction">
      <p class="correction-title">{fix.title}</p>
      {fix.edits.slice(0, MOST_EDITS).map((edit) => {
        const { before, removed, added, after } = editDifference(edit.expected, edit.value);
        return (
          <dl key={`${edit.sheet}!${edit.address}`} class="difference">
            <div>
              <dt>前</dt>
              <dd>
                {before}
                <del>{removed}</del>
                {after}
              </dd>
            </div>
            <div>
              <dt>後</dt>
              <dd>
                {before}
                <ins>{added}</ins>
                {after}
              </dd>
            </div>
            {fix.edits.length > 1 && (
              <div>
                <dt>所</dt>
                <dd>
                  {edit.sheet !== sheet && `${edit.sheet} `}
                  {edit.address}
                </dd>
              </div>
            )}
          </dl>
        );
      })}
      {hidden > 0 && <p class="faint">ほか {hidden} か所</p>}
      <button
        type="button"
        class={fix.kind === "fix" ? "button button-primary" : "button"}
        disabled={state.busy !== undefined}
        onClick={() => {
          void actions.fix(fix);
        }}
      >
        {fix.kind === "fix" ? "直す" : "この案で直す"}
      </button>
    </div>
  );
}
