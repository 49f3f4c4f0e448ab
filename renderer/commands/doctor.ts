import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describeBrowser } from "../browser/describe-browser.ts";
import type { HostMachine } from "../browser/host-machine.ts";
import { failureText, type Output } from "../console-text.ts";
import { EXIT, exitCodeOf } from "../exit-code.ts";

/** Says whether this machine can print (browser, started once; fonts; cache folder), and whether it can build the add-in. */
export async function doctor(browserPath: string | undefined, host: HostMachine, output: Output): Promise<number> {
  const found = await describeBrowser(host, browserPath);
  output.out(`Node.js      ${process.version}（${host.platform} ${host.arch}）`);
  output.out(
    `ブラウザー   ${found.browser ? `${found.browser.version}\n             ${found.browser.path}` : "使えません"}`,
  );
  output.out(`書体         ${[...new Set(found.fonts.map(({ family }) => family))].join("、")}`);
  output.out(`作業フォルダー ${found.cacheFolder ?? "書き込める場所がありません"}`);
  output.out(`アドイン     ${officeScripts()}`);
  for (const problem of found.problems) output.note(failureText(problem));
  const [first] = found.problems;
  output.out(first ? "印刷できません。上の指示に従ってください。" : "印刷できます。");
  return first ? exitCodeOf(first) : EXIT.done;
}

/** The scripts with which the add-in speaks to Excel; `npm run build:addin` copies them out of their package. */
function officeScripts(): string {
  const missing = "Excel とやり取りするスクリプトがありません（印刷には要りません。npm ci で入ります）";
  let manifest: string;
  try {
    manifest = createRequire(import.meta.url).resolve("@microsoft/office-js/package.json");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return missing;
    throw error;
  }
  if (!existsSync(join(dirname(manifest), "dist", "office.js"))) return missing;
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly version: string };
  return `office-js ${version}（npm run build:addin で画面と一緒に置けます）`;
}
