import { randomInt } from 'node:crypto';
import type { AgiDoor } from '../agi/conversation';
import { type AgiServer, serveAgi } from '../agi/server';
import { CallMemory } from '../call/call-memory';
import { systemClock } from '../call/clock';
import { DialledNotices } from '../call/dialled-notices';
import { Judge } from '../call/judge';
import { ListFollower } from '../call/list-follower';
import { Switchboard } from '../call/switchboard';
import type { ConfigSource } from '../config/load';
import type { Config } from '../config/schema';
import { readSecrets } from '../config/secrets';
import { type HealthPage, serveHealth } from '../console/health';
import { DenwabanError, messageOf } from '../errors';
import { callerId } from '../journal/caller-id';
import { journalFolder } from '../journal/journal-files';
import { JsonlJournal } from '../journal/jsonl-journal';
import { openServiceLog, type ServiceLog } from '../journal/service-log';
import { AbsentPbx } from '../pbx/absent-pbx';
import { AsteriskPbx } from '../pbx/asterisk/asterisk-pbx';
import type { Pbx } from '../pbx/pbx';
import { ListBook } from '../store/list-book';
import { openStore } from '../store/open-store';
import { openSecretKey } from '../store/secret-key';
import type { ChosenNumbering } from './choose-numbering';
import { openScreening } from './compose';
import type { Io } from './io';
import { onReloadSignal, stopSignal } from './service-signals';
import { tellExchange, tellJournal, tellNumbering, tellStore } from './service-telling';
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
  const { loaded, data, screening } = openScreening(source);
  const { config, file } = loaded;
  const { ariPassword, redisPassword } = readSecrets(io.env);
  // Who asks over FastAGI needs no ARI.
  if (ariPassword === null && config.agi.listen === null) throw new DenwabanError('DENWABAN_ARI_PASSWORD_MISSING');
  const secretKey = openSecretKey(config.dataDir);

  const log = openServiceLog(config.language);
  const trunks = Object.keys(config.trunks).join(' ');
  log.info('service-started', { version: version(), config: file ?? 'demo office', trunks });
  if (file === null) log.warn('demo-office');
  tellNumbering(log, data);

  const store = await openStore(config, { redisPassword, now: systemClock.now, tell: tellStore(log) });
  const toCallerId = (number: string) => callerId(number, secretKey);
  const memory = new CallMemory({ store, secretKey, callerId: toCallerId, ttl: () => judge.config.cache.ttl });
  const judge: Judge = new Judge(screening, memory, new ListFollower(new ListBook(store), log), log);
  const journal = new JsonlJournal({
    folder: journalFolder(config.dataDir),
    now: systemClock.now,
    tell: tellJournal(log),
  });
  const pbx = openExchange(config, ariPassword, log);
  const dialled = new DialledNotices({ memory, log, clock: systemClock, numbering: () => judge.numbering });
  const switchboard = new Switchboard({
    pbx,
    judge,
    memory,
    dialled,
    journal,
    log,
    clock: systemClock,
    chance: (below) => randomInt(below),
    callerId: toCallerId,
  });
  await judge.readLists();
  const agi = await openAgiDoor(config.agi.listen, {
    judge,
    journal,
    log,
    clock: systemClock,
    callerId: toCallerId,
    learn: ({ subject }, at) => memory.learn(subject, { at, answered: false, challenge: 'none', short: false }),
  });
  const health = await openHealthPage(config.health.listen, log, () => {
    const { connected, ...gauges } = pbx.gauges();
    return {
      ok: connected,
      version: version(),
      connected,
      ...gauges,
      ...switchboard.gauges(),
      questions: agi?.gauges().questions ?? 0,
      store: { kind: store.kind, ...memory.counts },
    };
  });

  const stop = stopSignal();
  let inUse = data;
  const ignoreReloads = onReloadSignal(() => {
    inUse = reload(judge, log, source, inUse);
    pbx.watch(Object.keys(judge.config.trunks));
  });
  pbx.watch(Object.keys(config.trunks));
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
  await agi?.close();
  await health?.close();
  // A disk that hangs keeps nobody from leaving.
  await within(farewellMs, journal.close());
  await within(farewellMs, memory.flush());
  await within(farewellMs, store.close());
  log.info('service-stopped');
  if (reason === 'replaced') throw new DenwabanError('DENWABAN_APP_REPLACED', { app: config.ari.app });
}

function openExchange({ ari, language }: Config, password: string | null, log: ServiceLog): Pbx {
  if (password === null) {
    log.warn('without-exchange');
    return new AbsentPbx();
  }
  // Connecting is a dozen exchanges, most of them at once.
  return new AsteriskPbx({ ...ari, password, connectTimeoutMs: 3 * ari.requestTimeoutMs, language });
}

/** Without it the dialplans that ask over FastAGI ring the office; calls over Stasis are screened all the same. */
async function openAgiDoor(listen: string | null, door: AgiDoor): Promise<AgiServer | null> {
  if (listen === null) return null;
  try {
    const server = await serveAgi(listen, door);
    door.log.info('agi-ready', { address: listen });
    return server;
  } catch (error) {
    door.log.warn('agi-unavailable', { address: listen, reason: messageOf(error) });
    return null;
  }
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

/** A configuration that cannot be used changes nothing. Returns the numbering data in use from now on. */
function reload(judge: Judge, log: ServiceLog, source: ConfigSource, inUse: ChosenNumbering): ChosenNumbering {
  try {
    const { loaded, data, screening } = openScreening(source, inUse);
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

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}
