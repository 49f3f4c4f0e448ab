import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseNumber } from "office-addin-cli";
import { getHttpsServerOptions } from "office-addin-dev-certs";
import { Command } from "commander";
import { LOCAL_ADDRESS } from "./manifest-for.ts";
import { packagePane } from "./package-pane.ts";
import { serveFolder } from "./serve-folder.ts";

const FOLDER = resolve(import.meta.dirname, "..", "..", "out", "addin");
const DEFAULT_PORT = Number(new URL(LOCAL_ADDRESS).port);

const command = new Command("npm run addin --")
  .description("アドインをこの機械で配り、Excel への登録のしかたを示します。")
  .option("--port <番号>", "ポート番号", (text) => parseNumber(text, "--port には数を指定してください。"), DEFAULT_PORT)
  .action(async ({ port }: { readonly port: number }) => {
    const address = `https://localhost:${port}`;
    await packagePane({ folder: FOLDER, baseUrl: address, officeJs: "own" });
    const options = await certificate();
    const server = createServer(options, serveFolder(FOLDER));
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") throw error;
      console.error(
        `✗ ポート ${port} はほかのプログラムが使っています。--port 3001 のように別の番号を指定してください。`,
      );
      process.exitCode = 1;
    });
    server.listen(port, "localhost", () => {
      console.log(sideloading(address));
    });
  });

/**
 * A certificate that this machine trusts; Windows and macOS ask before they install it. Where it cannot be installed, as on a
 * Linux without administrator's rights, it is used all the same: a browser then warns, and Excel shows nothing.
 */
async function certificate(): Promise<{ cert: Buffer; key: Buffer }> {
  try {
    const { cert, key } = await getHttpsServerOptions();
    return { cert: Buffer.from(cert), key: Buffer.from(key) };
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const made = await madeCertificate();
    if (!made) throw new Error(`証明書を用意できませんでした。${INSTALL}\n  ${detail}`, { cause });
    console.error(`証明書をこの機械に登録できなかったため、Excel では開けません。${INSTALL}\n  ${detail}`);
    return made;
  }
}

const INSTALL = "管理者の権限で「npx office-addin-dev-certs install」を実行してから、もう一度試してください。";

/** What the library made before it failed to install it. */
async function madeCertificate(): Promise<{ cert: Buffer; key: Buffer } | undefined> {
  const folder = join(homedir(), ".office-addin-dev-certs");
  const [cert, key] = await Promise.allSettled(
    ["localhost.crt", "localhost.key"].map((name) => readFile(join(folder, name))),
  );
  return cert?.status === "fulfilled" && key?.status === "fulfilled" ? { cert: cert.value, key: key.value } : undefined;
}

function sideloading(address: string): string {
  return `✓ ${address}/taskpane.html で配っています（止めるには Ctrl+C）

Excel に登録する
  Windows: ${join(FOLDER, "manifest.xml")} を共有フォルダーに置き、Excel の［ファイル］→［オプション］→
           ［トラスト センター］→［信頼できるアドイン カタログ］にそのフォルダーを加え、［メニューに表示する］を選びます。
           Excel を開き直し、［ホーム］→［アドイン］→［共有フォルダー］から選びます。
  Mac:     manifest.xml を ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef に置いて、Excel を開き直します。
  Web 版:  ［ホーム］→［アドイン］→［その他のアドイン］→［マイ アドインのアップロード］で manifest.xml を選びます。

Excel がない所で試すには npm run addin:demo を使います。`;
}

await command.parseAsync().catch((error: unknown) => {
  if (!(error instanceof Error)) throw error;
  console.error(`✗ ${error.message}`);
  process.exitCode = 1;
});
