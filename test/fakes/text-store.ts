import { type Store, StoreUnavailable } from '../../src/store/store';

/** The store port in memory, on a clock of the test's. */
export class TextStore implements Store {
  readonly kind = 'sqlite';
  /** While true every operation is refused, as by a store that is down. */
  down = false;
  private readonly entries = new Map<string, { readonly value: string; readonly expiresAt: number }>();

  constructor(private readonly now: () => number) {}

  async read(keys: readonly string[]): Promise<readonly (string | null)[]> {
    this.refuseWhenDown();
    return keys.map((key) => this.find(key));
  }

  async write(key: string, value: string, ttlMs: number): Promise<void> {
    this.refuseWhenDown();
    this.put(key, value, ttlMs);
  }

  async replace(key: string, was: string | null, value: string, ttlMs: number): Promise<boolean> {
    this.refuseWhenDown();
    if (this.find(key) !== was) return false;
    this.put(key, value, ttlMs);
    return true;
  }

  async forget(key: string): Promise<void> {
    this.refuseWhenDown();
    this.entries.delete(key);
  }

  async forgetAll(prefix: string): Promise<void> {
    this.refuseWhenDown();
    for (const key of [...this.entries.keys()]) if (key.startsWith(prefix)) this.entries.delete(key);
  }

  async close(): Promise<void> {
    this.down = true;
  }

  private find(key: string): string | null {
    const entry = this.entries.get(key);
    return entry !== undefined && entry.expiresAt > this.now() ? entry.value : null;
  }

  private put(key: string, value: string, ttlMs: number): void {
    this.entries.set(key, { value, expiresAt: this.now() + ttlMs });
  }

  private refuseWhenDown(): void {
    if (this.down) throw new StoreUnavailable('down');
  }
}
