import type { JSX } from "preact";
import type { Finding } from "../../review/review-protocol.ts";
import { listedFindings } from "../findings/listed-findings.ts";
import { nextFinding } from "../findings/next-finding.ts";
import { Icon } from "./icon.tsx";
import { usePane } from "./pane-context.ts";

/** Back to the list, on to the next finding and to the one before. */
export function PageBar({ open }: { readonly open: Finding }): JSX.Element {
  const { state, send, actions } = usePane();
  const findings = listedFindings(state);
  const index = findings.findIndex(({ id }) => id === open.id);
  const neighbour = (step: 1 | -1) => nextFinding(findings, { id: open.id, selection: open }, step);
  const go = (step: 1 | -1): void => {
    const finding = neighbour(step);
    if (finding) void actions.show(finding);
  };
  const back = (): void => {
    // A finding that has been settled is no longer in the list: the next one stands in its place.
    const nearest = index < 0 ? neighbour(1) : undefined;
    if (nearest) send({ type: "row-activated", key: nearest.id });
    send({ type: "finding-closed" });
  };
  const isAlone = findings.length === 0 || (findings.length === 1 && index === 0);
  return (
    <nav class="page-bar" aria-label="指摘の移動">
      <button type="button" class="button-quiet" onClick={back}>
        <Icon name="back" />
        一覧
      </button>
      <span class="page-count">{index < 0 ? `残り ${findings.length}` : `${index + 1} / ${findings.length}`}</span>
      <button
        type="button"
        class="button-quiet"
        title="前の指摘（Shift+F8）"
        disabled={isAlone}
        onClick={() => {
          go(-1);
        }}
      >
        前へ
      </button>
      <button
        type="button"
        class="button-quiet"
        title="次の指摘（F8）"
        disabled={isAlone}
        onClick={() => {
          go(1);
        }}
      >
        次へ
      </button>
    </nav>
  );
}
