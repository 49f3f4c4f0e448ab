import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { expect } from "vitest";

const program = join(import.meta.dirname, "../../renderer/cli.ts");

/** What a run of the command line left behind. */
export interface HyokaRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A run that may still be going on. */
export interface RunningHyoka {
  readonly child: ChildProcess;
  /** Resolves with the first line of results. */
  readonly firstLine: Promise<string>;
  readonly ended: Promise<HyokaRun>;
}

/** Starts `hyoka` as a person would, without any browser that the environment names, in the project's folder unless another is given. */
export function startHyoka(args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd?: string): RunningHyoka {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  const firstLine = new Promise<string>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
      if (out.includes("\n")) resolve(out.slice(0, out.indexOf("\n")));
    });
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const ended = new Promise<HyokaRun>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code, out, err });
    });
  });
  return { child, firstLine, ended };
}

/** Runs `hyoka` to its end. Whatever it says on stderr must be Japanese and no bug's stack. */
export async function hyoka(args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd?: string): Promise<HyokaRun> {
  const run = await startHyoka(args, env, cwd).ended;
  expectJapanese(run.err);
  return run;
}

/** No line that only an English reader understands, no stack, no leftovers of code. */
export function expectJapanese(text: string): void {
  for (const line of text.split("\n").filter((each) => each.trim() !== "")) expect(line).toMatch(/[ぁ-んァ-ヶ一-龠]/u);
  expect(text).not.toMatch(/undefined|NaN|\[object|予期しない誤り|\n\s+at /u);
}
