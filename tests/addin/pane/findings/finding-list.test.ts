import { beforeAll, describe, expect, test } from "vitest";
import { findingRows, type FindingRow } from "../../../../addin/pane/findings/finding-rows.ts";
import { groupFindings } from "../../../../addin/pane/findings/group-findings.ts";
import { nextFinding } from "../../../../addin/pane/findings/next-finding.ts";
import { ROW_HEIGHTS, rowOffsets, rowsWithin } from "../../../../addin/pane/findings/row-offsets.ts";
import { treeStep } from "../../../../addin/pane/findings/tree-key.ts";
import { FIRST_LIST_VIEW } from "../../../../addin/pane/state/pane-state.ts";
import { sampleReview } from "../sample-review.ts";

let groups: ReturnType<typeof groupFindings>;
let rows: FindingRow[];

beforeAll(async () => {
  const { review, rules } = await sampleReview("nerima");
  groups = groupFindings(review.findings, FIRST_LIST_VIEW, rules);
  rows = findingRows(groups, new Set());
});

describe("lines", () => {
  test("a group and its findings, numbered among their own", () => {
    expect(rows.length).toBe(groups.length + groups.reduce((sum, { findings }) => sum + findings.length, 0));
    expect(rows[0]).toMatchObject({ kind: "group", position: 1, of: groups.length, isFolded: false });
    expect(rows[1]).toMatchObject({ kind: "finding", position: 1, of: groups[0]!.findings.length });
  });

  test("a folded group keeps its own line only", () => {
    const folded = findingRows(groups, new Set([groups[0]!.key]));
    expect(folded.length).toBe(rows.length - groups[0]!.findings.length);
    expect(folded[0]).toMatchObject({ kind: "group", isFolded: true });
    expect(folded[1]).toMatchObject({ kind: "group", position: 2 });
  });

  test("10,000 of them: only those in sight are drawn", () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({ ...rows[1]!, key: String(i) }));
    const offsets = rowOffsets(many, 16);
    expect(offsets.at(-1)).toBe(10_000 * ROW_HEIGHTS.finding * 16);
    const height = ROW_HEIGHTS.finding * 16;
    expect(rowsWithin(offsets, 5000 * height, 5000 * height + 600)).toEqual({ from: 5000, to: 5009 });
    expect(rowsWithin(offsets, -900, -100)).toEqual({ from: 0, to: 1 });
    expect(rowsWithin(offsets, 1e9, 1e9 + 600)).toEqual({ from: 10_000, to: 10_000 });
  });
});

describe("keys", () => {
  const step = (active: number, key: string) => treeStep(rows, active, key);

  test.each([
    ["ArrowDown", 0, 1],
    ["ArrowUp", 2, 1],
    ["PageDown", 0, 8],
    ["PageUp", 10, 2],
    ["Home", 5, 0],
    ["ArrowRight", 0, 1],
    ["ArrowLeft", 2, 0],
  ])("%s moves from line %i to %i", (key, active, to) => {
    expect(step(active, key)).toEqual({ kind: "move", to: rows[to] });
  });

  test("End moves to the last line, from which nothing leads on", () => {
    expect(step(0, "End")).toEqual({ kind: "move", to: rows.at(-1) });
    expect(step(rows.length - 1, "ArrowDown")).toEqual({ kind: "stay" });
    expect(step(0, "ArrowUp")).toEqual({ kind: "stay" });
  });

  test("← folds an open group, → opens a folded one", () => {
    expect(step(0, "ArrowLeft")).toEqual({ kind: "fold", row: rows[0], isFolded: true });
    const folded = findingRows(groups, new Set([groups[0]!.key]));
    expect(treeStep(folded, 0, "ArrowRight")).toEqual({ kind: "fold", row: folded[0], isFolded: false });
    expect(treeStep(folded, 0, "ArrowLeft")).toEqual({ kind: "stay" });
  });

  test("Enter and space choose; other keys are not the list's", () => {
    expect(step(1, "Enter")).toEqual({ kind: "choose", row: rows[1] });
    expect(step(1, " ")).toEqual({ kind: "choose", row: rows[1] });
    expect(step(1, "Tab")).toBeUndefined();
    expect(treeStep([], 0, "ArrowDown")).toBeUndefined();
  });
});

describe("F8", () => {
  test("leads through all findings and from the last to the first", () => {
    const findings = groups.flatMap((group) => group.findings);
    const ids = new Set<string>();
    let at = findings[0]!;
    while (!ids.has(at.id)) {
      ids.add(at.id);
      at = nextFinding(findings, { id: at.id, selection: undefined }, 1)!;
    }
    expect(nextFinding(findings, { id: undefined, selection: undefined }, 1)).toBe(findings[0]);
    expect(ids.size).toBe(findings.length);
    expect(at).toBe(findings[0]);
    expect(nextFinding(findings, { id: findings[0]!.id, selection: undefined }, -1)).toBe(findings.at(-1));
  });

  test("begins at the selected cell", () => {
    const findings = groups.flatMap((group) => group.findings).filter(({ record }) => record !== undefined);
    const later = findings.find(({ address }) => address !== findings[0]!.address)!;
    const selection = { sheet: later.sheet, address: later.address };
    expect(nextFinding(findings, { id: undefined, selection }, 1)!.address).toBe(later.address);
    expect(nextFinding(findings, { id: "gone", selection }, -1)).toBe(findings[findings.indexOf(later) - 1]);
  });

  test("nothing to lead to", () => {
    expect(nextFinding([], { id: undefined, selection: undefined }, 1)).toBeUndefined();
  });
});
