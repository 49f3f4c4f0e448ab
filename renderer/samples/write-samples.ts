import { globSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseSampleSource } from "./sample-source.ts";
import { writeSampleWorkbook } from "./write-sample-workbook.ts";

const sourceSuffix = ".source.json";

/** Paths of all sample sources, relative to the folder of templates. */
export function findSampleSources(templatesFolder: string): string[] {
  return globSync(`*/samples/*${sourceSuffix}`, { cwd: templatesFolder }).sort();
}

/** Writes the workbook of every sample source below `outFolder`, in the folders of the sources; returns the paths written. */
export async function writeSamples(templatesFolder: string, outFolder: string): Promise<string[]> {
  const written: string[] = [];
  for (const sourcePath of findSampleSources(templatesFolder)) {
    const json: unknown = JSON.parse(await readFile(join(templatesFolder, sourcePath), "utf8"));
    const path = join(outFolder, `${sourcePath.slice(0, -sourceSuffix.length)}.xlsx`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await writeSampleWorkbook(parseSampleSource(json)));
    written.push(path);
  }
  return written;
}

if (import.meta.main) {
  const templatesFolder = join(import.meta.dirname, "../../templates");
  for (const path of await writeSamples(templatesFolder, templatesFolder)) console.error(path);
}
