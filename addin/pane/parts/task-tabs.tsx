import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { TASKS, type Task } from "../state/pane-state.ts";
import { usePane } from "./pane-context.ts";

const NAMES: Readonly<Record<Task, string>> = {
  check: "検証",
  submit: "提出前",
  structure: "整形",
  previous: "前年",
  help: "ヘルプ",
};

/** The tasks as tabs: ← and → move between them. */
export function TaskTabs(): JSX.Element {
  const { state, send } = usePane();
  const tabs = useRef<HTMLDivElement>(null);
  const choose = (task: Task): void => {
    send({ type: "task-chosen", task });
    scrollTo({ top: 0 });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = NEXT[event.key]?.(TASKS.indexOf(state.task));
    const task = index === undefined ? undefined : TASKS.at(index % TASKS.length);
    if (!task) return;
    event.preventDefault();
    choose(task);
    tabs.current?.querySelector<HTMLElement>(`#tab-${task}`)?.focus();
  };
  return (
    <div ref={tabs} class="tabs" role="tablist" aria-label="作業" onKeyDown={onKeyDown}>
      {TASKS.map((task) => (
        <button
          key={task}
          id={`tab-${task}`}
          type="button"
          role="tab"
          class="tab"
          aria-selected={task === state.task}
          aria-controls="task"
          tabIndex={task === state.task ? 0 : -1}
          onClick={() => {
            choose(task);
          }}
        >
          {NAMES[task]}
        </button>
      ))}
    </div>
  );
}

const NEXT: Readonly<Record<string, (index: number) => number>> = {
  ArrowRight: (index) => index + 1,
  ArrowLeft: (index) => index - 1,
  Home: () => 0,
  End: () => -1,
};
