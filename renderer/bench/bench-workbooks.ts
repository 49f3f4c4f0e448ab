import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUILT_IN_TEMPLATES } from "../forms/load-forms.ts";
import {
  parseSampleSource,
  type SampleCell,
  type SampleRow,
  type SampleSheet,
  type SampleSource,
} from "../samples/sample-source.ts";
import { writeSampleWorkbook } from "../samples/write-sample-workbook.ts";

/** Sections of the large workbook; the sample has as many. */
const SECTIONS = 4;
/** Departments of one project: how many lines its merged cells cover. */
const LARGEST_GROUP = 5;

/** What the records of the Ogori sample say, column by column, for composing others of the same length. */
interface OgoriTexts {
  readonly projects: readonly SampleCell[];
  readonly contents: readonly SampleCell[];
  /** 担当課, 実施状況, 評価, 今後の取り組み, 方向性 of one record. */
  readonly departments: readonly (readonly SampleCell[])[];
}

/**
 * A workbook in the form `ogori-progress` with this many records: four sections, projects of one to five departments
 * with merged cells, and the texts of the sample dealt out anew, without errors. The same number gives the same bytes.
 */
export async function ogoriWorkbook(records: number): Promise<Uint8Array> {
  const sheet = sampleSheet("ogori-progress/samples/ogori.source.json");
  const deal = dealer(ogoriTexts(sheet));
  const sections = Array.from({ length: SECTIONS }, (_, i) => {
    const share = Math.floor((records * (i + 1)) / SECTIONS) - Math.floor((records * i) / SECTIONS);
    return ogoriSection(sheet, i + 1, share, deal);
  });
  return await writeSampleWorkbook({ sheets: [{ ...sheet, rows: sections.flat() }] });
}

/** Workbooks in the form `sendai-projects`, two printed pages each: the sample with its rows in another order. */
export async function sendaiWorkbooks(count: number): Promise<Uint8Array[]> {
  const sheet = sampleSheet("sendai-projects/samples/sendai-r6.source.json");
  const isRecord = ({ role, cells }: SampleRow) => role === undefined && cells.length > 0;
  const opening = sheet.rows.filter((row) => !isRecord(row));
  const records = sheet.rows.filter(isRecord);
  const sources = Array.from({ length: count }, (_, i): SampleSource => {
    const turn = i % records.length;
    return { sheets: [{ ...sheet, rows: [...opening, ...records.slice(turn), ...records.slice(0, turn)] }] };
  });
  return await Promise.all(sources.map(writeSampleWorkbook));
}

function sampleSheet(path: string): SampleSheet {
  return parseSampleSource(JSON.parse(readFileSync(join(BUILT_IN_TEMPLATES, path), "utf8"))).sheets[0]!;
}

function ogoriTexts({ rows }: SampleSheet): OgoriTexts {
  const records = rows.filter(({ role, cells }) => role === undefined && cells.length > 0).map(({ cells }) => cells);
  const full = records.filter(({ length }) => length === 8);
  return {
    projects: full.map((cells) => cells[1]!),
    contents: full.map((cells) => cells[3]!),
    departments: records.map((cells) =>
      cells.length === 8 ? [cells[2]!, ...cells.slice(4)] : cells,
    ) as SampleCell[][],
  };
}

/** Deals texts out by a fixed sequence of numbers that looks random. */
function dealer(texts: OgoriTexts) {
  let state = 1;
  const below = (limit: number) => {
    // Park and Miller's generator: exact in double precision.
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const pick = <T>(list: readonly T[]) => list[below(list.length)]!;
  return {
    groupSize: () => 1 + below(LARGEST_GROUP),
    project: () => pick(texts.projects),
    content: () => pick(texts.contents),
    /** Records of as many different departments: the same one twice in a project is an error. */
    departments: (count: number) => {
      const dealt = new Map<string | number, readonly SampleCell[]>();
      while (dealt.size < count) {
        const record = pick(texts.departments);
        dealt.set(record[0]!.value, record);
      }
      return [...dealt.values()];
    },
  };
}

function ogoriSection(
  sheet: SampleSheet,
  number: number,
  records: number,
  deal: ReturnType<typeof dealer>,
): SampleRow[] {
  const opening = (role: SampleRow["role"]) => sheet.rows.find((row) => row.role === role)!;
  const rows: SampleRow[] = [
    titleRow("section", `${number} おごおりっこを育む地域の中の子育て環境づくり`),
    titleRow("subsection", `(${number})子育て家庭への支援の充実`),
    opening("heading"),
  ];
  for (let left = records, project = 1; left > 0; project++) {
    const size = Math.min(deal.groupSize(), left);
    left -= size;
    const spanning = (cell: SampleCell): SampleCell => ({ ...cell, rows: size });
    const [[department, ...rest] = [], ...others] = deal.departments(size);
    const code = { value: project, rows: size, columns: 1, role: undefined };
    rows.push(recordRow([code, spanning(deal.project()), department!, spanning(deal.content()), ...rest]));
    rows.push(...others.map(recordRow));
  }
  return [...rows, recordRow([])];
}

function titleRow(role: "section" | "subsection", value: string): SampleRow {
  return { role, cells: [{ value, rows: 1, columns: 8, role: undefined }] };
}

function recordRow(cells: readonly SampleCell[]): SampleRow {
  return { role: undefined, cells };
}
