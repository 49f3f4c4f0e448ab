import { describe, expect, test } from "vitest";
import { fieldValues } from "../../../core/validation/field-value.ts";
import { pairRecords, type PairingInput } from "../../../core/validation/pair-records.ts";
import { recordTitle } from "../../../core/validation/record-identity.ts";
import { validationInput, type CaseDocument, type Grid } from "../../support/validation-case.ts";

type Row = readonly (string | null)[];

const header: Grid[0] = ["name", "organisation", "plan"];
const document = (rows: readonly Row[], more: Partial<CaseDocument> = {}) =>
  validationInput({ primaryKey: ["name", "organisation"], ...more, grid: [header, ...rows] });

function pair(current: readonly Row[], previous: readonly Row[], more: Partial<PairingInput> = {}) {
  const now = document(current);
  const last = document(previous);
  const result = pairRecords({
    current: fieldValues(now.document, now.form),
    previous: fieldValues(last.document, last.form),
    document: last.document,
    aliases: [],
    ...more,
  });
  const named = (record: (typeof result.added)[number]) =>
    [recordTitle(record), record.values.get("organisation")?.text].filter(Boolean).join("/");
  return {
    pairs: result.pairs.map((one) => `${named(one.current)} ← ${named(one.previous)} (${one.by})`).sort(),
    added: result.added.map(named).sort(),
    removed: result.removed.map(named).sort(),
    replaced: result.replaced.map((one) => `${named(one.current)} ← ${named(one.previous)}`),
    confirmedNew: result.confirmedNew.map(named),
  };
}

const counsel = "区役所において、子どもと家庭に関する保健及び福祉サービスを総合的に提供する。";
const park = "公園長寿命化計画に基づき、公園の改修・修繕や長寿命化を推進し、維持・整備を図ります。";

describe("keys", () => {
  test("spaces, width and brackets do not part a record from its past", () => {
    expect(
      pair(
        [["ひとり親家庭等相談支援センター事 業(就業相談・ 就業支援セミナー)", "こども局", null]],
        [["ひとり親家庭等相談支援センター事業 （就業相談・就業支援セミナー）", "こども局", null]],
      ).pairs,
    ).toHaveLength(1);
  });

  test("a record that moved to another section", () => {
    const rows: Row[] = [["公園の整備", "都市計画課", park]];
    const now = document(rows, { primaryKey: ["name"], texts: ["# 2 環境"] });
    const last = document(rows, { primaryKey: ["name"], texts: ["# 1 都市"] });
    const { pairs } = pairRecords({
      current: fieldValues(now.document, now.form),
      previous: fieldValues(last.document, last.form),
      document: last.document,
      aliases: [],
    });
    expect(pairs.map(({ by }) => by)).toEqual(["key"]);
  });

  test("one project of several departments is paired department by department", () => {
    expect(
      pair(
        [
          ["公園の整備", "スポーツ振興課", park],
          ["公園の整備", "みどり公園課", park],
        ],
        [
          ["公園の整備", "まちづくり推進課", park],
          ["公園の整備", "スポーツ振興課", park],
        ],
      ),
    ).toMatchObject({
      pairs: ["公園の整備/スポーツ振興課 ← 公園の整備/スポーツ振興課 (key)"],
      added: ["公園の整備/みどり公園課"],
      removed: ["公園の整備/まちづくり推進課"],
    });
  });

  test("the only record of a name that another department took over", () => {
    expect(pair([["公園の整備", "みどり公園課", park]], [["公園の整備", "まちづくり推進課", park]]).pairs).toEqual([
      "公園の整備/みどり公園課 ← 公園の整備/まちづくり推進課 (key)",
    ]);
  });
});

