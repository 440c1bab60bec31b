import { LRUCache } from 'lru-cache';
import { createRedisClient, firstAttempt, type RedisAddress } from './redis-client';
import { defineCommands, findKeys, forgetFound, forgetKey, readKeys, replaceKey, writeKey } from './redis-commands';
import { RedisLink } from './redis-link';
import type { Store, StoreListener } from './store';

export interface RedisStoreOptions {
  readonly address: RedisAddress;
  /** Deadline of every operation but `forgetAll`, which has it for each of its steps. */
  readonly timeoutMs: number;
  readonly tell: StoreListener;
}

/** While Redis cannot be asked, this process goes by its own copies, so old at most. */
const memoryAgeMs = 10_000;
const memoryEntries = 1_000;

/** Resolves when Redis is connected or could not be reached at the first attempt; connecting goes on for ever. */
export async function openRedisStore(options: RedisStoreOptions): Promise<Store> {
  const client = createRedisClient(options.address, options.timeoutMs);
  defineCommands(client);
  const store = new RedisStore(new RedisLink(client, options));
  await firstAttempt(client);
  return store;
}

/**
 * The store that several screeners share: one server, not a cluster. Every read asks it, so that what another screener or
 * an operator's command wrote holds at once; copies of the process's own speak while it is away.
 */
class RedisStore implements Store {
  readonly kind = 'redis';
  private readonly memory = new LRUCache<string, string>({ max: memoryEntries, ttl: memoryAgeMs });

  constructor(private readonly link: RedisLink) {}

  async read(keys: readonly string[]): Promise<readonly (string | null)[]> {
    if (keys.length === 0) return [];
    try {
      const values = await this.link.ask(readKeys(keys));
      return keys.map((key, index) => this.note(key, values[index] ?? null));
    } catch (error) {
      const known = keys.map((key) => this.memory.get(key) ?? null);
      // What this process knows itself is better than nothing.
      if (known.some((value) => value !== null)) return known;
      throw error;
    }
  }

  async write(key: string, value: string, ttlMs: number): Promise<void> {
    if (ttlMs <= 0) return this.forget(key);
    this.remember(key, value, ttlMs);
    await this.link.ask(writeKey(key, value, ttlMs));
  }

  async replace(key: string, was: string | null, value: string, ttlMs: number): Promise<boolean> {
    const replaced = (await this.link.ask(replaceKey(key, was, value, ttlMs))) === 1;
    if (replaced && ttlMs > 0) this.remember(key, value, ttlMs);
    else this.memory.delete(key);
    return replaced;
  }

  async forget(key: string): Promise<void> {
    this.memory.delete(key);
    await this.link.ask(forgetKey(key));
  }

  async forgetAll(prefix: string): Promise<void> {
    try {
      let cursor = '0';
      do {
        const [next, found] = await this.link.ask(findKeys(cursor, prefix));
        if (found.length > 0) await this.link.ask(forgetFound(found));
        cursor = next;
      } while (cursor !== '0');
    } finally {
      for (const key of [...this.memory.keys()]) if (key.startsWith(prefix)) this.memory.delete(key);
    }
  }

  close(): Promise<void> {
    this.memory.clear();
    return this.link.close();
  }

  private note(key: string, value: string | null): string | null {
    if (value === null) this.memory.delete(key);
    else this.memory.set(key, value);
    return value;
  }

  private remember(key: string, value: string, ttlMs: number): void {
    this.memory.set(key, value, { ttl: Math.min(ttlMs, memoryAgeMs) });
  }
}
