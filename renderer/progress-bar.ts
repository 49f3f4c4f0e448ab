import { Presets, SingleBar } from "cli-progress";
import type { Output } from "./console-text.ts";

export interface ProgressBar {
  /** One more workbook is done; `print` writes its result line without spoiling the bar. */
  step(print: () => void): void;
  stop(): void;
}

/** A bar on the terminal for several workbooks; elsewhere, and for a single one, only the result lines. */
export function progressBar(total: number, output: Output): ProgressBar {
  if (!output.isTerminal || total < 2) {
    return {
      step: (print) => {
        print();
      },
      stop: () => undefined,
    };
  }
  const bar = new SingleBar(
    {
      format: "{bar} {value}/{total} 冊（残り約 {eta} 秒）",
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  let done = 0;
  return {
    step(print) {
      process.stderr.write("\r\u001b[K");
      print();
      bar.update(++done);
    },
    stop: () => {
      bar.stop();
    },
  };
}
