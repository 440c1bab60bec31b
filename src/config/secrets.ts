import { readFileSync } from 'node:fs';
import { DenwabanError, reasonOf } from '../errors';

export type Env = Readonly<Record<string, string | undefined>>;

/** What must not stand in a file that people read. */
export interface Secrets {
  /** Password of the ARI user. */
  readonly ariPassword: string | null;
  readonly redisPassword: string | null;
  /** Password of `notices.smtp.user`. */
  readonly smtpPassword: string | null;
  /** Key by which receivers of webhooks know us. */
  readonly webhookSecret: string | null;
}

/**
 * Secrets from the environment: `DENWABAN_ARI_PASSWORD`, `DENWABAN_REDIS_PASSWORD`, `DENWABAN_SMTP_PASSWORD`,
 * `DENWABAN_WEBHOOK_SECRET`, each also as `…_FILE`, the name of a file that holds it (as Docker and systemd hand secrets
 * over). The Redis password may instead stand in
 * `DENWABAN_CACHE_URL`. A secret given in two places is refused: nobody could tell which one counts.
 *
 * @throws DenwabanError DENWABAN_ENVIRONMENT_INVALID
 */
export function readSecrets(env: Env): Secrets {
  const redisPassword = readSecret(env, 'DENWABAN_REDIS_PASSWORD');
  const inUrl = splitCacheUrl(env)?.password ?? null;
  if (redisPassword !== null && inUrl !== null) throw givenTwice('DENWABAN_REDIS_PASSWORD', 'DENWABAN_CACHE_URL');
  return {
    ariPassword: readSecret(env, 'DENWABAN_ARI_PASSWORD'),
    redisPassword: redisPassword ?? inUrl,
    smtpPassword: readSecret(env, 'DENWABAN_SMTP_PASSWORD'),
    webhookSecret: readSecret(env, 'DENWABAN_WEBHOOK_SECRET'),
  };
}

/** `DENWABAN_CACHE_URL` without its password, which overrides `cache.url`; `null` when not set. */
export function cacheUrlFrom(env: Env): string | null {
  return splitCacheUrl(env)?.url ?? null;
}

function splitCacheUrl(env: Env): { readonly url: string; readonly password: string | null } | null {
  const variable = 'DENWABAN_CACHE_URL';
  const given = env[variable] ?? '';
  if (given === '') return null;
  if (!/^rediss?:\/\//.test(given) || !URL.canParse(given)) {
    throw new DenwabanError('DENWABAN_ENVIRONMENT_INVALID', {
      variable,
      reason: {
        ja: 'redis:// か rediss:// で始まる URL を書いてください (例: redis://127.0.0.1:6379)',
        en: 'it must be a URL with redis:// or rediss://, e.g. redis://127.0.0.1:6379',
      },
    });
  }
  const url = new URL(given);
  const password = url.password === '' ? null : decodeURIComponent(url.password);
  url.password = '';
  return { url: url.href, password };
}

function readSecret(env: Env, variable: string): string | null {
  const value = env[variable] ?? '';
  const file = env[`${variable}_FILE`] ?? '';
  if (value !== '' && file !== '') throw givenTwice(variable, `${variable}_FILE`);
  if (file === '') return value === '' ? null : value;
  try {
    // Editors and `echo` end the file with a newline that is no part of the secret.
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new DenwabanError(
      'DENWABAN_ENVIRONMENT_INVALID',
      { variable: `${variable}_FILE`, reason: reasonOf(error) },
      { cause: error },
    );
  }
}

function givenTwice(one: string, other: string): DenwabanError {
  return new DenwabanError('DENWABAN_ENVIRONMENT_INVALID', {
    variable: one,
    reason: {
      ja: `${other} にも同じ秘密があります。片方だけにしてください`,
      en: `${other} gives the same secret: keep one`,
    },
  });
}
