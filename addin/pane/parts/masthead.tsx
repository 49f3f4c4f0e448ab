import type { JSX } from "preact";
import { fiscalYearLabel } from "../../../core/text/fiscal-year.ts";
import type { Opened } from "../../review/review-protocol.ts";
import { FormSelect } from "./form-select.tsx";
import { Icon } from "./icon.tsx";
import { usePane } from "./pane-context.ts";
import { Summary } from "./summary.tsx";

type Recognised = Extract<Opened, { kind: "recognised" }>;

/** What the workbook is, in one sentence; its tables and the choice of another form on demand. */
export function Masthead(): JSX.Element {
  const { state, actions } = usePane();
  const { opened, busy, formName } = state;
  return (
    <div class="masthead">
      {opened?.kind === "recognised" ? <Sentence {...opened} /> : <h1 class="masthead-title">評価表の検証と整形</h1>}
      <button
        type="button"
        class="button-icon masthead-refresh"
        aria-label="読み直して検証する"
        title="読み直して検証する"
        disabled={busy !== undefined}
        onClick={() => {
          void actions.open(formName);
        }}
      >
        <Icon name="refresh" />
      </button>
    </div>
  );
}

/** 「子ども・子育て支援事業計画 進捗状況」 小郡市 令和3年度の 4 表、48 件です。 */
function Sentence(opened: Recognised): JSX.Element {
  const { form, fiscalYear, tables } = opened;
  const records = tables.reduce((sum, table) => sum + table.records, 0);
  return (
    <div class="masthead-text">
      <h1 class="masthead-title">{form.title}</h1>
      <details class="masthead-more">
        <Summary>
          {form.municipality}
          {fiscalYear !== undefined && ` ${fiscalYearLabel(fiscalYear)}`}の {tables.length} 表、
          {records.toLocaleString("ja-JP")} 件です
        </Summary>
        <TableList {...opened} />
      </details>
    </div>
  );
}

function TableList({ form, forms, tables }: Recognised): JSX.Element {
  const { state, actions } = usePane();
  return (
    <>
      <ul class="places">
        {tables.map((table) => (
          <li key={`${table.sheet}!${table.range}`}>
            <button
              type="button"
              class="cell-link"
              aria-label={`${table.sheet} ${table.range} へ移動`}
              onClick={() => {
                void actions.jump({ sheet: table.sheet, address: table.range });
              }}
            >
              {table.range}
            </button>
            <span class="clipped">
              {table.sheet}・{table.title} {table.records} 件
            </span>
          </li>
        ))}
      </ul>
      <FormSelect
        forms={forms}
        button="この様式で読み直す"
        isDisabled={state.busy !== undefined}
        first={form.name}
        onChoose={(name) => {
          void actions.open(name);
        }}
      />
    </>
  );
}
