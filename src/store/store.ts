/**
 * The port to shared state: text under keys, each with a time to live.
 * What lives here may vanish; a call is never lost for it (the caller of these methods treats a rejection as "not there").
 *
 * Keys and values are text without U+0000, where SQLite's TEXT ends.
 */
export interface Store {
  readonly kind: 'sqlite' | 'redis';
  /**
   * Values in the order of the keys, `null` where nothing unexpired is there.
   * Rejects with {@link StoreUnavailable} within the store's deadline.
   */
  read(keys: readonly string[]): Promise<readonly (string | null)[]>;
  /**
   * Replaces what was there. A time to live of 0 or less means "already over": nothing remains under the key.
   * Rejects with {@link StoreUnavailable} within the store's deadline.
   */
  write(key: string, value: string, ttlMs: number): Promise<void>;
  /** Rejects with {@link StoreUnavailable} within the store's deadline. */
  forget(key: string): Promise<void>;
  /** Idempotent; leaves no socket, file handle or timer. Every method above rejects afterwards. */
  close(): Promise<void>;
}

export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** What a store tells the service of itself: changes of its state, never single failures. */
export type StoreEvent =
  /** From now on operations fail or are refused; calls go on without memory. */
  | { readonly type: 'degraded'; readonly reason: string }
  | { readonly type: 'recovered' }
  /** The database file was damaged: it was kept under a new name, and an empty one begun. */
  | { readonly type: 'moved-aside'; readonly file: string; readonly reason: string };

export type StoreListener = (event: StoreEvent) => void;
