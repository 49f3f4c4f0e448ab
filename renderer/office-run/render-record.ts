import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { writeOutputFile } from "../write-output-file.ts";

/** Name of the record in an output folder. */
export const RECORD_FILE = ".hyoka-render.json";

/** What an output folder remembers of the reports in it. */
export interface RenderRecord {
  /** Whether a report is there, unchanged, and was made from the same things. */
  readonly isCurrent: (file: string, source: string) => Promise<boolean>;
  /** Remembers what a report was made from. */
  readonly add: (file: string, source: string, report: Uint8Array | string) => void;
  readonly save: () => Promise<void>;
}

interface Entry {
  /** Fingerprint of the workbook, the templates, the program and the options. */
  readonly source: string;
  /** Fingerprint of the report. */
  readonly report: string;
}

/** Reads the record of an output folder; a record that is not there or not readable remembers nothing. */
export async function readRenderRecord(folder: string): Promise<RenderRecord> {
  const entries = await readEntries(join(folder, RECORD_FILE));
  const keyOf = (file: string) => relative(folder, file).replaceAll("\\", "/");
  return {
    async isCurrent(file, source) {
      const entry = entries.get(keyOf(file));
      if (entry?.source !== source) return false;
      const report = await readFile(file).catch(() => undefined);
      return report !== undefined && fingerprint([report]) === entry.report;
    },
    add(file, source, report) {
      entries.set(keyOf(file), { source, report: fingerprint([report]) });
    },
    async save() {
      const sorted = Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
      await writeOutputFile(join(folder, RECORD_FILE), `${JSON.stringify({ version: 1, reports: sorted }, null, 1)}\n`);
    },
  };
}

/** One fingerprint of several contents. */
export function fingerprint(contents: Iterable<Uint8Array | string>): string {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(`${content.length}:`).update(content);
  return hash.digest("hex");
}

async function readEntries(file: string): Promise<Map<string, Entry>> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return new Map();
    throw error;
  }
  try {
    const { version, reports } = JSON.parse(text) as { version?: unknown; reports?: unknown };
    if (version !== 1 || typeof reports !== "object" || reports === null) return new Map();
    return new Map(Object.entries(reports).filter((pair): pair is [string, Entry] => isEntry(pair[1])));
  } catch (error) {
    // Somebody has edited it: everything is printed again, and the record written anew.
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}

function isEntry(value: unknown): value is Entry {
  const { source, report } = (value ?? {}) as Partial<Record<keyof Entry, unknown>>;
  return typeof source === "string" && typeof report === "string";
}
