import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { newWorkbook } from "../../core/new-workbook/new-workbook.ts";
import { documentTables, type EvaluationDocument, type SourcedValue } from "../../core/table/evaluation-document.ts";
import { recogniseForm } from "../../core/table/recognise-form.ts";
import { UserError } from "../../core/user-error.ts";
import { readXlsxBytes } from "../../xlsx/read-xlsx-bytes.ts";
import { placeless } from "../support/placeless.ts";
import { readSample, type SampleName } from "../support/samples.ts";
import { formNamed, FORMS, madeFile, readBack } from "./made-workbook.ts";

async function sample(name: SampleName): Promise<EvaluationDocument> {
  return recogniseForm(await readSample(name), FORMS).document;
}

async function rolledOver(form: string, from: SampleName, fiscalYear: number): Promise<EvaluationDocument> {
  const { document, form: found } = await readBack(await madeFile(form, { fiscalYear, from }));
  expect(found.name).toBe(form);
  expect(document.fiscalYear).toBe(fiscalYear);
  return document;
}

/** The texts of a document's records, by field. */
function texts(document: EvaluationDocument, resource: string): Record<string, string>[] {
  return documentTables(document)
    .filter((table) => table.resource === resource)
    .flatMap(({ records }) => records.filter(({ kind }) => kind === "record"))
    .map(({ values }) => Object.fromEntries(Object.entries(values).map(([field, { text }]) => [field, text])));
}

/** The yearly values of a field, one list a record. */
function yearly(document: EvaluationDocument, resource: string, field: string): (string | null)[][] {
  return documentTables(document)
    .filter((table) => table.resource === resource)
    .flatMap(({ records }) => records.filter(({ series }) => Object.hasOwn(series, field)))
    .map(({ series }) => series[field]!.map((value: SourcedValue | null) => (value ? value.text : null)));
}

const titles = ({ parts }: EvaluationDocument) =>
  parts.flatMap((part) => (part.kind === "text" && part.role !== "paragraph" ? [part.text.text] : []));

describe("仙台 令和5年度 → 令和6年度", () => {
  test("names, plans and departments go on, results and evaluations begin anew", async () => {
    const [before, after] = [await sample("sendai-r5"), await rolledOver("sendai-projects", "sendai-r5", 2024)];
    expect(texts(after, "projects")).toEqual(
      texts(before, "projects").map((record) => ({ ...record, result: "", evaluation: "" })),
    );
    expect(titles(after)).toEqual(["主な施策8事業の令和6年度実績"]);
    expect(documentTables(after)[0]?.columns.map(({ heading }) => heading?.text)).toContain("令和6年度実績(件数等)");
  });

  test("filled in with the texts of 令和6年度, it is the document of 令和6年度", async () => {
    const workbook = new ExcelJS.Workbook();
    const made = await madeFile("sendai-projects", { fiscalYear: 2024, from: "sendai-r5" });
    await workbook.xlsx.load(made.buffer as ArrayBuffer);
    const sheet = workbook.getWorksheet("事業")!;
    const headings = sheet.getRow(1).values as string[];
    const wanted = await sample("sendai-r6");
    const fields = formNamed("sendai-projects").resources[0]!.schema.fields;
    texts(wanted, "projects").forEach((record, i) => {
      for (const { name, title } of fields) sheet.getCell(i + 2, headings.indexOf(title)).value = record[name]!;
    });
    const filled = await readBack(new Uint8Array(await workbook.xlsx.writeBuffer()));
    const records = (document: EvaluationDocument) => documentTables(document).map((table) => placeless(table.records));
    expect(records(filled.document)).toEqual(records(wanted));
    expect(filled.document.fiscalYear).toBe(wanted.fiscalYear);
    expect(titles(filled.document)).toEqual(titles(wanted));
    expect(documentTables(filled.document).map((table) => placeless(table.columns))).toEqual(
      documentTables(wanted).map((table) => placeless(table.columns)),
    );
  });
});

