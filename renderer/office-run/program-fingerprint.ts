import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "./render-record.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const PROGRAM = ["package.json", "package-lock.json", "{core,renderer,xlsx,templates}/**/*.{ts,json,hbs,css}"];

/** A fingerprint of the program, its templates and the person's own: when it changes, so may every report. */
export function programFingerprint(ownTemplates: string | undefined): string {
  const files = globSync(PROGRAM, { cwd: ROOT, exclude: ["**/samples/**", "renderer/bench/**"] }).map((file) =>
    join(ROOT, file),
  );
  const own = ownTemplates === undefined ? [] : globSync("**/*.{json,hbs,css}", { cwd: ownTemplates });
  const all = [...files, ...own.map((file) => join(ownTemplates!, file))].sort();
  return fingerprint(all.flatMap((file) => [file, readFileSync(file)]));
}
