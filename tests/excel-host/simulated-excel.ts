import { setTimeout as wait } from "node:timers/promises";
import { type HostOptions, HostSession } from "./host-session.ts";
import { type HostBridge, loadOffice } from "./wire/load-office.ts";

/** A workbook that is open in a simulated Excel, which speaks to the genuine office.js in this process. */
export interface SimulatedExcel {
  /** `Excel.run` of the genuine office.js. */
  readonly run: typeof Excel.run;
  /** What the person does, what Excel was asked, what went wrong. */
  readonly host: HostSession;
  /** The bytes of each answer so far: one per sync. */
  readonly answers: readonly number[];
  /** What went wrong so far, and where: a run that touched something not modelled proves nothing. */
  readonly faults: readonly string[];
  /** Waits until nothing has been asked for a while: events are told, and their handlers are done. */
  settled(): Promise<void>;
}

/** Opens a workbook in a simulated Excel, for code that calls Office.js without a page. */
export async function openSimulatedExcel(bytes: Uint8Array, options: HostOptions = {}): Promise<SimulatedExcel> {
  const host = await HostSession.open(bytes, options);
  const office = loadOffice((set, version) => host.requirements.isSupported(set, version));
  const bridge = bridgeTo(host);
  office.OfficeExtension.HostBridge.init(bridge);
  host.deliver = (entries) => {
    bridge.onMessageFromHost(JSON.stringify({ type: 3, controlId: "", message: { entries } }));
  };
  return {
    run: office.Excel.run,
    host,
    get answers() {
      return host.batches.map(({ answerBytes }) => answerBytes);
    },
    faults: host.faults,
    settled: () => settled(host),
  };
}

interface HostMessage {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: unknown };
}

function bridgeTo(host: HostSession): HostBridge {
  const bridge: HostBridge = {
    onMessageFromHost: () => undefined,
    sendMessageToHost(text) {
      const { id, flags, message } = JSON.parse(text) as HostMessage;
      void host.ask(JSON.stringify(message.body), flags).then((reply) => {
        const answer = "body" in reply ? { statusCode: 200, headers: {}, body: reply.body } : failure(reply.failure);
        // Excel never answers before the call returns.
        setImmediate(() => {
          bridge.onMessageFromHost(JSON.stringify({ type: 2, id, message: answer }));
        });
      });
    },
  };
  return bridge;
}

function failure(code: string): object {
  return { statusCode: 400, headers: {}, body: JSON.stringify({ error: { code, message: "" } }) };
}

/** How long nothing may happen, in milliseconds, before everything counts as done. */
const quiet = 25;

async function settled(host: HostSession): Promise<void> {
  for (let asked = -1; asked !== host.batches.length;) {
    asked = host.batches.length;
    await wait(quiet);
  }
}