test("小郡: number, name, department and content go on under the same headings, merged as before", async () => {
  const [before, after] = [await sample("ogori"), await rolledOver("ogori-progress", "ogori", 2022)];
  expect(texts(after, "progress")).toEqual(
    texts(before, "progress").map((record) => ({ ...record, progress: "", rating: "", nextAction: "", direction: "" })),
  );
  expect(documentTables(after).map(({ records }) => records.length)).toEqual([12, 13, 8, 15]);
  expect(titles(after)).toEqual(titles(before));
  const inherited = (document: EvaluationDocument, field: string) =>
    documentTables(document).map(({ records }) => records.map(({ values }) => values[field]?.inherited === true));
  expect(inherited(after, "project")).toEqual(inherited(before, "project"));
  expect(inherited(after, "progress").flat()).not.toContain(true);
});

describe("練馬 令和3年度 → 令和4年度", () => {
  test("the years move by one: plans of the same years go on, the new year is blank", async () => {
    const [before, after] = [await sample("nerima"), await rolledOver("nerima-action-plan", "nerima", 2022)];
    for (const { periods } of documentTables(after)) {
      expect(periods.map(({ label }) => label.text)).toEqual(["令和2年度", "令和3年度", "令和4年度"]);
    }
    const plans = yearly(before, "plan-items", "plan");
    expect(yearly(after, "plan-items", "plan")).toEqual(plans.map(([, second, third]) => [second, third, ""]));
    expect(texts(after, "plan-items")).toEqual(texts(before, "plan-items").map((record) => ({ ...record, total: "" })));
    expect(titles(after)).toContain("令和2(2020)年度~令和4(2022)年度の取組");
  });

  test("the target's year moves, that of the baseline stays with its values, and the common heading is one", async () => {
    const after = await rolledOver("nerima-action-plan", "nerima", 2022);
    for (const { columns } of documentTables(after)) {
      const heading = (field: string) => columns.find((column) => column.field === field)?.heading?.text;
      expect(heading("target")?.replace(/\s/gu, "")).toBe("令和4年度目標");
      expect(heading("baseline")?.replace(/\s/gu, "")).toBe("平成30年度末の現況");
      expect(new Set(columns.map(({ under }) => under)).size).toBe(2);
    }
  });

  test("the cover says what has to be looked at again", async () => {
    const { cover } = newWorkbook(formNamed("nerima-action-plan"), {
      fiscalYear: 2022,
      rows: 1,
      last: await sample("nerima"),
    });
    expect(cover.table.rows.map(({ content }) => content?.text)).toEqual(
      expect.arrayContaining([
        "「令和3年度目標」を「令和4年度目標」に改めましたが、値は令和3年度のままです。見直してください。",
        "年度別の欄は、年度を送りました。同じ年度の値は引き継ぎ、新しい年度の欄は空けてあります。",
      ]),
    );
  });

  test("three years later nothing of the years is left", async () => {
    const after = await rolledOver("nerima-action-plan", "nerima", 2024);
    expect(new Set(yearly(after, "plan-items", "plan").flat())).toEqual(new Set([""]));
  });
});

