import { beforeAll, describe, expect, test } from "vitest";
import { countBySeverity, departmentsOf, groupFindings } from "../../../../addin/pane/findings/group-findings.ts";
import { FIRST_LIST_VIEW } from "../../../../addin/pane/state/pane-state.ts";
import { sampleReview } from "../sample-review.ts";

let ogori: Awaited<ReturnType<typeof sampleReview>>;

beforeAll(async () => {
  ogori = await sampleReview("ogori");
});

describe("groups of the 小郡 sample", () => {
  test("hold every open finding once, whatever they are grouped by", () => {
    const { review, rules } = ogori;
    for (const grouping of ["record", "rule"] as const) {
      const groups = groupFindings(review.findings, { ...FIRST_LIST_VIEW, grouping }, rules);
      const ids = groups.flatMap(({ findings }) => findings.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.toSorted()).toEqual(review.findings.map(({ id }) => id).toSorted());
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
    }
  });

  test("by record: records in the order of the sheet with their 担当課, whole sheets behind them", () => {
    const groups = groupFindings(ogori.review.findings, FIRST_LIST_VIEW, ogori.rules);
    expect(groups[0]).toMatchObject({ title: "サークルなど親子間の交流事業の促進", subtitle: "子育て支援課" });
    expect(groups.at(-1)).toMatchObject({ title: "シート「進捗状況」", subtitle: "表の外・表全体" });
    const isOfSheet = groups.map(({ findings }) => findings[0]!.record === undefined);
    expect(isOfSheet).toEqual(isOfSheet.toSorted());
  });

  test("by rule: errors before warnings before notes, under the rule's own title", () => {
    const groups = groupFindings(ogori.review.findings, { ...FIRST_LIST_VIEW, grouping: "rule" }, ogori.rules);
    expect(groups[0]).toMatchObject({ title: "選択欄が未選択のまま", severity: "error" });
    const ranks = groups.map(({ severity }) => ["error", "warning", "info"].indexOf(severity));
    expect(ranks).toEqual(ranks.toSorted());
  });

  test("narrowed by severity and 担当課 they agree with the counts", () => {
    const { review, rules } = ogori;
    for (const department of departmentsOf(review.findings)) {
      const view = { ...FIRST_LIST_VIEW, severities: ["warning"], department } as const;
      const found = groupFindings(review.findings, view, rules).flatMap(({ findings }) => findings);
      expect(found.every((finding) => finding.department === department && finding.severity === "warning")).toBe(true);
      expect(found.length).toBe(countBySeverity(review.findings, view).warning);
    }
    expect(countBySeverity(review.findings, FIRST_LIST_VIEW)).toEqual({
      error: review.summary.errors,
      warning: review.summary.warnings,
      info: review.summary.infos,
    });
  });

  test("of a state that none has: no group", () => {
    expect(groupFindings(ogori.review.findings, { ...FIRST_LIST_VIEW, state: "accepted" }, ogori.rules)).toEqual([]);
  });
});
