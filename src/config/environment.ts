import type { Config } from './schema';
import { cacheUrlFrom, type Env } from './secrets';

/**
 * What the place a service runs in says of it, stronger than the file: where Asterisk and Redis are reached, where data
 * may be written, where the health page listens. One file then serves a container and the machine beside it.
 *
 * @throws DenwabanError DENWABAN_ENVIRONMENT_INVALID
 */
export function overrideFromEnvironment(config: Config, env: Env): Config {
  return {
    ...config,
    dataDir: env['DENWABAN_DATA_DIR'] || config.dataDir,
    ari: { ...config.ari, url: env['DENWABAN_ARI_URL'] || config.ari.url },
    cache: { ...config.cache, url: cacheUrlFrom(env) ?? config.cache.url },
    health: { ...config.health, listen: env['DENWABAN_HEALTH_LISTEN'] || config.health.listen },
  };
}
