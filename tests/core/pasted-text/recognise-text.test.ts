import { describe, expect, test } from "vitest";
import type { RecognisedText } from "../../../core/pasted-text/recognise-text.ts";
import { documentTables } from "../../../core/table/evaluation-document.ts";
import { cellName } from "../../../core/workbook/address.ts";
import { ledgerFaults } from "../../support/ledger.ts";
import { cellCharacters, readPasted, squeezed } from "../../support/pasted-texts.ts";
import { runningTexts, texts } from "../../support/sheet.ts";

const OGORI = "No.\t事業名\t担当課\t内容\t実施状況(令和3年度)\t評価\t今後の取り組み\t方向性";
const SENDAI = "事業名\t事業概要及び計画内容\t令和5年度実績(件数等)\t実績に対する評価\t担当局";

/** The texts of some fields of every record, after checking that nothing is lost. */
function read(lines: readonly string[], fields: readonly string[], fileName = "文.txt"): string[][][] {
  return fieldsOf(checked(lines, fileName), fields);
}

function checked(lines: readonly string[], fileName = "文.txt"): RecognisedText {
  const found = readPasted(lines.join("\n"), fileName);
  expect(ledgerFaults(found.workbook, found.document)).toEqual([]);
  return found;
}

function fieldsOf({ document }: RecognisedText, fields: readonly string[]): string[][][] {
  return documentTables(document).map((table) => texts(table, ...fields));
}

const doubts = ({ doubtful }: RecognisedText) => doubtful.map(({ cell, doubt }) => `${doubt} ${cellName(cell)}`);

describe("rows with delimiters", () => {
  const all = ["number", "project", "department", "progress", "rating", "direction"];

  test("a heading with a line break in it is put together", () => {
    const lines = [
      OGORI.replace("実施状況(", "実施状況\n("),
      "1\t遊び場\t公園課\t整える。\t整えた。\tA\t続ける。\t継続",
    ];
    expect(read(lines, all)).toEqual([[["1", "遊び場", "公園課", "整えた。", "A", "継続"]]]);
  });

  test("a record that breaks inside its cells is put together, and the cells at the breaks are doubtful", () => {
    const found = checked([
      OGORI,
      "1\t遊び場\t公園課\t整える。\t一年をかけて",
      "点検し、",
      "整えた。\tA\t続け",
      "る。\t継続",
      "2\t居場所\t福祉課\t作る。\t作った。\tB\t続ける。\t充実",
    ]);
    expect(fieldsOf(found, [...all, "nextAction"])).toEqual([
      [
        ["1", "遊び場", "公園課", "一年をかけて\n点検し、\n整えた。", "A", "継続", "続け\nる。"],
        ["2", "居場所", "福祉課", "作った。", "B", "充実", "続ける。"],
      ],
    ]);
    expect(doubts(found)).toEqual(["joined E2", "joined G2"]);
  });

  test("a row of a group is no rest of the row above it", () => {
    const found = checked([
      OGORI,
      "1\t遊び場\t公園課\t整える。\t整えた。\tA\t続ける。",
      "\t\t福祉課\t\t作った。\tB\t続ける。\t充実",
    ]);
    expect(fieldsOf(found, ["department", "rating"])).toEqual([
      [
        ["公園課", "A"],
        ["福祉課", "B"],
      ],
    ]);
    expect(doubts(found)[0]).toBe("short A2");
  });

  test("the rest of the last cell may stand in the line below", () => {
    const found = checked([SENDAI, "学習支援\t教える。\t10人\t教えた。\t健康福祉局", "子ども若者局", "", "※ 速報値"]);
    expect(fieldsOf(found, ["name", "department"])).toEqual([[["学習支援", "健康福祉局\n子ども若者局"]]]);
    expect(doubts(found)).toEqual(["joined E2"]);
    expect(runningTexts(found.document)).toEqual(["note: ※ 速報値"]);
  });

  test("where a tab was lost the kinds of the columns say where", () => {
    const found = checked([
      OGORI,
      "1\t遊び場\t公園課\t整える。\t整えた。\tA 続ける。 また、広げる。\t継続",
      "2 居場所\t福祉課\t作る。\t作った。 使われた。\tB\t続ける。\t充実",
    ]);
    expect(fieldsOf(found, [...all, "nextAction"])).toEqual([
      [
        ["1", "遊び場", "公園課", "整えた。", "A", "継続", "続ける。 また、広げる。"],
        ["2", "居場所", "福祉課", "作った。 使われた。", "B", "充実", "続ける。"],
      ],
    ]);
    expect(doubts(found)).toEqual(["split F2", "split G2", "split A3", "split B3"]);
  });

  test("headings after a page break, page numbers and running heads do not part a table", () => {
    const found = checked([
      "進捗状況一覧",
      OGORI,
      "1\t遊び場\t公園課\t整える。\t整えた。\tA\t続ける。\t継続",
      "- 1 -",
      "\f小郡市の計画 1",
      OGORI,
      "2\t居場所\t福祉課\t作る。\t作った。\tB\t続ける。\t充実",
      "- 2 -",
      "\f小郡市の計画 2",
      OGORI,
      "3\t広場\t福祉課\t作る。\t作った。\tB\t続ける。\t充実",
      "- 3 -",
    ]);
    expect(fieldsOf(found, ["number"])).toEqual([[["1"], ["2"], ["3"]]]);
    expect(runningTexts(found.document)).toEqual([
      "title: 進捗状況一覧",
      "residue: - 1 -",
      "residue: 小郡市の計画 1",
      "residue: - 2 -",
      "residue: 小郡市の計画 2",
      "residue: - 3 -",
    ]);
  });

  test("blank lines inside a table are passed over", () => {
    const row = "\t遊び場\t公園課\t整える。\t整えた。\tA\t続ける。\t継続";
    expect(read([OGORI, `1${row}`, "", "", `2${row}`], ["number"])).toEqual([[["1"], ["2"]]]);
  });

  test("a quoted cell keeps its line breaks, tabs and quotes; its row is the line on which it begins", () => {
    const found = checked([SENDAI, '学習支援\t"教える。\n""力"" を\tつける。"\t10人\t教えた。\t教育局']);
    expect(documentTables(found.document)[0]?.records[0]?.values).toMatchObject({
      plan: { text: '教える。\n"力" を\tつける。', cell: { sheet: "文.txt", row: 2, column: 2 } },
    });
  });

  test("a quotation mark without a partner is a character", () => {
    const lines = [SENDAI, '学習支援\t"教える。\t10人\t教えた。\t教育局', '放課後\t"遊び"の場\t5人\t開いた。\t教育局'];
    expect(read(lines, ["plan"])).toEqual([[['"教える。'], ['"遊び"の場']]]);
  });

  test("commas part the cells of a .csv", () => {
    const lines = [SENDAI.replaceAll("\t", ","), '学習支援,"教える、\n1,000 回",10人,教えた。,教育局'];
    expect(read(lines, ["name", "plan", "result"], "実績.csv")).toEqual([[["学習支援", "教える、\n1,000 回", "10人"]]]);
  });

  test("numbers are numbers only where no character is lost", () => {
    const found = checked([OGORI, "01\t遊び場\t公園課\t1,200\t3.50\tA\t-12\t継続"]);
    const cells = found.workbook.sheets[0]!.cells.filter(({ row }) => row === 2);
    expect(cells.map(({ value }) => value)).toEqual(["01", "遊び場", "公園課", "1,200", "3.50", "A", -12, "継続"]);
  });
});

