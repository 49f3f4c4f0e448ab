import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPdf, squeezedText } from "../support/read-pdf.ts";
import { expectJapanese, hyoka, startHyoka } from "../support/run-hyoka.ts";
import type { HyokaRun } from "../support/run-hyoka.ts";
import { projectHeadings, projectWorkbook, tableWorkbook } from "../support/table-workbook.ts";
import { xlsxPackage, zipParts } from "../support/xlsx-package.ts";

const root = mkdtempSync(join(tmpdir(), "hyoka-cli-"));
const templates = join(import.meta.dirname, "../../templates");
const samples = readdirSync(templates)
  .flatMap((form) => {
    const folder = join(templates, form, "samples");
    return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  })
  .filter((path) => path.endsWith(".xlsx"));

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A new folder of the test's own. */
function folder(name: string): string {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  return path;
}

/** Writes workbooks into a folder; returns their paths. */
function write(into: string, files: Readonly<Record<string, Uint8Array>>): string[] {
  return Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(into, name), bytes);
    return join(into, name);
  });
}

const hashes = (paths: readonly string[]): string[] =>
  paths.map((path) => createHash("sha256").update(readFileSync(path)).digest("hex"));

/** What `hyoka` says of one workbook, hint included. */
function sayingOf({ err }: HyokaRun, workbook: string): string {
  return err.split(/^(?=✗ )/mu).find((part) => part.includes(`/${workbook}:`)) ?? "";
}

