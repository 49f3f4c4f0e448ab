import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hyoka, startHyoka } from "../support/run-hyoka.ts";
import { samplePath } from "../support/samples.ts";

const MINUTES = 180_000;
let root: string;
let office: string;
let out: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "hyoka-office-"));
  office = join(root, "各課");
  out = join(root, "報告書");
  for (const folder of ["福祉局", "教育局", ".控え"]) mkdirSync(join(office, folder), { recursive: true });
  cpSync(samplePath("sendai-r5"), join(office, "福祉局", "様式.xlsx"));
  cpSync(samplePath("sendai-r6"), join(office, "教育局", "様式.xlsx"));
  cpSync(samplePath("sendai-r6"), join(office, ".控え", "古い.xlsx"));
  writeFileSync(join(office, "教育局", "~$様式.xlsx"), "開いている間だけのファイル");
  writeFileSync(join(office, "壊れた.xlsx"), "no zip");
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe("a folder of workbooks", () => {
  test(
    "is printed with its folders; what fails is listed with its reason at the end, and the rest is there",
    async () => {
      const { code, out: lines, err } = await hyoka(["render", office, "-o", out, "--force"]);
      expect(code).toBe(1);
      for (const folder of ["福祉局", "教育局"]) expect(existsSync(join(out, folder, "様式.pdf"))).toBe(true);
      expect(lines.trimEnd().split("\n").at(-1)).toBe(`3 冊のうち 2 冊の報告書を ${out} に作りました（4 ページ）。`);
      expect(err.trimEnd().split("\n").slice(-2)).toEqual([
        "作れなかったもの 1 冊",
        `  ${join(office, "壊れた.xlsx")}  「壊れた.xlsx」は Excel のブック（.xlsx）ではありません。`,
      ]);
      expect(lines).not.toContain("古い");
      expect(existsSync(join(out, ".hyoka-render.json"))).toBe(false);
      rmSync(join(office, "壊れた.xlsx"));
    },
    MINUTES,
  );

  test(
    "with --skip-unchanged only what changed is printed again: a workbook, a report, a template, an option",
    async () => {
      const run = async (...more: readonly string[]) => {
        const { code, out: lines } = await hyoka(["render", office, "-o", out, "--force", "--skip-unchanged", ...more]);
        expect(code).toBe(0);
        return lines
          .split("\n")
          .flatMap((line) => /^✓ .*(福祉局|教育局)/u.exec(line)?.[1] ?? [])
          .sort();
      };
      const both = ["教育局", "福祉局"];
      expect(await run()).toEqual(both);
      const made = statSync(join(out, "福祉局", "様式.pdf")).mtimeMs;
      expect(await run()).toEqual([]);
      expect(statSync(join(out, "福祉局", "様式.pdf")).mtimeMs).toBe(made);

      cpSync(samplePath("sendai-r6"), join(office, "福祉局", "様式.xlsx"));
      expect(await run()).toEqual(["福祉局"]);
      writeFileSync(join(out, "教育局", "様式.pdf"), "broken");
      expect(await run()).toEqual(["教育局"]);
      rmSync(join(out, "教育局", "様式.pdf"));
      expect(await run()).toEqual(["教育局"]);
      expect(await run("--watermark", "案")).toEqual(both);

      const templates = join(root, "templates");
      cpSync(join(import.meta.dirname, "../../templates/sendai-projects"), join(templates, "sendai-projects"), {
        recursive: true,
      });
      expect(await run("--templates", templates)).toEqual(both);
      expect(await run("--templates", templates)).toEqual([]);
      writeFileSync(join(templates, "sendai-projects", "report.css"), "td { color: #222 }");
      expect(await run("--templates", templates)).toEqual(both);
      writeFileSync(join(out, ".hyoka-render.json"), "{ broken");
      expect(await run("--templates", templates)).toEqual(both);
      expect(JSON.parse(readFileSync(join(out, ".hyoka-render.json"), "utf8"))).toMatchObject({ version: 1 });
    },
    MINUTES,
  );

  test("without a workbook is refused", async () => {
    mkdirSync(join(root, "空"));
    const { code, err } = await hyoka(["render", join(root, "空"), "-o", out]);
    expect([code, err]).toEqual([1, expect.stringContaining("評価表のブック（.xlsx、.xlsm）がありません")]);
  });

  test(
    "with --watch what changes is printed again, until the person interrupts",
    async () => {
      const watched = join(root, "見る");
      const made = join(root, "見た");
      mkdirSync(watched);
      cpSync(samplePath("sendai-r5"), join(watched, "様式.xlsx"));
      const run = startHyoka(["render", watched, "-o", made, "--force", "--watch"]);
      const report = join(made, "様式.pdf");
      await expect.poll(() => existsSync(report), { timeout: 60_000 }).toBe(true);
      const first = readFileSync(report);
      await expect.poll(() => existsSync(join(made, ".hyoka-render.json")), { timeout: 60_000 }).toBe(true);
      cpSync(samplePath("sendai-r6"), join(watched, "様式.xlsx"));
      await expect.poll(() => readFileSync(report).equals(first), { timeout: 60_000 }).toBe(false);
      cpSync(samplePath("nerima"), join(watched, "新しい.xlsx"));
      await expect.poll(() => existsSync(join(made, "新しい.pdf")), { timeout: 60_000 }).toBe(true);
      run.child.kill("SIGINT");
      const { code, err } = await run.ended;
      expect([code, err]).toEqual([0, expect.stringContaining("変わるのを待っています")]);
    },
    MINUTES,
  );
});
