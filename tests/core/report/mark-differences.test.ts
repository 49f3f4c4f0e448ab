import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MarkedLine } from "../../../core/report/comparison/comparison-model.ts";
import { markDifferences } from "../../../core/report/comparison/mark-differences.ts";
import { wordDifferences } from "../../../renderer/comparison/word-differences.ts";

const mark = (before: string, now: string) => {
  const { state, previous, current } = markDifferences(before, now, wordDifferences);
  return { state, previous: shown(previous), current: shown(current) };
};

/** Changed runs in brackets, lines parted by a stroke. */
function shown(lines: readonly MarkedLine[]): string {
  return lines
    .map(({ marker, pieces }) => marker + pieces.map((p) => (p.isChanged ? `[${p.text}]` : p.text)).join(""))
    .join("/");
}

describe("two texts", () => {
  test.each([
    ["同じ文です。", "同じ文です。 ", { state: "same", previous: "同じ文です。", current: "同じ文です。 " }],
    ["", " ", { state: "blank", previous: "", current: "" }],
    ["", "新しい文", { state: "filled", previous: "", current: "新しい文" }],
    ["古い文", "　", { state: "emptied", previous: "古い文", current: "" }],
    [
      "センター事業（相談）",
      "センター事 業(相談)",
      { state: "notation", previous: "センター事業（相談）", current: "センター事 業(相談)" },
    ],
    [
      "婦人相談は1,213件であった。",
      "女性相談は1,199件であった。",
      { state: "changed", previous: "[婦人]相談は[1,213]件であった。", current: "[女性]相談は[1,199]件であった。" },
    ],
    [
      "①窓口を開いた。②講座を3回開いた。",
      "①窓口を開いた。②講座を8回開いた。③冊子を配った。",
      {
        state: "changed",
        previous: "①窓口を開いた。/②講座を[3]回開いた。",
        current: "①窓口を開いた。/②講座を[8]回開いた。/③[冊子を配った。]",
      },
    ],
    [
      "利用者数:243人 高校進学率:98%",
      "利用者数:303人　 高校進学率:99%",
      { state: "changed", previous: "利用者数:[243]人/高校進学率:[98]%", current: "利用者数:[303]人/高校進学率:[99]%" },
    ],
    [
      "令和5年度から教室を増設した。",
      "登録者の傾向を分析し、補助金の交付に踏み切った。",
      {
        state: "rewritten",
        previous: "令和5年度から教室を増設した。",
        current: "登録者の傾向を分析し、補助金の交付に踏み切った。",
      },
    ],
  ])("%j and %j", (before, now, expected) => {
    expect(mark(before, now)).toEqual(expected);
  });

  test("a text cut short shows what is gone, and is not called written anew", () => {
    const { state, previous } = mark(
      "区役所で相談に応じる。相談には、家庭相談員、社会福祉主事及び保健師が対応にあたり、研修により職員の援助能力の向上を図る。",
      "社会福祉主事及び保健師が対応にあたり",
    );
    expect(state).toBe("changed");
    expect(previous).toMatch(/^\[区役所で.*、\]社会福祉主事及び保健師が対応にあたり\[、研修.*\]$/u);
  });

  test("a single letter between two changes is not left standing alone", () => {
    expect(mark("施設の改修の検討を行い、計画を定めた。", "設備の更新の点検を行い、計画を定めた。")).toMatchObject({
      previous: "[施設の改修の検討]を行い、計画を定めた。",
      current: "[設備の更新の点検]を行い、計画を定めた。",
    });
  });

  test("texts that differ in everything take no long time", () => {
    const text = (word: string) => Array.from({ length: 4000 }, (_, i) => `${word}${i * 7919}、`).join("");
    const started = performance.now();
    expect(mark(text("甲"), text("乙")).state).toBe("rewritten");
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

test("no letter is lost or added, whatever the texts", () => {
  const letters = fc.constantFrom(...Array.from("①②③●・「」（）()件人を、。 　\n19相談教室ア𠮷は"));
  const texts = fc.string({ unit: letters, maxLength: 40 });
  const plain = (lines: readonly MarkedLine[]) =>
    lines.map(({ marker, pieces }) => marker + pieces.map(({ text }) => text).join("")).join("");
  const squeezed = (text: string) => text.replaceAll(/\s+/gu, "");
  fc.assert(
    fc.property(texts, texts, (before, now) => {
      const { previous, current } = markDifferences(before, now, wordDifferences);
      expect(squeezed(plain(previous))).toBe(squeezed(before));
      expect(squeezed(plain(current))).toBe(squeezed(now));
    }),
    { seed: 6, numRuns: 500 },
  );
});
