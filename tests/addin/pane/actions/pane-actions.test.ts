import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { fixableFindings } from "../../../../addin/pane/actions/fix-actions.ts";
import { openFinding } from "../../../../addin/pane/state/pane-state.ts";
import { readWorkbook } from "../../../../addin/workbook/read-workbook.ts";
import { SAMPLES, samplePath } from "../../../support/samples.ts";
import { openDesk } from "../open-desk.ts";
import { sampleReview } from "../sample-review.ts";

const fixable = ({ fixes }: { readonly fixes: readonly { readonly kind: string }[] }) =>
  fixes.some(({ kind }) => kind === "fix");

describe("opening", () => {
  test.each(SAMPLES.map(([, name]) => name))("%s: recognised and checked, nothing written", async (name) => {
    const { store, excel } = await openDesk(name);
    const { opened, review, busy, problem } = store.state();
    expect(opened?.kind).toBe("recognised");
    expect(review).toEqual((await sampleReview(name)).review);
    expect([busy, problem]).toEqual([undefined, undefined]);
    expect(excel.host.undo.steps).toEqual([]);
    expect(excel.faults).toEqual([]);
  });

  test("a workbook of another kind: a sentence, and the choice of a form by hand", async () => {
    const { store, actions } = await openDesk(await workbookOf((sheet) => (sheet.getCell("A1").value = "名簿")));
    const { opened } = store.state();
    expect(opened).toMatchObject({ kind: "unknown", message: expect.stringMatching(/。$/u) as string });
    expect(opened?.forms.length).toBeGreaterThan(3);
    await actions.open("ogori-progress");
    expect(store.state()).toMatchObject({ formName: "ogori-progress", problem: undefined });
  });

  test("a blank workbook becomes one of a form", async () => {
    const { store, actions, excel } = await openDesk(await workbookOf(() => undefined));
    expect(store.state().opened?.kind).toBe("blank");
    await actions.addBlankForm({ formName: "ogori-progress", fiscalYear: 2026 });
    expect(store.state().problem).toBeUndefined();
    expect(store.state().opened).toMatchObject({ kind: "recognised", form: { name: "ogori-progress" } });
    expect(excel.faults).toEqual([]);
  });

  test("Excel fails: a Japanese sentence, and 「もう一度」 opens it", async () => {
    const { store, actions, excel } = await openDesk("ogori");
    excel.host.failNext({ code: "GeneralException", match: /./u, times: 1 });
    await actions.open();
    const { problem, busy } = store.state();
    expect(problem).toMatchObject({ canRetry: true, title: expect.stringMatching(/[ぁ-ん].*。$/u) as string });
    expect(busy).toBeUndefined();
    await actions.retry();
    expect(store.state().problem).toBeUndefined();
    expect(store.state().review?.findings.length).toBeGreaterThan(0);
  });
});

describe("a correction", () => {
  test("is one step to undo, and its finding is gone", async () => {
    const { store, actions, excel, find } = await openDesk("ogori");
    const finding = find(fixable);
    await actions.show(finding);
    await actions.fix(finding.fixes[0]!);
    expect(excel.host.undo.steps.map(({ by }) => by)).toEqual(["add-in"]);
    expect(store.state().open).toEqual(finding);
    expect(openFinding(store.state())).toBeUndefined();
    expect(store.state().notice).toMatchObject({ kind: "done", text: expect.stringContaining("直しました") as string });
    expect(store.state().announcement.text).toContain("直しました");
    expect(excel.faults).toEqual([]);
  });

  test("of all of a kind settles those that it said it would", async () => {
    const { store, actions, excel, find } = await openDesk("ogori");
    const { ruleId } = find(
      (finding) => fixableFindings(store.state().review!.findings, finding.ruleId).length > 1 && fixable(finding),
    );
    const before = fixableFindings(store.state().review!.findings, ruleId);
    await actions.fixAll(ruleId);
    expect(fixableFindings(store.state().review!.findings, ruleId).length).toBeLessThan(before.length);
    expect(store.state().notice?.text).toMatch(/^\d+ か所を直しました。/u);
    expect(excel.host.undo.steps.length).toBe(1);
  });

  test("of a cell that has changed since is refused, and says so", async () => {
    const { store, actions, excel, find } = await openDesk("ogori");
    const finding = find(fixable);
    const { sheet, address } = finding.fixes[0]!.edits[0]!;
    excel.host.person.type(`${sheet}!${address}`, "人が書き直した文です。");
    await actions.fix(finding.fixes[0]!);
    expect(store.state().notice).toEqual({
      kind: "warning",
      text: "直しませんでした。",
      remarks: [`${address} は値が変わっていたので、書き換えませんでした。`],
    });
  });

  test("on a protected sheet is refused, and the sheet stays protected", async () => {
    const { store, actions, excel, find } = await openDesk("ogori");
    const finding = find(fixable);
    excel.host.person.protectSheet(finding.sheet);
    await actions.fix(finding.fixes[0]!);
    expect(store.state().notice?.remarks[0]).toContain(`シート「${finding.sheet}」は保護されている`);
    expect(excel.host.book.sheet(finding.sheet)!.isProtected).toBe(true);
  });
});

