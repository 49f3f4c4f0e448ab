import { UserError } from "../../core/user-error.ts";
import { ReviewError, type ReviewFailure } from "./review-protocol.ts";

/** What failed, as plain data with Japanese sentences. */
export function reviewFailure(error: unknown): ReviewFailure {
  if (error instanceof ReviewError) return error.failure;
  if (error instanceof UserError) return { code: error.code, message: error.message, advice: error.hint ?? "" };
  return {
    code: "internal",
    message: "検査の途中で、プログラムの誤りが起きました。",
    advice: "もう一度検証してください。続くときは、下の詳細を添えて管理者に知らせてください。",
    detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
