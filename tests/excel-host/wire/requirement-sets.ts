import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { HostError } from "../model/host-error.ts";

/** Requirement sets and their versions: `{ ExcelApi: "1.12" }`. */
export type RequirementSets = Readonly<Record<string, string>>;

/** What the installed office.js knows, on Excel of that age. */
export const defaultSets: RequirementSets = { ExcelApi: "1.15", DelayForCellEdit: "1.1", RichApiRuntime: "1.2" };

/** Members that the installed office.js still counts as a preview. */
const laterMembers: Readonly<Record<string, SetVersion>> = {
  onnamechanged: ["ExcelApi", "1.17"],
  onvisibilitychanged: ["ExcelApi", "1.17"],
  onmoved: ["ExcelApi", "1.17"],
};

type SetVersion = readonly [set: string, version: string];

let known: ReadonlyMap<string, SetVersion> | undefined;

/** Refuses what an older Excel does not have: office.js itself does not check. */
export class RequirementCheck {
  readonly sets: RequirementSets;

  constructor(sets: RequirementSets) {
    this.sets = sets;
  }

  isSupported(set: string, version = "1.1"): boolean {
    const entry = Object.entries(this.sets).find(([name]) => name.toLowerCase() === set.toLowerCase());
    return entry !== undefined && compareVersions(entry[1], version) >= 0;
  }

  /** @throws HostError `ApiNotFound` */
  assertMember(kind: string, member: string): void {
    const name = member.toLowerCase();
    const needed = laterMembers[name] ?? memberSets().get(`${kind.toLowerCase()}.${name}`);
    if (!needed || this.isSupported(...needed)) return;
    throw new HostError("ApiNotFound", `${kind}.${member} needs ${needed.join(" ")}`);
  }
}

/** The requirement set of each member, as the readable build of office.js states it. */
function memberSets(): ReadonlyMap<string, SetVersion> {
  if (known) return known;
  const folder = dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json"));
  const source = readFileSync(join(folder, "dist", "excel-web-16.00.debug.js"), "utf8");
  const statements = source.matchAll(
    /_throwIfApiNotSupported\("(\w+\.\w+)", (?:_defaultApiSetName|"(\w+)"), "([\d.]+)"/gu,
  );
  known = new Map(
    [...statements].map(([, member = "", set = "ExcelApi", version = ""]) => [member.toLowerCase(), [set, version]]),
  );
  return known;
}

function compareVersions(one: string, other: string): number {
  const [[major = 0, minor = 0], [otherMajor = 0, otherMinor = 0]] = [one, other].map((text) =>
    text.split(".").map(Number),
  ) as [number[], number[]];
  return major - otherMajor || minor - otherMinor;
}
