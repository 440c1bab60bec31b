import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { messageOf } from '../errors';
import { SqliteTable } from './sqlite-table';
import type { StoreListener } from './store';

/** Another process (a backup, an admin's shell) may hold the lock; a call does not wait longer for it. */
const busyTimeoutMs = 20;

/** One database file: opened when first needed, opened again after it failed, set aside when it is damaged. */
export class SqliteFile {
  private handle: { readonly database: DatabaseSyncInstance; readonly table: SqliteTable } | null = null;

  constructor(
    private readonly options: {
      readonly file: string;
      readonly maxRows: number;
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
    this.handle ??= openDatabase(this.options);
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

function openDatabase({ file, maxRows }: { readonly file: string; readonly maxRows: number }) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // SQLite would create it readable to all; the log and the index beside it take the mode of the database.
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  try {
    // https://sqlite.org/wal.html: with NORMAL only a checkpoint waits for the disk, which is one write in some hundred.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    return { database, table: new SqliteTable(database, maxRows) };
  } catch (error) {
    database.close();
    throw error;
  }
}
