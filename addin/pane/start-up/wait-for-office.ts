import type { StartUp } from "./start-up.ts";

/** As much of office.js as the start needs; `Office` itself fits. */
export interface OfficeStart {
  onReady(): PromiseLike<{ readonly host: unknown }>;
  readonly context: {
    readonly requirements: { isSetSupported(name: string, version: string): boolean };
    readonly diagnostics?: { readonly version?: string };
  };
}

export interface StartUpWorld {
  /** The office.js that the page's script tag has loaded so far. */
  readonly office: () => OfficeStart | undefined;
  /** Resolves when every script of the page has been run or given up. */
  readonly pageParsed: Promise<unknown>;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  /** What an Excel must offer. */
  readonly needed: { readonly name: string; readonly version: string };
}

/** How long Excel may take to answer, in milliseconds: a cold start on an old machine takes 5 s. */
export const ANSWER_LIMIT = 12_000;

/**
 * Waits for office.js and Excel. Calls `report` with what to show: with a time-out first, and again when Excel answers
 * after all. Never hangs: where a file of office.js is blocked, `onReady` is silent for ever.
 */
export async function waitForOffice(world: StartUpWorld, report: (startUp: StartUp) => void): Promise<void> {
  let settled = false;
  const answer = officeAnswer(world).then((startUp) => {
    settled = true;
    report(startUp);
  });
  const silence = world.wait(ANSWER_LIMIT).then(() => {
    if (!settled) report({ kind: "office-silent" });
  });
  await Promise.race([answer, silence.then(() => answer)]);
}

async function officeAnswer({ office, pageParsed, needed }: StartUpWorld): Promise<StartUp> {
  await pageParsed;
  const found = office();
  if (!found) return { kind: "office-missing" };
  const { host } = await found.onReady();
  if (host !== "Excel") return { kind: "outside-excel" };
  if (!found.context.requirements.isSetSupported(needed.name, needed.version)) {
    return {
      kind: "excel-too-old",
      needed: `${needed.name} ${needed.version}`,
      version: found.context.diagnostics?.version,
    };
  }
  return { kind: "ready" };
}
