import { randomUUID } from "node:crypto";
import { ExcelChannel } from "../browser/excel-channel.ts";
import { HostSession } from "../host-session.ts";
import type { DemoAct, DemoNews, OpenedDemo, PaneFrame, SheetView } from "./demo-messages.ts";
import { sheetView } from "./sheet-view.ts";

/** A workbook that one page of the demo has open, with the pane beside it. */
export class DemoSession {
  readonly opened: OpenedDemo;
  readonly #host: HostSession;
  readonly #origin: string;
  #channel: ExcelChannel | undefined;
  /** Takes what there is to tell the page; news from before it listens are kept. */
  #listener: ((news: DemoNews) => void) | undefined;
  readonly #waiting: DemoNews[] = [];

  private constructor(host: HostSession, title: string, origin: string) {
    this.opened = { id: randomUUID(), title };
    this.#host = host;
    this.#origin = origin;
    host.afterwards = () => {
      this.#tell({ kind: "changed" });
    };
  }

  static async open(bytes: Uint8Array, title: string, origin: string): Promise<DemoSession> {
    return new DemoSession(await HostSession.open(bytes, { year: new Date().getFullYear() }), title, origin);
  }

  /** A new pane; one that was open before is told nothing any more. */
  openPane(path: string): PaneFrame {
    const channel = new ExcelChannel(this.#host, { origin: this.#origin }, (text) => {
      this.#tell({ kind: "to-pane", text });
    });
    this.#channel = channel;
    return { name: channel.frameName, address: channel.paneAddress(new URL(path, this.#origin).href) };
  }

  /** Takes a message of office.js. */
  async fromPane(text: string): Promise<void> {
    await this.#channel?.receive(text);
  }

  /** @throws HostError where Excel would refuse */
  act(act: DemoAct): void {
    const { person, coAuthor } = this.#host;
    switch (act.kind) {
      case "select":
        person.select(act.address);
        break;
      case "activate":
        person.activate(act.sheet);
        break;
      case "type":
        (act.asCoAuthor ? coAuthor : person).type(act.address, act.text);
        break;
      case "clear":
        person.clear(act.address);
        break;
      case "insert-rows":
        person.insertRows(act.address);
        break;
      case "delete-rows":
        person.deleteRows(act.address);
        break;
    }
  }

  view(): SheetView {
    return sheetView(this.#host.book);
  }

  save(): Promise<Uint8Array> {
    return this.#host.save();
  }

  /** Tells the page everything from now on, and what has waited. */
  listen(listener: (news: DemoNews) => void): void {
    this.#listener = listener;
    for (const news of this.#waiting.splice(0)) listener(news);
  }

  /** What went wrong in the simulation, for the people who build it. */
  get faults(): readonly string[] {
    return [...this.#host.faults, ...(this.#channel?.unanswered ?? [])];
  }

  #tell(news: DemoNews): void {
    if (this.#listener) this.#listener(news);
    else this.#waiting.push(news);
  }
}
