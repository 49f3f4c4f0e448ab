import { beforeAll, describe, expect, test } from "vitest";
import type { Review } from "../../../../addin/review/review-protocol.ts";
import type { PaneEvent } from "../../../../addin/pane/state/pane-event.ts";
import { paneReducer } from "../../../../addin/pane/state/pane-reducer.ts";
import { FIRST_LIST_VIEW, firstState, openFinding, type PaneState } from "../../../../addin/pane/state/pane-state.ts";
import { createPaneStore } from "../../../../addin/pane/state/pane-store.ts";
import { sampleReview } from "../sample-review.ts";

let review: Review;

beforeAll(async () => {
  ({ review } = await sampleReview("sendai-r6"));
});

const after = (...events: readonly PaneEvent[]): PaneState => events.reduce(paneReducer, firstState("check"));

describe("the review", () => {
  test("is read out, and again only when the counts have changed", () => {
    const { errors, warnings, infos } = review.summary;
    const first = after({ type: "reviewed", review });
    expect(first.announcement).toEqual({
      text: `誤り ${errors} 件、警告 ${warnings} 件、情報 ${infos} 件です。`,
      serial: 1,
    });
    expect(paneReducer(first, { type: "reviewed", review: { ...review } }).announcement).toBe(first.announcement);
    const better = { ...review, summary: { errors: 0, warnings: 0, infos: 0, suppressed: 0 } };
    expect(paneReducer(first, { type: "reviewed", review: better }).announcement).toEqual({
      text: "指摘はありません。",
      serial: 2,
    });
  });

  test("makes a preview of 整形 stale", () => {
    const preview = { tables: [], unclassified: [], normalisations: [], sheets: [] };
    expect(after({ type: "structured", preview }, { type: "reviewed", review }).structure).toBeUndefined();
  });

  test("of a page that is open: the finding as it is now, or none when it is settled", () => {
    const finding = review.findings[0]!;
    const state = after({ type: "reviewed", review }, { type: "finding-opened", finding });
    expect(openFinding(state)).toBe(finding);
    const rest = { ...review, findings: review.findings.slice(1) };
    const settled = paneReducer(state, { type: "reviewed", review: rest });
    expect([settled.open, openFinding(settled)]).toEqual([finding, undefined]);
  });
});

describe("the list", () => {
  const list = (...events: readonly PaneEvent[]) => after(...events).list;

  test("a severity is switched off and on", () => {
    const off: PaneEvent = { type: "severity-toggled", severity: "info" };
    expect(list(off).severities).toEqual(["error", "warning"]);
    expect(list(off, off).severities).toContain("info");
  });

  test("a group is folded and unfolded, and other groups forget it", () => {
    const fold = (isFolded: boolean): PaneEvent => ({ type: "folded", key: "record 1", isFolded });
    expect([...list(fold(true)).folded]).toEqual(["record 1"]);
    expect([...list(fold(true), fold(false)).folded]).toEqual([]);
    expect([...list(fold(true), { type: "grouped", grouping: "rule" }).folded]).toEqual([]);
  });

  test("its filters are cleared, its grouping stays", () => {
    const events: PaneEvent[] = [
      { type: "grouped", grouping: "rule" },
      { type: "severity-toggled", severity: "error" },
      { type: "department-chosen", department: "都市計画課" },
      { type: "state-chosen", state: "lapsed" },
      { type: "filters-cleared" },
    ];
    expect(list(...events)).toEqual({ ...FIRST_LIST_VIEW, grouping: "rule" });
  });
});

test("another workbook: nothing of the one before is left but how the list is looked at", () => {
  const opened: PaneEvent = { type: "opened", opened: { kind: "blank", forms: [] }, formName: undefined };
  const state = after(
    { type: "reviewed", review },
    { type: "finding-opened", finding: review.findings[0]! },
    { type: "grouped", grouping: "rule" },
    { type: "failed", problem: { title: "", advice: "", canRetry: true } },
    opened,
  );
  expect(state).toMatchObject({ review: undefined, open: undefined, problem: undefined, list: { grouping: "rule" } });
});

test("another task closes the page and the notice", () => {
  const state = after(
    { type: "finding-opened", finding: review.findings[0]! },
    { type: "noticed", notice: { kind: "done", text: "直しました。", remarks: [] } },
    { type: "task-chosen", task: "submit" },
  );
  expect(state).toMatchObject({ task: "submit", open: undefined, notice: undefined });
});

test("a workbook that is read only stays so", () => {
  const started: PaneEvent = {
    type: "started",
    startUp: { kind: "ready" },
    surroundings: { isReadOnly: true, canPrint: true },
  };
  const described: PaneEvent = { type: "described", description: { name: "評価表.xlsx", isReadOnly: false } };
  expect(after(started, described)).toMatchObject({
    fileName: "評価表.xlsx",
    surroundings: { isReadOnly: true, canPrint: true },
  });
});

test("the store tells its listeners of each change, until they stop", () => {
  const store = createPaneStore(firstState("check"));
  let told = 0;
  const stop = store.listen(() => (told += 1));
  store.send({ type: "task-chosen", task: "help" });
  stop();
  store.send({ type: "task-chosen", task: "check" });
  expect([told, store.state().task]).toEqual([1, "check"]);
});