describe("usage", () => {
  test.each([
    [["render", "a.xlsx", "--colour"], "オプション「--colour」はありません。"],
    [["print"], "コマンド「print」はありません。"],
    [["render"], "ブックが指定されていません。"],
    [["render", "a.xlsx", "-o"], "オプション「-o, --out <dir>」の値がありません。"],
    [["render", "a.xlsx", "--format", "docx"], "pdf か html にしてください。"],
    [["render", "a.xlsx", "--concurrency", "0"], "1 から 16 までの整数にしてください。"],
    [["render", "a.xlsx", "--issued-on", "2026-02-30"], "実在する日付にしてください。"],
    [["render", "a.xlsx", "--form", "なし"], "帳票「なし」はありません。"],
    [["render", "甲/r5.xlsx", "乙/R5.xlsx"], "「甲/r5.xlsx」と「乙/R5.xlsx」は、出力先がどちらも"],
    [["forms", "余分"], "余分な引数があります。"],
  ])("%j is refused with 64", async (args, sentence) => {
    const { code, out, err } = await hyoka(args);
    expect(err).toContain(sentence);
    expect({ code, out }).toEqual({ code: 64, out: "" });
  });

  test.each([[[]], [["--help"]], [["help", "render"]], [["render", "--help"]], [["--version"]]])(
    "%j answers on stdout",
    async (args) => {
      const { code, out, err } = await hyoka(args);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toMatch(args[0] === "--version" ? /^\d+\.\d+\.\d+\n$/u : /使い方/u);
    },
  );

  test("forms lists every form with its headings", async () => {
    const { code, out, err } = await hyoka(["forms"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const name of readdirSync(templates, { withFileTypes: true })) {
      if (name.isDirectory() && name.name !== "shared") expect(out).toContain(`${name.name}\n`);
    }
    expect(out).toContain("一覧表: 事業名 | 事業概要及び計画内容 | ○年度実績(件数等) | 実績に対する評価 | 担当局");
    expect(out).not.toMatch(/[{}]/u);
  });

  test("doctor starts the browser and says that it prints", async () => {
    const { code, out, err } = await hyoka(["doctor"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /ブラウザー {3}\S+\d+\.[^]*BIZ UDGothic、BIZ UDMincho[^]*office-js \d+\.[^]*印刷できます。\n$/u,
    );
  });

  test("doctor without browser ends with 2", async () => {
    const { code, out, err } = await hyoka(["doctor", "--browser", "/nowhere"]);
    expect(code).toBe(2);
    expect(out).toContain("印刷できません。");
    expect(err).toContain("「/nowhere」");
  });
});

describe("workbooks that cannot be printed", () => {
  const encrypted = Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(600),
    Buffer.from("EncryptedPackage", "utf16le"),
  ]);
  const rows = Array.from({ length: 200_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`);
  const bad: Readonly<Record<string, readonly [bytes: () => Uint8Array, sentence: RegExp]>> = {
    "文書.xlsx": [() => Buffer.from("%PDF-1.7\n"), /Excel のブック/u],
    "半分.xlsx": [() => projectWorkbook(["実績"]).subarray(0, 900), /途中|壊れて/u],
    "暗号.xlsx": [() => encrypted, /パスワード|暗号/u],
    "爆弾.xlsx": [() => zipParts({ "xl/workbook.xml": new Uint8Array(257 * 2 ** 20) }), /大き/u],
    "二十万行.xlsx": [() => xlsxPackage({ sheets: [`<sheetData>${rows.join("")}</sheetData>`] }), /行/u],
    "空.xlsx": [() => tableWorkbook([]), /何も入力されていません/u],
    "名簿.xlsx": [() => tableWorkbook([["氏名", "住所"]]), /見出しがどのシートにも見つかりません。\n.*hyoka forms/u],
    "惜しい.xlsx": [
      () => tableWorkbook([["事業名", "担当局", "概要"]]),
      /いちばん近いのは「主な施策事業の実績」（sendai-projects）です。見つからない見出し: 「事業概要及び計画内容」「○年度実績\(件数等\)」「実績に対する評価」/u,
    ],
  };
  const good = "表.xlsx";
  let run: HyokaRun;
  let out: string;
  let paths: string[];
  let before: string[];

  beforeAll(async () => {
    const made = Object.entries(bad).map(([name, [bytes]]) => [name, bytes()] as const);
    paths = write(folder("bad"), Object.fromEntries([...made, [good, projectWorkbook(["実績"])]]));
    paths.splice(3, 0, join(root, "bad", "ない.xlsx"));
    before = hashes(paths.filter(existsSync));
    out = join(root, "bad-out");
    run = await hyoka(["render", ...paths, "--format", "html", "-o", out]);
  });

  test.each([
    ...Object.entries(bad).map(([name, [, sentence]]) => [name, sentence] as const),
    ["ない.xlsx", /見つかりません/u] as const,
  ])("%s has its own sentence on stderr", (name, sentence) => {
    expect(sayingOf(run, name)).toMatch(sentence);
    expect(sayingOf(run, name)).toContain("\n  → ");
    expect(run.out).not.toContain(name);
  });

  test("the good one among them is printed, the run ends with 1, inputs stay as they are", () => {
    expect(run.code).toBe(1);
    expect(run.out).toMatch(
      /^✓ [^\n]*表\.xlsx → [^\n]*表\.html（sendai-projects、令和5年度、1 件）\n\d+ 冊のうち 1 冊の報告書を [^\n]* に作りました。\n$/u,
    );
    expect(run.err.match(/^✗/gmu)).toHaveLength(paths.length - 1);
    expect(readdirSync(out)).toEqual(["表.html"]);
    expect(hashes(paths.filter(existsSync))).toEqual(before);
  });

  test("a form that a person names is the only one tried", async () => {
    const { code, err } = await hyoka([
      "render",
      paths.at(-1)!,
      "--form",
      "ogori-progress",
      "--format",
      "html",
      "-o",
      out,
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(
      /帳票「子ども・子育て支援事業計画 進捗状況」（ogori-progress）として読めません。見つからない見出し: /u,
    );
  });
});

describe("characters that no font has", () => {
  test.each([
    ["私用領域", "外字\ue000です", "「\ue000」U+E000（セル 実績!C4）"],
    ["絵文字", "どうだろう🤔", "「🤔」U+1F914（セル 実績!C4）"],
    ["半分の文字", "片割れ\ud83d", "壊れた文字 U+"],
    ["文字化け", "化け\ufffd", "壊れた文字 U+FFFD（セル 実績!C4）"],
  ])("%s", async (name, text, sentence) => {
    const out = join(root, "glyphs-out");
    const [path = ""] = write(folder("glyphs"), { [`${name}.xlsx`]: projectWorkbook([text]) });
    const { code, err } = await hyoka(["render", path, "-o", out]);
    expect(err).toContain(sentence);
    expect(code).toBe(1);
    expect(readdirSync(out)).toEqual([]);
  });
});

describe("workbooks that look odd and print", () => {
  const wide = Array.from({ length: 16_384 }, (_, i) => projectHeadings[i - 16_379] ?? "");
  const record = wide.map((heading, i) => (heading ? `値${i}` : ""));
  const odd: Readonly<Record<string, readonly [bytes: Uint8Array, expected: readonly string[]]>> = {
    "html.xlsx": [
      projectWorkbook(["<b>太字</b>&amp;<script>alert(1)</script>"]),
      ["<b>太字</b>&amp;<script>alert(1)</script>"],
    ],
    "handlebars.xlsx": [
      projectWorkbook(["{{title}} {{{x}}} {{> parts}} {{#if}}"]),
      ["{{title}}{{{x}}}{{>parts}}{{#if}}"],
    ],
    "sheet.xlsx": [projectWorkbook(["実績値"], `引用'"<&>名🗂`), ["実績値"]],
    "error.xlsx": [
      projectWorkbook([
        { formula: "1/0", error: "#DIV/0!" },
        { formula: "A99", error: "#REF!" },
      ]),
      ["#DIV/0!", "#REF!"],
    ],
    "wide.xlsx": [tableWorkbook([wide, record]), ["値16379", "値16383"]],
    "names.xlsx": [projectWorkbook(["𠮷田と槗本 ☑済 ☐未 ①Ⅻ㈱㍻"]), ["𠮷田と槗本☑済☐未①Ⅻ㈱㍻"]],
    "long.xlsx": [
      projectWorkbook([`始${"長い文章。".repeat(2500)}終`]),
      [`始${"長い文章。".repeat(20)}`, "長い文章。終"],
    ],
  };
  let run: HyokaRun;
  const out = join(root, "odd-out");

  beforeAll(async () => {
    const paths = write(folder("odd"), Object.fromEntries(Object.entries(odd).map(([name, [bytes]]) => [name, bytes])));
    run = await hyoka(["render", ...paths, "-o", out]);
  });

  test("all are printed", () => {
    expect(run.err).toBe("");
    expect(run.code).toBe(0);
  });

  test.each(Object.entries(odd))("%s", async (name, [, expected]) => {
    const { pages } = await readPdf(readFileSync(join(out, name.replace(".xlsx", ".pdf"))));
    for (const text of expected) expect(squeezedText(pages)).toContain(text);
  });
});

describe("output", () => {
  const [workbook = ""] = write(folder("output"), { "表.xlsx": projectWorkbook(["実績"]) });

  test.each([
    ["a file", "file", 1, /「[^」]*」に書き込めません。同じ名前のファイルがあります/u],
    ["below a file", "file/out", 1, /途中にフォルダーでないものがあります/u],
  ])("a folder that is %s", async (_, out, code, sentence) => {
    writeFileSync(join(root, "file"), "");
    const run = await hyoka(["render", workbook, "--format", "html", "-o", join(root, out)]);
    expect(run.err).toMatch(sentence);
    expect(run.code).toBe(code);
    expect(readFileSync(join(root, "file"), "utf8")).toBe("");
  });

  test("a folder has the name of the file", async () => {
    const out = join(root, "folder-in-the-way");
    mkdirSync(join(out, "表.html"), { recursive: true });
    const { code, err } = await hyoka(["render", workbook, "--format", "html", "-o", out]);
    expect(err).toContain("同じ名前のフォルダーがあります");
    expect(code).toBe(1);
    expect(readdirSync(out)).toEqual(["表.html"]);
  });

  test.skipIf(process.getuid?.() === 0)("a folder that may not be written", async () => {
    const out = join(root, "read-only");
    mkdirSync(out, { mode: 0o555 });
    const { code, err } = await hyoka(["render", workbook, "--format", "html", "-o", out]);
    expect(err).toContain("書き込みが許されていません");
    expect(code).toBe(1);
  });

  test("an older file is replaced whole", async () => {
    const out = folder("older");
    writeFileSync(join(out, "表.html"), "古い".repeat(100_000));
    const { code } = await hyoka(["render", workbook, "--format", "html", "-o", out]);
    expect(code).toBe(0);
    expect(readFileSync(join(out, "表.html"), "utf8")).toMatch(/^<!doctype html>[^]*<\/html>\n$/u);
  });

  test("html needs no browser", async () => {
    const run = await hyoka([
      "render",
      workbook,
      "--format",
      "html",
      "--browser",
      "/nowhere",
      "-o",
      join(root, "html"),
    ]);
    expect(run).toMatchObject({ code: 0, err: "" });
  });
});

describe("templates", () => {
  const [workbook = ""] = write(folder("templates-test"), { "表.xlsx": projectWorkbook(["実績"]) });

  /** A folder of own templates: the built-in `sendai-projects`, changed. */
  function own(name: string, change: (form: string) => void): string {
    const at = join(root, "own", name);
    cpSync(join(templates, "sendai-projects"), join(at, "sendai-projects"), { recursive: true });
    change(join(at, "sendai-projects"));
    return at;
  }

  test.each([
    [
      "no report.hbs",
      (form: string) => {
        rmSync(join(form, "report.hbs"));
      },
      /テンプレート sendai-projects\/report\.hbs がないか/u,
    ],
    [
      "no report.css",
      (form: string) => {
        rmSync(join(form, "report.css"));
      },
      /スタイル sendai-projects\/report\.css がないか/u,
    ],
    [
      "no form.json",
      (form: string) => {
        rmSync(join(form, "form.json"));
      },
      /sendai-projects\/form\.json がないか/u,
    ],
    [
      "broken form.json",
      (form: string) => {
        writeFileSync(join(form, "form.json"), '{\n  "name": "x",\n}');
      },
      /JSON として読めません（3 行 1 字目）/u,
    ],
    [
      "wrong report.hbs",
      (form: string) => {
        writeFileSync(join(form, "report.hbs"), "<p>\n{{titel}}");
      },
      /sendai-projects\/report\.hbs の 2 行目: 「titel」/u,
    ],
  ])("%s", async (name, change, sentence) => {
    const { code, err } = await hyoka([
      "render",
      workbook,
      "--templates",
      own(name, change),
      "-o",
      join(root, "own-out"),
    ]);
    expect(err).toMatch(sentence);
    expect(code).toBe(1);
  });

  test("a folder of templates that is not there", async () => {
    const { code, err } = await hyoka(["render", workbook, "--templates", join(root, "ない")]);
    expect(err).toMatch(/帳票のフォルダー「[^」]*ない」を開けません/u);
    expect(code).toBe(1);
  });

  test("a picture from outside is an error, not a gap", async () => {
    const at = own("picture", (form) => {
      writeFileSync(join(form, "report.hbs"), '<img src="https://example.jp/seal.png">');
    });
    const { code, err } = await hyoka(["render", workbook, "--templates", at, "-o", join(root, "own-out")]);
    expect(err).toContain("「https://example.jp/seal.png」");
    expect(code).toBe(1);
  });
});

describe("no browser", () => {
  const paths = write(folder("no-browser"), { "一.xlsx": projectWorkbook(["一"]), "二.xlsx": projectWorkbook(["二"]) });

  test.each([
    ["--browser", ["--browser", "/nowhere"], {}, "--browser で指定されたブラウザ「/nowhere」"],
    ["PUPPETEER_EXECUTABLE_PATH", [], { PUPPETEER_EXECUTABLE_PATH: "/nowhere" }, "環境変数 PUPPETEER_EXECUTABLE_PATH"],
  ])("%s names nothing: 2", async (_, args, env, sentence) => {
    const out = join(root, "no-browser-out");
    const { code, err } = await hyoka(["render", ...paths, ...args, "-o", out], env);
    expect(err).toContain(sentence);
    expect(code).toBe(2);
    expect(readdirSync(out)).toEqual([]);
  });

  test("a program that is no browser: 1", async () => {
    const { code, err } = await hyoka([
      "render",
      ...paths,
      "--browser",
      process.execPath,
      "-o",
      join(root, "no-browser-out"),
    ]);
    expect(err).toContain(`ブラウザ「${process.execPath}」を起動できませんでした。`);
    expect(code).toBe(1);
  });
});

// Processes are found by `ps`, and signals are those of Linux and macOS.
describe.skipIf(process.platform === "win32")("interrupted and crashed", () => {
  const names = Array.from({ length: 10 }, (_, i) => `表${i}.xlsx`);
  const texts = Array.from({ length: 250 }, (_, i) => `${i}件の相談を受け、関係機関と連携して支援した。`.repeat(3));
  const paths = write(
    folder("many"),
    Object.fromEntries(names.map((name, i) => [name, projectWorkbook([name, ...texts.slice(i)])])),
  );
  const printed = names.map((name) => name.replace(".xlsx", ".pdf"));
  const args = (out: string, ...more: string[]) => [
    "render",
    ...paths,
    "--issued-on",
    "2026-04-01",
    "-o",
    join(root, out),
    ...more,
  ];
  const calm = join(root, "calm");

  beforeAll(async () => {
    const run = await hyoka(args("calm"));
    expect(run).toMatchObject({ code: 0, err: "" });
  });

  /** The browser's processes of a run whose temporary folder is its own; the first is their leader. */
  function browsers(temporary: string): number[] {
    return execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" })
      .split("\n")
      .filter((line) => line.includes(join(temporary, "hyoka-profile-")))
      .sort((a, b) => Number(a.includes("--type=")) - Number(b.includes("--type=")))
      .map((line) => Number.parseInt(line, 10));
  }

  /** What a run left in its temporary folder, but for Node's own cache of compiled code. */
  const leftIn = (temporary: string): string[] =>
    readdirSync(temporary).filter((name) => name !== "node-compile-cache");

  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s leaves whole files, no process, no profile, and 130",
    async (signal) => {
      const TMPDIR = folder(`tmp-${signal}`);
      const { child, firstLine, ended } = startHyoka(args(signal), { TMPDIR });
      await firstLine;
      expect(browsers(TMPDIR).length).toBeGreaterThan(0);
      child.kill(signal);
      const { code, out, err } = await ended;
      expect(code).toBe(130);
      expect(err).toContain("中断します");
      expectJapanese(err);
      expect(browsers(TMPDIR)).toEqual([]);
      expect(leftIn(TMPDIR)).toEqual([]);
      const files = readdirSync(join(root, signal));
      expect(files.length).toBeLessThan(names.length);
      expect(files.length).toBeGreaterThanOrEqual(out.trim().split("\n").length);
      for (const file of files)
        expect(readFileSync(join(root, signal, file)).equals(readFileSync(join(calm, file))), file).toBe(true);
    },
  );

  test("a browser that dies is replaced; every workbook is printed as ever", async () => {
    const TMPDIR = folder("tmp-crash");
    const { firstLine, ended } = startHyoka(args("crash"), { TMPDIR });
    await firstLine;
    process.kill(browsers(TMPDIR)[0]!, "SIGKILL");
    expect(await ended).toMatchObject({ code: 0, err: "" });
    expect(hashes(printed.map((name) => join(root, "crash", name)))).toEqual(
      hashes(printed.map((name) => join(calm, name))),
    );
    expect(leftIn(TMPDIR)).toEqual([]);
  });

  test("another order and number at a time gives the same bytes", async () => {
    const run = await hyoka([
      "render",
      ...paths.toReversed(),
      "--issued-on",
      "2026-04-01",
      "--concurrency",
      "4",
      "-o",
      join(root, "order"),
    ]);
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(hashes(printed.map((name) => join(root, "order", name)))).toEqual(
      hashes(printed.map((name) => join(calm, name))),
    );
  });
});

