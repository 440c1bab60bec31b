/**
 * Work that no call waits for. A store that fails is a memory that has nothing to say: failures are counted, never thrown.
 */
export class Background {
  private readonly running = new Set<Promise<void>>();
  failures = 0;

  /** Work that is not over. */
  get count(): number {
    return this.running.size;
  }

  run(work: Promise<unknown>): void {
    const done: Promise<void> = work
      .then(
        () => undefined,
        () => {
          this.failures += 1;
        },
      )
      .finally(() => this.running.delete(done));
    this.running.add(done);
  }

  /** Resolves when everything begun so far is over. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }
}
