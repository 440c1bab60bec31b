/**
 * The port to shared state: text under keys, each with a time to live.
 * What lives here may vanish; a call is never lost for it (the caller of these methods treats a rejection as "not there").
 *
 * Keys and values are text without U+0000, where SQLite's TEXT ends. A time to live of `Infinity` never ends.
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
  /**
   * Writes only if what is there is still `was` (`null`: nothing unexpired), and resolves with whether it did. Whoever
   * changes what others may change too reads, changes and replaces, and begins anew when that failed.
   * Rejects with {@link StoreUnavailable} within the store's deadline; it may have been written all the same.
   */
  replace(key: string, was: string | null, value: string, ttlMs: number): Promise<boolean>;
  /** Rejects with {@link StoreUnavailable} within the store's deadline. */
  forget(key: string): Promise<void>;
  /**
   * Forgets every key that begins so. An operator's command, not a call's: it may take as long as the store is large.
   * Rejects with {@link StoreUnavailable}; some may be forgotten then.
   */
  forgetAll(prefix: string): Promise<void>;
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
