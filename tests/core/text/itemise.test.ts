import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { itemise } from "../../../core/text/itemise.ts";

const lines = (text: string) => itemise(text).map(({ marker, text: rest }) => marker + rest);

/** The cell texts of every sample that hold a part of a text. */
const sampleTexts: readonly string[] = (() => {
  const templates = join(import.meta.dirname, "..", "..", "..", "templates");
  const files = readdirSync(templates, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".source.json"),
  );
  return files.flatMap((name) => stringsOf(JSON.parse(readFileSync(join(templates, name), "utf8"))));
})();

function stringsOf(json: unknown): string[] {
  if (typeof json === "string") return [json];
  return typeof json === "object" && json !== null ? Object.values(json).flatMap(stringsOf) : [];
}

function sample(part: string): string {
  return sampleTexts.find((text) => text.includes(part)) ?? expect.fail(`no sample holds ${part}`);
}

describe("texts of the sample documents", () => {
  test("Kawasaki: circled numbers run on", () => {
    const text = sampleTexts.find((value) => /①[^\n]+②[^\n]+③/u.test(value)) ?? expect.fail("no such cell");
    expect(itemise(text).map(({ marker }) => marker.trim())).toEqual(
      [...text.matchAll(/[①-⑳]/gu)].map(([number]) => number),
    );
  });

  test("Kawasaki: bullets run on", () => {
    const text = sampleTexts.find((value) => (value.match(/●/gu) ?? []).length > 1) ?? expect.fail("no such cell");
    expect(itemise(text).filter(({ marker }) => marker.startsWith("●"))).toHaveLength((text.match(/●/gu) ?? []).length);
  });

  test("Kawasaki: every ・ that begins an item stands at a line start", () => {
    const cells = sampleTexts.filter((value) => value.startsWith("・") && /[ \n　]・/u.test(value));
    expect(cells.length).toBeGreaterThan(0);
    for (const text of cells) {
      const items = itemise(text).filter(({ marker }) => marker.startsWith("・"));
      expect(items).toHaveLength((text.match(/(?:^|[ \n　])・/gu) ?? []).length);
    }
  });

  test("Sendai: quantities with their labels", () => {
    const text = sample("利用者数:243人");
    expect(lines(text)).toContain("利用者数:243人");
    expect(lines(text)).toContain("高校進学率:98%");
  });

  test("Nerima: posts and heads", () => {
    expect(lines(sample("心理 5人"))).toEqual(["心理 5人", "保健師 4人", "福祉等 15人", "非常勤相談員 10人"]);
  });
});

describe("what is cut", () => {
  test.each<[string, string, string[]]>([
    ["line breaks of every kind", "あ\r\nい\rう\nえ", ["あ", "い", "う", "え"]],
    ["circled numbers", "①調査②検討③実施", ["①調査", "②検討", "③実施"]],
    ["circled numbers after an introduction", "次を行う。①調査②検討", ["次を行う。", "①調査", "②検討"]],
    ["circled numbers over lines", "①調査\n②検討③実施", ["①調査", "②検討", "③実施"]],
    ["a second list", "①調査②検討\n①実施②評価", ["①調査", "②検討", "①実施", "②評価"]],
    ["bullets", "●調査●検討", ["●調査", "●検討"]],
    ["middle dots after spaces", "・調査 ・検討　・実施", ["・調査", "・検討", "・実施"]],
    ["a reference inside an item", "①調査②①の結果を検討③実施", ["①調査", "②①の結果を検討", "③実施"]],
    ["quantities", "相談:10件 会議:年2回", ["相談:10件", "会議:年2回"]],
  ])("%s", (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test("a marker is told apart from its text", () => {
    expect(itemise("- ① 調査\n● 検討\n実施")).toEqual([
      { marker: "- ① ", text: "調査" },
      { marker: "● ", text: "検討" },
      { marker: "", text: "実施" },
    ]);
  });
});

test.each([
  "No. 8 - 1",
  "No. 8 — 1",
  "計画4 事業No.4-15の再掲",
  "※1・・・ 計画4 事業No.4-15の再掲",
  "英語 中国語 韓国語 スペイン語 ポルトガル語",
  "上記①の事業に合わせて実施した。",
  "目標の①と②を達成した。",
  "①～③のとおり実施した。",
  "上記①及び②の事業に合わせて実施した。",
  "事業①だけを実施した。",
  "○○小学校と○○中学校で実施した。",
  "子育て・教育・福祉の連携",
  "令和3年度 100人 令和4年度 120人",
  "課長級 (月2回1人)",
  "",
])("「%s」 is not cut", (text) => {
  expect(lines(text)).toEqual([text]);
});

const squashed = (text: string) => text.replace(/\s/gu, "");

describe("property", () => {
  const part = fc.constantFrom(
    "①",
    "②",
    "③",
    "●",
    "○",
    "・",
    " ",
    "　",
    "\n",
    "\r\n",
    "調査",
    "の",
    "及び",
    "3人",
    "利用者数:243人",
    "- ",
    "（",
    "98%",
  );
  const text = fc.oneof(
    fc.array(part, { maxLength: 30 }).map((parts) => parts.join("")),
    fc.string({ unit: "grapheme" }),
  );

  test("joined lines give the text back but for white space, and no line break remains", () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(squashed(lines(value).join(""))).toBe(squashed(value));
        expect(lines(value).join("")).not.toMatch(/[\r\n]/u);
      }),
      { numRuns: 1000 },
    );
  });

  test("every line of the cell begins a line of the result", () => {
    fc.assert(
      fc.property(text, (value) => {
        const own = value.split(/\r\n|\r|\n/u);
        expect(lines(value).length).toBeGreaterThanOrEqual(own.length);
      }),
    );
  });

  test("every text of the samples", () => {
    for (const value of sampleTexts) expect(squashed(lines(value).join(""))).toBe(squashed(value));
  });
});

test("a full cell of digits or markers is cut without delay", () => {
  expect(itemise(`件数 ${"1".repeat(32_000)} 人`)).toHaveLength(1);
  expect(itemise("あ 1".repeat(10_000))).toHaveLength(1);
  expect(itemise("①\n".repeat(16_000))).toHaveLength(16_001);
});
