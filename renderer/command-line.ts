import { Command, CommanderError, InvalidArgumentError } from "commander";
import type { ReportDefinition } from "../core/form/form-definition.ts";
import type { PrintOptions } from "../core/report/print-options.ts";
import { parseFiscalYear } from "../core/text/parse-fiscal-year.ts";
import { UserError } from "../core/user-error.ts";
import type { BookletOptions } from "./commands/booklet.ts";
import type { CheckOptions } from "./commands/check.ts";
import { COMPARISON_FORMATS, type CompareOptions } from "./commands/compare-options.ts";
import type { NewOptions } from "./commands/new.ts";
import type { PreviewOptions } from "./commands/preview.ts";
import type { RenderOptions } from "./commands/render.ts";
import type { StructureOptions } from "./commands/structure.ts";
import type { TemplatesCheckOptions, TemplatesInitOptions } from "./commands/templates.ts";

/** The options of the commands that take workbooks. */
interface CommandOptions {
  readonly render: Omit<WithDateLeftOut<RenderOptions, "issuedOn">, "isIssuedToday">;
  readonly booklet: WithDateLeftOut<BookletOptions, "issuedOn">;
  readonly preview: WithDateLeftOut<PreviewOptions, "issuedOn">;
  readonly check: CheckOptions;
  readonly structure: WithDateLeftOut<StructureOptions, "madeOn">;
}

/** The date is today's unless the person names one; what today is, only the program knows. */
type WithDateLeftOut<O, K extends keyof O> = Omit<O, K> & Partial<Pick<O, K>>;

type WorkbookRequest<C extends keyof CommandOptions> = CommandOptions[C] & {
  readonly command: C;
  readonly workbooks: readonly string[];
};

/** What the person asked for. */
export type Request =
  | WorkbookRequest<"render">
  | WorkbookRequest<"booklet">
  | WorkbookRequest<"preview">
  | WorkbookRequest<"check">
  | WorkbookRequest<"structure">
  | (WithDateLeftOut<CompareOptions, "issuedOn"> & {
      readonly command: "compare";
      readonly previous: string;
      readonly current: string;
    })
  | (WithDateLeftOut<NewOptions, "madeOn"> & { readonly command: "new"; readonly form: string })
  | (TemplatesInitOptions & { readonly command: "templates init"; readonly form: string; readonly into: string })
  | (TemplatesCheckOptions & {
      readonly command: "templates check";
      readonly target: string;
      readonly workbooks: readonly string[];
    })
  | { readonly command: "rules" }
  | { readonly command: "forms"; readonly templates?: string }
  | { readonly command: "doctor"; readonly browser?: string }
  | { readonly command: "help"; readonly text: string };

/**
 * Reads the arguments of `hyoka`.
 * @throws UserError `usage` with a Japanese sentence for anything that it does not understand.
 */
