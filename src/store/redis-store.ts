import { type Redis, ReplyError } from 'ioredis';
import { LRUCache } from 'lru-cache';
import { messageOf } from '../errors';
import { Breaker } from './breaker';
import { closeRedisClient, createRedisClient, firstAttempt, type RedisAddress } from './redis-client';
import { type Store, type StoreListener, StoreUnavailable } from './store';
import { StoreHealth } from './store-health';

export interface RedisStoreOptions {
  readonly address: RedisAddress;
  /** Deadline of every operation. */
  readonly timeoutMs: number;
  readonly tell: StoreListener;
}

const prefix = 'denwaban:';

/**
 * How long this process trusts its own copy of a value. Other screeners write too: for so long a value of theirs may
 * go unseen here, and a value may outlive its time. That an absent key stays absent is never assumed.
 */
const memoryAgeMs = 10_000;
const memoryEntries = 1_000;

const breakerThreshold = 3;
const coolDownMs = 1_000;

type Part = 'reading' | 'writing';

/** Resolves when Redis is connected or could not be reached at the first attempt; connecting goes on for ever. */
export async function openRedisStore(options: RedisStoreOptions): Promise<Store> {
  const client = createRedisClient(options.address, options.timeoutMs);
  const store = new RedisStore(client, options);
  await firstAttempt(client);
  return store;
}

/**
 * The store that several screeners share. A sick Redis costs a call the deadline at most, and mostly nothing:
 * without a connection operations reject at once; with one that does not answer, a breaker refuses them after a few.
 * Reading and writing have a breaker each, since a read-only replica or a full memory stops only the writing.
 */
class RedisStore implements Store {
  readonly kind = 'redis';
  private readonly memory = new LRUCache<string, string>({ max: memoryEntries, ttl: memoryAgeMs });
  private readonly health: StoreHealth<Part | 'connection'>;
  private readonly breakers: Readonly<Record<Part, Breaker>> = { reading: newBreaker(), writing: newBreaker() };
  private connectionError = 'connection closed';
  private nextProbe: NodeJS.Timeout | null = null;
  private closing: Promise<void> | null = null;

  constructor(
    private readonly client: Redis,
    private readonly options: RedisStoreOptions,
  ) {
    this.health = new StoreHealth(options.tell);
    // Without a listener ioredis prints every failed attempt. What it means is told on `close`.
    client.on('error', (error: Error) => {
      this.connectionError = error.message;
    });
    client.on('close', () => {
      if (this.closing === null) this.health.sick('connection', this.connectionError);
    });
    client.on('ready', () => void this.prove());
  }

  async read(keys: readonly string[]): Promise<readonly (string | null)[]> {
    const known = keys.map((key) => this.memory.get(key) ?? null);
    const missing = keys.filter((_, index) => known[index] === null);
    if (missing.length === 0) return known;
    try {
      const found = await this.fetch(missing);
      return keys.map((key, index) => known[index] ?? found.get(key) ?? null);
    } catch (error) {
      // While Redis is away, what this process knows itself is better than nothing.
      if (missing.length < keys.length) return known;
      throw error;
    }
  }

  async write(key: string, value: string, ttlMs: number): Promise<void> {
    if (ttlMs <= 0) return this.forget(key);
    this.memory.set(key, value, { ttl: Math.min(ttlMs, memoryAgeMs) });
    await this.ask('writing', () => this.client.set(prefix + key, value, 'PX', Math.ceil(ttlMs)), isOk);
  }

  async forget(key: string): Promise<void> {
    this.memory.delete(key);
    await this.ask('writing', () => this.client.del(prefix + key), isCount);
  }

  close(): Promise<void> {
    this.closing ??= closeRedisClient(this.client, this.options.timeoutMs);
    this.memory.clear();
    if (this.nextProbe !== null) clearTimeout(this.nextProbe);
    return this.closing;
  }

  private async fetch(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const values = await this.ask('reading', () => this.client.mget(keys.map((key) => prefix + key)), isReplyTo(keys));
    const found = new Map<string, string>();
    keys.forEach((key, index) => {
      const value = values[index] ?? null;
      if (value === null) return;
      found.set(key, value);
      this.memory.set(key, value);
    });
    return found;
  }

  /**
   * Whether Redis works is found out here rather than by a call: with each new connection (that it was made proves
   * little: a frozen server's kernel accepts connections, a proxy with nothing behind it shakes hands), and while a
   * breaker is open.
   */
  private async prove(): Promise<void> {
    this.breakers.reading.relent();
    this.breakers.writing.relent();
    const probe = `${prefix}probe`;
    await this.ask('writing', () => this.client.set(probe, '1', 'PX', 1_000), isOk).catch(ignore);
    await this.ask('reading', () => this.client.mget([probe]), isReplyTo([probe])).catch(ignore);
  }

  private proveLater(): void {
    this.nextProbe ??= setTimeout(() => {
      this.nextProbe = null;
      void this.prove();
    }, coolDownMs);
  }

  /** Sends one command; the client bounds it in time. */
  private async ask<T>(part: Part, send: () => Promise<unknown>, fits: (reply: unknown) => reply is T): Promise<T> {
    if (this.closing !== null) throw new StoreUnavailable('the store is closed');
    if (this.client.status !== 'ready') throw new StoreUnavailable(`not connected: ${this.connectionError}`);
    const breaker = this.breakers[part];
    if (!breaker.admits()) throw new StoreUnavailable(`${part} is suspended after failures`);
    try {
      const reply = await send();
      if (!fits(reply)) throw new TypeError(`unexpected reply of type ${typeof reply}`);
      breaker.succeeded();
      this.health.well(part);
      this.health.well('connection');
      return reply;
    } catch (error) {
      const reason = messageOf(error);
      // READONLY, LOADING, OOM, NOPERM …: a server that says no says it again; one that is late may have hiccuped.
      if (error instanceof ReplyError) breaker.trip();
      else breaker.failed();
      if (breaker.state.kind === 'open' && this.closing === null) {
        this.health.sick(part, reason);
        this.proveLater();
      }
      throw new StoreUnavailable(reason, { cause: error });
    }
  }
}

function newBreaker(): Breaker {
  return new Breaker({ threshold: breakerThreshold, coolDownMs, now: () => performance.now() });
}

function isOk(reply: unknown): reply is 'OK' {
  return reply === 'OK';
}

function isCount(reply: unknown): reply is number {
  return typeof reply === 'number';
}

function isReplyTo(keys: readonly string[]) {
  return (reply: unknown): reply is (string | null)[] =>
    Array.isArray(reply) &&
    reply.length === keys.length &&
    reply.every((value) => value === null || typeof value === 'string');
}

function ignore(): void {
  // A failed probe has already told the breaker and the health.
}
