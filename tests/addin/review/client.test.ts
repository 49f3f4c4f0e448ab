import { afterEach, expect, test } from "vitest";
import { bundledForms } from "../../../addin/review/bundled-forms.ts";
import { createReviewClient, type ReviewWorker } from "../../../addin/review/review-client.ts";
import type { ReviewCall, ReviewReply } from "../../../addin/review/review-messages.ts";
import { ReviewError, type WorkbookPart } from "../../../addin/review/review-protocol.ts";
import { ReviewSession } from "../../../addin/review/review-session.ts";
import { serveReview } from "../../../addin/review/serve-review.ts";
import { readFileSync } from "node:fs";
import type { WorkbookSnapshot } from "../../../core/workbook/snapshot.ts";
import { readSample, samplePath } from "../../support/samples.ts";

const ports: MessagePort[] = [];

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A worker without a thread: messages are copied on their way, as between a pane and its worker. */
function portWorker(session: ReviewSession): ReviewWorker & { fail(message: string): void } {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const receive = serveReview(session, port2);
  let isOver = false;
  port2.onmessage = ({ data }: MessageEvent<ReviewCall>) => {
    if (!isOver) receive(data);
  };
  const worker: ReturnType<typeof portWorker> = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: (call) => {
      port1.postMessage(call);
    },
    terminate: () => {
      isOver = true;
      port1.close();
    },
    fail: (message) => worker.onerror?.({ message } as ErrorEvent),
  };
  port1.onmessage = (event: MessageEvent<ReviewReply>) => worker.onmessage?.(event);
  return worker;
}

/** A client, and the workers that it has started. */
function client() {
  const workers: ReturnType<typeof portWorker>[] = [];
  const review = createReviewClient(() => {
    const worker = portWorker(new ReviewSession(bundledForms));
    workers.push(worker);
    return worker;
  });
  return { review, workers };
}

test("gives what the session gives, and tells how far it is", async () => {
  const snapshot = await readSample("sendai-r6");
  const { review } = client();
  const session = new ReviewSession(bundledForms);
  expect(await review.open({ snapshot })).toEqual(await session.open({ snapshot }));
  const progress: (readonly [number, number])[] = [];
  const checked = await review.check({ onProgress: (done, total) => progress.push([done, total]) });
  expect(checked).toEqual(await session.check());
  expect(progress.length).toBeGreaterThan(50);
  expect(progress.at(-1)![0]).toBe(progress.at(-1)![1]);
  expect(await review.structure()).toEqual(await session.structure());
  expect(await review.rules()).toEqual(await session.rules());
  const file = { fileName: "R5.xlsx", bytes: new Uint8Array(readFileSync(samplePath("sendai-r5"))) };
  expect(await review.setPrevious(file)).toEqual(await session.setPrevious(file));
  expect(await review.pairs()).toEqual(await session.pairs());
});

test("calls are answered in their order, a failed one among them", async () => {
  const { review } = client();
  const snapshot = await readSample("sendai-r6");
  const answers = await Promise.allSettled([
    review.open({ snapshot }),
    review.setPrevious({ fileName: "メモ.txt", bytes: new TextEncoder().encode("メモ") }),
    review.check(),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  const reason: unknown = (answers[1] as PromiseRejectedResult).reason;
  expect(reason).toBeInstanceOf(ReviewError);
  expect((reason as ReviewError).failure).toMatchObject({
    code: "not-a-workbook",
    message: expect.stringContaining("メモ.txt") as string,
    advice: expect.stringMatching(/。$/u) as string,
  });
});

test("a fault of the program has a Japanese sentence, and its details for the administrator", async () => {
  const review = createReviewClient(() =>
    portWorker(
      new ReviewSession(() => {
        throw new TypeError("x is not a function");
      }),
    ),
  );
  await expect(review.open({ snapshot: await readSample("sendai-r5") })).rejects.toMatchObject({
    failure: {
      code: "internal",
      message: expect.stringContaining("プログラムの誤り") as string,
      detail: expect.stringContaining("x is not a function") as string,
    },
  });
});

test("a worker that stops is replaced, and the new one knows the workbook as it is by then", async () => {
  const { review, workers } = client();
  const snapshot = await readSample("sendai-r6");
  await review.open({ snapshot });
  const file = { fileName: "R5.xlsx", bytes: new Uint8Array(readFileSync(samplePath("sendai-r5"))) };
  await review.setPrevious(file);
  const [sheet] = snapshot.sheets;
  const cells = sheet!.cells.map((cell) =>
    cell.row > 3 && cell.column === 4 ? { ...cell, text: "", value: "" } : cell,
  );
  const before = await review.update({ sheets: [{ ...sheet!, cells }] });
  const lost = review.check();
  workers[0]!.fail("out of memory");
  await expect(lost).rejects.toMatchObject({ failure: { code: "worker-stopped", detail: "out of memory" } });
  expect(await review.check()).toEqual(before);
  expect((await review.pairs())!.pairs.length).toBeGreaterThan(0);
  expect(workers).toHaveLength(2);
});

/** The first half of the cells of each sheet. */
function firstHalves({ sheets }: WorkbookSnapshot): WorkbookPart[] {
  return sheets.map((sheet, i) => ({
    sheet: { ...sheet, cells: sheet.cells.slice(0, sheet.cells.length >> 1) },
    isFirst: i === 0,
    share: 0.5,
  }));
}

test("what was read ahead is not sent again", async () => {
  const snapshot = await readSample("kawasaki");
  const { review, workers } = client();
  const told = firstHalves(snapshot).map((part) => review.readAhead([part]));
  const sent: ReviewCall[] = [];
  const worker = workers[0]!;
  const postMessage = worker.postMessage.bind(worker);
  worker.postMessage = (call) => {
    sent.push(call);
    postMessage(call);
  };
  await Promise.all(told);
  const opened = await review.open({ snapshot });
  const whole = client().review;
  expect(opened).toEqual(await whole.open({ snapshot }));
  expect(await review.check()).toEqual(await whole.check());
  const call = sent.find(({ method }) => method === "open") as Extract<ReviewCall, { method: "open" }>;
  const count = ({ sheets }: WorkbookSnapshot) => sheets.reduce((sum, { cells }) => sum + cells.length, 0);
  expect(count(call.request.snapshot)).toBeLessThan(count(snapshot) * 0.6);
});

test("a worker that stops while it reads ahead is replaced, and told the whole", async () => {
  const snapshot = await readSample("ogori");
  const { review, workers } = client();
  const lost = review.readAhead(firstHalves(snapshot));
  workers[0]!.fail("out of memory");
  await expect(lost).rejects.toMatchObject({ failure: { code: "worker-stopped" } });
  await review.readAhead(firstHalves(snapshot).map((part) => ({ ...part, isFirst: false })));
  const whole = client().review;
  expect(await review.open({ snapshot })).toEqual(await whole.open({ snapshot }));
  expect(await review.check()).toEqual(await whole.check());
});
