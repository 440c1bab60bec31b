import type { Redis, Result } from 'ioredis';

/** Each may fail alone: a read-only replica or a full memory stops only the writing, an access list may forbid scripts. */
export type RedisPart = 'reading' | 'writing' | 'replacing';

/** One thing said to Redis, and what an answer looks like. Each names one key, or keys that may be anywhere in the server. */
export interface RedisCommand<Reply> {
  readonly part: RedisPart;
  readonly send: (client: Redis) => Promise<unknown>;
  readonly fits: (reply: unknown) => reply is Reply;
}

/** In a Redis that may hold others' keys, too. */
const ours = (key: string) => `denwaban:${key}`;

/** How many keys Redis looks at for one answer, and how many are forgotten with one command: well below a millisecond. */
const keysAtOnce = 500;

export function readKeys(keys: readonly string[]): RedisCommand<readonly (string | null)[]> {
  return {
    part: 'reading',
    send: (client) => client.mget(keys.map(ours)),
    fits: (reply): reply is (string | null)[] =>
      Array.isArray(reply) &&
      reply.length === keys.length &&
      reply.every((value) => value === null || typeof value === 'string'),
  };
}

/** `ttlMs` above 0. */
export function writeKey(key: string, value: string, ttlMs: number): RedisCommand<'OK'> {
  return {
    part: 'writing',
    send: (client) =>
      ttlMs === Number.POSITIVE_INFINITY
        ? client.set(ours(key), value)
        : client.set(ours(key), value, 'PX', Math.ceil(ttlMs)),
    fits: (reply) => reply === 'OK',
  };
}

/** Answered with 1 when it wrote, with 0 when something else was there than `was` (`null`: nothing). */
export function replaceKey(key: string, was: string | null, value: string, ttlMs: number): RedisCommand<number> {
  const ttl = ttlMs === Number.POSITIVE_INFINITY ? 'never' : String(Math.ceil(ttlMs));
  return {
    part: 'replacing',
    send: (client) => client.replaceIfStill(ours(key), value, ttl, ...(was === null ? [] : [was])),
    fits: isCount,
  };
}

export function forgetKey(key: string): RedisCommand<number> {
  return { part: 'writing', send: (client) => client.del(ours(key)), fits: isCount };
}

/**
 * Some of the keys that begin so, as Redis itself names them, and where to go on looking: from '0', until it is '0' again.
 * A key that is there all the while is found, maybe twice.
 */
export function findKeys(cursor: string, prefix: string): RedisCommand<[next: string, found: string[]]> {
  const pattern = `${ours(prefix).replace(/[\\*?[\]]/g, '\\$&')}*`;
  return {
    part: 'reading',
    send: (client) => client.scan(cursor, 'MATCH', pattern, 'COUNT', keysAtOnce),
    fits: (reply): reply is [string, string[]] =>
      Array.isArray(reply) && reply.length === 2 && typeof reply[0] === 'string' && Array.isArray(reply[1]),
  };
}

/** Keys as {@link findKeys} found them, at least one. */
export function forgetFound(found: readonly string[]): RedisCommand<number> {
  return { part: 'writing', send: (client) => client.unlink([...found]), fits: isCount };
}

/**
 * Redis runs a script with no other command in between (https://redis.io/docs/latest/develop/programmability/eval-intro/).
 * MGET, unlike GET, takes a value of another type for absent, as reading does.
 */
const replaceScript = `
  local value, ttl, was = ARGV[1], ARGV[2], ARGV[3] or false
  if redis.call('MGET', KEYS[1])[1] ~= was then return 0 end
  if ttl == 'never' then redis.call('SET', KEYS[1], value)
  elseif tonumber(ttl) > 0 then redis.call('SET', KEYS[1], value, 'PX', ttl)
  else redis.call('DEL', KEYS[1]) end
  return 1
`;

/** Teaches a client our one command of our own. It sends the script once on each connection, and then only its hash. */
export function defineCommands(client: Redis): void {
  client.defineCommand('replaceIfStill', { numberOfKeys: 1, lua: replaceScript });
}

declare module 'ioredis' {
  interface RedisCommander<Context> {
    replaceIfStill(key: string, value: string, ttl: string, ...was: readonly string[]): Result<number, Context>;
  }
}

function isCount(reply: unknown): reply is number {
  return typeof reply === 'number';
}