describe("rows without borders", () => {
  test("numbers, choices and organisations hold a row; only what stands between free texts is doubtful", () => {
    const found = checked(
      [OGORI, "1 遊び場 公園課 整える。 整えた。 A 続ける。 継続"].map((line) => line.replaceAll("\t", " ")),
    );
    expect(fieldsOf(found, ["number", "project", "department", "content", "progress", "rating", "direction"])).toEqual([
      [["1", "遊び場", "公園課", "整える。", "整えた。", "A", "継続"]],
    ]);
    // As many words as columns.
    expect(doubts(found)).toEqual([]);
  });

  test("a record over several lines is put together, and all of it is doubtful", () => {
    const found = checked([OGORI.replaceAll("\t", " "), "1 遊び場 公園課 整える。", "整えた。 A 続ける。 継続"]);
    expect(fieldsOf(found, ["progress", "direction"])).toEqual([[["整えた。", "継続"]]]);
    expect(doubts(found)).toHaveLength(8);
  });

  test("a line right below the rows that fits no columns stays text, and is marked", () => {
    const found = checked([
      OGORI.replaceAll("\t", " "),
      "1 遊び場 公園課 整える。 整えた。 A 続ける。 継続",
      "以上のとおり。",
      "",
      "※ 速報値",
    ]);
    expect(runningTexts(found.document)).toEqual(["title: 以上のとおり。", "note: ※ 速報値"]);
    expect(doubts(found)).toEqual(["stray A3"]);
  });

  test("stacked headings, marks and costs of a yearly plan", () => {
    const found = checked([
      "1 自立の応援",
      "No. 8 - 1 年度別の取組計画",
      "令和3年度目標 現況 令和元年度 令和2年度 令和3年度 計",
      "* 弁護士の配置 検証 配置 実施 実施 配置",
      "事業費(百万円) 36 85 82 203",
    ]);
    const [table] = documentTables(found.document);
    expect(table?.corner?.text).toBe("No. 8 - 1");
    expect(texts(table, "marker", "target", "baseline", "plan", "total")).toEqual([
      ["*", "弁護士の配置", "検証", "配置", "実施", "実施", "配置"],
      ["∅", "事業費(百万円)", "", "36", "85", "82", "203"],
    ]);
  });
});

