import { messageOf } from '../errors';
import { SqliteFile, type SqliteTable } from './sqlite-file';
import { type Store, type StoreListener, StoreUnavailable } from './store';
import { StoreHealth } from './store-health';

export interface SqliteStoreOptions {
  /** The database file; its folder is made when missing. */
  readonly file: string;
  /** Epoch milliseconds: what is written now must have expired after a restart, too. */
  readonly now: () => number;
  readonly tell: StoreListener;
}

/**
 * The embedded store. SQLite runs inside the process and answers in microseconds,
 * so "within the deadline" needs no timer; a lock held by another process is waited for no longer than `busy_timeout`.
 * A file that cannot be used (disk full, read-only, no permission) makes operations reject;
 * each later operation tries again.
 */
export class SqliteStore implements Store {
  readonly kind = 'sqlite';
  private readonly health: StoreHealth<'reading' | 'writing'>;
  private readonly file: SqliteFile;
  private closed = false;

  constructor(private readonly options: SqliteStoreOptions) {
    this.health = new StoreHealth(options.tell);
    this.file = new SqliteFile(options);
    // Opened now rather than by the first call, so that trouble is told at the start.
    this.attempt('reading', () => undefined).catch(() => undefined);
  }

  read(keys: readonly string[]): Promise<readonly (string | null)[]> {
    return this.attempt('reading', (table) => {
      const now = this.options.now();
      return keys.map((key) => table.find(key, now));
    });
  }

  write(key: string, value: string, ttlMs: number): Promise<void> {
    if (ttlMs <= 0) return this.forget(key);
    return this.attempt('writing', (table) => {
      const now = this.options.now();
      table.put(key, value, now + ttlMs);
      table.purge(now);
    });
  }

  forget(key: string): Promise<void> {
    return this.attempt('writing', (table) => table.remove(key));
  }

  async close(): Promise<void> {
    this.closed = true;
    this.file.close();
  }

  private async attempt<T>(part: 'reading' | 'writing', work: (table: SqliteTable) => T): Promise<T> {
    if (this.closed) throw new StoreUnavailable('the store is closed');
    try {
      const result = this.file.use(work);
      this.health.well(part);
      return result;
    } catch (error) {
      const reason = `${this.options.file}: ${messageOf(error)}`;
      this.health.sick(part, reason);
      throw new StoreUnavailable(reason, { cause: error });
    }
  }
}
