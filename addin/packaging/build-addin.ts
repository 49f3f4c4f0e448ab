import { Command, Option } from "commander";
import { LOCAL_ADDRESS } from "./manifest-for.ts";
import { packagePane } from "./package-pane.ts";
import type { OfficeJsSource } from "./security-headers.ts";

interface BuildOptions {
  readonly out: string;
  readonly baseUrl: string;
  readonly officeJs: OfficeJsSource;
}

const command = new Command("npm run build:addin --")
  .description("アドインを、ウェブサーバーに置くだけで使えるフォルダーにまとめます。")
  .option("-o, --out <フォルダー>", "できたものを入れるフォルダー", "out/addin")
  .option("--base-url <アドレス>", "フォルダーを置くサーバーのアドレス（https://…）", LOCAL_ADDRESS)
  .addOption(
    new Option("--office-js <置き場所>", "Office.js を同じフォルダーに置くか（own）、Microsoft から読むか（cdn）")
      .choices(["own", "cdn"])
      .default("own"),
  )
  .action(async ({ out, baseUrl, officeJs }: BuildOptions) => {
    if (URL.parse(baseUrl)?.protocol !== "https:")
      command.error(`--base-url には https:// で始まるアドレスを指定してください（「${baseUrl}」は使えません）。`);
    await packagePane({ folder: out, baseUrl, officeJs });
    console.log(`✓ アドイン → ${out}

次にすること
  1. ${out} の中身を ${baseUrl} で開けるようにサーバーへ置きます（web.config は IIS の設定です）。
  2. ${out}/manifest.xml を、共有フォルダーのカタログか管理センターに登録します。
  くわしくは docs/addin-deployment.md を見てください。`);
  });

await command.parseAsync().catch((error: unknown) => {
  if (!(error instanceof Error)) throw error;
  console.error(`✗ ${error.message}`);
  process.exitCode = 1;
});