describe("川崎 2012年度", () => {
  test("→ 2013年度: the years of the plan stay, its goals and the results of past years with them", async () => {
    const [before, after] = [await sample("kawasaki"), await rolledOver("kawasaki-evaluation", "kawasaki", 2013)];
    const periods = documentTables(after).find(({ resource }) => resource === "projects")?.periods;
    expect(periods?.map(({ label }) => label.text)).toEqual([
      "現状(計画策定時)",
      "2011年度",
      "2012年度",
      "2013年度",
      "2014年度以降",
    ]);
    expect(yearly(after, "projects", "goal")).toEqual(yearly(before, "projects", "goal"));
    expect(yearly(after, "projects", "result")).toEqual(yearly(before, "projects", "result"));
    expect(yearly(after, "projects", "result").every(([, , , year]) => year === "")).toBe(true);
    expect(texts(after, "projects")).toEqual(
      texts(before, "projects").map((record) => ({ ...record, achievement: "", inspection: "" })),
    );
    expect(titles(after)).toEqual(["施策進行管理・評価票(2)", "評価年度:2013年度", "<配下の事務事業一覧>"]);
  });

  test("→ 2014年度: 以降 is no year of the plan, so the years move, and values stay with their years", async () => {
    const [before, after] = [await sample("kawasaki"), await rolledOver("kawasaki-evaluation", "kawasaki", 2014)];
    const periods = documentTables(after).find(({ resource }) => resource === "projects")?.periods;
    expect(periods?.map(({ label }) => label.text)).toEqual([
      "現状(計画策定時)",
      "2013年度",
      "2014年度",
      "2015年度",
      "2016年度以降",
    ]);
    expect(yearly(after, "projects", "goal")).toEqual(
      yearly(before, "projects", "goal").map(([now, , , third]) => [now, third, "", "", ""]),
    );
  });

  test("codes keep their words, and nothing is counted yet", async () => {
    const after = await rolledOver("kawasaki-evaluation", "kawasaki", 2013);
    expect(texts(after, "achievement-summary")[2]).toEqual({
      code: "3",
      label: "目標をほぼ達成",
      count: "0",
      priorityCount: "0",
    });
    expect(texts(after, "inspection-summary").map(({ code, count }) => [code, count])).toEqual(
      ["A", "B", "C", "D", "E", "F", "G", "H"].map((code) => [code, "0"]),
    );
  });
});

test("what a person adds in a prepared row is a record, and its years with it", async () => {
  const workbook = new ExcelJS.Workbook();
  const made = await madeFile("kawasaki-evaluation", { fiscalYear: 2025, rows: 3 });
  await workbook.xlsx.load(made.buffer as ArrayBuffer);
  const put = (sheet: string, row: number, heading: string, value: string) => {
    const worksheet = workbook.getWorksheet(sheet)!;
    worksheet.getCell(row, (worksheet.getRow(1).values as string[]).indexOf(heading)).value = value;
  };
  put("事務事業", 3, "事務事業名", "子育て支援");
  const years = workbook.getWorksheet("年度別")!;
  const headings = years.getRow(1).values as string[];
  years.eachRow((row) => {
    const [number, item, period] = ["記録番号", "区分", "期"].map((name) => row.getCell(headings.indexOf(name)).value);
    if (number === 2 && item === "実績") row.getCell(headings.indexOf("内容")).value = `${period as string}の実績`;
  });
  const { document } = await readBack(new Uint8Array(await workbook.xlsx.writeBuffer()));
  expect(texts(document, "projects")).toMatchObject([{ name: "子育て支援" }]);
  expect(yearly(document, "projects", "result")).toEqual([
    [null, "令和6年度の実績", "令和7年度の実績", "令和8年度の実績", "令和9年度以降の実績"],
  ]);
});

test("beside a filled form sheet, tables that nobody has written in do not count", async () => {
  const form = await readSample("sendai-r5");
  const empty = await readXlsxBytes(await madeFile("sendai-projects", { fiscalYear: 2025 }), "空.xlsx");
  const { document } = recogniseForm({ sheets: [...empty.sheets, ...form.sheets] }, FORMS);
  expect(document.fiscalYear).toBe(2023);
  expect(texts(document, "projects")).toEqual(texts(await sample("sendai-r5"), "projects"));
});

test("last year's workbook has to be of an earlier year, and to say of which", async () => {
  const form = formNamed("sendai-projects");
  const last = await sample("sendai-r6");
  const make = (document: EvaluationDocument, fiscalYear: number) => () =>
    newWorkbook(form, { fiscalYear, rows: 1, last: document });
  expect(make(last, 2024)).toThrow(UserError);
  expect(make(last, 2024)).toThrow("令和6年度より前の年度ではありません");
  expect(make({ ...last, fiscalYear: undefined }, 2025)).toThrow("年度が書かれていません");
});

test.each(FORMS.map(({ name }) => name))("%s made empty, then carried over twice, keeps its year", async (name) => {
  const first = (await readBack(await madeFile(name, { fiscalYear: 2025 }))).document;
  for (const fiscalYear of [2026, 2029]) {
    const made = newWorkbook(formNamed(name), { fiscalYear, rows: 1, last: first });
    expect(made.statedFiscalYear).toBe(fiscalYear);
  }
});
