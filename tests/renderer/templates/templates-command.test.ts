import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { EXIT } from "../../../renderer/exit-code.ts";
import { BUILT_IN_TEMPLATES, findForm, loadForms } from "../../../renderer/forms/load-forms.ts";
import { ownTemplates } from "../../support/form-folder.ts";
import { hyoka } from "../../support/run-hyoka.ts";

const temporary = mkdtempSync(join(tmpdir(), "hyoka-templates-command-"));
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});
const sample = join(BUILT_IN_TEMPLATES, "sendai-projects/samples/sendai-r6.xlsx");
const builtIn = (name: string) => readFileSync(join(BUILT_IN_TEMPLATES, name), "utf8");

describe("templates init", () => {
  test("copies a form with all but its samples, and the schema beside it", async () => {
    const own = join(temporary, "写し", "帳票");
    const run = await hyoka(["templates", "init", "kawasaki-evaluation", own]);
    expect({ code: run.code, out: run.out }).toMatchObject({
      code: EXIT.done,
      out: expect.stringContaining("✓ ") as string,
    });
    const folder = join(own, "kawasaki-evaluation");
    expect(readdirSync(folder).sort()).toEqual(["form.json", "partials", "report.css", "report.hbs"]);
    expect(readFileSync(join(folder, "partials/evaluation-card.hbs"), "utf8")).toBe(
      builtIn("kawasaki-evaluation/partials/evaluation-card.hbs"),
    );
    expect(readdirSync(own).sort()).toEqual(["form.schema.json", "kawasaki-evaluation"]);
    expect(findForm(loadForms(own), "kawasaki-evaluation").folder).toBe(folder);
  });

  test("with another name it is a form of its own; with --samples it brings them", async () => {
    const own = join(temporary, "別名");
    await hyoka(["templates", "init", "sendai-projects", own, "--as", "fukui-projects", "--samples"]);
    const { definition, folder } = findForm(loadForms(own), "fukui-projects");
    expect(definition.resources).toEqual(findForm(loadForms(), "sendai-projects").definition.resources);
    expect(readdirSync(join(folder, "samples"))).toContain("sendai-r6.xlsx");
  });

  test("never over what is there", async () => {
    const own = join(temporary, "既存");
    mkdirSync(join(own, "sendai-projects"), { recursive: true });
    writeFileSync(join(own, "sendai-projects/report.hbs"), "書きかけ");
    writeFileSync(join(own, "form.schema.json"), "自分の");
    const run = await hyoka(["templates", "init", "sendai-projects", own]);
    expect(run.code).toBe(EXIT.failure);
    expect(run.err).toContain("はすでにあります。上書きしません。");
    expect(readdirSync(join(own, "sendai-projects"))).toEqual(["report.hbs"]);
    await hyoka(["templates", "init", "sendai-projects", own, "--as", "own-projects"]);
    expect(readFileSync(join(own, "form.schema.json"), "utf8")).toBe("自分の");
    expect(readdirSync(own).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test.each([
    ["../outside", "は、帳票の名前にできません。"],
    ["福井", "は、帳票の名前にできません。"],
    ["Fukui", "は、帳票の名前にできません。"],
  ])("--as %s is refused", async (name, sentence) => {
    const run = await hyoka(["templates", "init", "sendai-projects", join(temporary, "名前"), "--as", name]);
    expect(run.code).toBe(EXIT.usage);
    expect(run.err).toContain(sentence);
    expect(existsSync(join(temporary, "名前"))).toBe(false);
  });

  test("a form that does not exist", async () => {
    const run = await hyoka(["templates", "init", "nowhere", join(temporary, "なし")]);
    expect(run.code).toBe(EXIT.usage);
    expect(run.err).toContain("帳票「nowhere」はありません。");
  });
});

test("an own template wins over the built-in one of its name", async () => {
  const own = ownTemplates({ "report.hbs": "<p>自分の紙面 {{title}}</p>" });
  const out = join(temporary, "勝ち");
  await hyoka(["render", sample, "--templates", own, "--format", "html", "--force", "-o", out]);
  expect(readFileSync(join(out, "sendai-r6.html"), "utf8")).toContain("自分の紙面");
});

describe("templates check", () => {
  test.each(loadForms().map(({ definition }) => definition.name))("%s prints every field", async (name) => {
    const run = await hyoka(["templates", "check", name]);
    expect(run.code).toBe(EXIT.done);
    expect(run.out).not.toContain("✗");
  });

  const check = (changes: Record<string, string>) =>
    hyoka(["templates", "check", join(ownTemplates(changes), "sendai-projects"), sample]);
  const cells = (body: string) =>
    `{{#each parts}}{{#if (eq kind "list")}}{{#each groups}}{{#each rows}}{{#each cells}}${body}{{/each}}{{/each}}{{/each}}{{/if}}{{/each}}`;
  const form = (report: object) => {
    const definition = JSON.parse(builtIn("sendai-projects/form.json")) as { report: object };
    return JSON.stringify({ ...definition, report: { ...definition.report, ...report } });
  };

  test("names the field that stands nowhere, with its first cell", async () => {
    const run = await check({ "report.hbs": cells('{{#unless (eq field "result")}}{{text}}{{/unless}}') });
    expect(run.code).toBe(EXIT.failure);
    expect(run.out).toContain("✗ sendai-projects: ");
    expect(run.out).toContain("（result）は紙面のどこにもありません（7 か所。最初は 令和6年度実績!C4）。");
    expect(run.out).not.toContain("（plan）");
  });

  test("what the form says it leaves out is no fault; what it prints all the same is mentioned", async () => {
    const run = await check({
      "form.json": form({ leftOut: ["result", "plan"] }),
      "report.hbs": cells('{{#unless (eq field "result")}}{{text}}{{/unless}}'),
    });
    expect(run.code).toBe(EXIT.done);
    expect(run.err).toContain("（plan）は report.leftOut にありますが、紙面に出ています。");
  });

  test("a field that the form does not have cannot be left out", async () => {
    const run = await check({ "form.json": form({ leftOut: ["nothing"] }) });
    expect(run.err).toContain("report.leftOut[0]: 項目「nothing」を持つ表がありません。");
  });

  test("counts what is printed only in part", async () => {
    const first =
      '{{#each parts}}{{#if (eq kind "list")}}{{#with (lookup groups 0)}}{{#each rows}}{{#each cells}}{{lines text}}{{/each}}{{/each}}{{/with}}{{/if}}{{/each}}';
    const run = await check({ "report.hbs": first });
    expect(run.out).toContain("（plan）の 8 か所のうち 7 か所が紙面にありません（最初は 令和6年度実績!B5）。");
  });

  test("values under a condition on their text count by the cell that the page names", async () => {
    const run = await check({ "report.hbs": cells('{{#if (eq text "教育局")}}教{{/if}}<i data-cell="{{cell}}"></i>') });
    expect(run.code).toBe(EXIT.done);
  });

  test("running text that is left out is mentioned", async () => {
    const run = await check({ "report.hbs": cells("{{text}}") });
    expect(run.code).toBe(EXIT.done);
  });

  test("a template that cannot be filled is told with its place", async () => {
    const run = await check({ "report.hbs": "\n{{titel}}" });
    expect(run.code).toBe(EXIT.failure);
    expect(run.err).toContain("sendai-projects/report.hbs の 2 行目: 「titel」という項目はありません。");
  });

  test("--print says whether the PDF conforms to PDF/UA, and why not", async () => {
    const sound = await hyoka(["templates", "check", "sendai-projects", sample, "--print"]);
    expect(sound).toMatchObject({ code: EXIT.done, out: expect.stringContaining("✓ PDF/UA の条件を") as string });
    const own = join(ownTemplates({ "report.hbs": "<h2>{{title}}</h2>{{> parts}}" }), "sendai-projects");
    const run = await hyoka(["templates", "check", own, sample, "--print"]);
    expect(run.code).toBe(EXIT.failure);
    expect(run.out).toContain("✗ PDF/UA の条件を満たしません");
    expect(run.out).toContain("最初の見出しが h2 です。h1 から始めてください。");
  });

  test.each([
    ["a file of the machine", "<img alt='章' src='file:///etc/hostname'>", "file:///etc/hostname"],
    ["a path out of the folder", "<img alt='章' src='../../seal.png'>", "http://hyoka.invalid/seal.png"],
    ["an absolute path", "<img alt='章' src='/etc/seal.png'>", "http://hyoka.invalid/etc/seal.png"],
    ["another computer", "<img alt='章' src='https://example.lg.jp/seal.png'>", "https://example.lg.jp/seal.png"],
  ])("what is printed asks for nothing elsewhere: %s", async (_, source, address) => {
    const own = join(ownTemplates({ "report.hbs": `{{> parts}}${source}` }), "sendai-projects");
    const run = await hyoka(["templates", "check", own, sample, "--print"]);
    expect(run.code).toBe(EXIT.failure);
    expect(run.err).toContain(`帳票が外部のファイル「${address}」を読み込もうとしたため、印刷できませんでした。`);
  });

  test("without a workbook or samples it asks for one", async () => {
    const own = ownTemplates();
    rmSync(join(own, "sendai-projects/samples"), { recursive: true });
    const run = await hyoka(["templates", "check", join(own, "sendai-projects")]);
    expect(run.code).toBe(EXIT.usage);
    expect(run.err).toContain("sendai-projects には見本のブックがありません。");
  });
});