export function parseCommandLine(args: readonly string[], version: string): Request {
  let request: Request | undefined;
  let help = "";
  const program = new Command("hyoka")
    .description("評価表のブックを検査し、報告書の PDF を作ります。")
    .version(version, "-V, --version", "版を表示する")
    .helpOption("-h, --help", "使い方を表示する")
    .helpCommand("help [command]", "コマンドの使い方を表示する");
  configure(program, (text) => (help += text));

  program
    .command("render")
    .description("ブックを読み、報告書を作る")
    .argument("<workbook...>", "評価表のブック（.xlsx、.xlsm）か、それを集めたフォルダー")
    .option("-o, --out <dir>", "出力先のフォルダー", "out")
    .option("--format <format>", "pdf か html", oneOf("pdf", "html"), "pdf")
    .option("--form <id>", "帳票の名前（自動で見分けられないとき）")
    .option("--templates <dir>", "自分の帳票のフォルダー（同じ名前なら付属のものより優先）")
    .option("--issued-on <date>", "発行日（例 2026-04-01。省くと今日）", isoDate)
    .option("--concurrency <n>", "同時に印刷する数（1〜16）", concurrency, 2)
    .option("--browser <path>", "印刷に使うブラウザー（Edge か Chrome）")
    .option("--force", "誤りがあっても「未確認」の印を付けて印刷する", false)
    .option("--skip-unchanged", "前に作ったときからブックも帳票も変わっていない報告書は、作り直さない", false)
    .option("--watch", "終わっても待ち、ブックか帳票が変わるたびに、変わったものを作り直す", false)
    .action((workbooks: string[], options: WithPrintWords<"render">) => {
      request = { command: "render", workbooks, ...withPrint(options) };
    });
  program
    .command("booklet")
    .description("いくつものブックを、表紙・目次・集計の付いた 1 冊の PDF（合本）にする")
    .argument("<source...>", "合本の目録（.yaml、.json）か、評価表のブックを並べたもの")
    .option("-o, --out <file>", "できる PDF（省くと目録と同じ名前）")
    .option("--title <title>", "合本の題名（目録を使わないとき）")
    .option("--form <id>", "帳票の名前（自動で見分けられないとき）")
    .option("--templates <dir>", "自分の帳票のフォルダー（同じ名前なら付属のものより優先）")
    .option("--issued-on <date>", "発行日（例 2026-04-01。目録になく、省くと今日）", isoDate)
    .option("--concurrency <n>", "同時に印刷する数（1〜16）", concurrency, 2)
    .option("--browser <path>", "印刷に使うブラウザー（Edge か Chrome）")
    .option("--force", "誤りがあっても「未確認」の印を付けて印刷する", false)
    .action((workbooks: string[], options: WithPrintWords<"booklet">) => {
      request = { command: "booklet", workbooks, ...withPrint(options) };
    });
  program
    .command("preview")
    .description("印刷される紙面と指摘を、保存するたびに新しくなる画面で見る")
    .argument("<workbook...>", "評価表のブック（.xlsx、.xlsm）")
    .option("--form <id>", "帳票の名前（自動で見分けられないとき）")
    .option("--templates <dir>", "自分の帳票のフォルダー（同じ名前なら付属のものより優先）")
    .option("--issued-on <date>", "発行日（例 2026-04-01。省くと今日）", isoDate)
    .option("--port <n>", "画面のアドレスのポート番号（省くと 4649 か、空いているもの）", port)
    .option("--browser <path>", "印刷に使うブラウザー（Edge か Chrome）")
    .action((workbooks: string[], options: WithPrintWords<"preview">) => {
      request = { command: "preview", workbooks, ...withPrint(options) };
    });
  program
    .command("check")
    .description("ブックを検査し、指摘を並べる")
    .argument("<workbook...>", "評価表のブック（.xlsx、.xlsm）")
    .option("--previous <workbook>", "前年度のブック（比べて調べる）")
    .option("--format <format>", "text、json、sarif、xlsx のどれか", oneOf("text", "json", "sarif", "xlsx"), "text")
    .option("-o, --out <file>", "出力先のファイル（--fix では直した写しのファイルかフォルダー）")
    .option("--form <id>", "帳票の名前（自動で見分けられないとき）")
    .option("--templates <dir>", "自分の帳票のフォルダー")
    .option(
      "--standard <name>",
      "machine-readability: 帳票に関係なく、デジタル庁の機械可読性の基準だけで調べる",
      oneOf("machine-readability"),
    )
    .option("--fix", "意味を変えない直しをした写しを -o に作る（元のブックは変えない）", false)
    .action((workbooks: string[], options: CommandOptions["check"]) => {
      request = { command: "check", workbooks, ...options };
    });
  program
    .command("compare")
    .description("前年のブックと今年のブックを並べ、違いの報告書を作る")
    .argument("<last>", "前年のブック（.xlsx、.xlsm）")
    .argument("<this>", "今年のブック（.xlsx、.xlsm）")
    .option("-o, --out <path>", "出力先のフォルダーか、ファイル（.pdf、.html、.xlsx）", "out")
    .option("--format <format>", "pdf、html、xlsx のどれか（省くと -o の拡張子か pdf）", oneOf(...COMPARISON_FORMATS))
    .option("--form <id>", "帳票の名前（自動で見分けられないとき）")
    .option("--templates <dir>", "自分の帳票のフォルダー")
    .option("--issued-on <date>", "作成日（例 2026-04-01。省くと今日）", isoDate)
    .option("--browser <path>", "印刷に使うブラウザー（Edge か Chrome）")
    .action((previous: string, current: string, options: WithDateLeftOut<CompareOptions, "issuedOn">) => {
      request = { command: "compare", previous, current, ...options };
    });
  program
    .command("rules")
    .description("検査の規則を並べる")
    .action(() => {
      request = { command: "rules" };
    });
  program
    .command("structure")
    .description("様式のブックや貼り付けた文から、データの表のブックを作る（整形）")
    .argument("<file...>", "評価表のブック（.xlsx、.xlsm）か、PDF などから貼り付けた文（.txt、.tsv、.csv）")
    .option("-o, --out <file>", "できるブックのファイル（元が複数のときはフォルダー）")
    .option("--datapackage <dir>", "Data Package（datapackage.json と CSV）を書き出すフォルダー")
    .option("--encoding <name>", "CSV の文字コード（utf-8 か cp932）", oneOf("utf-8", "cp932"), "utf-8")
    .option("--preview", "何ができるかだけを示し、何も書かない", false)
    .option("--form <id>", "帳票の名前（自動で見分けられないとき）")
    .option("--templates <dir>", "自分の帳票のフォルダー")
    .option("--made-on <date>", "表紙に書く作成日（例 2026-04-01。省くと今日）", isoDate)
    .action((workbooks: string[], options: CommandOptions["structure"]) => {
      request = { command: "structure", workbooks, ...options };
    });
  program
    .command("new")
    .description("帳票の空のブックを作る（前の年度のブックから引き継ぐこともできる）")
    .argument("<form>", "帳票の名前（hyoka forms で並べられる）")
    .requiredOption("--fiscal-year <year>", "年度（2025、R7、令和7 のどれでもよい）", fiscalYear)
    .option("--from <workbook>", "前の年度のブック（名前・担当・計画などを引き継ぐ）")
    .option("-o, --out <file>", "できるブックのファイル（省くと 帳票の名前-年度.xlsx）")
    .option("--rows <n>", "新しい記録のための行の数（0〜1000）", rowCount, 20)
    .option("--templates <dir>", "自分の帳票のフォルダー")
    .option("--made-on <date>", "ファイルに記録する作成日（例 2026-04-01。省くと今日）", isoDate)
    .action((form: string, options: WithDateLeftOut<NewOptions, "madeOn">) => {
      request = { command: "new", form, ...options };
    });
  const templates = program.command("templates").description("自分の帳票（紙面のひな形）を作り、確かめる");
  templates
    .command("init")
    .description("帳票のフォルダーを写して、自分の帳票の元にする（すでにあるものは上書きしない）")
    .argument("<form>", "元にする帳票の名前（hyoka forms で並べられる）")
    .argument("<dir>", "自分の帳票を並べるフォルダー（--templates に指定するもの）")
    .option("--as <name>", "新しい帳票の名前（省くと元と同じ。同じ名前なら付属のものより優先される）")
    .option("--samples", "見本のブックも写す", false)
    .option("--templates <dir>", "元にする帳票を探す、自分の帳票のフォルダー")
    .action((form: string, into: string, options: TemplatesInitOptions) => {
      request = { command: "templates init", form, into, ...options };
    });
  templates
    .command("check")
    .description("紙面に出ない項目がないか、PDF が読み上げられるかを確かめる")
    .argument("<form>", "帳票の名前か、そのフォルダー")
    .argument("[workbook...]", "紙面に流し込むブック（省くと帳票の見本）")
    .option("--templates <dir>", "自分の帳票のフォルダー")
    .option("--print", "印刷して、PDF/UA の条件も確かめる", false)
    .option("--browser <path>", "印刷に使うブラウザー（Edge か Chrome）")
    .action((target: string, workbooks: string[], options: TemplatesCheckOptions) => {
      request = { command: "templates check", target, workbooks, ...options };
    });
  program
    .command("forms")
    .description("読める帳票と、その見出しを並べる")
    .option("--templates <dir>", "自分の帳票のフォルダー")
    .action((options: { templates?: string }) => {
      request = { command: "forms", ...options };
    });
  program
    .command("doctor")
    .description("この機械で印刷できるか（ブラウザーと書体）を調べる")
    .option("--browser <path>", "印刷に使うブラウザー")
    .action((options: { browser?: string }) => {
      request = { command: "doctor", ...options };
    });
  for (const command of program.commands.filter((each) => PRINTING.includes(each.name()))) addPrintOptions(command);
  for (const command of [...program.commands, ...templates.commands]) configure(command, (text) => (help += text));

  try {
    program.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Without any argument commander shows its help as a fault; the person simply does not know yet what to ask.
    if (error.exitCode === 0 || error.code === "commander.help") return { command: "help", text: help };
    throw usageError(error);
  }
  return request ?? { command: "help", text: program.helpInformation() };
}

