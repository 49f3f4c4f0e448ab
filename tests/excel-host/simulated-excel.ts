import ExcelJS from "exceljs";
import { answerBatch, type HostState } from "./answer-batch.ts";
import { type HostBridge, loadOffice } from "./load-office.ts";
import type { BatchRequest } from "./wire.ts";
import { workbookObject } from "./workbook-object.ts";

/** What a test may set and look at. */
export interface SimulatedExcelOptions {
  /** Longest answer in bytes; Excel on the web allows 5 MB. */
  readonly mostBytes?: number;
}

export interface SimulatedExcel {
  /** `Excel.run` of the genuine office.js. */
  readonly run: <Result>(work: (context: Excel.RequestContext) => Promise<Result>) => Promise<Result>;
  /** The bytes of each answer so far: one per sync. */
  readonly answers: readonly number[];
  /** What went wrong so far, and where: a run that touched something not modelled proves nothing. */
  readonly faults: readonly string[];
}

/** Opens a workbook in a simulated Excel, which speaks to the genuine office.js. */
export async function openSimulatedExcel(
  bytes: Uint8Array,
  { mostBytes = 5 * 1024 * 1024 }: SimulatedExcelOptions = {},
): Promise<SimulatedExcel> {
  const workbook = new ExcelJS.Workbook();
  // ExcelJS declares a Buffer of its own that is no Uint8Array.
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const state: HostState = { workbook: workbookObject(workbook), references: new Map(), faults: [] };
  const answers: number[] = [];
  const office = loadOffice();
  office.OfficeExtension.HostBridge.init(bridgeTo(state, answers, mostBytes));
  return { run: (work) => office.Excel.run(work), answers, faults: state.faults };
}

interface HostMessage {
  readonly id: number;
  readonly message: { readonly body: BatchRequest };
}

function bridgeTo(state: HostState, answers: number[], mostBytes: number): HostBridge {
  const bridge: HostBridge = {
    onMessageFromHost: () => undefined,
    sendMessageToHost(text) {
      const { id, message } = JSON.parse(text) as HostMessage;
      const body = JSON.stringify(answerBatch(message.body, state));
      answers.push(Buffer.byteLength(body));
      const answer = answers.at(-1)! > mostBytes ? tooLarge() : { statusCode: 200, headers: {}, body };
      // Excel never answers before the call returns.
      setImmediate(() => {
        bridge.onMessageFromHost(JSON.stringify({ type: 2, id, message: answer }));
      });
    },
  };
  return bridge;
}

function tooLarge(): object {
  const error = { code: "ResponsePayloadSizeLimitExceeded", message: "" };
  return { statusCode: 400, headers: {}, body: JSON.stringify({ error }) };
}
