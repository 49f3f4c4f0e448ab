import { reviewFailure } from "./review-failure.ts";
import type { ReviewCall, ReviewReply } from "./review-messages.ts";
import type { ReviewClient } from "./review-protocol.ts";

/** What messages are received from and answered to: a worker's own scope, or a port. */
export interface ReplyPort {
  postMessage(reply: ReviewReply): void;
}

/** Answers calls one after the other, in the order in which they came. */
export function serveReview(session: ReviewClient, port: ReplyPort): (call: ReviewCall) => void {
  let last: Promise<void> = Promise.resolve();
  return (call) => {
    last = last.then(() => answer(session, call, port));
  };
}

async function answer(session: ReviewClient, call: ReviewCall, port: ReplyPort): Promise<void> {
  const { id } = call;
  try {
    port.postMessage({ id, value: await valueOf(session, call, port) });
  } catch (error) {
    port.postMessage({ id, failure: reviewFailure(error) });
  }
}

async function valueOf(session: ReviewClient, call: ReviewCall, port: ReplyPort): Promise<unknown> {
  switch (call.method) {
    case "readAhead":
      await session.readAhead(call.request);
      return undefined;
    case "open":
      return await session.open(call.request);
    case "check":
      return await session.check({
        onProgress: (done, total) => {
          port.postMessage({ id: call.id, progress: { done, total } });
        },
      });
    case "update":
      return await session.update(call.request);
    case "setPrevious":
      return await session.setPrevious(call.request);
    case "blankForm":
      return await session.blankForm(call.request);
    case "findingSheet":
      return await session.findingSheet(call.request);
    case "pairs":
      return await session.pairs();
    case "structure":
      return await session.structure();
    case "rules":
      return await session.rules();
  }
}
