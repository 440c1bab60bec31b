import { once } from 'node:events';
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
import { startTypeScript } from '../../support/typescript-process';

const noon = Date.UTC(2026, 3, 1, 3);
const day = 86_400_000;

let folder: string;
let file: string;
let now: number;
let told: StoreEvent[];

function openSqliteStore(limits: { readonly maxRows?: number } = {}): SqliteStore {
  return new SqliteStore({ file, now: () => now, tell: (event) => told.push(event), ...limits });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'denwaban-sqlite-'));
  file = join(folder, 'data', 'state', 'denwaban.db');
  now = noon;
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

storeConformance('SQLite', async () => {
  const opened: SqliteStore[] = [];
  const open = () => {
    const store = openSqliteStore();
    opened.push(store);
    return store;
  };
  return {
    store: open(),
    beside: async () => open(),
    passTime: async (milliseconds) => {
      now += milliseconds;
    },
    end: async () => {
      for (const store of opened) await store.close();
    },
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

  it('leaves no row of what was written or replaced with no time to live', async () => {
    const store = openSqliteStore();
    await store.write('a', 'one', 60_000);
    await store.write('a', 'two', 0);
    await store.replace('b', null, 'one', 0);
    await store.close();
    expect(countRows()).toBe(0);
  });

  it('keeps what never ends longer than any of us', async () => {
    const store = openSqliteStore();
    await store.write('a', 'one', Number.POSITIVE_INFINITY);
    now += 1_000 * 365 * day;
    expect(await store.read(['a'])).toEqual(['one']);
    await store.close();
  });

  it('is told nothing while all is well', async () => {
    const store = openSqliteStore();
    await store.write('a', 'one', 60_000);
    await store.close();
    expect(told).toEqual([]);
  });
});

describe('a store that is full', () => {
  const keys = (count: number) => Array.from({ length: count }, (_, index) => `key-${index}`);

  it('lets go what ends soonest, and never holds more than it may', async () => {
    const store = openSqliteStore({ maxRows: 20 });
    for (const [index, key] of keys(30).entries()) {
      await store.write(key, 'value', 1_000 - index);
      expect(countRows()).toBeLessThanOrEqual(20);
    }
    const left = [...keys(19), 'key-29'];
    expect(await store.read(keys(30))).toEqual(keys(30).map((key) => (left.includes(key) ? 'value' : null)));
    await store.close();
  });

  it('keeps what was written last, though it ends soonest', async () => {
    const store = openSqliteStore({ maxRows: 20 });
    for (const key of keys(20)) await store.write(key, 'value', 60_000);
    await store.write('mark', 'one', 1_000);
    expect(await store.read(['mark'])).toEqual(['one']);
    await store.replace('another mark', null, 'two', 1_000);
    expect(await store.read(['another mark'])).toEqual(['two']);
    expect(countRows()).toBeLessThanOrEqual(20);
    await store.close();
  });

  it('takes nothing unexpired as long as there is room, nor for writing what is there already', async () => {
    const store = openSqliteStore({ maxRows: 20 });
    for (const key of keys(20)) await store.write(key, 'value', 60_000);
    for (const key of keys(20)) await store.write(key, 'again', 60_000);
    await store.forget('key-0');
    await store.forgetAll('key-1');
    await store.write('key-0', 'again', 60_000);
    for (let index = 10; index < 20; index += 1) await store.write(`key-${index}`, 'again', 60_000);
    await store.write('key-1', 'again', 60_000);
    expect(await store.read(keys(20))).toEqual(keys(20).map(() => 'again'));
    await store.close();
  });

  it('never takes what never ends, and then lets all else go', async () => {
    const store = openSqliteStore({ maxRows: 20 });
    for (const key of keys(15)) await store.write(`mortal ${key}`, 'value', 365 * day);
    for (const key of keys(30)) await store.write(key, 'value', Number.POSITIVE_INFINITY);
    expect(await store.read(keys(30))).not.toContain(null);
    expect(countRows()).toBe(30);
    await store.close();
  });

  it('shrinks when it may hold less than it does', async () => {
    const large = openSqliteStore({ maxRows: 100 });
    for (const key of keys(100)) await large.write(key, 'value', 60_000);
    await large.close();
    const small = openSqliteStore({ maxRows: 20 });
    for (let time = 0; time < 30; time += 1) await small.write('again', 'value', 60_000);
    await small.close();
    expect(countRows()).toBe(20);
  });

  it('notices in time what other processes have added', async () => {
    const store = openSqliteStore({ maxRows: 20 });
    const other = openSqliteStore();
    for (const key of keys(100)) await other.write(key, 'value', 60_000);
    await other.close();
    for (let time = 0; time < 10_030; time += 1) await store.write('again', 'value', 60_000);
    await store.close();
    expect(countRows()).toBe(20);
  }, 30_000);
});

/** A process of its own that, told to begin, counts up so often, and tries again when another one came first. */
const countUp = `
  const { SqliteStore } = require(${JSON.stringify(require.resolve('../../../src/store/sqlite-store'))});
  const [, file, times] = process.argv;
  const store = new SqliteStore({ file, now: Date.now, tell: () => undefined });
  const add = async () => {
    const [was] = await store.read(['count']);
    return store.replace('count', was, String(Number(was) + 1), Infinity);
  };
  process.stdin.once('data', async () => {
    for (let time = 0; time < Number(times); time += 1) while (!(await add().catch(() => false)));
    await store.close();
    process.stdin.destroy();
  });
  console.log('ready');`;

describe('a file that several processes use', () => {
  it('loses none of their changes', async () => {
    const store = openSqliteStore();
    const children = [1, 2, 3].map(() => startTypeScript(countUp, file, '500'));
    await Promise.all(children.map((child) => once(child.stdout, 'data')));
    for (const child of children) child.stdin.write('begin\n');
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
    expect(codes).toEqual([0, 0, 0]);
    expect(await store.read(['count'])).toEqual(['1500']);
    await store.close();
  }, 30_000);

  it('is left to others between the steps of forgetting all', async () => {
    const store = openSqliteStore();
    await Promise.all(Array.from({ length: 200 }, (_, index) => store.write(`many:${index}`, 'value', 60_000)));
    const forgetting = store.forgetAll('many:');
    const other = openSqliteStore();
    await other.write('a', 'one', 60_000);
    expect(countRows()).toBeGreaterThan(1);
    await forgetting;
    expect(countRows()).toBe(1);
    await other.close();
    await store.close();
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
    await expect(store.replace('a', null, 'one', 60_000)).rejects.toThrow(StoreUnavailable);
    await expect(store.forget('a')).rejects.toThrow(StoreUnavailable);
    await expect(store.forgetAll('a')).rejects.toThrow(StoreUnavailable);
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

  it('is let go by a write that fails half way, for others to write', async () => {
    const store = openSqliteStore();
    const other = new DatabaseSync(file);
    other.exec(`CREATE TRIGGER refuse BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'refused'); END`);
    await expect(store.write('a', 'one', 60_000)).rejects.toThrow('refused');
    other.exec('DROP TRIGGER refuse');
    other.close();
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

  it('stops forgetting all for no lock that is soon let go, but for one that stays', async () => {
    const store = openSqliteStore();
    await store.write('all:a', 'one', 60_000);
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const forgetting = store.forgetAll('all:');
    // The first step has failed by now.
    other.exec('COMMIT');
    await forgetting;
    expect(await store.read(['all:a'])).toEqual([null]);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.forgetAll('all:')).rejects.toThrow('database is locked');
    other.close();
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
