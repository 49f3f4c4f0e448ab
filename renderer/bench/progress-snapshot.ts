import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CellRange, CellSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { BUILT_IN_TEMPLATES } from "../forms/load-forms.ts";
import { parseSampleSource } from "../samples/sample-source.ts";

/** Departments of one project: how many lines its merged cells cover. */
const LARGEST_GROUP = 5;
const COLUMNS = 8;
/** Texts that copies are taken from. */
const STOCK = 200;
/** Words of the sample that others may stand for, so that no two rows read alike. */
const WORDS =
  /支援|相談|活動|講座|情報|家庭|児童|保護者|地域|学校|教室|保育|子育て|事業|発達|育児|教育|研修|健診|訪問|妊娠|出産|母子|健康|虐待|就労|交流|サークル|センター|広報|ホームページ/gu;
const OTHERS =
  "防災 道路 河川 図書 観光 農業 商店 公園 住宅 交通 環境 緑化 文化 介護 医療 消防 水道 資源 景観 雇用 企業 移住 空家 森林 漁港 統計 選挙 納税 窓口 戸籍 年金 福祉 人権 平和 国際 青年 高齢者 認知症 ボランティア スポーツ アンケート データ 設備 施設 契約 監査 広場 街灯 橋梁 舗装 歩道 避難所 備蓄 訓練 下水 浄化槽 清掃 減量 太陽光".split(
    " ",
  );

/** What one column of the sample says, sentence by sentence. */
interface Columns {
  readonly projects: readonly string[];
  readonly departments: readonly string[];
  readonly contents: readonly string[];
  readonly results: readonly string[];
  readonly outlooks: readonly string[];
}

/**
 * A table in the form `ogori-progress` with this many records as a reader would give it: projects of one to five
 * departments with merged cells, every text composed of sentences of the sample with other words and figures in them.
 * @param copies percentage of texts that are copies of others.
 */
export function progressSnapshot(records: number, copies: number): WorkbookSnapshot {
  const columns = sampleColumns();
  const next = below();
  const compose = (sentences: readonly string[]) => {
    const parts = Array.from({ length: 1 + next(3) }, () => sentences[next(sentences.length)]!);
    return parts
      .join("")
      .replace(WORDS, (word) => (next(2) === 0 ? word : OTHERS[next(OTHERS.length)]!))
      .replace(/[0-9]+/gu, (digits) => String(1 + next(10 ** digits.length)));
  };
  const dealer = (sentences: readonly string[]) => {
    const stock: string[] = [];
    return () => {
      if (stock.length > 0 && next(100) < copies) return stock[next(stock.length)]!;
      const text = compose(sentences);
      if (stock.length < STOCK) stock.push(text);
      return text;
    };
  };
  const content = dealer(columns.contents);
  const result = dealer(columns.results);
  const outlook = dealer(columns.outlooks);
  const cells: CellSnapshot[] = [];
  const merges: CellRange[] = [];
  const put = (row: number, values: readonly (string | number | null)[]) => {
    values.forEach((value, i) => {
      if (value !== null) cells.push({ row, column: i + 1, value, text: String(value) });
    });
  };
  put(1, ["2 おごおりっこを育む地域の中の子育て環境づくり"]);
  put(2, ["No.", "事業名", "担当課", "内容(第2期計画記載)", "実施状況(令和3年度)", "評価", "今後の取り組み", "方向性"]);
  merges.push({ top: 1, bottom: 1, left: 1, right: COLUMNS });
  let row = 3;
  for (let done = 0, project = 1; done < records; project++) {
    const size = Math.min(1 + next(LARGEST_GROUP), records - done);
    const first = next(columns.departments.length);
    for (let i = 0; i < size; i++, done++, row++) {
      const department = columns.departments[(first + i) % columns.departments.length]!;
      const title = i > 0 ? null : compose([columns.projects[next(columns.projects.length)]!]) + String(project);
      const code = i > 0 ? null : project;
      const plan = i > 0 ? null : content();
      put(row, [
        code,
        title,
        department,
        plan,
        result(),
        "ABC"[next(3)]!,
        outlook(),
        ["継続", "充実", "見直し"][next(3)]!,
      ]);
    }
    if (size === 1) continue;
    for (const column of [1, 2, 4]) merges.push({ top: row - size, bottom: row - 1, left: column, right: column });
  }
  const sheet = { name: "進捗状況", visibility: "visible", cells, merges } as const;
  return { sheets: [{ ...sheet, hiddenRows: [], hiddenColumns: [], tables: [] }] };
}

function sampleColumns(): Columns {
  const path = join(BUILT_IN_TEMPLATES, "ogori-progress/samples/ogori.source.json");
  const { rows } = parseSampleSource(JSON.parse(readFileSync(path, "utf8"))).sheets[0]!;
  const records = rows
    .filter(({ role, cells }) => role === undefined && cells.length > 0)
    .map(({ cells }) => cells.map((cell) => String(cell?.value ?? "")));
  const full = records.filter(({ length }) => length === COLUMNS);
  /** The last columns, which every department has of its own. */
  const own = records.map((cells) => (cells.length === COLUMNS ? [cells[2]!, ...cells.slice(4)] : cells));
  const sentences = (texts: readonly (string | undefined)[]) =>
    texts.flatMap((text) => (text ?? "").split(/(?<=。)\s*/u)).filter((sentence) => sentence.length > COLUMNS);
  return {
    projects: full.map((cells) => cells[1]!),
    departments: [...new Set(own.map((cells) => cells[0]!))],
    contents: sentences(full.map((cells) => cells[3])),
    results: sentences(own.map((cells) => cells[1])),
    outlooks: sentences(own.map((cells) => cells[3])),
  };
}

/** Numbers below a limit that look random, the same every time (Park and Miller; exact in double precision). */
function below(): (limit: number) => number {
  let state = 1;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}
