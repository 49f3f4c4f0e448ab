import { TASKS, type Task } from "../state/pane-state.ts";

/** The buttons of the ribbon open the same pane with `?task=check`, `structure`, `submit` or `help`. */
export function taskOfAddress(search: string): Task {
  const wanted = new URLSearchParams(search).get("task");
  return TASKS.find((task) => task === wanted) ?? "check";
}
