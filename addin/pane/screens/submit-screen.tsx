import { Fragment, type JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Severity } from "../../../core/validation/diagnostic.ts";
import type { Finding, Review } from "../../review/review-protocol.ts";
import { groupFindings, type FindingGroup } from "../findings/group-findings.ts";
import { Icon, type IconName } from "../parts/icon.tsx";
import { usePane } from "../parts/pane-context.ts";
import { Summary } from "../parts/summary.tsx";

/** Cells of one kind that are named; the rest is counted. */
const MOST_CELLS = 6;

/** 提出前チェック: what must be mended, what may be explained, ready or not. One page, also on paper. */
export function SubmitScreen(): JSX.Element | null {
  const { state } = usePane();
  const { review } = state;
  if (!review) return null;
  return (
    <article class="submit">
      <Verdict review={review} />
      <Kinds severity="error" title="直してください" />
      <Kinds severity="warning" title="直すか、理由を添えてください" />
      <Kinds severity="info" title="参考にしてください" isFolded />
      <AcceptedList findings={review.findings} />
      <Lapsed findings={review.findings} />
      <Faults review={review} />
      <SubmitActions />
    </article>
  );
}

interface Judgement {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}

function judgementOf({ ready, summary: { errors, warnings } }: Review): Judgement {
  if (!ready) {
    return { icon: "error", title: "まだ提出できません", text: `直すところが ${errors} 件あります。` };
  }
  if (warnings > 0) {
    return {
      icon: "warning",
      title: "提出できます",
      text: `警告が ${warnings} 件あります。直すか、理由を添えて確認済みにしておくと、差し戻しが減ります。`,
    };
  }
  return { icon: "accepted", title: "提出できます", text: "誤りも警告もありません。" };
}

function Verdict({ review }: { readonly review: Review }): JSX.Element {
  const { icon, title, text } = judgementOf(review);
  return (
    <section class={`verdict mark-${icon}`}>
      <Icon name={icon} />
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
    </section>
  );
}

/** The open findings of one severity by kind, with the cells to go to. */
function Kinds({
  severity,
  title,
  isFolded = false,
}: {
  readonly severity: Severity;
  readonly title: string;
  readonly isFolded?: boolean;
}): JSX.Element | null {
  const { state } = usePane();
  const { review, rules } = state;
  const groups = useMemo(
    () =>
      groupFindings(
        review?.findings ?? [],
        { grouping: "rule", severities: [severity], department: undefined, state: "open" },
        rules,
      ),
    [review, severity, rules],
  );
  if (groups.length === 0) return null;
  const count = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  const heading = (
    <>
      <span class={`mark mark-${severity}`}>
        <Icon name={severity} />
      </span>
      {title}
      <span class="section-count">{count.toLocaleString("ja-JP")} 件</span>
    </>
  );
  const list = (
    <ul class="kinds">
      {groups.map((group) => (
        <Kind key={group.key} group={group} />
      ))}
    </ul>
  );
  if (isFolded) {
    return (
      <details class="section">
        <Summary class="section-title">{heading}</Summary>
        {list}
      </details>
    );
  }
  return (
    <section class="section">
      <h2 class="section-title">{heading}</h2>
      {list}
    </section>
  );
}

function Kind({ group: { title, findings } }: { readonly group: FindingGroup }): JSX.Element {
  const { state, actions } = usePane();
  const cells = firstByCell(findings);
  const hidden = cells.length - MOST_CELLS;
  const isOneSheet = state.review?.findings.every(({ sheet }) => sheet === cells[0]?.sheet) === true;
  return (
    <li>
      <p class="kind-title">
        {title}
        <span class="kind-count">{findings.length.toLocaleString("ja-JP")}</span>
      </p>
      <p class="kind-cells">
        {cells.slice(0, MOST_CELLS).map((finding, i) => (
          <Fragment key={finding.id}>
            {!isOneSheet && finding.sheet !== cells[i - 1]?.sheet && <span class="kind-sheet">{finding.sheet}</span>}
            <button
              type="button"
              class="cell-link"
              title={finding.message}
              aria-label={`${finding.sheet} ${finding.address} ${finding.message}`}
              onClick={() => {
                void actions.show(finding);
              }}
            >
              {finding.address}
            </button>
          </Fragment>
        ))}
        {hidden > 0 && <span class="faint">ほか {hidden.toLocaleString("ja-JP")} か所</span>}
      </p>
    </li>
  );
}

/** The first finding of each cell. */
function firstByCell(findings: readonly Finding[]): Finding[] {
  const cells = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.sheet}!${finding.address}`;
    if (!cells.has(key)) cells.set(key, finding);
  }
  return [...cells.values()];
}

function AcceptedList({ findings }: { readonly findings: readonly Finding[] }): JSX.Element | null {
  const { actions } = usePane();
  const accepted = findings.filter(({ state }) => state === "accepted");
  if (accepted.length === 0) return null;
  return (
    <details class="section">
      <Summary class="section-title">
        <span class="mark mark-accepted">
          <Icon name="accepted" />
        </span>
        確認済み
        <span class="section-count">{accepted.length} 件</span>
      </Summary>
      <ul class="kinds">
        {accepted.map((finding) => (
          <li key={finding.id}>
            <p class="kind-title">
              <button
                type="button"
                class="cell-link"
                onClick={() => {
                  void actions.show(finding);
                }}
              >
                {finding.address}
              </button>
              {finding.message}
            </p>
            <p class="faint">
              {finding.acceptance?.reason}（{finding.acceptance?.by}）
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Lapsed({ findings }: { readonly findings: readonly Finding[] }): JSX.Element | null {
  const { send } = usePane();
  const count = findings.filter(({ state }) => state === "lapsed").length;
  if (count === 0) return null;
  return (
    <p class="remark">
      <span class="mark mark-lapsed">
        <Icon name="lapsed" />
      </span>
      <span>
        失効した確認が {count} 件あります。
        <button
          type="button"
          class="link"
          onClick={() => {
            send({ type: "state-chosen", state: "lapsed" });
            send({ type: "task-chosen", task: "check" });
          }}
        >
          一覧で見る
        </button>
      </span>
    </p>
  );
}

/** A rule that failed is not a rule that found nothing. */
function Faults({ review: { faults } }: { readonly review: Review }): JSX.Element | null {
  if (faults.length === 0) return null;
  return (
    <p class="remark">
      {faults.length} 個の規則は、プログラムの不具合で調べられませんでした（
      {faults.map(({ ruleId }) => ruleId).join("、")}）。
    </p>
  );
}

function SubmitActions(): JSX.Element {
  const { state, actions } = usePane();
  return (
    <div class="buttons unprinted">
      <button
        type="button"
        class="button"
        disabled={state.busy !== undefined}
        onClick={() => {
          void actions.addFindingSheet();
        }}
      >
        指摘一覧をシートに書き出す
      </button>
      {state.surroundings.canPrint && (
        <button
          type="button"
          class="button"
          onClick={() => {
            print();
          }}
        >
          印刷
        </button>
      )}
      {state.made?.task === "list" && <p class="faint">シート「{state.made.names.join("、")}」を追加しました。</p>}
    </div>
  );
}