describe("an acceptance", () => {
  test("counts, is seen, and can be taken back", async () => {
    const { store, actions, find } = await openDesk("ogori");
    const finding = find(({ severity }) => severity === "error");
    const { errors } = store.state().review!.summary;
    await actions.show(finding);
    await actions.accept(finding, { reason: "今年度は評価の対象外", by: "企画課 山田" });
    expect(store.state().review!.summary).toMatchObject({ errors: errors - 1, suppressed: 1 });
    expect(openFinding(store.state())).toMatchObject({
      state: "accepted",
      acceptance: { reason: "今年度は評価の対象外", by: "企画課 山田", on: "2026-04-01" },
    });
    expect(store.state().reviewer).toBe("企画課 山田");
    await actions.withdraw(openFinding(store.state())!);
    expect(store.state().review!.summary).toMatchObject({ errors, suppressed: 0 });
    expect(openFinding(store.state())?.state).toBe("open");
  });

  test("lapses with the value, and the lapsed line can be removed", async () => {
    const { store, actions, excel, find, until } = await openDesk("ogori");
    const finding = find(({ severity }) => severity === "error");
    await actions.accept(finding, { reason: "対象外", by: "山田" });
    excel.host.person.type(`${finding.sheet}!${finding.address}`, "A");
    await until(({ review }) => review!.findings.some(({ state }) => state === "lapsed"));
    await actions.withdraw(find(({ state }) => state === "lapsed"));
    expect(store.state().review!.findings.some(({ state }) => state === "lapsed")).toBe(false);
    expect(store.state().notice).toMatchObject({ kind: "done", text: "確認を取り消しました。" });
  });
});

describe("live", () => {
  test("an edit, inserted rows and a renamed sheet are followed", async () => {
    const { store, excel, find, until } = await openDesk("ogori");
    const finding = find(({ severity }) => severity === "error");
    const { errors } = store.state().review!.summary;
    excel.host.person.type(`${finding.sheet}!${finding.address}`, "A");
    await until(({ review }) => review!.summary.errors === errors - 1);

    const other = find(({ severity }) => severity === "error");
    const row = Number(/\d+/u.exec(other.address)![0]);
    excel.host.coAuthor.insertRows(`${other.sheet}!${row}:${row}`);
    await until(({ review }) =>
      review!.findings.some(({ id, address }) => id === other.id && address !== other.address),
    );

    excel.host.person.renameSheet(other.sheet, "進捗");
    excel.host.person.select("進捗!A1");
    await until(({ review }) => review!.findings.every(({ sheet }) => sheet === "進捗"));
    expect(store.state().problem).toBeUndefined();
    expect(excel.faults).toEqual([]);
  });

  test("the selected cell is known", async () => {
    const { store, excel, find, until } = await openDesk("ogori");
    const { sheet, address } = find(({ severity }) => severity === "error");
    excel.host.person.select(`${sheet}!${address}`);
    await until(({ selection }) => selection?.address === address);
    expect(store.state().selection).toEqual({ sheet, address });
  });
});

describe("sheets", () => {
  test("整形: the preview writes nothing, then the sheets are added and the form stays", async () => {
    const { store, actions, excel } = await openDesk("nerima");
    const before = await excel.run(readWorkbook);
    await actions.previewStructure();
    const preview = store.state().structure!;
    expect(preview.tables.length).toBeGreaterThan(0);
    expect(excel.host.undo.steps).toEqual([]);
    await actions.addStructure();
    const { made, problem } = store.state();
    expect(problem).toBeUndefined();
    expect(made?.task).toBe("structure");
    expect(made?.names.length).toBe(preview.sheets.length);
    const after = await excel.run(readWorkbook);
    expect(after.sheets.slice(0, before.sheets.length)).toEqual(before.sheets);
    expect(after.sheets.slice(before.sheets.length).map(({ name }) => name)).toEqual(made?.names);
    expect(excel.faults).toEqual([]);
  });

  test("the list of findings becomes a sheet", async () => {
    const { store, actions, excel } = await openDesk("ogori");
    await actions.addFindingSheet();
    expect(store.state().problem).toBeUndefined();
    const name = store.state().made!.names[0]!;
    expect(name).toContain("指摘一覧");
    expect(excel.host.book.sheet(name)!.cell(2, 1).value).not.toBeNull();
  });
});

describe("last year", () => {
  test("is compared, a pair is corrected, reading again keeps both, and the comparison ends", async () => {
    const { store, actions } = await openDesk("sendai-r6");
    const alone = store.state().review!.findings.length;
    const bytes = readFileSync(samplePath("sendai-r5"));
    await actions.compareWith({
      name: "令和5年度.xlsx",
      arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer),
    });
    const { comparison } = store.state();
    expect(comparison?.fileName).toBe("令和5年度.xlsx");
    const pair = comparison!.pairs[0]!;
    await actions.correctPair({ current: pair.current, previous: null });
    expect(store.state().comparison!.pairs.find(({ current }) => current === pair.current)).toMatchObject({
      previous: null,
      how: "manual",
    });
    const corrected = store.state().comparison;
    await actions.open();
    expect(store.state().comparison).toEqual(corrected);
    await actions.stopComparing();
    expect(store.state().comparison).toBeUndefined();
    expect(store.state().review!.findings.length).toBeGreaterThanOrEqual(alone);
  });

  test("a file that is no workbook says so, and the review stays", async () => {
    const { store, actions } = await openDesk("ogori");
    const { review } = store.state();
    await actions.compareWith({
      name: "写真.xlsx",
      arrayBuffer: () => Promise.resolve(new Uint8Array([1, 2, 3]).buffer),
    });
    expect(store.state().problem?.title).toMatch(/[ぁ-ん].*。$/u);
    expect(store.state().review).toBe(review);
    expect(store.state().comparison).toBeUndefined();
  });
});

async function workbookOf(fill: (sheet: ExcelJS.Worksheet) => unknown): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet("Sheet1"));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
