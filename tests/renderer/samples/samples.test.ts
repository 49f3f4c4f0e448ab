import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placeCells } from "../../../renderer/samples/place-cells.ts";
import { parseSampleSource } from "../../../renderer/samples/sample-source.ts";
import type { SampleSource } from "../../../renderer/samples/sample-source.ts";
import { findSampleSources, writeSamples } from "../../../renderer/samples/write-samples.ts";

const templatesFolder = join(import.meta.dirname, "../../../templates");
const sources = findSampleSources(templatesFolder);

test("Every document has a sample", () => {
  expect(sources.map((path) => basename(path, ".source.json")).sort()).toEqual([
    "kawasaki",
    "nerima",
    "ogori",
    "sendai-r5",
    "sendai-r6",
  ]);
});

describe("Writing the samples again", () => {
  const outFolder = mkdtempSync(join(tmpdir(), "hyoka-samples-"));
  let written: string[] = [];
  beforeAll(async () => {
    written = await writeSamples(templatesFolder, outFolder);
  });
  afterAll(() => {
    rmSync(outFolder, { recursive: true });
  });

  test("gives the same bytes", () => {
    expect(written).toHaveLength(sources.length);
    for (const path of written) {
      const kept = readFileSync(join(templatesFolder, relative(outFolder, path)));
      expect(readFileSync(path).equals(kept), relative(outFolder, path)).toBe(true);
    }
  });
});

describe.each(sources)("%s", (path) => {
  const source = readSource(path);

  test("stands in its workbook cell by cell", async () => {
    const workbook = await readSample(path);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(source.sheets.map((sheet) => sheet.name));
    for (const sheet of source.sheets) {
      const worksheet = workbook.getWorksheet(sheet.name)!;
      for (const cell of placeCells(sheet)) {
        const kept = worksheet.getCell(cell.row, cell.column);
        expect(kept.value, kept.address).toBe(cell.value === "" ? null : cell.value);
        const lastCovered = worksheet.getCell(cell.bottom, cell.right);
        expect(lastCovered.master.address, lastCovered.address).toBe(kept.address);
      }
    }
  });

  test("loses no text on the way", async () => {
    const workbook = await readSample(path);
    const inSource = source.sheets.flatMap((sheet) =>
      sheet.rows.flatMap((row) => row.cells.map((cell) => cell?.value)),
    );
    const texts = inSource.filter((value) => value !== undefined && value !== "");
    expect(workbook.worksheets.flatMap(valuesInReadingOrder)).toEqual(texts);
  });
});

test.each([
  ["sendai-projects/samples/sendai-r5", "令和5年度実績", "C4", "利用者数:243人 高校進学率:98%", "C4"],
  ["sendai-projects/samples/sendai-r6", "令和6年度実績", "C5", null, "C5"],
  ["nerima-action-plan/samples/nerima", "計画8", "D6", "No. 8 — 1", "C6"],
  ["nerima-action-plan/samples/nerima", "計画8", "E10", 118, "E10"],
  ["nerima-action-plan/samples/nerima", "計画8", "D55", "百万円)", "D55"],
  ["kawasaki-evaluation/samples/kawasaki", "評価票(2)", "K17", "川崎区役所こども支援室", "J17"],
  ["kawasaki-evaluation/samples/kawasaki", "評価票(2)", "D22", "\u00a0", "D22"],
  ["kawasaki-evaluation/samples/kawasaki", "評価票(2)", "A105", ">>前のページへ戻る", "A105"],
  ["ogori-progress/samples/ogori", "進捗状況", "B5", "サークルなど親子間の交流事業の促進", "B4"],
  ["ogori-progress/samples/ogori", "進捗状況", "A9", 3, "A9"],
  ["ogori-progress/samples/ogori", "進捗状況", "A18", "## 2 おごおりっこを育む地域の中の子育て環境づくり", "A18"],
])("%s: %s!%s holds %j", async (document, sheetName, address, value, master) => {
  const workbook = await readSample(`${document}.source.json`);
  const cell = workbook.getWorksheet(sheetName)!.getCell(address);
  expect(cell.value).toBe(value);
  expect(cell.master.address).toBe(master);
});

test("The dropdowns of Ogori stand on the records only", async () => {
  const worksheet = (await readSample("ogori-progress/samples/ogori.source.json")).worksheets[0]!;
  const ratings: (string | undefined)[] = [];
  worksheet.eachRow((row) => {
    const department = row.getCell(3).value;
    const isRecord = !row.getCell(3).isMerged && department !== null && department !== "担当課";
    const lists = [6, 8].map((column) => choices(row.getCell(column)));
    expect(lists, `row ${row.number}`).toEqual(
      isRecord ? ["A,B,C,D,未選択", "継続,充実,見直し,縮小,終了,未選択"] : [undefined, undefined],
    );
    if (isRecord) ratings.push(lists[0]);
  });
  expect(ratings).toHaveLength(48);
});

test("The dropdown ranges of Ogori do not overlap", () => {
  const parts = unzipSync(readFileSync(join(templatesFolder, "ogori-progress/samples/ogori.xlsx")));
  const xml = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
  const ranges = [...xml.matchAll(/<dataValidation [^>]*sqref="([^"]*)"/g)].map((match) => match[1]);
  const rows = ["4:13", "15:16", "21:26", "28:34", "39:40", "42:47", "52:57", "59:67"];
  const expected = ["F", "H"].flatMap((column) => rows.map((row) => column + row.replace(":", `:${column}`)));
  expect(ranges.sort()).toEqual(expected.sort());
});

test.each([
  [null, "$ is not an object"],
  [{ sheets: [{}] }, "$.sheets[0].page is not an object"],
  [{ sheets: [sheetWith([[{ value: true }]])] }, "$.sheets[0].rows[0][0].value is not a text or a number"],
  [{ sheets: [sheetWith([{ role: "headline", cells: [] }])] }, "$.sheets[0].rows[0].role is not one of"],
])("A source that is not one is refused: %j", (json, message) => {
  expect(() => parseSampleSource(json)).toThrow(message);
});

function sheetWith(rows: unknown[]): object {
  return { name: "様式", page: { orientation: "portrait" }, columns: [{ width: 10 }], rows };
}

function readSource(path: string): SampleSource {
  return parseSampleSource(JSON.parse(readFileSync(join(templatesFolder, path), "utf8")));
}

async function readSample(sourcePath: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(templatesFolder, sourcePath.replace(".source.json", ".xlsx")));
  return workbook;
}

function choices(cell: ExcelJS.Cell): string | undefined {
  // ExcelJS gives undefined for a cell without validation, against its own declaration.
  const validation = cell.dataValidation as ExcelJS.DataValidation | undefined;
  return validation && String(validation.formulae[0]).replaceAll('"', "");
}

function valuesInReadingOrder(worksheet: ExcelJS.Worksheet): unknown[] {
  const values: unknown[] = [];
  worksheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.master.address === cell.address) values.push(cell.value);
    });
  });
  return values;
}
