import { createSecretKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteStore } from '../../../src/store/sqlite-store';
import type { Store } from '../../../src/store/store';
import { VerdictCache } from '../../../src/store/verdict-cache';

const noon = Date.UTC(2026, 3, 1, 3);
const hour = 3_600_000;
const line = { trunk: 'hikari', called: '0312340000' };

let folder: string;
let now: number;
let store: Store;
let cache: VerdictCache<string>;

function cacheWith(secret: number, used: Store = store): VerdictCache<string> {
  return new VerdictCache({
    store: used,
    secretKey: createSecretKey(Buffer.alloc(32, secret)),
    parse: (value) => (typeof value === 'string' ? value : null),
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'denwaban-cache-'));
  now = noon;
  store = new SqliteStore({ file: join(folder, 'denwaban.db'), now: () => now, tell: () => undefined });
  cache = cacheWith(1);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the key of evidence', () => {
  it('is the same for the same evidence, and another for any other', () => {
    expect(cache.key('trunk a, 0312340001')).toBe(cache.key('trunk a, 0312340001'));
    expect(cache.key('trunk a, 0312340001')).not.toBe(cache.key('trunk b, 0312340001'));
  });

  it('depends on the secret', () => {
    expect(cache.key('trunk a, 0312340001')).not.toBe(cacheWith(2).key('trunk a, 0312340001'));
  });

  it('shows nothing of the number', () => {
    expect(cache.key('trunk a, 0312340001')).toMatch(/^verdict:[\w-]{43}$/);
  });
});

describe('recalling', () => {
  it('knows nothing in the beginning', async () => {
    expect(await cache.recall(cache.key('a'), line)).toEqual({ verdict: null, withheldJustRejected: false });
    expect(cache.counts).toEqual({ hits: 0, misses: 1, failures: 0, damaged: 0 });
  });

  it('gives a verdict back with the time it was remembered', async () => {
    await cache.remember(cache.key('a'), 'screen', noon, hour);
    now += 1_000;
    const { verdict } = await cache.recall(cache.key('a'), line);
    expect(verdict).toEqual({ value: 'screen', at: noon });
    expect(cache.counts).toEqual({ hits: 1, misses: 0, failures: 0, damaged: 0 });
  });

  it('does not know it for other evidence', async () => {
    await cache.remember(cache.key('a'), 'screen', noon, hour);
    expect((await cache.recall(cache.key('b'), line)).verdict).toBeNull();
  });

  it('forgets it when its time is over', async () => {
    await cache.remember(cache.key('a'), 'screen', noon, hour);
    now += hour;
    expect((await cache.recall(cache.key('a'), line)).verdict).toBeNull();
  });

  it('never knew what was to be remembered for no time', async () => {
    await cache.remember(cache.key('a'), 'screen', noon, 0);
    expect((await cache.recall(cache.key('a'), line)).verdict).toBeNull();
  });

  it.each([
    ['no JSON', 'rubbish'],
    ['no envelope', '"screen"'],
    ['null', 'null'],
    ['another schema', JSON.stringify({ schema: 2, at: noon, verdict: 'screen' })],
    ['no time', JSON.stringify({ schema: 1, verdict: 'screen' })],
    ['a verdict that does not parse', JSON.stringify({ schema: 1, at: noon, verdict: 7 })],
  ])('takes %s for nothing, and counts it', async (_, stored) => {
    await store.write(cache.key('a'), stored, hour);
    expect((await cache.recall(cache.key('a'), line)).verdict).toBeNull();
    expect(cache.counts).toEqual({ hits: 0, misses: 0, failures: 0, damaged: 1 });
  });

  it('asks the store once for verdict and mark', async () => {
    const asked: (readonly string[])[] = [];
    const counting: Store = {
      kind: store.kind,
      read: (keys) => {
        asked.push(keys);
        return store.read(keys);
      },
      write: (key, value, ttlMs) => store.write(key, value, ttlMs),
      forget: (key) => store.forget(key),
      close: () => store.close(),
    };
    await cacheWith(1, counting).recall(cache.key('a'), line);
    expect(asked).toHaveLength(1);
  });
});

describe('the mark of a rejected withheld call', () => {
  async function marked(at: { trunk: string; called: string | null }): Promise<boolean> {
    return (await cache.recall(cache.key('a'), at)).withheldJustRejected;
  }

  it.each([
    ['the same line', line, true],
    ['another trunk', { ...line, trunk: 'overseas' }, false],
    ['another called number', { ...line, called: '0312349999' }, false],
    ['a called number unknown', { ...line, called: null }, false],
  ])('is seen on %s: %s → %s', async (_, at, seen) => {
    await cache.noteWithheldReject(line);
    expect(await marked(at)).toBe(seen);
  });

  it('ends after three minutes', async () => {
    await cache.noteWithheldReject(line);
    now += 179_999;
    expect(await marked(line)).toBe(true);
    now += 1;
    expect(await marked(line)).toBe(false);
  });
});

describe('a store that fails', () => {
  beforeEach(() => store.close());

  it('is a memory with nothing to say, and is counted', async () => {
    expect(await cache.recall(cache.key('a'), line)).toEqual({ verdict: null, withheldJustRejected: false });
    await cache.remember(cache.key('a'), 'screen', noon, hour);
    await cache.noteWithheldReject(line);
    expect(cache.counts).toEqual({ hits: 0, misses: 0, failures: 3, damaged: 0 });
  });
});
