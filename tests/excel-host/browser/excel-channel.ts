import { randomUUID } from "node:crypto";
import type { EventEntry } from "../model/host-events.ts";
import type { HostSession } from "../host-session.ts";

/** What Excel tells office.js when a pane begins. */
export interface ChannelOptions {
  /** Where Excel's own page stands: `https://excel.officeapps.live.com`. */
  readonly origin: string;
  /** Language of Excel; `ja-JP` if nothing is said. */
  readonly locale?: string;
  /** Excel never tells that the workbook is there: `Office.onReady` waits for ever. */
  readonly isSilent?: boolean;
}

/** Numbers of office.js' messages. */
const messageType = { request: 0, response: 1 } as const;
const actionType = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;
const responseType = { ofCall: 0, ofEvent: 1 } as const;
const dispatch = { executeBatch: 93, getSettings: 75, saveSettings: 76 } as const;
const officeError = {
  unsupported: 5000,
  general: 5001,
  activityLimitReached: 5102,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  invalidSession: 5105,
} as const;
const errorOf: Readonly<Record<string, number>> = {
  RequestPayloadSizeLimitExceeded: officeError.requestTooLarge,
  ResponsePayloadSizeLimitExceeded: officeError.responseTooLarge,
  ActivityLimitReached: officeError.activityLimitReached,
  InvalidOrTimedOutSession: officeError.invalidSession,
};
/** Office.js reads a licence out of it; a text that is no XML would make the browser complain of a style. */
const noLicence = '<r v="0"><t cid="" oid=""/></r>';
/** Excel among the Office programs. */
const excelNumber = 16;

interface Message {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

interface MethodCall {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
}

/** The side of Excel on the web in its talk with office.js in a frame, free of any browser. */
export class ExcelChannel {
  /** What office.js asked for that is not modelled. */
  readonly unanswered: string[] = [];
  readonly #host: HostSession;
  readonly #options: Required<ChannelOptions>;
  readonly #post: (message: string) => unknown;
  readonly #conversation = `conversation-${randomUUID()}`;
  readonly #addinId = `{${randomUUID()}}`;
  /** Number under which office.js listens to each kind of event. */
  readonly #listening = new Map<string, number>();

  /** `post` sends a message to the frame; a promise that it gives is waited for. */
  constructor(host: HostSession, options: ChannelOptions, post: (message: string) => unknown) {
    this.#host = host;
    this.#options = { locale: "ja-JP", isSilent: false, ...options };
    this.#post = post;
    host.deliver = (entries) => {
      this.#deliver(entries);
    };
  }

  /** The address of the pane as Excel opens it. */
  paneAddress(address: string): string {
    const url = new URL(address);
    const mark = `_host_Info=${this.#hostInfo}`;
    url.search = url.search === "" ? mark : `${url.search.slice(1)}&${mark}`;
    return url.href;
  }

  /** The name of the frame, in which office.js looks for its host. */
  get frameName(): string {
    return JSON.stringify({
      hostInfo: this.#hostInfo,
      xdmInfo: `${this.#conversation}|${this.#addinId}|${this.#options.origin}`,
      baseFrameName: "_xdm_",
      serializerVersion: "1",
      flights: "[]",
    });
  }

  /** Takes a message from the frame; settled when it is answered. */
  async receive(text: string): Promise<void> {
    const message = JSON.parse(text) as Message;
    if (message._messageType !== messageType.request) return;
    const { _actionType: action, _actionName: name, _correlationId: number } = message;
    if (action === actionType.registerEvent) this.#listening.set(name, number);
    if (action === actionType.unregisterEvent) this.#listening.delete(name);
    const data = action === actionType.invoke ? await this.#invoke(message) : { Error: 0 };
    if (data !== undefined) await this.#send(name, number, responseType.ofCall, data);
  }

  get #hostInfo(): string {
    return `Excel$Web$16.01$${this.#options.locale}$${this.#conversation}$$$0`;
  }

  async #invoke({ _actionName: name, _data }: Message): Promise<unknown> {
    switch (name) {
      case "ContextActivationManager_getAppContextAsync":
        return this.#options.isSilent ? undefined : this.#appContext();
      case "ContextActivationManager_notifyHost":
        return undefined;
      case "executeMethod":
        return this.#execute(_data as MethodCall);
      default:
        this.unanswered.push(name);
        return { Error: 0 };
    }
  }

  async #execute({ DdaMethod, ArrayData }: MethodCall): Promise<unknown> {
    switch (DdaMethod.DispatchId) {
      case dispatch.executeBatch:
        return this.#batch(ArrayData ?? []);
      case dispatch.getSettings:
        return { Version: 1, Error: 0, Properties: { Settings: [] } };
      default:
        this.unanswered.push(`method ${DdaMethod.DispatchId}`);
        return { Version: 1, Error: officeError.unsupported };
    }
  }

  async #batch(parts: readonly unknown[]): Promise<unknown> {
    const [, , , , body, , flags] = parts;
    const text = Array.isArray(body) ? body.join("") : String(body);
    const reply = await this.#host.ask(text, Number(flags));
    if ("body" in reply) return { Version: 1, Error: 0, Data: [200, [], reply.body] };
    return { Version: 1, Error: errorOf[reply.failure] ?? officeError.general };
  }

  #appContext(): object {
    const { locale } = this.#options;
    return {
      _id: this.#addinId,
      _appName: excelNumber,
      _appVersion: "16.0",
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: "https://example.sharepoint.com/評価表.xlsx",
      _clientMode: 1,
      _settings: [],
      _reason: "documentOpened",
      _osfControlType: 1,
      _eToken: encodeURIComponent(noLicence),
      _correlationId: randomUUID(),
      _appInstanceId: this.#addinId,
      _appMinorVersion: 0,
      _requirementMatrix: JSON.stringify(this.#host.requirements.sets),
      _hostFullVersion: "16.0.17000.0",
      _clientWindowHeight: 800,
      _clientWindowWidth: 350,
      _addinName: "hyoka",
      _appDomains: [],
      _featureGates: {},
    };
  }

  #deliver(entries: readonly EventEntry[]): void {
    const number = this.#listening.get("richApiMessage");
    if (number === undefined) return;
    for (const { messageCategory, messageType: type, targetId, message, id, isRemoteOverride } of entries) {
      const ArrayData = [[messageCategory, type, targetId, message, id, isRemoteOverride]];
      void this.#send("richApiMessage", number, responseType.ofEvent, { ArrayData });
    }
  }

  async #send(name: string, number: number, type: number, data: unknown): Promise<void> {
    await this.#post(
      JSON.stringify({
        _messageType: messageType.response,
        _conversationId: this.#conversation,
        _origin: this.#options.origin,
        _serializerVersion: 1,
        _errorCode: 0,
        _actionName: name,
        _correlationId: number,
        _responseType: type,
        _data: data,
      }),
    );
  }
}
