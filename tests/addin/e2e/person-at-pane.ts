import type { OpenPane } from "../../excel-host/browser/open-pane.ts";

/** A line of the list of findings, as a person reads it. */
export interface ListedFinding {
  /** 誤り, 警告, 情報; 確認済み and 失効 for what was accepted. */
  readonly word: string;
  readonly message: string;
  readonly sheet: string;
  readonly address: string;
}

/** Somebody who uses the pane: finds things by their roles and names, and waits for what comes of it. */
export class PersonAtPane {
  readonly #pane: OpenPane;

  constructor(pane: OpenPane) {
    this.#pane = pane;
  }

  /** Waits until a heading or message with such words is to be seen. */
  async sees(words: string): Promise<void> {
    await this.#pane.frame.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, words);
  }

  /** Everything that is to be read now. */
  text(): Promise<string> {
    return this.#pane.frame.evaluate(() => document.body.innerText);
  }

  /** Waits until the workbook is read and checked and nothing is being done. */
  async ready(): Promise<void> {
    await this.#pane.frame.waitForSelector('[role="tree"]');
    await this.rested();
  }

  async rested(): Promise<void> {
    await this.#pane.frame.waitForFunction(() => !document.querySelector("progress"));
  }

  /** Presses the first button, tab or link with this name. */
  async press(name: string, role = "button"): Promise<void> {
    await this.#pane.frame.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();
  }

  async write(label: string, text: string): Promise<void> {
    const box = await this.#pane.frame.waitForSelector(`::-p-aria([name="${label}"][role="textbox"])`);
    await box!.click({ count: 3 });
    await box!.type(text);
  }

  async choose(label: string, option: string): Promise<void> {
    const select = await this.#pane.frame.waitForSelector(`select[aria-label="${label}"]`);
    const value = await select!.evaluate(
      (element, wanted) => [...element.options].find(({ text }) => text === wanted)!.value,
      option,
    );
    await select!.select(value);
  }

  /** The lines of the list. The page must be high enough to show them all: those out of sight are not drawn. */
  list(): Promise<ListedFinding[]> {
    return this.#pane.frame.$$eval('[role="treeitem"][aria-level="2"]', (lines) =>
      lines.map((line) => {
        const part = (name: string) => line.querySelector(`.${name}`)?.textContent ?? "";
        const [word = ""] = part("mark").split(":");
        return { word, message: part("row-message"), sheet: part("row-where"), address: part("row-cell") };
      }),
    );
  }

  /** Opens the page of a finding from the list. */
  async open({ message, address }: Pick<ListedFinding, "message" | "address">): Promise<void> {
    const clicked = this.#pane.frame.waitForFunction(
      (wantedMessage, wantedAddress) => {
        const lines = [...document.querySelectorAll<HTMLElement>('[role="treeitem"][aria-level="2"]')];
        const line = lines.find(
          (each) =>
            each.querySelector(".row-message")?.textContent === wantedMessage &&
            each.querySelector(".row-cell")?.textContent === wantedAddress,
        );
        line?.click();
        return line !== undefined;
      },
      // The list may just be drawn.
      { timeout: 10_000 },
      message,
      address,
    );
    await clicked.catch((cause: unknown) => {
      throw new Error(`the list has no 「${message}」 at ${address}`, { cause });
    });
    await this.#pane.frame.waitForSelector('nav[aria-label="指摘の移動"]');
    await this.#pane.idle();
  }
}

/** In an order of their own, to be compared. */
export function inOrder(findings: readonly ListedFinding[]): string[] {
  return findings.map(({ word, message, sheet, address }) => `${sheet}!${address} ${word} ${message}`).toSorted();
}
