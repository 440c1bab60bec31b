/**
 * The port to shared state: text under keys, each with a time to live.
 * What lives here may vanish; a call is never lost for it (the caller of these methods treats a rejection as "not there").
 */
export interface Store {
  readonly kind: 'sqlite' | 'redis';
  /**
   * Values in the order of the keys, `null` where nothing unexpired is there.
   * Rejects with {@link StoreUnavailable} within the store's deadline.
   */
  read(keys: readonly string[]): Promise<readonly (string | null)[]>;
  /** Rejects with {@link StoreUnavailable} within the store's deadline. */
  write(key: string, value: string, ttlMs: number): Promise<void>;
  forget(key: string): Promise<void>;
  /** Idempotent; leaves no socket, file handle or timer. */
  close(): Promise<void>;
}

export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
