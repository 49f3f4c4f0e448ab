import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { StructurePreview } from "../../review/review-protocol.ts";
import { Icon } from "../parts/icon.tsx";
import { MoreList } from "../parts/more-list.tsx";
import { usePane } from "../parts/pane-context.ts";
import { Summary } from "../parts/summary.tsx";
import { WaitingScreen } from "./waiting-screen.tsx";

/** 整形: what will be made, what stays unclassified, then done in one go. */
export function StructureScreen(): JSX.Element {
  const { state, actions } = usePane();
  const { structure, made, review, busy, problem } = state;
  const isDone = made?.task === "structure";
  const mustPreview = !isDone && !structure && review !== undefined && !busy && !problem;
  useEffect(() => {
    if (mustPreview) void actions.previewStructure();
  }, [mustPreview, actions]);
  if (isDone) return <Done names={made.names} />;
  return structure ? <Preview preview={structure} /> : <WaitingScreen />;
}

function Preview({ preview }: { readonly preview: StructurePreview }): JSX.Element {
  const { state, actions } = usePane();
  const { tables, unclassified, normalisations, sheets } = preview;
  if (tables.length === 0) {
    return (
      <div class="empty">
        <h2>整形する表がありません</h2>
        <p>このブックは、すでにデータの表になっています。</p>
      </div>
    );
  }
  return (
    <article class="structure">
      <h2 class="section-title">データの表を {tables.length} つ作ります</h2>
      <p>シートを {sheets.length} 枚追加します。いまの様式のシートは書き換えません。</p>
      <table class="tables">
        <thead>
          <tr>
            <th scope="col">表</th>
            <th scope="col">行</th>
            <th scope="col">列</th>
          </tr>
        </thead>
        <tbody>
          {tables.map(({ name, title, rows, columns, isView }) => (
            <tr key={name}>
              <th scope="row">
                {title}
                {isView && <span class="tag">閲覧用</span>}
              </th>
              <td>{rows.toLocaleString("ja-JP")}</td>
              <td>{columns}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button
        type="button"
        class="button button-primary button-wide"
        disabled={state.busy !== undefined}
        onClick={() => {
          void actions.addStructure();
        }}
      >
        整形する
      </button>
      <Unclassified texts={unclassified} />
      {normalisations.length > 0 && (
        <details class="section">
          <Summary class="section-title">
            数値にそろえる文字<span class="section-count">{normalisations.length} か所</span>
          </Summary>
          <MoreList items={normalisations} keyOf={({ cell }) => `${cell.sheet}!${cell.row},${cell.column}`}>
            {({ from, to }) => (
              <>
                {from} → {to}
              </>
            )}
          </MoreList>
        </details>
      )}
    </article>
  );
}

/** Texts that no field takes: shown with their cells, for they go into a list of their own and nothing is lost. */
function Unclassified({ texts }: { readonly texts: StructurePreview["unclassified"] }): JSX.Element {
  const { actions } = usePane();
  if (texts.length === 0) return <p class="remark">どの表にも入らない文字はありません。</p>;
  return (
    <section class="section">
      <h2 class="section-title">
        どの表にも入らない文字<span class="section-count">{texts.length} か所</span>
      </h2>
      <p class="faint">捨てずに、別の一覧として残します。</p>
      <MoreList items={texts} keyOf={({ sheet, address }) => `${sheet}!${address}`}>
        {(place) => (
          <>
            <button
              type="button"
              class="cell-link"
              aria-label={`${place.sheet} ${place.address} へ移動`}
              onClick={() => {
                void actions.jump(place);
              }}
            >
              {place.address}
            </button>
            <span class="clipped">{place.text}</span>
          </>
        )}
      </MoreList>
    </section>
  );
}

function Done({ names }: { readonly names: readonly string[] }): JSX.Element {
  const { actions, send } = usePane();
  return (
    <div class="empty">
      <span class="empty-sign mark-accepted">
        <Icon name="accepted" />
      </span>
      <h2>整形しました</h2>
      <p>シートを {names.length} 枚追加しました。様式のシートはそのままです。</p>
      <ul class="made">
        {names.map((name) => (
          <li key={name}>
            <button
              type="button"
              class="button-quiet"
              onClick={() => {
                void actions.jump({ sheet: name, address: "A1" });
              }}
            >
              <Icon name="sheet" />
              {name}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button"
        onClick={() => {
          send({ type: "sheets-made", made: undefined });
        }}
      >
        もう一度下見する
      </button>
    </div>
  );
}
