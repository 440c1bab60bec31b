import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/** What never ends stands in the table as ending here: a time like any other, which no clock of ours will reach. */
const never = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Rows that each write takes away: more than it adds, so that the table shrinks, and few, so that no call pays for many. */
const takenPerWrite = 4;

/** Rows of one step of forgetting: all its pages are written while other processes wait for the lock. */
const forgottenPerStep = 50;

/** Counting reads a whole index, some ten milliseconds for a full table; only other processes make it necessary at all. */
const writesPerCount = 10_000;

const schema = `
  CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires_at INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS entry_by_expiry ON entry (expires_at);
`;

/**
 * The one table, through its few prepared statements; every method is one transaction, and throws what SQLite throws.
 * Times are epoch milliseconds, an expiry of `Infinity` never comes.
 *
 * It holds about `maxRows` rows: what ends soonest gives way to what is written. Rows that never end stay, however many.
 */
export class SqliteTable {
  private readonly statements: ReturnType<typeof prepareStatements>;
  /** Kept up by this process's own changes, and counted anew now and then: other processes change the table too. */
  private rows: number;
  private writesUntilCount = writesPerCount;

  constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly maxRows: number,
  ) {
    database.exec(schema);
    this.statements = prepareStatements(database);
    this.rows = this.count();
  }

  find(key: string, now: number): string | null {
    const row: { value: string } | undefined = this.statements.find.get(key, now);
    return row?.value ?? null;
  }

  write(key: string, value: string, expiresAt: number, now: number): void {
    this.transact(() => this.put(key, value, expiresAt, now));
  }

  /** Writes if the value is still `was`, and returns whether it did. */
  replace(key: string, was: string | null, value: string, expiresAt: number, now: number): boolean {
    return this.transact(() => {
      if (this.find(key, now) !== was) return false;
      this.put(key, value, expiresAt, now);
      return true;
    });
  }

  forget(key: string): void {
    this.rows -= this.statements.forget.run(key).changes;
  }

  /** Forgets some of the keys that begin so, and returns how many: 0 when none is left. */
  forgetSome(prefix: string): number {
    const forgotten = this.statements.forgetSome.run(prefix).changes;
    this.rows -= forgotten;
    return forgotten;
  }

  private put(key: string, value: string, expiresAt: number, now: number): void {
    if (expiresAt <= now) {
      this.forget(key);
      return;
    }
    const { update, insert } = this.statements;
    const end = Math.min(Math.ceil(expiresAt), never);
    if (update.run(value, end, key).changes === 0) this.rows += insert.run(key, value, end).changes;
    this.makeRoom(key, now);
  }

  /** Takes a few rows away: expired ones, and what is too much, but not the one just `written`. */
  private makeRoom(written: string, now: number): void {
    this.writesUntilCount -= 1;
    if (this.writesUntilCount === 0) this.rows = this.count();
    this.takeSoonest(takenPerWrite, now + 1, written);
    const excess = this.rows - this.maxRows;
    if (excess > 0) this.takeSoonest(Math.min(excess, takenPerWrite), never, written);
  }

  private takeSoonest(atMost: number, endingBefore: number, written: string): void {
    this.rows -= this.statements.takeSoonest.run(endingBefore, written, atMost).changes;
  }

  private count(): number {
    this.writesUntilCount = writesPerCount;
    const { rows }: { rows: number } = this.statements.count.get();
    return rows;
  }

  /** Takes the lock for writing before the first look, so that no other process writes between look and change. */
  private transact<T>(work: () => T): T {
    const { rows } = this;
    this.statements.begin.run();
    try {
      const result = work();
      this.statements.commit.run();
      return result;
    } catch (error) {
      this.rows = rows;
      // After some errors, a full disk among them, SQLite has done so itself (https://sqlite.org/lang_transaction.html).
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }
}

function prepareStatements(database: DatabaseSyncInstance) {
  return {
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    find: database.prepare('SELECT value FROM entry WHERE key = ? AND expires_at > ?'),
    update: database.prepare('UPDATE entry SET value = ?, expires_at = ? WHERE key = ?'),
    insert: database.prepare('INSERT INTO entry (key, value, expires_at) VALUES (?, ?, ?)'),
    forget: database.prepare('DELETE FROM entry WHERE key = ?'),
    // Text is compared by its bytes, and no UTF-8 has the byte FF (RFC 3629 §1): every key that begins so lies between.
    forgetSome: database.prepare(
      `DELETE FROM entry WHERE rowid IN
         (SELECT rowid FROM entry WHERE key >= ?1 AND key < ?1 || CAST(x'FF' AS TEXT) LIMIT ${forgottenPerStep})`,
    ),
    takeSoonest: database.prepare(
      `DELETE FROM entry WHERE rowid IN
         (SELECT rowid FROM entry WHERE expires_at < ? AND key <> ? ORDER BY expires_at LIMIT ?)`,
    ),
    count: database.prepare('SELECT count(*) AS rows FROM entry'),
  };
}
