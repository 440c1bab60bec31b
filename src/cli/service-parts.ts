import { randomInt, randomUUID } from 'node:crypto';
import { Aftermath } from '../call/aftermath';
import { CallMemory } from '../call/call-memory';
import { systemClock } from '../call/clock';
import { DialledNotices } from '../call/dialled-notices';
import { Judge } from '../call/judge';
import { ListFollower } from '../call/list-follower';
import type { Screening } from '../call/screening';
import { Switchboard } from '../call/switchboard';
import type { Config } from '../config/schema';
import type { Secrets } from '../config/secrets';
import { callerId } from '../journal/caller-id';
import type { Journal } from '../journal/journal';
import { journalFolder } from '../journal/journal-files';
import { JsonlJournal } from '../journal/jsonl-journal';
import type { ServiceLog } from '../journal/service-log';
import { NoticeService } from '../notify/notices';
import { AbsentPbx } from '../pbx/absent-pbx';
import { AsteriskPbx } from '../pbx/asterisk/asterisk-pbx';
import type { Pbx } from '../pbx/pbx';
import { Retention } from '../recordings/retention';
import { RecordingShelf, recordingsFolder } from '../recordings/shelf';
import { ListBook } from '../store/list-book';
import { openStore } from '../store/open-store';
import type { SecretKey } from '../store/secret-key';
import type { Store } from '../store/store';
import { tellJournal, tellNotices, tellStore } from './service-telling';

/** What the service is made of. */
export interface ServiceParts {
  readonly log: ServiceLog;
  readonly store: Store;
  readonly memory: CallMemory;
  readonly judge: Judge;
  readonly journal: Journal;
  readonly pbx: Pbx;
  readonly switchboard: Switchboard;
  readonly aftermath: Aftermath;
  readonly notices: NoticeService;
  readonly retention: Retention;
  /** Keyed hash of a number. */
  readonly callerId: (number: string) => string;
}

/** What the parts are made from. */
export interface ServiceMatter {
  readonly screening: Screening;
  readonly secrets: Secrets;
  readonly secretKey: SecretKey;
  readonly log: ServiceLog;
}

/** Makes the parts and puts them together. The exchange is not connected to yet. */
export async function makeService({ screening, secrets, secretKey, log }: ServiceMatter): Promise<ServiceParts> {
  const { config } = screening;
  const { redisPassword, ariPassword } = secrets;
  const clock = systemClock;
  const newId = () => randomUUID();
  const toCallerId = (number: string) => callerId(number, secretKey);
  const store = await openStore(config, { redisPassword, now: clock.now, tell: tellStore(log) });
  const memory = new CallMemory({
    store,
    secretKey,
    callerId: toCallerId,
    ttl: () => judge.config.cache.ttl,
    proofDays: () => judge.config.challenge.callBack.rememberDays,
  });
  const judge: Judge = new Judge(screening, memory, new ListFollower(new ListBook(store), log), log);
  const journal = new JsonlJournal({
    folder: journalFolder(config.dataDir),
    now: clock.now,
    tell: tellJournal(log),
  });
  const pbx = openExchange(config, ariPassword, log);
  const notices = await NoticeService.open(config, {
    secrets,
    now: clock.now,
    chance: Math.random,
    tell: tellNotices(log),
  });
  const shelf = new RecordingShelf(recordingsFolder(config.dataDir));
  const shared = { log, memory, judge, journal, pbx, notices, clock, newId, store, callerId: toCallerId };
  const aftermath = new Aftermath({ ...shared, shelf });
  const dialled = new DialledNotices({ memory, log, clock, numbering: () => judge.numbering });
  const chance = (below: number) => randomInt(below);
  return {
    ...shared,
    aftermath,
    switchboard: new Switchboard({ ...shared, aftermath, dialled, chance }),
    retention: new Retention({
      shelf,
      retentionDays: () => judge.config.message.retentionDays,
      now: clock.now,
      tell: (count) => log.info('recordings-swept', { count }),
    }),
  };
}

function openExchange({ ari, language }: Config, password: string | null, log: ServiceLog): Pbx {
  if (password === null) {
    log.warn('without-exchange');
    return new AbsentPbx();
  }
  // Connecting is a dozen exchanges, most of them at once.
  return new AsteriskPbx({ ...ari, password, connectTimeoutMs: 3 * ari.requestTimeoutMs, language });
}