describe("cards without borders", () => {
  const card = (goal: readonly string[], result: readonly string[]) => [
    "評価年度:2012年度",
    "事務事業名 甲",
    "所管課 乙課",
    "事務事業の概要 行う。",
    "達成状況",
    "3 点検結果 C 重点 重点",
    "年度 現状 (計画策定時) 2011年度 2012年度 2013年度",
    ...goal,
    ...result,
  ];
  // A form with a single shared table is no proof: the person names it.
  const open = (lines: readonly string[]) => readPasted(lines.join("\n"), "票.txt", "kawasaki-evaluation");

  test("labels, values beside and below them, and periods with a space in them", () => {
    const found = open(card(["事業目標 維持 増やす 増やす 続ける"], ["実績 増えた 減った"]));
    const [table] = documentTables(found.document);
    expect(table?.periods.map(({ label }) => label.text)).toEqual([
      "現状 (計画策定時)",
      "2011年度",
      "2012年度",
      "2013年度",
    ]);
    expect(texts(table, "name", "department", "overview", "achievement", "inspection", "priority")).toEqual([
      ["甲", "乙課", "行う。", "3", "C", "重点"],
    ]);
    // Results of years after the one that is evaluated are blank.
    expect(texts(table, "goal", "result")).toEqual([
      ["維持", "増やす", "増やす", "続ける", "∅", "増えた", "減った", ""],
    ]);
    expect(doubts(found)).toEqual([]);
  });

  test("a numbering that begins anew shows where the next year begins", () => {
    const goal = ["事業目標 ①調べる", "②作る", "①調べる", "②広げる", "①続ける", "①終える"];
    const found = open(card(goal, ["実績 増えた 減った"]));
    expect(texts(documentTables(found.document)[0], "goal")).toEqual([
      ["①調べる\n②作る", "①調べる\n②広げる", "①続ける", "①終える"],
    ]);
    expect(doubts(found)).toEqual([]);
  });

  test("other values are parted by what comes again each year, and are doubtful", () => {
    const goal = ["事業目標 ・調べる", "・作る", "・調べる", "・広げる", "・調べる", "・続ける", "終える"];
    const found = open(card(goal, ["実績 増えた 減った"]));
    expect(texts(documentTables(found.document)[0], "goal")).toEqual([
      ["・調べる\n・作る", "・調べる\n・広げる", "・調べる\n・続ける", "終える"],
    ]);
    expect(doubts(found)).toEqual(["split B8", "split C10", "split D12", "split E14"]);
  });

  test("tabs that part only some of the cells do not keep the labels from being found", () => {
    const lines = card(["事業目標\t維持\t増やす\t増やす\t続ける"], ["実績\t増えた\t減った"]);
    const found = open(lines.map((line) => line.replace("3 点検", "3\t点検")));
    expect(texts(documentTables(found.document)[0], "name", "achievement", "inspection", "goal")).toEqual([
      ["甲", "3", "C", "維持", "増やす", "増やす", "続ける"],
    ]);
  });

  test("what remains of the web page is no value", () => {
    const found = open(card(["事業目標 維持 増やす 増やす 続ける"], ["実績 増えた 減った", ">>前のページへ戻る"]));
    expect(runningTexts(found.document)).toContain("residue: >>前のページへ戻る");
    expect(cellCharacters(found)).toContain(squeezed("増えた減った>>前の"));
  });
});

describe("texts without a table", () => {
  test("says what the nearest form lacks", () => {
    expect(() => readPasted("事業名\t担当局\n甲\t乙局\n")).toThrow("見つからない見出し");
  });

  test("says that no form is known", () => {
    expect(() => readPasted("きょうは晴れています。\nあしたも晴れるでしょう。\n")).toThrow("見つかりません");
  });

  test("a form that a person names is the only one that is tried", () => {
    const lines = `${SENDAI}\n学習支援\t教える。\t10人\t教えた。\t教育局\n`;
    expect(() => readPasted(lines, "文.txt", "ogori-progress")).toThrow("子ども・子育て支援事業計画");
    expect(readPasted(lines, "文.txt", "sendai-projects").form.name).toBe("sendai-projects");
  });
});
