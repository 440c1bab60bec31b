import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../src/config/load';
import { readSecrets, type Secrets } from '../../../src/config/secrets';
import { DenwabanError } from '../../../src/errors';
import { knownNames } from './known-names';

const home = mkdtempSync(join(tmpdir(), 'denwaban-config-'));
const before = process.cwd();
beforeAll(() => {
  mkdirSync(join(home, 'empty'));
  mkdirSync(join(home, 'office'));
  writeFileSync(join(home, 'office', 'denwaban.yaml'), 'language: en\n');
  writeFileSync(join(home, 'other.yaml'), 'policy: { screenAt: 50 }\n');
  writeFileSync(join(home, 'bad.yaml'), 'policy: { screenAt: 0 }\n');
  writeFileSync(join(home, 'password'), 'from-a-file\n');
});
afterEach(() => process.chdir(before));
afterAll(() => rmSync(home, { recursive: true }));

const load = (env: Record<string, string> = {}, file?: string) => loadConfig({ file, env, known: knownNames });

function failure(action: () => unknown): DenwabanError {
  try {
    action();
  } catch (error) {
    if (error instanceof DenwabanError) return error;
  }
  throw new Error('no coded error was thrown');
}

describe('the configuration is looked for', () => {
  it('where the operator says, before all else', () => {
    process.chdir(join(home, 'office'));
    const loaded = load({ DENWABAN_CONFIG: join(home, 'bad.yaml') }, join(home, 'other.yaml'));
    expect(loaded).toMatchObject({ file: join(home, 'other.yaml'), config: { policy: { screenAt: 50 } } });
  });

  it('then where DENWABAN_CONFIG says', () => {
    process.chdir(join(home, 'office'));
    expect(load({ DENWABAN_CONFIG: join(home, 'other.yaml') }).config.policy.screenAt).toBe(50);
  });

  it('then in the working folder', () => {
    process.chdir(join(home, 'office'));
    expect(load()).toMatchObject({ file: 'denwaban.yaml', config: { language: 'en' } });
  });

  it('and without any there is the demo office', () => {
    process.chdir(join(home, 'empty'));
    const { file, config } = load();
    expect(file).toBeNull();
    expect(Object.keys(config.trunks)).toEqual(['hikari', 'ip050', 'overseas', 'onnet', 'internal']);
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['missing.yaml', 'there is no such file', 'ファイルがありません'],
    ['', 'it is a folder', 'これはフォルダです'],
  ])('is named with the reason: %j', (name, en, ja) => {
    const error = failure(() => load({}, join(home, name)));
    expect(error.code).toBe('DENWABAN_CONFIG_UNREADABLE');
    expect(error.say('en')).toContain(`${join(home, name)} cannot be read: ${en}`);
    expect(error.say('ja')).toContain(ja);
  });

  it('is told with the place of each fault, and how to check it again', () => {
    const error = failure(() => load({}, join(home, 'bad.yaml')));
    expect(error.code).toBe('DENWABAN_CONFIG_INVALID');
    expect(error.say('en')).toBe(
      [
        'The configuration cannot be used.',
        `${join(home, 'bad.yaml')}:1:21 policy.screenAt: must be at least 1`,
        'Correct these places, then run `denwaban config check`.',
      ].join('\n'),
    );
  });
});

describe('the environment', () => {
  const noSecrets = { ariPassword: null, redisPassword: null, smtpPassword: null, webhookSecret: null };
  it.each<[Record<string, string>, Partial<Secrets>]>([
    [{}, {}],
    [{ DENWABAN_ARI_PASSWORD: 'a' }, { ariPassword: 'a' }],
    [{ DENWABAN_ARI_PASSWORD_FILE: join(home, 'password') }, { ariPassword: 'from-a-file' }],
    [{ DENWABAN_REDIS_PASSWORD: 'r' }, { redisPassword: 'r' }],
    [{ DENWABAN_REDIS_PASSWORD_FILE: join(home, 'password') }, { redisPassword: 'from-a-file' }],
    [{ DENWABAN_CACHE_URL: 'redis://:p%40ss@cache:6379' }, { redisPassword: 'p@ss' }],
    [{ DENWABAN_CACHE_URL: 'redis://cache:6379' }, {}],
    [{ DENWABAN_SMTP_PASSWORD: 'm' }, { smtpPassword: 'm' }],
    [{ DENWABAN_SMTP_PASSWORD_FILE: join(home, 'password') }, { smtpPassword: 'from-a-file' }],
    [{ DENWABAN_WEBHOOK_SECRET: 'w' }, { webhookSecret: 'w' }],
    [{ DENWABAN_WEBHOOK_SECRET_FILE: join(home, 'password') }, { webhookSecret: 'from-a-file' }],
  ])('gives the secrets: %j', (env, secrets) => {
    expect(readSecrets(env)).toEqual({ ...noSecrets, ...secrets });
  });

  it('names the store, and its password never enters the configuration', () => {
    const { config } = load({ DENWABAN_CACHE_URL: 'rediss://minder:p%40ss@cache:6380/2' }, join(home, 'other.yaml'));
    expect(config.cache.url).toBe('rediss://minder@cache:6380/2');
  });

  it.each<[Record<string, string>, string]>([
    [
      { DENWABAN_ARI_PASSWORD: 'a', DENWABAN_ARI_PASSWORD_FILE: '/b' },
      'The environment variable DENWABAN_ARI_PASSWORD cannot be used: DENWABAN_ARI_PASSWORD_FILE gives the same secret: keep one.',
    ],
    [
      { DENWABAN_REDIS_PASSWORD: 'a', DENWABAN_CACHE_URL: 'redis://:b@cache' },
      'The environment variable DENWABAN_REDIS_PASSWORD cannot be used: DENWABAN_CACHE_URL gives the same secret: keep one.',
    ],
    [
      { DENWABAN_ARI_PASSWORD_FILE: join(home, 'nowhere') },
      'The environment variable DENWABAN_ARI_PASSWORD_FILE cannot be used: there is no such file.',
    ],
    [
      { DENWABAN_CACHE_URL: 'http://:secret@cache' },
      'The environment variable DENWABAN_CACHE_URL cannot be used: it must be a URL with redis:// or rediss://, e.g. redis://127.0.0.1:6379.',
    ],
  ])('is refused where it is ambiguous or wrong, without telling the secret: %j', (env, text) => {
    const error = failure(() => readSecrets(env));
    expect(error.code).toBe('DENWABAN_ENVIRONMENT_INVALID');
    expect(error.say('en')).toBe(text);
  });
});
