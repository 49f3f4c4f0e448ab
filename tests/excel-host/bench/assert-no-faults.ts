import type { OpenPane } from "../browser/open-pane.ts";

/** A measure of a pane that failed says nothing. More merged areas than Excel lists at once are asked for in smaller parts. */
export function assertNoFaults({ faults }: OpenPane): void {
  const strange = faults.filter((fault) => !fault.includes("more than 512 merged areas"));
  if (strange.length > 0) throw new Error(strange.join("\n"));
}