describe("resemblance", () => {
  test("a renamed programme", () => {
    expect(
      pair([["こども家庭総合相談事業", "こども若者局", counsel]], [["子供家庭総合相談事業", "子ども若者局", counsel]])
        .pairs,
    ).toEqual(["こども家庭総合相談事業/こども若者局 ← 子供家庭総合相談事業/子ども若者局 (similar)"]);
  });

  test("a plan cut short does not hide it", () => {
    expect(
      pair([["家庭総合相談の推進", "子ども局", counsel.slice(8, 32)]], [["家庭総合相談事業", "子ども局", counsel]])
        .pairs,
    ).toHaveLength(1);
  });

  test("the same plan of the same department under a wholly new name", () => {
    expect(pair([["みどりの憩いづくり", "公園課", park]], [["公園の整備", "公園課", park]]).pairs).toEqual([
      "みどりの憩いづくり/公園課 ← 公園の整備/公園課 (similar)",
    ]);
  });

  test("a like name over another plan is a programme replaced", () => {
    expect(
      pair(
        [
          [
            "社会的養護自立支援拠点事業",
            "",
            "児童養護施設等入所児童や退所者等を必要な支援に適切につなぐため、相互の交流を行う場所を開設し、必要な情報の提供や相談支援等を行う。",
          ],
        ],
        [
          [
            "社会的養護自立支援事業",
            "子ども若者局",
            "児童養護施設等に入所または里親に委託した児童で、18歳(措置延長の場合は20歳)到達により措置解除後も、自立支援を継続して行う必要がある児童について、原則22歳の年度末まで居住支援や生活支援を行う。",
          ],
        ],
      ),
    ).toMatchObject({
      pairs: [],
      added: ["社会的養護自立支援拠点事業"],
      removed: ["社会的養護自立支援事業/子ども若者局"],
      replaced: ["社会的養護自立支援拠点事業 ← 社会的養護自立支援事業/子ども若者局"],
    });
  });

  test("unlike names", () => {
    expect(pair([["下水道の整備", "下水道課", null]], [["市民農園の開設", "農政課", null]]).pairs).toEqual([]);
  });

  test("the threshold", () => {
    const current: Row[] = [["地域防災力強化推進事業", null, null]];
    const previous: Row[] = [["地域防災力向上事業", null, null]];
    expect(pair(current, previous, { threshold: 0.5 }).pairs).toHaveLength(1);
    expect(pair(current, previous, { threshold: 0.95 }).pairs).toHaveLength(0);
  });

  test("aliases", () => {
    const aliases = [{ names: ["ごみ", "廃棄物"], source: "庁内の用語" }];
    expect(pair([["廃棄物の減量", "環境課", null]], [["ごみの減量", "環境課", null]], { aliases }).pairs).toEqual([
      "廃棄物の減量/環境課 ← ごみの減量/環境課 (alias)",
    ]);
  });
});

describe("what a person laid down", () => {
  test("wins over keys and resemblance", () => {
    const manual = [
      { current: "公園の整備", previous: "緑地の保全" },
      { current: "緑地の保全", previous: null },
    ];
    const rows: Row[] = [
      ["公園の整備", "公園課", park],
      ["緑地の保全", "公園課", "市内の緑地を保全する。"],
    ];
    expect(pair(rows, rows, { manual })).toMatchObject({
      pairs: ["公園の整備/公園課 ← 緑地の保全/公園課 (manual)"],
      added: ["緑地の保全/公園課"],
      removed: ["公園の整備/公園課"],
      confirmedNew: ["緑地の保全/公園課"],
    });
  });

  test("holds for each department of a name", () => {
    const manual = [{ current: "みどりの整備", previous: "公園の整備" }];
    expect(
      pair(
        [
          ["みどりの整備", "公園課", null],
          ["みどりの整備", "学校課", null],
        ],
        [
          ["公園の整備", "学校課", null],
          ["公園の整備", "公園課", null],
        ],
        { manual },
      ).pairs,
    ).toEqual(["みどりの整備/公園課 ← 公園の整備/公園課 (manual)", "みどりの整備/学校課 ← 公園の整備/学校課 (manual)"]);
  });
});

describe("properties", () => {
  const words = ["学習", "防災", "道路", "図書館", "公園", "児童", "環境", "商工", "議会", "下水道"];
  const departments = ["こども課", "総務課", "土木課"];
  const random = (seed: number) => () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed / 0x80000000;
  };
  const rowsOf = (next: () => number, count: number): Row[] => {
    const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)]!;
    const seen = new Map<string, Row>();
    while (seen.size < count) {
      const row = [
        `${pick(words)}${pick(words)}${pick(["事業", "推進事業", "の整備"])}`,
        pick(departments),
        `${pick(words)}を進めるため、関係機関と連携して${pick(words)}の充実を図る。`,
      ];
      seen.set(`${row[0]!}/${row[1]!}`, row);
    }
    return [...seen.values()];
  };
  const shuffled = (rows: readonly Row[], next: () => number): Row[] =>
    rows
      .map((row) => ({ row, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ row }) => row);

  test.each(Array.from({ length: 25 }, (_, i) => i + 1))(
    "one to one, and independent of the order of records (%i)",
    (seed) => {
      const next = random(seed);
      const current = rowsOf(next, 20);
      const previous = rowsOf(next, 20);
      const found = pair(current, previous);
      const [ours, theirs] = [0, 1].map((side) =>
        found.pairs.map((line) => line.replace(/ \(.*$/u, "").split(" ← ")[side]),
      );
      expect(new Set(ours).size).toBe(found.pairs.length);
      expect(new Set(theirs).size).toBe(found.pairs.length);
      expect(found.pairs.length + found.added.length).toBe(20);
      expect(found.pairs.length + found.removed.length).toBe(20);
      expect(pair(shuffled(current, next), shuffled(previous, next)).pairs).toEqual(found.pairs);
    },
  );
});
