import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DatabaseSync } from '@photostructure/sqlite';
import { SqliteStore } from '../../../src/store/sqlite-store';
import { type StoreEvent, StoreUnavailable } from '../../../src/store/store';
import { storeConformance } from '../../conformance/store';

const noon = Date.UTC(2026, 3, 1, 3);

let folder: string;
let file: string;
let now: number;
let told: StoreEvent[];

function openSqliteStore(): SqliteStore {
  return new SqliteStore({ file, now: () => now, tell: (event) => told.push(event) });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'denwaban-sqlite-'));
  file = join(folder, 'data', 'state', 'denwaban.db');
  now = noon;
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

storeConformance('SQLite', async () => {
  const store = openSqliteStore();
  return {
    store,
    passTime: async (milliseconds) => {
      now += milliseconds;
    },
    end: () => store.close(),
  };
});

describe('the SQLite store', () => {
  it('remembers across a restart, and so does the time to live', async () => {
    const before = openSqliteStore();
    await before.write('short', 'one', 1_000);
    await before.write('long', 'two', 60_000);
    await before.close();
    now += 1_000;
    const after = openSqliteStore();
    expect(await after.read(['short', 'long'])).toEqual([null, 'two']);
    await after.close();
  });

  it('remembers what was written before a crash', async () => {
    const crashed = openSqliteStore();
    await crashed.write('a', 'one', 60_000);
    const after = openSqliteStore();
    expect(await after.read(['a'])).toEqual(['one']);
    await after.close();
    await crashed.close();
  });

  it('is readable by its owner only, the log beside it too', async () => {
    const store = openSqliteStore();
    await store.write('a', 'one', 60_000);
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect([mode(join(folder, 'data')), mode(join(folder, 'data', 'state'))]).toEqual(['700', '700']);
    expect([mode(file), mode(`${file}-wal`), mode(`${file}-shm`)]).toEqual(['600', '600', '600']);
    await store.close();
  });

  it('lets its files go after it was closed', async () => {
    const store = openSqliteStore();
    await store.write('a', 'one', 60_000);
    expect(openFilesUnder(folder)).not.toEqual([]);
    await store.close();
    await collectGarbage();
    expect(openFilesUnder(folder)).toEqual([]);
  });

  it('takes expired rows away while it writes, so that it does not grow', async () => {
    const store = openSqliteStore();
    for (let index = 0; index < 100; index += 1) await store.write(`old-${index}`, 'value', 1_000);
    now += 1_000;
    for (let index = 0; index < 25; index += 1) await store.write(`new-${index}`, 'value', 60_000);
    await store.close();
    expect(countRows()).toBe(25);
  });

  it('is told nothing while all is well', async () => {
    const store = openSqliteStore();
    await store.write('a', 'one', 60_000);
    await store.close();
    expect(told).toEqual([]);
  });
});

describe('a damaged database file', () => {
  const rubbish = 'this is no database. '.repeat(400);

  it('is kept under a new name, told, and replaced by an empty one', async () => {
    mkdirSync(join(folder, 'data', 'state'), { recursive: true });
    writeFileSync(file, rubbish);
    const store = openSqliteStore();
    const aside = `${file}.damaged-2026-04-01T03-00-00-000Z`;
    expect(told).toEqual([{ type: 'moved-aside', file: aside, reason: 'file is not a database' }]);
    expect(readFileSync(aside, 'utf8')).toBe(rubbish);
    await store.write('a', 'one', 60_000);
    expect(await store.read(['a'])).toEqual(['one']);
    await store.close();
  });

  it('is noticed while the store is in use, and takes its write-ahead log along', async () => {
    const before = openSqliteStore();
    for (let index = 0; index < 200; index += 1) await before.write(`key-${index}`, 'value '.repeat(50), 60_000);
    await before.close();
    await collectGarbage();
    const bytes = readFileSync(file);
    // Pages after the first hold the rows: the file opens well and fails when it is searched.
    bytes.fill(0xff, 4096);
    writeFileSync(file, bytes);

    const store = openSqliteStore();
    expect(await store.read(['key-1'])).toEqual([null]);
    expect(told).toEqual([
      { type: 'moved-aside', file: expect.stringContaining('.damaged-'), reason: 'database disk image is malformed' },
    ]);
    expect(readdirSync(join(folder, 'data', 'state'))).toContainEqual(expect.stringMatching(/\.damaged-.*-wal$/));
    await store.write('key-1', 'anew', 60_000);
    expect(await store.read(['key-1'])).toEqual(['anew']);
    await store.close();
  });
});

describe('a database file that cannot be used', () => {
  it('makes every operation reject, is told once, and is used as soon as it can be', async () => {
    writeFileSync(join(folder, 'data'), 'a file where the folder should be');
    const store = openSqliteStore();
    await expect(store.read(['a'])).rejects.toThrow(StoreUnavailable);
    await expect(store.write('a', 'one', 60_000)).rejects.toThrow(StoreUnavailable);
    await expect(store.forget('a')).rejects.toThrow(StoreUnavailable);
    expect(told).toEqual([{ type: 'degraded', reason: expect.stringContaining('ENOTDIR') }]);

    rmSync(join(folder, 'data'));
    await store.write('a', 'one', 60_000);
    expect(await store.read(['a'])).toEqual(['one']);
    expect(told.map(({ type }) => type)).toEqual(['degraded', 'recovered']);
    await store.close();
  });

  it('is opened again after an error of any other kind', async () => {
    const store = openSqliteStore();
    const other = new DatabaseSync(file);
    other.exec('DROP TABLE entry');
    other.close();
    await expect(store.write('a', 'one', 60_000)).rejects.toThrow(StoreUnavailable);
    await store.write('a', 'one', 60_000);
    expect(await store.read(['a'])).toEqual(['one']);
    await store.close();
  });

  it('goes on reading when another process holds the lock, and writes when that lets go', async () => {
    const store = openSqliteStore();
    await store.write('a', 'one', 60_000);
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.write('a', 'two', 60_000)).rejects.toThrow('database is locked');
    expect(await store.read(['a'])).toEqual(['one']);
    other.close();
    await store.write('a', 'two', 60_000);
    expect(await store.read(['a'])).toEqual(['two']);
    expect(told.map(({ type }) => type)).toEqual(['degraded', 'recovered']);
    await store.close();
  });
});

function countRows(): unknown {
  const database = new DatabaseSync(file);
  const row = database.prepare('SELECT count(*) AS rows FROM entry').get();
  database.close();
  return row.rows;
}

/** Files that this process holds open, as Linux tells. */
function openFilesUnder(path: string): string[] {
  const targets = readdirSync('/proc/self/fd').map((fd) => {
    const link = `/proc/self/fd/${fd}`;
    return existsSync(link) ? readlinkSync(link) : '';
  });
  return targets.filter((target) => target.startsWith(path));
}

/** The library gives a file back when its statements are collected; a test cannot wait for chance. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  await nextTurn();
}
