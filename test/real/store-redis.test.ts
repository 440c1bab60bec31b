import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import Redis from 'ioredis';
import { openRedisStore } from '../../src/store/redis-store';
import { type Store, type StoreEvent, StoreUnavailable } from '../../src/store/store';
import { type RedisInstance, startRedis } from '../../tools/lab/redis';
import { storeConformance } from '../conformance/store';
import { startTypeScript } from '../support/typescript-process';

const timeoutMs = 50;
/** What a busy test machine may add to a deadline. */
const tolerance = 40;

let redis: RedisInstance;
let told: StoreEvent[];
let store: Store;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());
beforeEach(() => {
  told = [];
});

async function open(url = redis.url, deadlineMs = timeoutMs): Promise<Store> {
  const tell = (event: StoreEvent) => told.push(event);
  return openRedisStore({ address: { url, password: null }, timeoutMs: deadlineMs, tell });
}

/** What the store told so far, in words. */
const tidings = () => told.map(({ type }) => type);

/** Runs commands on Redis itself, past the store. */
async function onRedis<T>(work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(redis.url);
  try {
    return await work(client);
  } finally {
    client.disconnect();
  }
}

/** Milliseconds until a read is rejected. */
async function timeToReject(): Promise<number> {
  const start = performance.now();
  const failure = await store.read(['any']).catch((error) => error);
  const time = performance.now() - start;
  expect(failure).toBeInstanceOf(StoreUnavailable);
  return time;
}

