import { randomInt } from 'node:crypto';
import { systemClock } from '../call/clock';
import { Judge } from '../call/judge';
import { Switchboard } from '../call/switchboard';
import { parseRemembered, VerdictMemory } from '../call/verdict-memory';
import type { ConfigSource } from '../config/load';
import { readSecrets } from '../config/secrets';
import { type HealthPage, serveHealth } from '../console/health';
import { DenwabanError, messageOf } from '../errors';
import { callerId } from '../journal/caller-id';
import { journalFolder } from '../journal/journal-files';
import { JsonlJournal } from '../journal/jsonl-journal';
import { openServiceLog, type ServiceLog } from '../journal/service-log';
import { AsteriskPbx } from '../pbx/asterisk/asterisk-pbx';
import { openStore } from '../store/open-store';
import { openSecretKey } from '../store/secret-key';
import { VerdictCache } from '../store/verdict-cache';
import { type OpenedScreening, openScreening } from './compose';
import type { Io } from './io';
import { onReloadSignal, stopSignal } from './service-signals';
import { tellExchange, tellJournal, tellStore } from './service-telling';
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
  const { loaded, screening } = openScreening(source);
  const { config, file } = loaded;
  const { ariPassword, redisPassword } = readSecrets(io.env);
  if (ariPassword === null) throw new DenwabanError('DENWABAN_ARI_PASSWORD_MISSING');
  const secretKey = openSecretKey(config.dataDir);

  const log = openServiceLog(config.language);
  const trunks = Object.keys(config.trunks).join(' ');
  log.info('service-started', { version: version(), config: file ?? 'demo office', trunks });
  if (file === null) log.warn('demo-office');

  const store = await openStore(config, { redisPassword, now: systemClock.now, tell: tellStore(log) });
  const cache = new VerdictCache({ store, secretKey, parse: parseRemembered });
  const judge: Judge = new Judge(screening, new VerdictMemory(cache, () => judge.config.cache.ttl), log);
  const journal = new JsonlJournal({
    folder: journalFolder(config.dataDir),
    now: systemClock.now,
    tell: tellJournal(log),
  });
  const pbx = new AsteriskPbx({
    ...config.ari,
    password: ariPassword,
    // Connecting is a dozen exchanges, most of them at once.
    connectTimeoutMs: 3 * config.ari.requestTimeoutMs,
    language: config.language,
  });
  const switchboard = new Switchboard({
    pbx,
    judge,
    journal,
    log,
    clock: systemClock,
    chance: (below) => randomInt(below),
    callerId: (e164) => callerId(e164, secretKey),
  });
  const health = await openHealthPage(config.health.listen, log, () => {
    const { connected, ...gauges } = pbx.gauges();
    return {
      ok: connected,
      version: version(),
      connected,
      ...gauges,
      ...switchboard.gauges(),
      store: { kind: store.kind, ...cache.counts },
    };
  });

  const stop = stopSignal();
  const ignoreReloads = onReloadSignal(() => reload(judge, log, () => openScreening(source, screening.numbering)));
  void pbx
    .start((event) => {
      tellExchange(log, event);
      switchboard.handle(event);
      if (event.type === 'replaced') stop.raise('replaced');
    })
    .then(() => log.info('service-ready'));

  const reason = await stop.raised;
  ignoreReloads();
  log.info('service-stopping', { signal: reason, calls: switchboard.gauges().calls });
  await within(farewellMs, switchboard.release('shutting-down'));
  await pbx.stop();
  await health?.close();
  // A disk that hangs keeps nobody from leaving.
  await within(farewellMs, journal.close());
  await within(farewellMs, store.close());
  log.info('service-stopped');
  if (reason === 'replaced') throw new DenwabanError('DENWABAN_APP_REPLACED', { app: config.ari.app });
}

/** Without a health page calls are screened all the same. */
async function openHealthPage(
  listen: string | null,
  log: ServiceLog,
  health: Parameters<typeof serveHealth>[1],
): Promise<HealthPage | null> {
  if (listen === null) return null;
  try {
    return await serveHealth(listen, health);
  } catch (error) {
    log.warn('health-unavailable', { address: listen, reason: messageOf(error) });
    return null;
  }
}

/** A configuration that cannot be used changes nothing. */
function reload(judge: Judge, log: ServiceLog, open: () => OpenedScreening): void {
  try {
    const { loaded, screening } = open();
    judge.use(screening);
    log.info('config-reloaded', { config: loaded.file ?? 'demo office' });
  } catch (error) {
    if (!(error instanceof DenwabanError)) throw error;
    log.error('config-kept', { reason: error.say(judge.config.language) });
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}
