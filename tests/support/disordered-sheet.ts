import fc from "fast-check";
import type { CellRange, CellSnapshot, SheetSnapshot } from "../../core/workbook/snapshot.ts";
import { type FORMS, sheet, type Grid, type GridCell } from "./sheet.ts";

type Line = readonly GridCell[];

const value = fc.constantFrom<GridCell>(
  "A",
  "甲",
  "継続",
  "(1) 充実",
  "※ 注",
  "-",
  "・項目",
  "事業費",
  "合計",
  "利用者数:延べ１２人 参加者 3名",
  "1か所",
  1,
  203,
  null,
);
const line = (width: number): fc.Arbitrary<Line> => fc.array(value, { minLength: width, maxLength: width });
/** What people put between the lines of a table. */
const furniture: fc.Arbitrary<Line> = fc.oneof(
  fc.constant<Line>([]),
  fc.constantFrom<Line>(["1 子育て"], ["(2) 居場所"], ["※ 速報値"], [">>戻る"], ["評価"], [null, "年度"]),
  fc.constantFrom<Line>(["以上のとおり", "<", "<", "<", "<", "<", "<", "<"], [null, null, "欄外", null, "欄外"]),
);

/** A group that a page break cuts: its second row says nothing of the group, and headings may stand between. */
function splitGroup(headings: readonly Line[], width: number): fc.Arbitrary<Line[]> {
  return fc
    .tuple(line(width), fc.array(furniture, { maxLength: 2 }), fc.boolean(), line(width))
    .map(([first, between, isHeaded, second]) => [
      first,
      ...between,
      ...(isHeaded ? headings : []),
      second.map((cell, i) => (i < 2 ? null : cell)),
    ]);
}

/** Lines of one table: headings, records, headings again, and furniture between them. */
function table(headings: readonly Line[], width: number): fc.Arbitrary<Line[]> {
  const block = fc.oneof(
    { weight: 6, arbitrary: line(width).map((cells) => [cells]) },
    { weight: 2, arbitrary: furniture.map((cells) => [cells]) },
    { weight: 1, arbitrary: fc.constant([...headings]) },
    {
      weight: 1,
      arbitrary: line(width).map((cells) => [cells, cells.map((cell, i) => (cell !== null && i < 2 ? "^" : null))]),
    },
    { weight: 1, arbitrary: splitGroup(headings, width) },
    { weight: 1, arbitrary: line(width).map((cells) => [["① 支援の充実", ...Array<"<">(width - 1).fill("<")], cells]) },
  );
  return fc.array(block, { maxLength: 12 }).map((blocks) => [...headings, ...blocks.flat()]);
}

const SENDAI: Line = ["事業名", "事業概要及び計画内容", "令和5年度実績", "実績に対する評価", "担当局"];
const OGORI: Line = [
  "No.",
  "事業名",
  "担当課",
  "内容",
  "実施状況(令和3年度)",
  "評価",
  "備考",
  "今後の取り組み",
  "方向性",
];
const NERIMA: readonly Line[] = [
  [null, "No. 8 - 1", "<", "年度別の取組計画", "<", "<", "<"],
  [null, "令和3年度目標", "現況", "令和元年度", "令和2年度", "令和3年度", "計"],
];
const SUMMARY: readonly Line[] = [["達成状況", "<", "<", "事業数", "うち重点"]];
const MATRIX: readonly Line[] = [
  ["点検結果", "予算・人員等の拡大", "<", "予算・人員等の縮減", "<", "予算・人員等の現状維持", "<"],
  ["事業目標どおり", "A", 1, "B", 0, "C", 10],
];
const CARD: readonly Line[] = [
  ["事務事業名", "甲", "<", "所管課", "課"],
  ["達成状況", "3", "点検結果", "C", "重点", "重点"],
  ["年度", "現状", "2011年度", "2012年度"],
  ["事業目標", "続ける", "増やす", "減らす"],
  ["実績", "<", "増えた"],
];

/** Sheets of each form as careless people draw them. */
export const LAYOUTS: Readonly<Record<keyof typeof FORMS, fc.Arbitrary<Line[]>>> = {
  "sendai-projects": table([SENDAI], 6),
  "ogori-progress": table([OGORI], 10),
  "nerima-action-plan": table(NERIMA, 8),
  "kawasaki-evaluation": fc
    .array(fc.oneof(table(SUMMARY, 6), table(MATRIX, 7), table(CARD, 5)), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.flat()),
};

/** Columns cut out, texts strewn over the sheet, merges wherever they fall. */
export const disorder = fc.record({
  row: fc.integer({ min: 1, max: 4 }),
  column: fc.integer({ min: 1, max: 3 }),
  removed: fc.option(fc.integer({ min: 0, max: 8 })),
  strewn: fc.array(
    fc.record({ row: fc.nat(20), column: fc.nat(14), text: fc.constantFrom("メモ", "※ 注", "1 章", "評価") }),
    {
      maxLength: 3,
    },
  ),
  merges: fc.array(fc.record({ top: fc.nat(20), left: fc.nat(12), rows: fc.nat(3), columns: fc.nat(4) }), {
    maxLength: 3,
  }),
  beside: fc.boolean(),
});

/** Draws lines as a sheet and disorders it. */
export function disordered(
  lines: readonly Line[],
  how: typeof disorder extends fc.Arbitrary<infer T> ? T : never,
): SheetSnapshot {
  const { row, column, removed, strewn, merges, beside } = how;
  const kept: Grid = lines.map((cells) => (removed === null ? cells : cells.filter((_, i) => i !== removed)));
  const width = Math.max(...kept.map(({ length }) => length));
  const doubled: Grid = kept.map((cells) => [...cells, ...Array<null>(width + 1 - cells.length).fill(null), ...cells]);
  const drawn = sheet(beside ? doubled : kept, { row, column });
  const cells = new Map<string, CellSnapshot>();
  for (const cell of drawn.cells) cells.set(`${cell.row}:${cell.column}`, cell);
  for (const { row: r, column: c, text } of strewn) {
    cells.set(`${r + 1}:${c + 1}`, { row: r + 1, column: c + 1, value: text, text });
  }
  const sorted = [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  const thrown = merges.map(({ top, left, rows, columns }): CellRange => ({
    top: top + 1,
    left: left + 1,
    bottom: top + 1 + rows,
    right: left + 1 + columns,
  }));
  return { ...drawn, cells: sorted, merges: [...drawn.merges, ...thrown] };
}
