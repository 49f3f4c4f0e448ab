import type { JSX } from "preact";
import type { Opened } from "../../review/review-protocol.ts";
import { FormSelect } from "../parts/form-select.tsx";
import { usePane } from "../parts/pane-context.ts";

/** No form was recognised: why, what to do, and the choice by hand. */
export function UnknownFormScreen({ message, advice, forms }: Extract<Opened, { kind: "unknown" }>): JSX.Element {
  const { state, actions } = usePane();
  return (
    <article class="guide">
      <h2>{message}</h2>
      <p>{advice}</p>
      <FormSelect
        forms={forms}
        button="この様式で読む"
        isDisabled={state.busy !== undefined}
        first={state.formName}
        onChoose={(name) => {
          void actions.open(name);
        }}
      />
    </article>
  );
}
