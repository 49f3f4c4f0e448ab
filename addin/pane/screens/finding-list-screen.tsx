import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { findingRows } from "../findings/finding-rows.ts";
import { groupFindings } from "../findings/group-findings.ts";
import { isAtSelection } from "../findings/next-finding.ts";
import { FindingTree } from "../parts/finding-tree.tsx";
import { Icon } from "../parts/icon.tsx";
import { ListControls } from "../parts/list-controls.tsx";
import { usePane } from "../parts/pane-context.ts";

/** The list of findings with its filters. */
export function FindingListScreen({ isReturning }: { readonly isReturning: boolean }): JSX.Element | null {
  const { state } = usePane();
  const { review, list, rules } = state;
  const { grouping, severities, department, state: wanted, folded } = list;
  const groups = useMemo(
    () => groupFindings(review?.findings ?? [], { grouping, severities, department, state: wanted }, rules),
    [review, grouping, severities, department, wanted, rules],
  );
  const rows = useMemo(() => findingRows(groups, folded), [groups, folded]);
  if (!review) return null;
  if (review.findings.length === 0) return <NothingFound />;
  return (
    <>
      <ListControls />
      <SelectedCell />
      {rows.length > 0 ? <FindingTree rows={rows} isReturning={isReturning} /> : <NothingShown />}
    </>
  );
}

function NothingFound(): JSX.Element {
  return (
    <div class="empty">
      <span class="empty-sign mark-accepted">
        <Icon name="accepted" />
      </span>
      <h2>指摘はありません</h2>
      <p>このまま提出できます。念のため「提出前」で全体を確かめてください。</p>
    </div>
  );
}

/** Filters that leave nothing, or everything settled. */
function NothingShown(): JSX.Element {
  const { state, send } = usePane();
  const { review, list } = state;
  const isSettled = list.state === "open" && review?.findings.every((finding) => finding.state !== "open") === true;
  if (isSettled) {
    return (
      <div class="empty">
        <span class="empty-sign mark-accepted">
          <Icon name="accepted" />
        </span>
        <h2>未対応の指摘はありません</h2>
        <p>確認済みの指摘は、上の「未対応」を切り替えると見られます。</p>
      </div>
    );
  }
  return (
    <div class="empty">
      <h2>この条件に合う指摘はありません</h2>
      <p>区分・担当課・状態の絞り込みを変えてください。</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          send({ type: "filters-cleared" });
        }}
      >
        絞り込みをやめる
      </button>
    </div>
  );
}

/** The findings of the cell that is selected in Excel: the way from the sheet into the list. */
function SelectedCell(): JSX.Element | null {
  const { state, actions } = usePane();
  const { selection, review } = state;
  const own = review?.findings.filter((finding) => finding.state === "open" && isAtSelection(finding, selection));
  const [first] = own ?? [];
  if (!own || !first || !selection) return null;
  return (
    <button
      type="button"
      class="selected-cell"
      onClick={() => {
        void actions.show(first);
      }}
    >
      <Icon name="jump" />
      選択中のセル {selection.address} の指摘 {own.length} 件
    </button>
  );
}