/** Waits for what must come, however slow the machine; a test that waits in vain fails by its own time limit. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const patience = performance.now() + 10_000;
  while (!(await condition()) && performance.now() < patience) await delay(10);
}

const reads = async () => (await store.read(['any']).catch(() => null)) !== null;

storeConformance('Redis', async () => {
  await onRedis((client) => client.flushall());
  const opened: Store[] = [];
  const another = async () => {
    // What is tried here is not the deadline, and the machine may be busy.
    const fresh = await open(redis.url, 2_000);
    opened.push(fresh);
    return fresh;
  };
  return {
    store: await another(),
    beside: another,
    passTime: delay,
    end: async () => {
      await Promise.all(opened.map((each) => each.close()));
    },
  };
});

describe('the Redis store', () => {
  beforeEach(async () => {
    await onRedis((client) => client.flushall());
    store = await open();
  });
  afterEach(() => store.close());

  it('lets several screeners share what they know', async () => {
    const other = await open();
    await store.write('a', 'one', 60_000);
    expect(await other.read(['a'])).toEqual(['one']);
    await other.close();
  });

  it('keeps to itself, under one prefix, and everything with the end it was given', async () => {
    await store.write('a', 'one', 60_000);
    await store.replace('b', null, 'two', 60_000);
    await store.write('c', 'three', Number.POSITIVE_INFINITY);
    await onRedis(async (client) => {
      expect((await client.keys('*')).filter((key) => !key.startsWith('denwaban:'))).toEqual([]);
      expect(await client.pttl('denwaban:a')).toBeGreaterThan(59_000);
      expect(await client.pttl('denwaban:b')).toBeGreaterThan(59_000);
      expect(await client.pttl('denwaban:c')).toBe(-1);
    });
  });

  it('takes a key that something else wrote in another type for absent', async () => {
    await onRedis((client) => client.lpush('denwaban:list', 'element'));
    expect(await store.read(['list'])).toEqual([null]);
    expect(await store.replace('list', 'element', 'one', 60_000)).toBe(false);
    expect(await store.replace('list', null, 'one', 60_000)).toBe(true);
    expect(await store.read(['list'])).toEqual(['one']);
  });

  it('forgets all of its own, and nothing of others', async () => {
    await store.write('a', 'one', 60_000);
    await onRedis(async (client) => {
      await client.mset('a', 'theirs', 'denwaban', 'theirs', 'other:a', 'theirs');
      await store.forgetAll('');
      expect((await client.keys('*')).filter((key) => key !== 'denwaban:probe').sort()).toEqual([
        'a',
        'denwaban',
        'other:a',
      ]);
    });
  });

  it('replaces also when Redis has lost its scripts', async () => {
    expect(await store.replace('a', null, 'one', 60_000)).toBe(true);
    await onRedis((client) => client.script('FLUSH'));
    expect(await store.replace('a', 'one', 'two', 60_000)).toBe(true);
  });

  it('is told nothing while all is well', () => {
    expect(told).toEqual([]);
  });
});

describe('a Redis that stalls', () => {
  beforeEach(async () => {
    store = await open();
  });
  afterEach(async () => {
    redis.thaw();
    await store.close();
  });

  it('costs the deadline a few times, then nothing, and is told once', async () => {
    redis.freeze();
    const first = [await timeToReject(), await timeToReject(), await timeToReject()];
    for (const time of first) expect(time).toBeLessThan(timeoutMs + tolerance);
    const later = [await timeToReject(), await timeToReject(), await timeToReject()];
    for (const time of later) expect(time).toBeLessThan(timeoutMs / 2);
    expect(tidings()).toEqual(['degraded']);
  });

  it('costs many calls at the same time no more than the deadline', async () => {
    redis.freeze();
    const times = await Promise.all(Array.from({ length: 50 }, timeToReject));
    expect(Math.max(...times)).toBeLessThan(timeoutMs + tolerance);
  });

  it('leaves what this process knows itself', async () => {
    await store.write('a', 'one', 60_000);
    redis.freeze();
    expect(await store.read(['a', 'any'])).toEqual(['one', null]);
  });

  it('leaves what this process replaced, and nothing of what it failed to replace or has forgotten', async () => {
    for (const key of ['replaced', 'unlike', 'forgotten', 'all:forgotten']) await store.write(key, 'one', 60_000);
    await store.replace('replaced', 'one', 'two', 60_000);
    await store.replace('unlike', 'other', 'two', 60_000);
    await store.forget('forgotten');
    await store.forgetAll('all:');
    redis.freeze();
    expect(await store.read(['replaced', 'unlike', 'forgotten', 'all:forgotten'])).toEqual(['two', null, null, null]);
  });

  it('neither replaces nor forgets all, and what was there remains known', async () => {
    await store.write('a', 'one', 60_000);
    redis.freeze();
    await expect(store.replace('a', 'one', 'two', 60_000)).rejects.toThrow(StoreUnavailable);
    await expect(store.forgetAll('b')).rejects.toThrow(StoreUnavailable);
    expect(await store.read(['a'])).toEqual(['one']);
  });

  it('is used again when it goes on, without a restart and without a call', async () => {
    redis.freeze();
    while (tidings().length === 0) await timeToReject();
    redis.thaw();
    await until(() => tidings().length === 2);
    expect(tidings()).toEqual(['degraded', 'recovered']);
    expect(await store.read(['any'])).toEqual([null]);
  });

  it('is used again also when it stalled for long', async () => {
    redis.freeze();
    await delay(1_500);
    while (tidings().length === 0) await timeToReject();
    redis.thaw();
    await until(reads);
    expect(tidings()).toEqual(['degraded', 'recovered']);
  });

  it('can be left within the deadline', async () => {
    const another = await open();
    redis.freeze();
    const unanswered = another.read(['any']).catch((error) => error);
    const start = performance.now();
    await another.close();
    expect(performance.now() - start).toBeLessThan(timeoutMs + tolerance);
    expect(await unanswered).toBeInstanceOf(StoreUnavailable);
  });
});

/** A process of its own that opens a store, and closes it when it is told to: nothing else keeps it from ending. */
const openAndClose = `
  const { openRedisStore } = require(${JSON.stringify(require.resolve('../../src/store/redis-store'))});
  const address = { url: process.argv[1], password: null };
  openRedisStore({ address, timeoutMs: 50, tell: () => undefined }).then((store) => {
    console.log('open');
    process.stdin.once('data', async () => {
      for (let time = 0; time < 3; time += 1) await store.read(['any']).catch(() => undefined);
      await store.close();
      process.stdin.destroy();
    });
  });`;

describe('a closed store leaves nothing open that would keep the process', () => {
  it.each<[string, (mortal: RedisInstance) => unknown]>([
    ['works', () => undefined],
    ['stalls', (mortal) => mortal.freeze()],
    ['is gone', (mortal) => mortal.kill()],
  ])('when Redis %s', async (_, makeSick) => {
    const mortal = await startRedis();
    const child = startTypeScript(openAndClose, mortal.url);
    await once(child.stdout, 'data');
    await makeSick(mortal);
    child.stdin.end('close\n');
    const [code, signal] = await once(child, 'exit', { signal: AbortSignal.timeout(3_000) }).finally(() =>
      child.kill(),
    );
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    await mortal.stop();
  });
});

