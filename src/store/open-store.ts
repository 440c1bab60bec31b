import { join } from 'node:path';
import type { Config } from '../config/schema';
import type { Store, StoreListener } from './store';

/** What opening a store needs besides the configuration. */
export interface StoreSurroundings {
  /** From the environment: the configuration file holds no secrets. */
  readonly redisPassword: string | null;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly tell: StoreListener;
}

/** Where the embedded store keeps what it holds. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'state', 'denwaban.db');
}

/**
 * The store the configuration asks for: Redis when `cache.url` is set, else SQLite in `dataDir/state/denwaban.db`.
 * Never rejects: a store that cannot be reached tells `degraded`, and serves as soon as it can.
 */
export async function openStore(config: Pick<Config, 'dataDir' | 'cache'>, around: StoreSurroundings): Promise<Store> {
  const { url, timeoutMs } = config.cache;
  const { redisPassword: password, now, tell } = around;
  if (url !== null) return redis().openRedisStore({ address: { url, password }, timeoutMs, tell });
  const { SqliteStore } = sqlite();
  return new SqliteStore({ file: databaseFile(config.dataDir), now, tell });
}

/** Each adapter is loaded only where it serves: both bring large libraries. */
function redis(): typeof import('./redis-store') {
  return require('./redis-store');
}

function sqlite(): typeof import('./sqlite-store') {
  return require('./sqlite-store');
}
