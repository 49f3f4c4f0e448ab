/** When something was under way, what overlaps counted once. */
export class BusyTime {
  readonly #over: { readonly from: number; readonly to: number }[] = [];
  #running = 0;
  #from = 0;

  /** Milliseconds since a moment of `performance.now()`, of what is over. */
  since(moment: number): number {
    return this.#over.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, moment)), 0);
  }

  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running === 0) this.#from = performance.now();
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      if (this.#running === 0) this.#over.push({ from: this.#from, to: performance.now() });
    }
  }
}
