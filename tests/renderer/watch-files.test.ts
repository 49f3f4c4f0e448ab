import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { watchFiles } from "../../renderer/watch-files.ts";

const folder = mkdtempSync(join(tmpdir(), "hyoka-watch-"));
const ended = new AbortController();
afterAll(() => {
  ended.abort();
  rmSync(folder, { recursive: true });
});

const path = (name: string) => join(folder, name);
const seen = { timeout: 20_000, interval: 20 };

test("tells of files that change, come, go or are replaced, and of no other", async () => {
  writeFileSync(path("表.xlsx"), "一");
  const onChange = vi.fn();
  watchFiles(() => Promise.resolve([path("表.xlsx"), path("部品.hbs")]), onChange, ended.signal);
  await wait(600);
  expect(onChange).not.toHaveBeenCalled();

  writeFileSync(path("~$表.xlsx"), "開いている人");
  writeFileSync(path("別の表.xlsx"), "別");
  await wait(600);
  expect(onChange).not.toHaveBeenCalled();

  const steps = [
    () => {
      writeFileSync(path("表.xlsx"), "一二");
    },
    () => {
      writeFileSync(path("部品.hbs"), "");
    },
    () => {
      rmSync(path("部品.hbs"));
    },
    () => {
      // As Excel saves: aside, then renamed.
      writeFileSync(path("A1B2.tmp"), "一三");
      renameSync(path("A1B2.tmp"), path("表.xlsx"));
    },
  ];
  for (const [i, step] of steps.entries()) {
    step();
    await vi.waitFor(() => {
      expect(onChange).toHaveBeenCalledTimes(i + 1);
    }, seen);
  }
});

test("stops when it is told to", async () => {
  const stop = new AbortController();
  const onChange = vi.fn();
  writeFileSync(path("止.xlsx"), "");
  watchFiles(() => Promise.resolve([path("止.xlsx")]), onChange, stop.signal);
  await wait(400);
  stop.abort();
  writeFileSync(path("止.xlsx"), "変更");
  await wait(600);
  expect(onChange).not.toHaveBeenCalled();
});
