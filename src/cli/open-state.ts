import { existsSync } from 'node:fs';
import { type LoadedConfig, loadConfig } from '../config/load';
import type { Config } from '../config/schema';
import { readSecrets } from '../config/secrets';
import { noStoredLists, type StoredLists } from '../config/stored-lists';
import { DenwabanError } from '../errors';
import type { Numbering } from '../numbering/number-info';
import { ListBook } from '../store/list-book';
import { databaseFile, openStore } from '../store/open-store';
import { type Store, type StoreEvent, StoreUnavailable } from '../store/store';
import { knownNames, numberingFor } from './compose';
import type { Io } from './io';

/** What an operator's command on the state of the installation works with. */
export interface State {
  readonly config: Config;
  readonly numbering: Numbering;
  readonly store: Store;
}

/** A call waits a few milliseconds for a shared store; a person at a terminal has more patience. */
const patienceMs = 2_000;

/**
 * Runs `work` on the store that the service of this configuration uses, whether that runs or not, and closes it.
 *
 * @throws DenwabanError DENWABAN_STORE_UNAVAILABLE, those of the configuration, and what `work` throws
 */
export async function withStore<T>(
  io: Io,
  configFile: string | undefined,
  work: (state: State) => Promise<T>,
): Promise<T> {
  const numbering = numberingFor(io.env, configFile);
  const { config, file } = loadConfig({ file: configFile, env: io.env, known: knownNames(numbering) });
  tellWhoseState(io, { config, file });
  try {
    return await usingStore(io, config, (store) => work({ config, numbering, store }));
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    throw new DenwabanError('DENWABAN_STORE_UNAVAILABLE', { reason: error.message }, { cause: error });
  }
}

async function usingStore<T>(io: Io, config: Config, work: (store: Store) => Promise<T>): Promise<T> {
  const { redisPassword } = readSecrets(io.env);
  const store = await openStore(patient(config), { redisPassword, now: io.now, tell: (event) => tell(io, event) });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function patient({ dataDir, cache }: Config): Pick<Config, 'dataDir' | 'cache'> {
  return { dataDir, cache: { ...cache, timeoutMs: Math.max(cache.timeoutMs, patienceMs) } };
}

/** The entries that commands keep in the installation's store; nothing is made where there is none yet. `null`: no answer. */
export async function readStoredLists(io: Io, config: Config): Promise<StoredLists | null> {
  if (config.cache.url === null && !existsSync(databaseFile(config.dataDir))) return noStoredLists;
  try {
    return await usingStore(io, config, (store) => new ListBook(store).read());
  } catch (error) {
    if (error instanceof StoreUnavailable) return null;
    throw error;
  }
}

/** Whoever runs the command in the wrong folder must not take this state for that of the own office. */
export function tellWhoseState(io: Io, { config, file }: Pick<LoadedConfig, 'config' | 'file'>): void {
  if (file !== null) return;
  const told = {
    ja: `設定ファイルがないため、見本の事務所 (${config.dataDir}) を扱います。`,
    en: `No configuration file: this is about the demo office (${config.dataDir}).`,
  };
  io.err(`${told[io.language]}\n`);
}

/** That the store fails is told by the operation that failed; that a damaged file was replaced, by nobody else. */
function tell(io: Io, event: StoreEvent): void {
  if (event.type !== 'moved-aside') return;
  const told = {
    ja: `壊れた保管ファイルを ${event.file} に移し、新しく始めました: ${event.reason}`,
    en: `The damaged store was moved to ${event.file} and a new one begun: ${event.reason}`,
  };
  io.err(`${told[io.language]}\n`);
}
