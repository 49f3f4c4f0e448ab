import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Finding } from "../../review/review-protocol.ts";
import { AcceptancePart } from "../parts/acceptance-part.tsx";
import { ExcerptPart } from "../parts/excerpt-part.tsx";
import { FindingMark } from "../parts/finding-mark.tsx";
import { FixPart } from "../parts/fix-part.tsx";
import { Icon } from "../parts/icon.tsx";
import { usePane } from "../parts/pane-context.ts";
import { PageBar } from "../parts/page-bar.tsx";
import { openFinding } from "../state/pane-state.ts";

/** One finding: what is wrong and where, how to mend or accept it, and why it matters. */
export function FindingPage({ open }: { readonly open: Finding }): JSX.Element {
  const { state } = usePane();
  const finding = openFinding(state);
  const heading = useRef<HTMLHeadingElement>(null);
  const isSettled = finding === undefined;
  // The person has opened this page, or has settled its finding here: the button that was pressed is gone.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [open.id, isSettled, finding?.state]);
  return (
    <article class="page">
      <PageBar open={open} />
      <h2 ref={heading} tabIndex={-1} class="page-title">
        {finding && <FindingMark finding={finding} />}
        {finding ? (state.rules[finding.ruleId]?.title ?? finding.ruleId) : "この指摘はなくなりました"}
      </h2>
      {finding ? <FindingBody key={finding.id} finding={finding} /> : <Settled finding={open} />}
    </article>
  );
}

function FindingBody({ finding }: { readonly finding: Finding }): JSX.Element {
  const { state } = usePane();
  const rule = state.rules[finding.ruleId];
  return (
    <>
      <p class="page-message">{finding.message}</p>
      <FindingPlace finding={finding} />
      <ExcerptPart finding={finding} />
      {finding.state !== "accepted" && <FixPart finding={finding} />}
      <AcceptancePart finding={finding} />
      {rule && (
        <section class="why">
          <h3>直し方</h3>
          <p>{rule.remedy}</p>
          <h3>なぜ大切か</h3>
          <p>{rule.description}</p>
          {rule.standard !== undefined && (
            <p class="standard">
              <span class="standard-id">基準 {finding.standard ?? rule.standard}</span>
              {rule.standardText ?? ""}
              <span class="standard-source">デジタル庁「行政データにおける機械可読性に関するルール」</span>
            </p>
          )}
        </section>
      )}
    </>
  );
}

function FindingPlace({ finding }: { readonly finding: Finding }): JSX.Element {
  const { actions } = usePane();
  const { sheet, address, recordTitle, record, department } = finding;
  const name = recordTitle ?? record;
  return (
    <div class="place">
      <button
        type="button"
        class="button place-jump"
        onClick={() => {
          void actions.jump(finding);
        }}
      >
        <Icon name="jump" />
        <span class="unseen">セルへ移動: </span>
        <span class="place-sheet">{sheet}</span>
        <span class="place-cell">{address}</span>
      </button>
      {name !== undefined && (
        <p class="place-record">
          {name}
          {department !== undefined && <span class="place-department">{department}</span>}
        </p>
      )}
    </div>
  );
}

/** The finding is gone: mended, or its words have changed. */
function Settled({ finding }: { readonly finding: Finding }): JSX.Element {
  return (
    <>
      <p class="page-message page-message-settled">{finding.message}</p>
      <p>直ったか、セルの値が変わりました。「次へ」か F8 キーで次の指摘に進みます。</p>
    </>
  );
}
