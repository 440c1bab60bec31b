import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { messageOf } from '../errors';
import type { StoreListener } from './store';

/** Another process (a backup, an admin's shell) may hold the lock; a call does not wait longer for it. */
const busyTimeoutMs = 20;

/** Expired rows each write takes away: more than it adds, so the table cannot grow, and few, so no call pays for many. */
const purgedPerWrite = 4;

const schema = `
  CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires_at INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS entry_by_expiry ON entry (expires_at);
`;

/** The one table, through its few prepared statements. Every method throws what SQLite throws. */
export interface SqliteTable {
  find(key: string, now: number): string | null;
  put(key: string, value: string, expiresAt: number): void;
  remove(key: string): void;
  /** Takes away a few of the rows that have expired. */
  purge(now: number): void;
}

/** One database file: opened when first needed, opened again after it failed, set aside when it is damaged. */
export class SqliteFile {
  private handle: { readonly database: DatabaseSyncInstance; readonly table: SqliteTable } | null = null;

  constructor(
    private readonly options: {
      readonly file: string;
      readonly now: () => number;
      readonly tell: StoreListener;
    },
  ) {}

  /** Throws what SQLite or the file system throws; a later use may go well again. */
  use<T>(work: (table: SqliteTable) => T): T {
    try {
      return work(this.open());
    } catch (error) {
      const failure = kindOfFailure(error);
      if (failure !== 'passing') this.close();
      if (failure !== 'damaged') throw error;
      this.moveAside(error);
      return work(this.open());
    }
  }

  /** The library finalises prepared statements, and with them lets the file go, when they are collected as garbage. */
  close(): void {
    this.handle?.database.close();
    this.handle = null;
  }

  private open(): SqliteTable {
    this.handle ??= openDatabase(this.options.file);
    return this.handle.table;
  }

  /** Kept, not deleted: what was remembered may still be saved by hand. */
  private moveAside(error: unknown): void {
    const { file, now, tell } = this.options;
    const aside = `${file}.damaged-${new Date(now()).toISOString().replace(/[:.]/g, '-')}`;
    // SQLite finds the write-ahead log by the name of its database: all three move together.
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
    }
    tell({ type: 'moved-aside', file: aside, reason: messageOf(error) });
  }
}

/** SQLite's primary result codes (https://sqlite.org/rescode.html): the low byte of an extended code. */
const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;

/**
 * `passing`: the handle is good, the moment is not. `damaged`: the file is no database any more.
 * `broken`: anything else (moved, unreadable, an I/O error); a new handle may do better.
 */
function kindOfFailure(error: unknown): 'passing' | 'damaged' | 'broken' {
  const code = typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) & 0xff : null;
  switch (code) {
    case SQLITE_BUSY:
    case SQLITE_FULL:
      return 'passing';
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return 'damaged';
    default:
      return 'broken';
  }
}

function openDatabase(file: string): { database: DatabaseSyncInstance; table: SqliteTable } {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // SQLite would create it readable to all; the log and the index beside it take the mode of the database.
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  try {
    // https://sqlite.org/wal.html: with NORMAL only a checkpoint waits for the disk, which is one write in some hundred.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    database.exec(schema);
    return { database, table: prepareTable(database) };
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepareTable(database: DatabaseSyncInstance): SqliteTable {
  const find = database.prepare('SELECT value FROM entry WHERE key = ? AND expires_at > ?');
  const put = database.prepare(
    `INSERT INTO entry (key, value, expires_at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`,
  );
  const remove = database.prepare('DELETE FROM entry WHERE key = ?');
  const purge = database.prepare(
    `DELETE FROM entry WHERE rowid IN
       (SELECT rowid FROM entry WHERE expires_at <= ? ORDER BY expires_at LIMIT ${purgedPerWrite})`,
  );
  return {
    find(key, now) {
      const row: { value: string } | undefined = find.get(key, now);
      return row?.value ?? null;
    },
    put(key, value, expiresAt) {
      put.run(key, value, Math.ceil(expiresAt));
    },
    remove(key) {
      remove.run(key);
    },
    purge(now) {
      purge.run(now);
    },
  };
}
