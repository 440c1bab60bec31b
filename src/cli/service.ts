import { within } from '../call/within';
import type { ConfigSource } from '../config/load';
import { readSecrets } from '../config/secrets';
import { DenwabanError } from '../errors';
import { openServiceLog, type ServiceLog } from '../journal/service-log';
import { sharesSecretKey } from '../store/key-check';
import { openSecretKey, type SecretKey } from '../store/secret-key';
import type { ChosenNumbering } from './choose-numbering';
import { type OpenedScreening, openScreening } from './compose';
import type { Io } from './io';
import { openDoors, type ServiceDoors } from './service-doors';
import { makeService, type ServiceParts } from './service-parts';
import { onReloadSignal, type StopReason, stopSignal } from './service-signals';
import { tellExchange, tellNumbering } from './service-telling';
import { version } from './version';

/** For each farewell at the end; callers still with us after it are freed by the dialplan's lease. */
const farewellMs = 5_000;

/**
 * The service, from its configuration to its last breath. Resolves when it has left.
 *
 * @throws DenwabanError for everything the operator must mend, and when another client takes our calls
 */
export async function runService(configFile: string | undefined, io: Io): Promise<void> {
  const source: ConfigSource = { file: configFile, env: io.env };
  const opened = openScreening(source);
  const { config } = opened.loaded;
  const secrets = readSecrets(io.env);
  // Who asks over FastAGI needs no ARI.
  if (secrets.ariPassword === null && config.agi.listen === null) {
    throw new DenwabanError('DENWABAN_ARI_PASSWORD_MISSING');
  }
  const secretKey = openSecretKey(config.dataDir);
  const log = openServiceLog(config.language);
  tellStart(log, opened);

  const parts = await makeService({ screening: opened.screening, secrets, secretKey, log });
  await parts.judge.readLists();
  await tellForeignKey(parts, secretKey);
  parts.retention.start();
  const doors = await openDoors(parts);
  const reason = await mindCalls(parts, source, opened.data);
  await leave(parts, doors, reason);
  if (reason === 'replaced') throw new DenwabanError('DENWABAN_APP_REPLACED', { app: config.ari.app });
}

function tellStart(log: ServiceLog, { loaded: { config, file }, data }: OpenedScreening): void {
  const trunks = Object.keys(config.trunks).join(' ');
  log.info('service-started', { version: version(), config: file ?? 'demo office', trunks });
  if (file === null) log.warn('demo-office');
  tellNumbering(log, data);
}

/** Services that share a Redis must share the key. A store that is away is told of elsewhere. */
async function tellForeignKey({ store, log }: ServiceParts, secretKey: SecretKey): Promise<void> {
  const shares = await sharesSecretKey(store, secretKey).catch(() => true);
  if (!shares) log.warn('store-key-differs');
}

/** Resolves when there is a reason to stop. */
async function mindCalls(parts: ServiceParts, source: ConfigSource, data: ChosenNumbering): Promise<StopReason> {
  const { pbx, judge, switchboard, log } = parts;
  const stop = stopSignal();
  const watchTrunks = () => pbx.watch(Object.keys(judge.config.trunks));
  let inUse = data;
  const ignoreReloads = onReloadSignal(() => {
    inUse = reload(parts, source, inUse);
    watchTrunks();
  });
  watchTrunks();
  void pbx
    .start((event) => {
      tellExchange(log, event);
      switchboard.handle(event);
      if (event.type === 'replaced') stop.raise('replaced');
    })
    .then(() => log.info('service-ready'));
  const reason = await stop.raised;
  ignoreReloads();
  return reason;
}

async function leave(parts: ServiceParts, doors: ServiceDoors, reason: StopReason): Promise<void> {
  const { pbx, switchboard, aftermath, notices, retention, journal, memory, store, log } = parts;
  log.info('service-stopping', { signal: reason, calls: switchboard.gauges().calls });
  await patiently(switchboard.release('shutting-down'));
  retention.close();
  await patiently(aftermath.close());
  await pbx.stop();
  await doors.close();
  // A disk that hangs keeps nobody from leaving.
  await patiently(notices.close());
  await patiently(journal.close());
  await patiently(memory.flush());
  await patiently(store.close());
  log.info('service-stopped');
}

function patiently(farewell: Promise<void>): Promise<void> {
  return within(farewellMs, farewell, undefined);
}

/** A configuration that cannot be used changes nothing. Returns the numbering data in use from now on. */
function reload({ judge, notices, log }: ServiceParts, source: ConfigSource, inUse: ChosenNumbering): ChosenNumbering {
  try {
    const { loaded, data, screening } = openScreening(source, inUse);
    notices.use(loaded.config);
    judge.use(screening);
    log.info('config-reloaded', { config: loaded.file ?? 'demo office' });
    tellNumbering(log, data, inUse);
    return data;
  } catch (error) {
    if (!(error instanceof DenwabanError)) throw error;
    log.error('config-kept', { reason: error.say(judge.config.language) });
    return inUse;
  }
}
