import { describeBrowser } from "../browser/describe-browser.ts";
import type { HostMachine } from "../browser/host-machine.ts";
import { failureText, type Output } from "../console-text.ts";
import { EXIT, exitCodeOf } from "../exit-code.ts";

/** Says whether this machine can print: browser (started once), fonts, cache folder. */
export async function doctor(browserPath: string | undefined, host: HostMachine, output: Output): Promise<number> {
  const found = await describeBrowser(host, browserPath);
  output.out(`Node.js      ${process.version}（${host.platform} ${host.arch}）`);
  output.out(
    `ブラウザー   ${found.browser ? `${found.browser.version}\n             ${found.browser.path}` : "使えません"}`,
  );
  output.out(`書体         ${[...new Set(found.fonts.map(({ family }) => family))].join("、")}`);
  output.out(`作業フォルダー ${found.cacheFolder ?? "書き込める場所がありません"}`);
  for (const problem of found.problems) output.note(failureText(problem));
  const [first] = found.problems;
  output.out(first ? "印刷できません。上の指示に従ってください。" : "印刷できます。");
  return first ? exitCodeOf(first) : EXIT.done;
}
