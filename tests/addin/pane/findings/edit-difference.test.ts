import fc from "fast-check";
import { expect, test } from "vitest";
import { editDifference } from "../../../../addin/pane/findings/edit-difference.ts";

test("only what changes is taken away and put in", () => {
  expect(editDifference("センターと連携していく。", "センターと連携した。")).toEqual({
    before: "センターと連携し",
    removed: "ていく",
    added: "た",
    after: "。",
  });
});

test("numbers, and cells that are blank before or after", () => {
  expect(editDifference(230, 203)).toEqual({ before: "2", removed: "30", added: "03", after: "" });
  expect(editDifference(null, "A")).toEqual({ before: "", removed: "", added: "A", after: "" });
  expect(editDifference("未選択", null)).toEqual({ before: "", removed: "未選択", added: "", after: "" });
});

test("long texts are cut, characters of two units are not", () => {
  const { before, removed, added, after } = editDifference(
    `${"前".repeat(50)}𠮷田${"後".repeat(50)}`,
    `${"前".repeat(50)}𠮟田${"後".repeat(50)}`,
  );
  expect({ removed, added }).toEqual({ removed: "𠮷", added: "𠮟" });
  expect(before).toBe(`…${"前".repeat(24)}`);
  expect(after).toBe(`田${"後".repeat(23)}…`);
});

test("what stays, what goes and what comes make up both texts", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (expected, value) => {
      const { before, removed, added, after } = editDifference(expected, value);
      expect([before + removed + after, before + added + after]).toEqual([expected, value]);
    }),
    { seed: 20260401 },
  );
});
