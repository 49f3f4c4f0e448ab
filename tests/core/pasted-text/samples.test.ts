import { expect, test } from "vitest";
import { structureLedger } from "../../../core/structure/ledger.ts";
import { structureDocument } from "../../../core/structure/structure-document.ts";
import type { EvaluationDocument } from "../../../core/table/evaluation-document.ts";
import { recogniseForm } from "../../../core/table/recognise-form.ts";
import { cellName } from "../../../core/workbook/address.ts";
import { ledgerFaults } from "../../support/ledger.ts";
import {
  cellCharacters,
  comparableRecords,
  pastedText,
  readPasted,
  recordValues,
  squeezed,
} from "../../support/pasted-texts.ts";
import { readSample, SAMPLES, type SampleName } from "../../support/samples.ts";
import { FORMS } from "../../support/sheet.ts";

const names = SAMPLES.map(([, name]) => name);
const tabbed = names.filter((name) => name !== "kawasaki");

async function sampleDocument(name: SampleName) {
  return recogniseForm(await readSample(name), Object.values(FORMS)).document;
}

test.each(tabbed)("%s.txt gives the records of its workbook", async (name) => {
  const expected = await sampleDocument(name);
  const { form, document, doubtful } = readPasted(pastedText(name), `${name}.txt`);
  expect(form.name).toBe(expected.form);
  expect(document.fiscalYear).toBe(expected.fiscalYear);
  expect(comparableRecords(document)).toEqual(comparableRecords(expected));
  expect(doubtful).toEqual([]);
});

test.each(tabbed)("%s.txt has the running text of its workbook", async (name) => {
  const texts = ({ parts }: EvaluationDocument) =>
    parts.map((part) => (part.kind === "text" ? `${part.role}: ${part.text.text}` : "table"));
  expect(texts(readPasted(pastedText(name)).document)).toEqual(texts(await sampleDocument(name)));
});

test.each(names)("%s.txt: every character is in a cell, and every cell in the data tables", (name) => {
  const text = pastedText(name);
  const read = readPasted(text, `${name}.txt`);
  expect(cellCharacters(read)).toBe(squeezed(text));
  expect(ledgerFaults(read.workbook, read.document)).toEqual([]);
  const ledger = structureLedger(read.workbook, read.document, structureDocument(read.document, read.form));
  expect(ledger.filter(({ state }) => state !== "kept" && state !== "repeated")).toEqual([]);
});

test.each(names)("%s.txt: every cell names the line on which it begins", (name) => {
  const lines = pastedText(name).split("\n").map(squeezed);
  const [sheet] = readPasted(pastedText(name), `${name}.txt`).workbook.sheets;
  expect(sheet!.name).toBe(`${name}.txt`);
  const misplaced = sheet!.cells.filter(({ row, text }) => {
    const [first = ""] = text.split("\n").map(squeezed);
    return !lines[row - 1]!.includes(first);
  });
  // The columns of a heading row stand in its first line, wherever in it they begin.
  expect(misplaced.map(cellName)).toEqual([]);
});

/** What a text gives without its tabs, against the workbook: the texts of its values by table, record and field. */
async function compared(name: SampleName, text: string) {
  const expected = recordValues(await sampleDocument(name));
  const { document, doubtful } = readPasted(text, `${name}.txt`);
  const found = recordValues(document);
  const open = new Set(doubtful.map(({ cell }) => cellName(cell)));
  const same: string[] = [];
  const wrong: string[] = [];
  const missing: string[] = [];
  const unmarked: string[] = [];
  expected.forEach((records, table) => {
    records.forEach((record, i) => {
      for (const [field, { text: wanted }] of Object.entries(record)) {
        const place = `${table + 1}.${i + 1} ${field}`;
        const value = found[table]?.[i]?.[field];
        if (squeezed(value?.text ?? "") === squeezed(wanted)) {
          if (wanted.trim() !== "") same.push(place);
        } else if (!value || value.text.trim() === "") missing.push(place);
        else {
          wrong.push(place);
          if (!open.has(cellName(value.cell))) unmarked.push(place);
        }
      }
    });
  });
  return { same: same.length, wrong, missing, unmarked };
}

test("kawasaki.txt has lost its borders: what is guessed wrong is marked, everything else is as in the workbook", async () => {
  const { same, wrong, missing, unmarked } = await compared("kawasaki", pastedText("kawasaki"));
  expect(unmarked).toEqual([]);
  expect(missing).toEqual([]);
  expect(wrong).toEqual(["3.6 goal[0]", "3.6 goal[1]", "3.6 goal[4]"]);
  expect(same).toBe(195);
});

test.each([
  ["sendai-r5", 31],
  ["sendai-r6", 27],
  ["ogori", 354],
  ["nerima", 28],
] as const)("%s.txt without its tabs: no wrong value goes unmarked", async (name, least) => {
  const { same, unmarked } = await compared(name, pastedText(name).replaceAll("\t", " "));
  expect(unmarked).toEqual([]);
  expect(same).toBeGreaterThanOrEqual(least);
});
