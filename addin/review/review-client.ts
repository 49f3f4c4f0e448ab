import type { WorkbookSnapshot } from "../../core/workbook/snapshot.ts";
import { applyChanges } from "./apply-changes.ts";
import type { ReviewCall, ReviewReply, ReviewRequest } from "./review-messages.ts";
import {
  ReviewError,
  type Comparison,
  type OpenRequest,
  type PreviousFile,
  type Review,
  type ReviewClient,
  type ReviewFailure,
  type RuleInfo,
  type WorkbookChanges,
} from "./review-protocol.ts";
import { ToldAhead } from "./told-ahead.ts";

/** What a review runs in. */
export interface ReviewWorker {
  postMessage(call: ReviewCall): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<ReviewReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

/** A review in a worker; `close` ends it. */
export interface WorkerReviewClient extends ReviewClient {
  close(): void;
}

/** Starts the worker that comes with the pane. */
export function startReviewWorker(): ReviewWorker {
  return new Worker(new URL("./review-worker.ts", import.meta.url), { type: "module", name: "hyoka-review" });
}

type Progress = (done: number, total: number) => void;

interface PendingCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: ReviewError) => void;
  readonly onProgress: Progress | undefined;
}

const STOPPED: ReviewFailure = {
  code: "worker-stopped",
  message: "検査が途中で止まりました。",
  advice: "もう一度検証してください。続くときは、ほかのプログラムを閉じるか、ブックを分けてください。",
};

/**
 * A review that runs in a worker. A worker that stops fails the calls that wait for it; the next call starts another and
 * gives it the workbook as it is by then.
 */
export function createReviewClient(startWorker: () => ReviewWorker = startReviewWorker): WorkerReviewClient {
  const pending = new Map<number, PendingCall>();
  let worker: ReviewWorker | undefined;
  let opened: OpenRequest | undefined;
  let previous: PreviousFile | null = null;
  let ahead: { readonly worker: ReviewWorker; readonly told: ToldAhead } | undefined;
  let nextId = 1;

  const stop = (detail?: string) => {
    worker?.terminate();
    worker = undefined;
    const calls = [...pending.values()];
    pending.clear();
    for (const { reject } of calls) reject(new ReviewError({ ...STOPPED, ...(detail ? { detail } : {}) }));
  };

  const start = (): ReviewWorker => {
    const started = startWorker();
    started.onmessage = ({ data }) => {
      receive(pending, data);
    };
    started.onerror = ({ message }) => {
      stop(message);
    };
    started.onmessageerror = () => {
      stop("a message could not be read");
    };
    return (worker = started);
  };

  const send = <T>(to: ReviewWorker, request: ReviewRequest, onProgress?: Progress): Promise<T> =>
    new Promise<unknown>((resolve, reject) => {
      const id = nextId++;
      pending.set(id, { resolve, reject, onProgress });
      to.postMessage({ id, ...request });
    }) as Promise<T>;

  /** The worker, told again what one that stopped knew. Messages keep their order: nothing needs to wait. */
  const running = (): ReviewWorker => {
    if (worker) return worker;
    const started = start();
    const ignore = () => undefined;
    // What is wrong with them was said when they were first sent; the call that follows fails too where it matters.
    if (opened) send(started, { method: "open", request: opened }).catch(ignore);
    if (previous) send(started, { method: "setPrevious", request: previous }).catch(ignore);
    return started;
  };

  return {
    async readAhead(parts) {
      if (parts[0]?.isFirst) ahead = { worker: running(), told: new ToldAhead() };
      if (!ahead || ahead.worker !== worker) return;
      const own = ahead;
      const { told } = own;
      const isOver = () => ahead !== own;
      told.add(parts);
      if (told.isBusy) return;
      told.isBusy = true;
      // What comes while the worker is busy it is told at once afterwards, or when the workbook is opened.
      for (let next = told.take(); next.length > 0 && !isOver(); next = told.take())
        await send(own.worker, { method: "readAhead", request: next });
      told.isBusy = false;
    },
    open(request) {
      const to = running();
      opened = request;
      const rest = ahead?.worker === to ? ahead.told.rest(request) : request;
      ahead = undefined;
      return send(to, { method: "open", request: rest });
    },
    check: ({ onProgress } = {}) => send<Review>(running(), { method: "check" }, onProgress),
    update(changes: WorkbookChanges) {
      const to = running();
      const snapshot: WorkbookSnapshot = opened?.snapshot ?? { sheets: [] };
      opened = { ...opened, snapshot: applyChanges(snapshot, changes) };
      return send<Review>(to, { method: "update", request: changes });
    },
    async setPrevious(file) {
      const comparison = await send<Comparison>(running(), { method: "setPrevious", request: file });
      // Only now: a file that stops the worker is not to stop the next one too.
      previous = file;
      return comparison;
    },
    pairs: () => send(running(), { method: "pairs" }),
    structure: () => send(running(), { method: "structure" }),
    blankForm: (request) => send(running(), { method: "blankForm", request }),
    findingSheet: (request) => send(running(), { method: "findingSheet", request }),
    rules: () => send<Readonly<Record<string, RuleInfo>>>(running(), { method: "rules" }),
    close: stop,
  };
}

function receive(pending: Map<number, PendingCall>, reply: ReviewReply): void {
  const call = pending.get(reply.id);
  if (!call) return;
  if ("progress" in reply) {
    call.onProgress?.(reply.progress.done, reply.progress.total);
    return;
  }
  pending.delete(reply.id);
  if ("failure" in reply) call.reject(new ReviewError(reply.failure));
  else call.resolve(reply.value);
}
