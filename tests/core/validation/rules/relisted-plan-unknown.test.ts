import { expect, test } from "vitest";
import type { DocumentPart } from "../../../../core/table/evaluation-document.ts";
import { relistedPlanUnknown } from "../../../../core/validation/rules/relisted-plan-unknown.ts";
import { validate } from "../../../../core/validation/validate.ts";
import { validationInput } from "../../../support/validation-case.ts";

/** A document of tables by their corners, each with a heading above and a note below. */
function found(...tables: readonly { readonly corner: string; readonly note?: string }[]) {
  const parts: DocumentPart[] = [];
  const input = validationInput({
    grid: [
      ["plan:target", "total"],
      ["勉強会", "年間80回"],
    ],
  });
  tables.forEach(({ corner, note }, i) => {
    const source = (text: string, row: number) => ({ value: text, text, cell: { sheet: "Sheet1", row, column: 1 } });
    const row = i * 10 + 1;
    parts.push({ kind: "text", role: "heading", level: 1, text: source(`${i + 1} 支援の充実`, row) });
    for (const part of input.document.parts) {
      if (part.kind === "table") parts.push({ ...part, table: { ...part.table, corner: source(corner, row + 1) } });
    }
    if (note !== undefined) parts.push({ kind: "text", role: "note", level: 0, text: source(note, row + 2) });
  });
  const { diagnostics, faults } = validate({ ...input, document: { ...input.document, parts } }, [relistedPlanUnknown]);
  expect(faults).toEqual([]);
  return diagnostics.map(({ messageId, address, message }) => [messageId, address, message]);
}

test("ほかの計画の再掲は、この文書では確かめられない", () => {
  expect(
    found(
      { corner: "No. 8 - 1" },
      { corner: "事業No.4-15の再掲", note: "※1・・・ 計画4 事業No.4-15の再掲" },
      { corner: "事業№2 - 4の再掲", note: "※1・・・ 計画 2 事業No. 2 - 4の再掲" },
    ),
  ).toEqual([]);
});

test("同じ計画の番号の再掲", () => {
  expect(found({ corner: "No. 8 - 1" }, { corner: "No.8-1の再掲" })).toEqual([]);
});

test("注記だけの文書", () => {
  expect(found({ corner: "No. 8 - 1", note: "※1 計画4 事業No.4-15の再掲" })).toEqual([]);
});

test("注記の番号が表と違い、同じ計画にない番号がある", () => {
  expect(
    found(
      { corner: "No. 8 - 1" },
      { corner: "No.8-3の再掲" },
      { corner: "事業No.4-15の再掲", note: "※1 計画4 事業No.4-16の再掲" },
    ),
  ).toEqual([
    ["unknown", "A12", "再掲元の「8-3」が、この文書の同じ計画の中に見当たりません。番号を確かめてください。"],
    [
      "noteDiffers",
      "A23",
      "表では「4-15」の再掲とされていますが、この注記の番号は「4-16」です。どちらかを直してください。",
    ],
  ]);
});