/** Commands that print what forms describe. */
const PRINTING = ["render", "booklet", "preview"];

/** Print options as the command line has them. */
interface PrintWords {
  readonly paper?: "A4" | "A3";
  readonly orientation?: "portrait" | "landscape";
  readonly margin?: ReportDefinition["margin"];
  readonly fontSize?: number;
  readonly pageNumbers?: ReportDefinition["pageNumbers"];
  readonly watermark?: string;
  readonly monochrome?: boolean;
}

type WithPrintWords<C extends "render" | "booklet" | "preview"> = Omit<CommandOptions[C], "print"> & PrintWords;

function addPrintOptions(command: Command): void {
  command
    .option("--paper <size>", "用紙（A4 か A3。省くと帳票のとおり。以下も同じ）", oneOf("A4", "A3"))
    .option("--orientation <way>", "portrait（縦）か landscape（横）", oneOf("portrait", "landscape"))
    .option("--margin <mm>", "余白（mm）。12 か、上,右,下,左 の順に 13,11,14,11", margin)
    .option("--font-size <pt>", "本文の文字の大きさ（5〜24 ポイント）", fontSize)
    .option(
      "--page-numbers <style>",
      "page-of-pages（1 / 16）、page（1）、dashed（- 1 -）、none のどれか",
      oneOf("page-of-pages", "page", "dashed", "none"),
    )
    .option("--watermark <text>", "地に薄く入れる文字（案、取扱注意 など）", watermark)
    .option("--monochrome", "色を灰色に替える");
}

