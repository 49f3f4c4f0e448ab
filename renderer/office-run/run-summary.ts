import { UserError } from "../../core/user-error.ts";

/** What became of one workbook. */
export interface RunResult {
  readonly workbook: string;
  /** What is said of it at once. */
  readonly line: string;
  readonly pages?: number;
  /** Its report was there already. */
  readonly isUnchanged?: boolean;
  readonly failure?: unknown;
}

/** How many reports there are after a run over several workbooks. */
export function runSummary(results: readonly RunResult[], out: string): string {
  const unchanged = results.filter(({ isUnchanged }) => isUnchanged === true).length;
  const printed = results.length - failed(results).length - unchanged;
  const pages = results.reduce((sum, result) => sum + (result.pages ?? 0), 0);
  return [
    `${results.length} 冊のうち ${printed} 冊の報告書を ${out} に作りました${pages > 0 ? `（${pages.toLocaleString("ja-JP")} ページ）` : ""}。`,
    ...(unchanged > 0 ? [`変わっていない ${unchanged} 冊は、前に作ったもののままです。`] : []),
  ].join("\n");
}

/** The reports that are missing after a run, each with its reason, once more together; nothing when all are there. */
export function missingReports(results: readonly RunResult[]): string | undefined {
  const missing = failed(results);
  if (missing.length === 0) return undefined;
  const lines = missing.map(({ workbook, failure }) => `  ${workbook}  ${reason(failure)}`);
  return [`作れなかったもの ${missing.length} 冊`, ...lines].join("\n");
}

function failed(results: readonly RunResult[]): readonly RunResult[] {
  return results.filter(({ failure }) => failure !== undefined);
}

/** The first sentence; the whole message stands where the failure happened. */
function reason(failure: unknown): string {
  if (!(failure instanceof UserError)) return "内部の誤り";
  return failure.message.split("\n", 1)[0]!;
}