describe('a Redis that dies', () => {
  it('is told, costs nothing, and is used again when it is back', async () => {
    const mortal = await startRedis();
    const port = Number(new URL(mortal.url).port);
    store = await open(mortal.url);
    await store.write('a', 'one', 60_000);
    await mortal.kill();
    await until(() => tidings().length === 1);
    expect(await timeToReject()).toBeLessThan(timeoutMs / 2);

    const risen = await startRedis(port);
    await until(() => tidings().length === 2);
    expect(tidings()).toEqual(['degraded', 'recovered']);
    await store.write('b', 'two', 60_000);
    expect(await store.read(['b'])).toEqual(['two']);
    await store.close();
    await risen.stop();
    await mortal.stop();
  });
});

describe('a Redis that cannot be reached at the start', () => {
  it('is told, and used as soon as it is there', async () => {
    const early = await startRedis();
    const port = Number(new URL(early.url).port);
    await early.stop();
    store = await open(early.url);
    expect(told).toEqual([{ type: 'degraded', reason: expect.stringMatching(/ECONN(REFUSED|RESET)/) }]);
    expect(await timeToReject()).toBeLessThan(timeoutMs / 2);

    const late = await startRedis(port);
    await until(reads);
    expect(tidings()).toEqual(['degraded', 'recovered']);
    await store.close();
    await late.stop();
  });
});

describe('a Redis that refuses', () => {
  afterEach(async () => {
    await store.close();
    await onRedis(async (client) => {
      await client.replicaof('NO', 'ONE');
      await client.config('SET', 'maxmemory', '0');
    });
  });

  it.each<[string, (client: Redis) => Promise<unknown>]>([
    ['READONLY', (client) => client.replicaof('127.0.0.1', '1')],
    ['OOM', (client) => client.config('SET', 'maxmemory', '1')],
  ])('to write (%s) is told at the start, and read all the same', async (reason, makeSick) => {
    await onRedis(makeSick);
    store = await open();
    await until(() => tidings().length === 1);
    expect(told).toEqual([{ type: 'degraded', reason: expect.stringContaining(reason) }]);
    expect(await store.read(['any'])).toEqual([null]);
    await expect(store.write('a', 'one', 60_000)).rejects.toThrow(StoreUnavailable);
    await expect(store.replace('not there', null, 'one', 60_000)).rejects.toThrow(StoreUnavailable);
  });

  it('to run scripts is told at the start, and stops nothing but replacing', async () => {
    await onRedis((client) => client.acl('SETUSER', 'plain', 'on', '>word', '~*', '+@all', '-@scripting'));
    store = await open(redis.url.replace('//', '//plain:word@'));
    await until(() => tidings().length === 1);
    expect(told).toEqual([{ type: 'degraded', reason: expect.stringContaining('NOPERM') }]);
    await expect(store.replace('a', null, 'one', 60_000)).rejects.toThrow(StoreUnavailable);
    await store.write('a', 'one', 60_000);
    expect(await store.read(['a', 'any'])).toEqual(['one', null]);
    expect(tidings()).toEqual(['degraded']);
  });
});

describe('something on the port that is not Redis', () => {
  let impostor: Server;
  let sockets: Socket[];

  async function pretend(answer: (socket: Socket, request: string) => void): Promise<string> {
    sockets = [];
    impostor = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (data) => answer(socket, data.toString()));
    });
    await new Promise<void>((resolve) => impostor.listen(0, '127.0.0.1', () => resolve()));
    const address = impostor.address();
    return `redis://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  }

  afterEach(async () => {
    await store.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => impostor.close(resolve));
  });

  it.each<[string, (socket: Socket, request: string) => void]>([
    ['says nothing', () => undefined],
    ['speaks another protocol', (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['hangs up', (socket) => socket.destroy()],
  ])('%s: told, and no read takes longer than the deadline', async (_, answer) => {
    store = await open(await pretend(answer));
    await until(() => tidings().length === 1);
    expect(await timeToReject()).toBeLessThan(timeoutMs + tolerance);
  });

  it('gives answers that do not fit: they are not believed', async () => {
    store = await open(
      await pretend((socket, request) => socket.write('+OK\r\n'.repeat(request.match(/\*/g)?.length ?? 0))),
    );
    for (let time = 0; time < 3; time += 1) await timeToReject();
    expect(tidings()).toEqual(['degraded']);
  });

  it('shakes hands and then falls silent, again and again: told once', async () => {
    store = await open(
      await pretend((socket, request) => {
        if (request.includes('hello')) socket.write('+OK\r\n+OK\r\n');
      }),
    );
    await until(() => sockets.length === 4);
    expect(await timeToReject()).toBeLessThan(timeoutMs + tolerance);
    expect(tidings()).toEqual(['degraded']);
  });
});
