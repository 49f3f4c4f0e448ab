import { readdirSync, readFileSync } from "node:fs";

/** How often the memory is looked at, in milliseconds. */
const INTERVAL = 200;

/**
 * Watches the memory of a process and of all that it started. Pages that several processes share count once
 * (proportional set size).
 * @returns a function that stops watching and returns the peak in bytes; `undefined` where the system has no /proc.
 */
export function watchMemory(processId: number): () => number | undefined {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, memoryOfTree(processId));
  }, INTERVAL);
  return () => {
    clearInterval(timer);
    return peak === 0 ? undefined : peak;
  };
}

function memoryOfTree(processId: number): number {
  const children = Map.groupBy(processes(), ({ parent }) => parent);
  const sum = (id: number): number =>
    (children.get(id) ?? []).reduce((total, child) => total + sum(child.id), memoryOf(id));
  return sum(processId);
}

function processes(): { readonly id: number; readonly parent: number }[] {
  return systemFolder("/proc").flatMap((name) => {
    const stat = /^\d+$/u.test(name) ? systemFile(`/proc/${name}/stat`) : "";
    // The name of the program stands in brackets and may hold anything.
    const parent = /^ \S (\d+)/u.exec(stat.slice(stat.lastIndexOf(")") + 1))?.[1];
    return parent === undefined ? [] : [{ id: Number(name), parent: Number(parent) }];
  });
}

/** In bytes. */
function memoryOf(processId: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB$/mu.exec(systemFile(`/proc/${processId}/smaps_rollup`))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

function systemFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    // No Linux.
    return [];
  }
}

function systemFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process has ended in the meantime.
    return "";
  }
}
