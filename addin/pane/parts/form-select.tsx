import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import type { FormChoice } from "../../review/review-protocol.ts";

export interface FormSelectProps {
  readonly forms: readonly FormChoice[];
  /** What the button says. */
  readonly button: string;
  readonly isDisabled: boolean;
  /** Name of the form that is chosen at first. */
  readonly first: string | undefined;
  readonly onChoose: (name: string) => void;
  /** Further questions, between the choice and the button. */
  readonly children?: ComponentChildren;
}

/** The choice of a form, with a button: nothing happens while a person is still looking. */
export function FormSelect({ forms, button, isDisabled, first, onChoose, children }: FormSelectProps): JSX.Element {
  const [name, setName] = useState(first ?? forms[0]?.name ?? "");
  return (
    <form
      class="form-select"
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(name);
      }}
    >
      <label for="form-name">様式</label>
      <select
        id="form-name"
        value={name}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
        }}
      >
        {forms.map((form) => (
          <option key={form.name} value={form.name}>
            {form.municipality} {form.title}
          </option>
        ))}
      </select>
      {children}
      <button type="submit" class="button button-primary" disabled={isDisabled}>
        {button}
      </button>
    </form>
  );
}
