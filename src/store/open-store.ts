import { join } from 'node:path';
import type { Config } from '../config/schema';
import { openRedisStore } from './redis-store';
import { SqliteStore } from './sqlite-store';
import type { Store, StoreListener } from './store';

/** What opening a store needs besides the configuration. */
export interface StoreSurroundings {
  /** From the environment: the configuration file holds no secrets. */
  readonly redisPassword: string | null;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly tell: StoreListener;
}

/**
 * The store the configuration asks for: Redis when `cache.url` is set, else SQLite in `dataDir/state/denwaban.db`.
 * Never rejects: a store that cannot be reached tells `degraded`, and serves as soon as it can.
 */
export async function openStore(config: Pick<Config, 'dataDir' | 'cache'>, around: StoreSurroundings): Promise<Store> {
  const { url, timeoutMs } = config.cache;
  const { redisPassword: password, now, tell } = around;
  if (url !== null) return openRedisStore({ address: { url, password }, timeoutMs, tell });
  return new SqliteStore({ file: join(config.dataDir, 'state', 'denwaban.db'), now, tell });
}
