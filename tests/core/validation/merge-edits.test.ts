import { expect, test } from "vitest";
import { mergeEdits } from "../../../core/validation/merge-edits.ts";

const edit = (expected: string, value: string, address = "B4") => ({ sheet: "様式", address, expected, value });

test("edits of different cells stay apart", () => {
  const edits = [edit("ａ", "a"), edit("ａ", "a", "B5")];
  expect(mergeEdits(edits)).toEqual({ edits, skipped: [] });
});

test("several places of one cell are corrected at once", () => {
  const text = "センターセ ンターと特別 支援学校の88名 が";
  expect(
    mergeEdits([
      edit(text, text.replace("特別 支援", "特別支援")),
      edit(text, text.replace("セ ンター", "センター")),
      edit(text, text.replace("名 が", "名が")),
    ]),
  ).toEqual({ edits: [edit(text, "センターセンターと特別支援学校の88名が")], skipped: [] });
});

test("the same correction from two rules is made once", () => {
  expect(mergeEdits([edit("２会", "2会"), edit("２会", "2会")])).toEqual({ edits: [edit("２会", "2会")], skipped: [] });
});

test("two corrections of the same words: the first is made, the other waits for the next check", () => {
  const second = edit("ABC", "AYZC");
  expect(mergeEdits([edit("ABC", "AXC"), second])).toEqual({ edits: [edit("ABC", "AXC")], skipped: [second] });
});
