import { createServer } from "node:http";
import { join } from "node:path";
import { Command } from "commander";
import { parseNumber } from "office-addin-cli";
import { buildDemo } from "./build-demo.ts";
import { demoServer } from "./demo-server.ts";

const defaultPort = 3100;
const folder = join(import.meta.dirname, "..", "..", "..", "out", "addin-demo");

const command = new Command("npm run addin:demo --")
  .description("Excel のない所で、アドインの画面を見本のブックと並べて試します。")
  .option("--port <番号>", "ポート番号", (text) => parseNumber(text, "--port には数を指定してください。"), defaultPort)
  .action(async ({ port }: { readonly port: number }) => {
    const server = createServer(demoServer(await buildDemo(folder)));
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") throw error;
      console.error(
        `✗ ポート ${port} はほかのプログラムが使っています。npm run addin:demo -- --port 3101 のように別の番号を指定してください。`,
      );
      process.exitCode = 1;
    });
    server.listen(port, "localhost", () => {
      console.log(`✓ http://localhost:${port}/ をブラウザで開いてください（止めるには Ctrl+C）
  Excel は模擬のものです。計算はせず、見本のファイルは書き換えません。`);
    });
  });

await command.parseAsync().catch((error: unknown) => {
  if (!(error instanceof Error)) throw error;
  console.error(`✗ ${error.message}`);
  process.exitCode = 1;
});
