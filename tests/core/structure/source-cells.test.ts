import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { foldText } from "../../../core/text/fold.ts";
import { cellName } from "../../../core/workbook/address.ts";
import { placeCells } from "../../../renderer/samples/place-cells.ts";
import { parseSampleSource } from "../../../renderer/samples/sample-source.ts";
import { samplePath, SAMPLES, type SampleName } from "../../support/samples.ts";

/** A datum of a golden file that names the cell it comes from. */
interface Datum {
  readonly heading: string;
  readonly text: string;
  readonly cell: string;
  /** The datum of the same row under `…の単位`. */
  readonly unit: string | undefined;
}

/** What stands otherwise in the data tables than in its cell; `docs/structuring.md` says why. */
const CHANGED: Readonly<Partial<Record<SampleName, Readonly<Record<string, string>>>>> = {
  nerima: { D20: "1か所 → 1, か所" },
};

const LINE = /^ {4}(.+?) ("(?:[^"\\]|\\.)*"|[^"\s]+)(?: as (\S+))?(?: (\^?)([A-Z]+[0-9]+))?$/u;

/** The data of the golden file that stand in their own cell, what is filled down left out. */
function goldenData(name: SampleName): Datum[] {
  const path = join(import.meta.dirname, "..", "..", "structure", `${name}.tables.txt`);
  const data: Datum[] = [];
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const [, heading = "", written = "", , filledDown, cell] = LINE.exec(line) ?? [];
    if (heading === "" || filledDown === "^") continue;
    const text = written.startsWith('"') ? String(JSON.parse(written)) : written;
    const last = data.at(-1);
    if (cell !== undefined) data.push({ heading, text, cell, unit: undefined });
    else if (last && heading === `${last.heading}の単位`) data[data.length - 1] = { ...last, unit: text };
  }
  return data;
}

/** The cells of the document that the sample workbook was made from. */
function sourceCells(name: SampleName): Map<string, string> {
  const json: unknown = JSON.parse(readFileSync(samplePath(name).replace(/\.xlsx$/u, ".source.json"), "utf8"));
  const [sheet, ...others] = parseSampleSource(json).sheets;
  expect(others).toEqual([]);
  const written = placeCells(sheet!).filter(({ value }) => /\S/u.test(String(value)));
  return new Map(written.map(({ row, column, value }) => [cellName({ row, column }), String(value)]));
}

describe.each(SAMPLES)("%s: the golden tables of %s", (_, name) => {
  const data = goldenData(name);
  const cells = sourceCells(name);

  test("say what the cells of the document say, cell for cell", () => {
    const changed = data.flatMap(({ cell, text, unit }) => {
      const source = cells.get(cell);
      if (source === text) return [];
      return [[cell, `${source ?? "no such cell"} → ${[text, unit].filter(Boolean).join(", ")}`]];
    });
    expect(Object.fromEntries(changed)).toEqual(CHANGED[name] ?? {});
  });

  test("leave out no cell but headings that stand there again", () => {
    const kept = new Set(data.map(({ cell }) => cell));
    const headings = new Set(
      data.flatMap(({ heading, text }) => (/^(?:上の)?見出し$/u.test(heading) ? [foldText(text)] : [])),
    );
    const lost = [...cells].filter(([cell, text]) => !kept.has(cell) && !headings.has(foldText(text)));
    expect(lost).toEqual([]);
    expect(kept.size).toBeGreaterThan(cells.size / 3);
  });
});