/** LibreOffice, where there is one. */
const soffice = [
  "/usr/bin/soffice",
  "/usr/local/bin/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
].find(existsSync);
if (soffice === undefined) console.warn("LibreOffice がないため、保存し直したブックの試験を飛ばします。");

describe.skipIf(soffice === undefined)("samples saved again by LibreOffice", () => {
  const [original, saved] = [join(root, "samples"), join(root, "saved")];

  beforeAll(async () => {
    const profile = `-env:UserInstallation=file://${folder("soffice")}`;
    const again = folder("again");
    execFileSync(soffice!, [profile, "--headless", "--convert-to", "xlsx", "--outdir", again, ...samples], {
      stdio: "ignore",
    });
    const saidOf = (paths: readonly string[], out: string) =>
      // The samples hold the errors of their documents.
      hyoka(["render", ...paths, "--issued-on", "2026-04-01", "-o", out, "--force"]);
    expect(await saidOf(samples, original)).toMatchObject({ code: 0, err: "" });
    expect(
      await saidOf(
        samples.map((path) => join(again, basename(path))),
        saved,
      ),
    ).toMatchObject({ code: 0, err: "" });
  });

  test.each(samples.map((path) => basename(path, ".xlsx")))("%s prints the same text", async (name) => {
    const text = async (out: string) => squeezedText((await readPdf(readFileSync(join(out, `${name}.pdf`)))).pages);
    expect(await text(saved)).toBe(await text(original));
  });
});
