import { createSecretKey, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Aftermath } from '../../../src/call/aftermath';
import { CallMemory } from '../../../src/call/call-memory';
import { systemClock } from '../../../src/call/clock';
import { DialledNotices } from '../../../src/call/dialled-notices';
import { Judge } from '../../../src/call/judge';
import { ListFollower } from '../../../src/call/list-follower';
import { Switchboard, type SwitchboardParts } from '../../../src/call/switchboard';
import { composeScreening } from '../../../src/cli/compose';
import { demoOffice } from '../../../src/config/demo-office';
import { type ConfigInput, configSchema } from '../../../src/config/schema';
import type { Decision } from '../../../src/journal/decision';
import type { Journal } from '../../../src/journal/journal';
import type { Numbering } from '../../../src/numbering/number-info';
import type { Pbx } from '../../../src/pbx/pbx';
import { RecordingShelf } from '../../../src/recordings/shelf';
import { ListBook } from '../../../src/store/list-book';
import { FakeExchange } from '../../fakes/fake-exchange';
import { FakePbx } from '../../fakes/fake-pbx';
import { TextStore } from '../../fakes/text-store';
import { numbering as shippedNumbering } from '../screening/evidence';

/** The switchboard of the demo office with all that judges, on an exchange in memory. Its time is jest's. */
export interface Office {
  readonly exchange: FakeExchange;
  readonly switchboard: Switchboard;
  readonly aftermath: Aftermath;
  readonly store: TextStore;
  readonly journal: readonly Decision[];
  /** Events of the service's log. */
  readonly log: readonly string[];
  /** Connects, and waits until that is done. */
  open(): Promise<void>;
  /** Lets time pass, and everything that was due happen. */
  pass(ms?: number): Promise<void>;
  /** Commands that reached the exchange for this channel, without its name. */
  commandsFor(channel: string): readonly string[];
  /** The one record of this channel. */
  decisionOn(channel: string): Decision;
}

export interface OfficeOptions {
  readonly config?: ConfigInput;
  readonly numbering?: Numbering;
  /** In place of the usual client of the exchange. */
  readonly pbx?: (usual: Pbx) => Pbx;
  readonly parts?: Partial<SwitchboardParts>;
}

/** What prompts last. */
const promptMs = 1_000;

/** Events that lead to commands that lead to events. */
const longestChain = 6;

export function buildOffice({
  config = {},
  numbering = shippedNumbering,
  pbx,
  parts = {},
}: OfficeOptions = {}): Office {
  const exchange = new FakeExchange(() => promptMs);
  const usual = new FakePbx(exchange);
  const store = new TextStore(() => Date.now());
  const journal: Decision[] = [];
  const log: string[] = [];
  const note = (event: string): void => {
    log.push(event);
  };
  const serviceLog = { info: note, warn: note, error: note };

  const settings = configSchema.parse({ ...demoOffice, ...config });
  const screening = composeScreening(settings, numbering);
  const memory = new CallMemory({
    store,
    secretKey: createSecretKey(Buffer.alloc(32, 7)),
    callerId: (number) => `id of ${number}`,
    ttl: () => settings.cache.ttl,
    proofDays: () => settings.challenge.callBack.rememberDays,
  });
  const exchangeSide = pbx?.(usual) ?? usual;
  const judge = new Judge(screening, memory, new ListFollower(new ListBook(store), serviceLog), serviceLog);
  const shared = {
    pbx: exchangeSide,
    store,
    memory,
    judge,
    journal: {
      record(entry: Parameters<Journal['record']>[0]) {
        if (!('record' in entry)) journal.push(entry);
      },
      close: async () => undefined,
    },
    notices: { tell: () => undefined },
    log: serviceLog,
    clock: systemClock,
    newId: () => randomUUID(),
  };
  const aftermath = new Aftermath({
    ...shared,
    shelf: new RecordingShelf(join(tmpdir(), 'denwaban-no-recordings')),
  });
  const switchboard = new Switchboard({
    ...shared,
    aftermath,
    dialled: new DialledNotices({
      memory,
      log: serviceLog,
      clock: systemClock,
      numbering: () => numbering,
    }),
    // Chance always asks for 5 (the fourth of 2 to 9).
    chance: () => 3,
    callerId: (e164) => `id of ${e164.length} characters`,
    ...parts,
  });

  const pass = async (ms = 0): Promise<void> => {
    await jest.advanceTimersByTimeAsync(ms);
    // What is scheduled "at once" while time passes falls on the next millisecond.
    for (let step = 0; step < longestChain; step += 1) await jest.advanceTimersByTimeAsync(1);
  };
  return {
    exchange,
    switchboard,
    aftermath,
    store,
    journal,
    log,
    async open() {
      void usual.start((event) => switchboard.handle(event));
      await pass();
    },
    pass,
    commandsFor: (channel) =>
      exchange.commands
        .filter((command) => command.includes(channel))
        .map((command) => command.replaceAll(`${channel}-`, '').replace(` ${channel}`, '')),
    decisionOn(channel) {
      const [decision, ...more] = journal.filter((one) => one.channel === channel);
      if (decision === undefined || more.length > 0) throw new Error(`${more.length + 1} decisions on ${channel}`);
      return decision;
    },
  };
}

export type CallWords = {
  readonly trunk: string;
  /** Display name and URI, as in From. */
  readonly from: string;
  readonly privacy?: string;
};

/** The evidence that extensions-denwaban.conf hands over for such a call. */
export function evidence({ trunk, from, privacy = '' }: CallWords): readonly string[] {
  const encoded = (text: string): string => Buffer.from(` ${text}`).toString('base64');
  return [
    '1',
    `trunk=${trunk}`,
    'exten=0312345678',
    'peer=192.0.2.1:5060',
    `ruri=${encoded('sip:0312345678@192.0.2.10')}`,
    `from=${encoded(from)}`,
    `to=${encoded('<sip:0312345678@192.0.2.10>')}`,
    ...(privacy === '' ? [] : [`privacy=${encoded(privacy)}`]),
  ];
}

/** Calls with their verdicts, as the rule book and the demo office have it. */
export const calls = {
  ordinary: evidence({ trunk: 'hikari', from: '<sip:0422209999@carrier.example>' }),
  /** Allowed, with a finding. */
  foreign: evidence({ trunk: 'overseas', from: '<sip:+442079460000@carrier.example>' }),
  /** Screened: a Japanese fixed number from abroad. This trunk answers first. */
  suspect: evidence({ trunk: 'overseas', from: '<sip:0422209999@carrier.example>' }),
  /** Rejected with 433, on a trunk with early media. */
  withheld: evidence({ trunk: 'hikari', from: '"Anonymous" <sip:anonymous@anonymous.invalid>', privacy: 'id' }),
  /** Rejected with 607, without a word: this trunk would have to answer first. */
  denied: evidence({ trunk: 'ip050', from: '<sip:09011119999@carrier.example>' }),
} as const;
