import { assertBrowser } from "./assert-browser.ts";
import { bundledForms } from "./bundled-forms.ts";
import type { ReviewCall } from "./review-messages.ts";
import { ReviewSession } from "./review-session.ts";
import { serveReview } from "./serve-review.ts";

const session = new ReviewSession(() => {
  assertBrowser();
  return bundledForms();
});

// Without a worker a table of 10,000 rows would freeze the pane while it is checked.
const receive = serveReview(session, {
  postMessage: (reply) => {
    self.postMessage(reply);
  },
});

self.addEventListener("message", ({ data }: MessageEvent<ReviewCall>) => {
  receive(data);
});
