import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../core/user-error.ts";
import { thisMachine } from "./browser/host-machine.ts";
import { parseCommandLine } from "./command-line.ts";
import { doctor } from "./commands/doctor.ts";
import { forms } from "./commands/forms.ts";
import { failureText, type Output } from "./console-text.ts";
import { EXIT, exitCodeOf } from "./exit-code.ts";
import { expandWorkbooks } from "./expand-workbooks.ts";

/** Runs `hyoka` with its arguments; never throws. @returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const output: Output = {
    out: (line) => process.stdout.write(`${line}\n`),
    note: (line) => process.stderr.write(`${line}\n`),
    isTerminal: process.stderr.isTTY,
  };
  const interrupt = new AbortController();
  const onInterrupt = () => {
    // A second Ctrl+C ends the program at once.
    if (interrupt.signal.aborted) process.exit(EXIT.interrupted);
    output.note("中断します。書きかけのファイルは残しません。");
    interrupt.abort();
  };
  process.on("SIGINT", onInterrupt);
  process.on("SIGTERM", onInterrupt);
  try {
    return await run(args, output, interrupt.signal);
  } catch (error) {
    output.note(failureText(error));
    return exitCodeOf(error);
  } finally {
    process.off("SIGINT", onInterrupt);
    process.off("SIGTERM", onInterrupt);
  }
}

async function run(args: readonly string[], output: Output, signal: AbortSignal): Promise<number> {
  const request = parseCommandLine(args, version());
  switch (request.command) {
    case "help":
      output.out(request.text.trimEnd());
      return EXIT.done;
    case "rules": {
      const { rules } = await import("./commands/rules.ts");
      return rules(output);
    }
    case "forms":
      return forms(request.templates, output);
    case "doctor":
      return await doctor(request.browser, thisMachine(), output);
    case "check": {
      const { check } = await import("./commands/check.ts");
      return await check(expandWorkbooks(request.workbooks), request, version(), output);
    }
    case "compare": {
      const { compare } = await import("./commands/compare.ts");
      const options = { ...request, issuedOn: request.issuedOn ?? today() };
      return await compare(request.previous, request.current, options, thisMachine(), output, signal);
    }
    case "structure": {
      const { structure } = await import("./commands/structure.ts");
      return await structure(
        expandWorkbooks(request.workbooks),
        { ...request, madeOn: request.madeOn ?? today() },
        output,
      );
    }
    case "templates init": {
      const { initTemplate } = await import("./commands/templates.ts");
      return await initTemplate(request.form, request.into, request, output);
    }
    case "templates check": {
      const { checkTemplate } = await import("./commands/templates.ts");
      return await checkTemplate(
        request.target,
        expandWorkbooks(request.workbooks),
        request,
        thisMachine(),
        output,
        signal,
      );
    }
    case "new": {
      const { newCommand } = await import("./commands/new.ts");
      return await newCommand(request.form, { ...request, madeOn: request.madeOn ?? today() }, output);
    }
    case "booklet": {
      const { booklet } = await import("./commands/booklet.ts");
      const options = { ...request, issuedOn: request.issuedOn ?? today() };
      return await booklet(expandWorkbooks(request.workbooks), options, thisMachine(), output, signal);
    }
    case "preview": {
      const { preview } = await import("./commands/preview.ts");
      const options = { ...request, issuedOn: request.issuedOn ?? today() };
      return await preview(expandWorkbooks(request.workbooks), options, thisMachine(), output, signal);
    }
    case "render": {
      // Only printing needs ExcelJS and Puppeteer.
      const { render } = await import("./commands/render.ts");
      const options = {
        ...request,
        issuedOn: request.issuedOn ?? today(),
        isIssuedToday: request.issuedOn === undefined,
      };
      return await render(expandWorkbooks(request.workbooks), options, thisMachine(), output, signal);
    }
  }
}

/** Today where the office is, not in UTC: in Japan the day changes nine hours earlier. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function version(): string {
  const file = join(import.meta.dirname, "..", "package.json");
  const { version: text } = JSON.parse(readFileSync(file, "utf8")) as { version?: string };
  if (text === undefined) throw new UserError("usage", "package.json に版がありません。");
  return text;
}
