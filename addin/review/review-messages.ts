import type { ReviewClient, ReviewFailure } from "./review-protocol.ts";

/** The call of a method of `ReviewClient`, with what it is given. */
export type ReviewCall = { readonly id: number } & ReviewRequest;

export type ReviewRequest =
  | { readonly method: "readAhead"; readonly request: Parameters<ReviewClient["readAhead"]>[0] }
  | { readonly method: "open"; readonly request: Parameters<ReviewClient["open"]>[0] }
  | { readonly method: "update"; readonly request: Parameters<ReviewClient["update"]>[0] }
  | { readonly method: "setPrevious"; readonly request: Parameters<ReviewClient["setPrevious"]>[0] }
  | { readonly method: "blankForm"; readonly request: Parameters<ReviewClient["blankForm"]>[0] }
  | { readonly method: "findingSheet"; readonly request: Parameters<ReviewClient["findingSheet"]>[0] }
  | { readonly method: "check" | "pairs" | "structure" | "rules" };

/** What becomes of the call with the same `id`: progress any number of times, then a value or a failure. */
export type ReviewReply = { readonly id: number } & (
  | { readonly value: unknown }
  | { readonly failure: ReviewFailure }
  | { readonly progress: { readonly done: number; readonly total: number } }
);
