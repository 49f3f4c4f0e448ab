import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { EXIT } from "../../renderer/exit-code.ts";
import { projectFolder } from "./docs-page.ts";

const read = (path: string) => readFileSync(join(projectFolder, path), "utf8");
const guides = ["README.md", "CONTRIBUTING.md", ...globSync("docs/*.md", { cwd: projectFolder }).sort()];
const manifest = JSON.parse(read("package.json")) as Record<
  "scripts" | "dependencies" | "devDependencies",
  Readonly<Record<string, string>>
>;

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(markdown: string): string[] {
  const headings = [...markdown.matchAll(/^#{1,6} (.+)$/gmu)].map(([, heading]) => heading!);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\- _]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe.each(guides)("%s", (guide) => {
  const text = read(guide);

  test("links to what exists", () => {
    const broken = [...text.matchAll(/\]\(([^)\s]+)\)/gu)]
      .map(([, target]) => target!)
      .filter((target) => !/^https?:/u.test(target))
      .filter((target) => {
        const [path = "", anchor] = target.split("#");
        const file = path === "" ? guide : join(dirname(guide), path);
        if (!existsSync(join(projectFolder, file))) return true;
        return anchor !== undefined && !anchorsOf(read(file)).includes(decodeURI(anchor));
      });
    expect(broken).toEqual([]);
  });

  test("names npm scripts that exist", () => {
    const named = [...text.matchAll(/npm run ([a-z:]+)/gu)].map(([, name]) => name!);
    expect(named.filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([]);
  });
});

test("README.md lists the exit codes", () => {
  const listed = [...read("README.md").matchAll(/^\| `(\d+)` +\|/gmu)].map(([, code]) => Number(code));
  expect(listed).toEqual(Object.values(EXIT));
});

test("docs/dependencies.md gives a reason for every package", () => {
  const text = read("docs/dependencies.md").replaceAll("…/", "@expo-google-fonts/");
  const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const silent = packages.filter((name) => !name.startsWith("@types/") && !text.includes(`\`${name}\``));
  expect(silent).toEqual([]);
});