/** The print options in a bag of their own, without those that were not given. */
function withPrint<O extends PrintWords>({
  paper: size,
  orientation,
  margin: margins,
  fontSize: points,
  pageNumbers,
  watermark: mark,
  monochrome,
  ...rest
}: O): Omit<O, keyof PrintWords> & { readonly print: PrintOptions } {
  return {
    ...rest,
    print: {
      ...(size && { size }),
      ...(orientation && { orientation }),
      ...(margins && { margin: margins }),
      ...(points !== undefined && { fontSize: points }),
      ...(pageNumbers && { pageNumbers }),
      ...(mark !== undefined && { watermark: mark }),
      ...(monochrome && { monochrome }),
    },
  };
}

function configure(command: Command, write: (text: string) => void): void {
  command
    .exitOverride()
    .helpOption("-h, --help", "使い方を表示する")
    .configureOutput({ writeOut: write, writeErr: write, outputError: () => undefined })
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title });
}

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "使い方:",
  "Arguments:": "引数:",
  "Options:": "オプション:",
  "Commands:": "コマンド:",
};

function usageError(error: CommanderError): UserError {
  const named = /'([^']*)'/u.exec(error.message)?.[1] ?? "";
  const option = /option '([^']*)'/u.exec(error.message)?.[1] ?? named;
  const sentences: Readonly<Record<string, string>> = {
    "commander.unknownOption": `オプション「${named}」はありません。`,
    "commander.unknownCommand": `コマンド「${named}」はありません。`,
    "commander.missingArgument": `${error.message.includes("'form'") ? "帳票" : "ブック"}が指定されていません。`,
    "commander.missingMandatoryOptionValue": `オプション「${option}」がありません。`,
    "commander.optionMissingArgument": `オプション「${option}」の値がありません。`,
    "commander.excessArguments": "余分な引数があります。",
    "commander.invalidArgument": `オプション「${option}」の値が使えません。${/(?:is invalid\.|無効).*?\s(\S.*)$/su.exec(error.message)?.[1] ?? ""}`,
  };
  return new UserError(
    "usage",
    sentences[error.code] ?? "引数が読めません。",
    "「hyoka --help」で使い方を確かめてください。",
    { cause: error },
  );
}

function oneOf<T extends string>(...choices: T[]): (value: string) => T {
  return (value) => {
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined) throw new InvalidArgumentError(`${choices.join(" か ")} にしてください。`);
    return chosen;
  };
}

function margin(value: string): ReportDefinition["margin"] {
  const sides = value.split(/[,、]/u).map((side) => (side.trim() === "" ? NaN : Number(side)));
  if (![1, 4].includes(sides.length) || sides.some((side) => !(side >= 0 && side <= 100)))
    throw new InvalidArgumentError("0 から 100 までの数を 1 つか、上,右,下,左 の順に 4 つ書いてください。");
  const [top, right = top, bottom = top, left = top] = sides as [number, number?, number?, number?];
  return { top, right, bottom, left };
}

function fontSize(value: string): number {
  const number = Number(value);
  if (!(number >= 5 && number <= 24)) throw new InvalidArgumentError("5 から 24 までの数にしてください。");
  return number;
}

function watermark(value: string): string {
  const text = value.trim();
  if (text === "" || Array.from(text).length > 12) throw new InvalidArgumentError("1 字から 12 字までにしてください。");
  return text;
}

function concurrency(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 16)
    throw new InvalidArgumentError("1 から 16 までの整数にしてください。");
  return number;
}

function fiscalYear(value: string): number {
  const year = parseFiscalYear(value);
  if (year === undefined) throw new InvalidArgumentError("2025、R7、令和7 のように書いてください。");
  return year;
}

function port(value: string): number {
  const number = Number(value);
  if (!/^\d+$/u.test(value) || number < 1 || number > 65_535)
    throw new InvalidArgumentError("1 から 65535 までの整数にしてください。");
  return number;
}

function rowCount(value: string): number {
  const number = Number(value);
  if (!/^\d+$/u.test(value) || number > 1000) throw new InvalidArgumentError("0 から 1000 までの整数にしてください。");
  return number;
}

function isoDate(value: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/u.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) {
    throw new InvalidArgumentError("2026-04-01 の形で、実在する日付にしてください。");
  }
  return value;
}
