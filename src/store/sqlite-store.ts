import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from '../errors';
import { SqliteFile } from './sqlite-file';
import type { SqliteTable } from './sqlite-table';
import { type Store, type StoreListener, StoreUnavailable } from './store';
import { StoreHealth } from './store-health';

export interface SqliteStoreOptions {
  /** The database file; its folder is made when missing. */
  readonly file: string;
  /** The rows it holds, about: whoever invents callers can fill a table, but not the disk. */
  readonly maxRows?: number;
  /** Epoch milliseconds: what is written now must have expired after a restart, too. */
  readonly now: () => number;
  readonly tell: StoreListener;
}

const defaultMaxRows = 500_000;

/**
 * Between two steps of forgetting all, for whoever waits for the lock meanwhile: it is longer than a step, and SQLite
 * looks again after 1, 2, 5 and 10 ms. It is waited likewise before a step that failed is tried again.
 */
const restMs = 10;
const triesPerStep = 5;

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
    this.file = new SqliteFile({ maxRows: defaultMaxRows, ...options });
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
    const now = this.options.now();
    return this.attempt('writing', (table) => table.write(key, value, now + ttlMs, now));
  }

  replace(key: string, was: string | null, value: string, ttlMs: number): Promise<boolean> {
    const now = this.options.now();
    return this.attempt('writing', (table) => table.replace(key, was, value, now + ttlMs, now));
  }

  forget(key: string): Promise<void> {
    return this.attempt('writing', (table) => table.forget(key));
  }

  async forgetAll(prefix: string): Promise<void> {
    while ((await this.forgetSome(prefix, triesPerStep)) > 0) await delay(restMs);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.file.close();
  }

  /** A command that takes many steps would else fail for one lock in the way of any of them. */
  private async forgetSome(prefix: string, tries: number): Promise<number> {
    try {
      return await this.attempt('writing', (table) => table.forgetSome(prefix));
    } catch (error) {
      if (tries === 1 || this.closed) throw error;
      await delay(restMs);
      return this.forgetSome(prefix, tries - 1);
    }
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
