import ExcelJS from "exceljs";
import { answerBatch, type HostState, refusedBatch } from "./wire/answer-batch.ts";
import { batchLog } from "./wire/batch-log.ts";
import type { EventEntry } from "./model/host-events.ts";
import { HostError } from "./model/host-error.ts";
import { HostWorkbook } from "./model/host-workbook.ts";
import { type InjectedFault, InjectedFaults, messageFaults } from "./wire/injected-faults.ts";
import { createPerson, type Person } from "./person.ts";
import { defaultSets, RequirementCheck, type RequirementSets } from "./wire/requirement-sets.ts";
import { savedWorkbook } from "./model/saved-workbook.ts";
import type { UndoStack } from "./model/undo-stack.ts";
import { type BatchRequest, delayForCellEditFlag, pathType } from "./wire/batch-request.ts";
import { workbookObject } from "./objects/workbook-object.ts";

/** What a test may set. */
export interface HostOptions {
  /** Longest request and longest answer in bytes; Excel on the web allows 5 MB. */
  readonly mostBytes?: number;
  /** What this Excel offers: `{ ExcelApi: "1.12" }`. What is not named is as in the installed office.js. */
  readonly sets?: RequirementSets;
  /** The year of dates that are typed without one; 2026 if nothing is said. */
  readonly year?: number;
}

/** A batch that office.js sent: one sync. */
export interface BatchRecord {
  /** What it asked for, a line for each action that counts. */
  readonly log: readonly string[];
  /** When it came, by `performance.now()`. */
  readonly askedAt: number;
  readonly requestBytes: number;
  readonly answerBytes: number;
}

/** What the host says to a request: the body of an answer, or the code of a failure of the message as a whole. */
export type HostReply = { readonly body: string } | { readonly failure: string };

/** An open workbook with Excel around it, whatever office.js reaches it through. */
export class HostSession {
  readonly person: Person;
  /** Somebody who edits the same workbook elsewhere. */
  readonly coAuthor: Person;
  readonly batches: BatchRecord[] = [];
  /** Called with the events since the last call, after the batch or act that caused them was over. */
  deliver: (entries: readonly EventEntry[]) => void = () => undefined;
  /** Called after each batch and act. */
  afterwards: () => void = () => undefined;
  readonly requirements: RequirementCheck;
  readonly #state: HostState;
  readonly #mostBytes: number;
  #cellEdit: PromiseWithResolvers<void> | undefined;

  constructor(book: HostWorkbook, { mostBytes = 5 * 1024 * 1024, sets = {} }: HostOptions) {
    this.#mostBytes = mostBytes;
    this.requirements = new RequirementCheck({ ...defaultSets, ...sets });
    this.#state = {
      book,
      workbook: workbookObject(book),
      requirements: this.requirements,
      injected: new InjectedFaults(),
      faults: [],
    };
    const deliver = (): void => {
      setImmediate(() => {
        this.#deliverEvents();
      });
    };
    this.person = createPerson(book, "local", deliver);
    this.coAuthor = createPerson(book, "remote", deliver);
  }

  /** Opens the bytes of an .xlsx file. */
  static async open(bytes: Uint8Array, options: HostOptions = {}): Promise<HostSession> {
    const file = new ExcelJS.Workbook();
    // ExcelJS declares a Buffer of its own that is no Uint8Array.
    await file.xlsx.load(bytes as unknown as ExcelJS.Buffer);
    return new HostSession(new HostWorkbook(file, options.year ?? 2026), options);
  }

  get book(): HostWorkbook {
    return this.#state.book;
  }

  get undo(): UndoStack {
    return this.#state.book.undo;
  }

  /** What went wrong that no test asked for: a run that touched something not modelled proves nothing. */
  get faults(): readonly string[] {
    return this.#state.faults;
  }

  /** Lets a coming batch fail. */
  failNext(fault: InjectedFault): void {
    this.#state.injected.add(fault);
  }

  /** The person begins to edit a cell: calls fail, or wait if they may, until `endCellEdit`. */
  startCellEdit(): void {
    this.#cellEdit ??= Promise.withResolvers();
  }

  endCellEdit(): void {
    this.#cellEdit?.resolve();
    this.#cellEdit = undefined;
  }

  /** The workbook as a file, as if the person had saved it. */
  save(): Promise<Uint8Array> {
    return savedWorkbook(this.#state.book);
  }

  /** Answers a batch. `flags` are those of the request. */
  async ask(text: string, flags: number): Promise<HostReply> {
    if (this.#cellEdit && (flags & delayForCellEditFlag) !== 0) await this.#cellEdit.promise;
    const askedAt = performance.now();
    const request = JSON.parse(text) as BatchRequest;
    const log = batchLog(request);
    const requestBytes = Buffer.byteLength(text);
    const reply = this.#reply(request, log, requestBytes);
    const answerBytes = "body" in reply ? Buffer.byteLength(reply.body) : 0;
    this.batches.push({ log, askedAt, requestBytes, answerBytes });
    setImmediate(() => {
      this.#deliverEvents();
    });
    return this.#isTooLong(reply) ? { failure: "ResponsePayloadSizeLimitExceeded" } : reply;
  }

  #reply(request: BatchRequest, log: readonly string[], requestBytes: number): HostReply {
    if (requestBytes > this.#mostBytes) return { failure: "RequestPayloadSizeLimitExceeded" };
    const failure = this.#state.injected.ofMessage(log);
    // An answer that is too long was given after the work was done.
    if (failure !== undefined && failure !== messageFaults[1]) return { failure };
    try {
      const body = JSON.stringify(this.#answer(request));
      return failure === undefined ? { body } : { failure };
    } catch (error) {
      // A mistake of the simulation itself: the add-in sees some failure, the test what it was.
      this.#state.faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return { failure: "GeneralException" };
    }
  }

  #answer(request: BatchRequest): Readonly<Record<string, unknown>> {
    if (this.#cellEdit && !isServiceCall(request))
      return refusedBatch(new HostError("InvalidOperationInCellEditMode", "a cell is being edited"));
    const answer = answerBatch(request, this.#state);
    this.#state.book.undo.endStep("add-in");
    return answer;
  }

  #isTooLong(reply: HostReply): boolean {
    return "body" in reply && Buffer.byteLength(reply.body) > this.#mostBytes;
  }

  #deliverEvents(): void {
    const entries = this.#state.book.events.take();
    if (entries.length > 0) this.deliver(entries);
    this.afterwards();
  }
}

/** While office.js begins it says of itself that it is ready for commands: no cell is concerned. */
function isServiceCall({ Actions, ObjectPaths }: BatchRequest): boolean {
  return Actions.every(({ ObjectPathId }) => ObjectPaths[ObjectPathId]?.ObjectPathType === pathType.service);
}
