import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { fiscalYearLabel } from "../../../core/text/fiscal-year.ts";
import type { FormChoice } from "../../review/review-protocol.ts";
import { FormSelect } from "../parts/form-select.tsx";
import { usePane } from "../parts/pane-context.ts";

/** A blank workbook: new from a form, with Tables, choices and guidance. */
export function BlankScreen({ forms }: { readonly forms: readonly FormChoice[] }): JSX.Element {
  const { state, actions, today } = usePane();
  const thisYear = fiscalYearOf(today);
  const [fiscalYear, setFiscalYear] = useState(thisYear);
  return (
    <article class="guide">
      <h2>空のブックです</h2>
      <p>様式と年度を選ぶと、記入用のシートを作ります。評価表がもうあるときは、そのブックを開いてください。</p>
      <FormSelect
        forms={forms}
        button="記入用のシートを作る"
        isDisabled={state.busy !== undefined}
        first={undefined}
        onChoose={(formName) => {
          void actions.addBlankForm({ formName, fiscalYear });
        }}
      >
        <label for="fiscal-year">年度</label>
        <select
          id="fiscal-year"
          value={fiscalYear}
          onChange={({ currentTarget }) => {
            setFiscalYear(Number(currentTarget.value));
          }}
        >
          {[thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map((year) => (
            <option key={year} value={year}>
              {fiscalYearLabel(year)}（{year}）
            </option>
          ))}
        </select>
      </FormSelect>
    </article>
  );
}

/** 年度 of a day: April to March. */
function fiscalYearOf(day: string): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return month >= 4 ? year : year - 1;
}
