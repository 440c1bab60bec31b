import type { RememberedCaller } from '../../../../src/call/staff/last-caller';
import { StaffDesk } from '../../../../src/call/staff/staff-desk';
import { composeScreening } from '../../../../src/cli/compose';
import { type Config, type ListEntry, listEntrySchema } from '../../../../src/config/schema';
import type { StaffAction } from '../../../../src/journal/sequel';
import { PbxError } from '../../../../src/pbx/pbx';
import { parseOfficeRecord } from '../../../../src/screening/records/office-record';
import { ListBook } from '../../../../src/store/list-book';
import { officeKey } from '../../../../src/store/memory-keys';
import type { Store } from '../../../../src/store/store';
import { TextStore } from '../../../fakes/text-store';
import { config, numbering, numbers } from '../../screening/evidence';
import { judged } from '../judgement';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.parse('2026-11-24T12:00:00+09:00');
const iso = (at: number) => new Date(at).toISOString();

let store: TextStore;
let last: RememberedCaller | null;
let journal: StaffAction[];
let log: string[];
let exchange: string[];
let refuse: string[];

beforeEach(() => {
  store = new TextStore(() => now);
  last = callerOf(numbers.docomo);
  journal = [];
  log = [];
  exchange = [];
  refuse = [];
});

function callerOf(number: string): RememberedCaller {
  return { number: numbering.lookUp(number), callerId: `id of ${number}` };
}

const command = async (text: string): Promise<void> => {
  exchange.push(text);
  if (refuse.some((word) => text.startsWith(word))) throw new PbxError('not-found', text, 'Channel not found');
};

function desk(over: Store = store, settings: Partial<Config> = {}): StaffDesk {
  const note = (event: string, data: Readonly<Record<string, string | number>> = {}) =>
    void log.push(`${event} ${Object.values(data).join(' ')}`);
  const screening = composeScreening({ ...config(), ...settings, language: settings.language ?? 'ja' }, numbering);
  return new StaffDesk({
    pbx: {
      setVariable: (channel, name, value) => command(`set ${channel} ${name}=${value}`),
      continueAt: (channel, context, extension) => command(`continue ${channel} ${context} ${extension}`),
    },
    store: over,
    clock: { now: () => now },
    journal: {
      record: (entry) => {
        if ('record' in entry && entry.record === 'staff-action') journal.push(entry);
      },
    },
    log: { info: note, warn: note, error: note },
    lastCaller: { get: () => last },
    screening: () => screening,
    newId: () => `action-${journal.length}`,
  });
}

const dial = (action: string, by = desk()) => by.serve({ type: 'staff-code', channel: 'c1', action, by: 'phone201' });
const entries = async (): Promise<readonly ListEntry[]> => (await new ListBook(store).read()).entries;
const keep = (...kept: Partial<ListEntry>[]) =>
  new ListBook(store).change(() => ({ entries: kept.map((entry) => listEntrySchema.parse(entry)) }));
const record = async () => parseOfficeRecord((await store.read([officeKey]))[0] ?? null);
const number = '+819021609999';

describe('what a code does, says and leaves in the journal', () => {
  it.each<['deny-last' | 'allow-last', 'deny' | 'allow']>([
    ['deny-last', 'deny'],
    ['allow-last', 'allow'],
  ])('%s', async (action, list) => {
    await dial(action);
    expect(await entries()).toEqual([
      listEntrySchema.parse({
        list,
        number,
        source: 'telephone',
        reason: '電話機 phone201 から登録',
        expires: iso(now + 180 * day),
      }),
    ]);
    expect(exchange).toEqual([
      'set c1 CHANNEL(language)=ja',
      'set c1 DENWABAN_SAID=9|9|9|9',
      `continue c1 denwaban-staff-answer ${action}`,
    ]);
    expect(journal).toEqual([
      {
        schema: 1,
        record: 'staff-action',
        at: iso(now),
        id: 'action-0',
        by: 'phone201',
        action,
        result: 'done',
        masked: '090****9999',
        callerId: `id of ${numbers.docomo}`,
        until: iso(now + 180 * day),
      },
    ]);
    expect(log).toEqual([`staff-acted phone201 ${action} 090****9999`]);
  });

  it('remove-last', async () => {
    await dial('deny-last');
    await dial('remove-last');
    expect(await entries()).toEqual([]);
    expect(exchange.slice(-2)).toEqual([
      'set c1 DENWABAN_SAID=9|9|9|9',
      'continue c1 denwaban-staff-answer remove-last',
    ]);
    expect(journal[1]).toMatchObject({ action: 'remove-last', result: 'done', masked: '090****9999', until: null });
  });

  it.each<[string, number | null, object]>([
    [
      'next-withheld',
      10 * minute,
      {
        expected: [
          expect.objectContaining({
            kind: 'withheld',
            callerId: null,
            once: true,
            by: 'phone201',
            until: now + 10 * minute,
          }),
        ],
      },
    ],
    ['pause', 30 * minute, { pause: { since: now, until: now + 30 * minute, by: 'phone201' } }],
    [
      'disaster-on',
      24 * hour,
      { disaster: { since: now, until: now + 24 * hour, reason: '電話機 phone201 から登録' } },
    ],
    ['disaster-off', null, { disaster: null }],
  ])('%s', async (action, lasts, expected) => {
    await dial(action);
    expect(await record()).toMatchObject(expected);
    expect(exchange).toEqual(['set c1 CHANNEL(language)=ja', `continue c1 denwaban-staff-answer ${action}`]);
    const until = lasts === null ? null : iso(now + lasts);
    expect(journal).toMatchObject([{ action, by: 'phone201', result: 'done', masked: null, callerId: null, until }]);
  });

  it('ends a disaster that was switched on', async () => {
    await dial('disaster-on');
    await dial('disaster-off');
    expect(await record()).toMatchObject({ disaster: null });
  });

  it('speaks the language of the office, and for as long as the configuration says', async () => {
    const settings = { ...config().staff, denyDays: 7 };
    await dial('deny-last', desk(store, { language: 'en', staff: settings }));
    expect(await entries()).toMatchObject([{ reason: 'from telephone phone201', expires: iso(now + 7 * day) }]);
    expect(exchange).toContain('set c1 CHANNEL(language)=en');
  });
});

describe('entries of a telephone', () => {
  it('take the place of what one said of the number before', async () => {
    await dial('allow-last');
    await dial('deny-last');
    await dial('deny-last');
    expect(await entries()).toMatchObject([{ list: 'deny', number }]);
  });

  it('leave what operators entered, and warn in the log that it has its way', async () => {
    await keep(
      { list: 'allow', number: '090-2160-9999', source: 'manual' },
      { list: 'deny', prefix: '+44', source: 'telephone' },
    );
    await dial('deny-last');
    expect(await entries()).toMatchObject([
      { source: 'manual' },
      { prefix: '+44' },
      { list: 'deny', source: 'telephone' },
    ]);
    expect(log).toContainEqual(expect.stringMatching(/^staff-doubtful 090\*\*\*\*9999 .*許可が優先します/));
    await dial('remove-last');
    expect(await entries()).toMatchObject([{ source: 'manual' }, { prefix: '+44' }]);
    await dial('remove-last');
    expect(exchange.at(-1)).toBe('continue c1 denwaban-staff-answer nothing-to-remove');
    expect(journal.at(-1)).toMatchObject({ result: 'nothing-to-remove', masked: '090****9999' });
  });

  it('of an official number are kept, though it is screened all the same', async () => {
    last = callerOf(numbers.musashinoPolice);
    await dial('deny-last');
    expect(await entries()).toHaveLength(1);
    expect(log).toContainEqual(expect.stringMatching(/^staff-doubtful .*確認します/));
  });

  it('hold numbers of any form', async () => {
    for (const from of ['+442079460999', '0120400999', '110', '201']) {
      last = callerOf(from);
      await dial('deny-last');
    }
    expect((await entries()).map((entry) => entry.number)).toEqual(['+442079460999', '+81120400999', '110', '201']);
  });
});

describe('what cannot be done', () => {
  it.each<[string, RememberedCaller | null]>([
    ['nobody has called', null],
    ['the last caller withheld the number', { number: null, callerId: null }],
  ])('%s', async (_what, caller) => {
    last = caller;
    for (const action of ['deny-last', 'allow-last', 'remove-last']) await dial(action);
    expect(exchange.filter((text) => text.startsWith('continue'))).toEqual(
      Array(3).fill('continue c1 denwaban-staff-answer no-last-caller'),
    );
    expect(exchange.join()).not.toContain('DENWABAN_SAID');
    expect(journal.map(({ result, masked }) => [result, masked])).toEqual(Array(3).fill(['no-last-caller', null]));
    expect(await entries()).toEqual([]);
  });

  it.each(['deny-last', 'remove-last', 'pause', 'disaster-off'])('%s while the store is away', async (action) => {
    store.down = true;
    await dial(action);
    expect(exchange).toEqual(['set c1 CHANNEL(language)=ja', 'continue c1 denwaban-staff-answer failed']);
    expect(journal).toMatchObject([{ action, result: 'failed', until: null }]);
    expect(log).toEqual([`staff-failed phone201 ${action} down`]);
  });

  it.each(['deny-last', 'pause'])('%s while the store hangs: answered within the lease', async (action) => {
    jest.useFakeTimers();
    try {
      const never = () => new Promise<never>(() => undefined);
      const hanging = new Proxy(store, { get: () => never });
      const served = dial(action, desk(hanging));
      await jest.advanceTimersByTimeAsync(4_000);
      await served;
      expect(exchange.at(-1)).toBe('continue c1 denwaban-staff-answer failed');
      expect(journal).toMatchObject([{ result: 'failed' }]);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('a code of another version of the dialplan', async () => {
    await dial('make-coffee');
    expect(exchange.at(-1)).toBe('continue c1 denwaban-staff-answer failed');
    expect(journal).toEqual([]);
  });

  it('what is no telephone number', async () => {
    last = { number: numbering.lookUp('caller-with-a-name'), callerId: 'x' };
    await dial('deny-last');
    expect(exchange.at(-1)).toBe('continue c1 denwaban-staff-answer failed');
  });
});

describe('an exchange that refuses', () => {
  it('the variables has the answer all the same', async () => {
    refuse = ['set'];
    await dial('pause');
    expect(exchange.at(-1)).toBe('continue c1 denwaban-staff-answer pause');
  });

  it('the answer leaves the channel to its lease', async () => {
    refuse = ['set', 'continue'];
    await dial('pause');
    expect(journal).toMatchObject([{ result: 'done' }]);
    expect(log).toContainEqual(expect.stringMatching(/^call-error c1/));
  });
});

describe('a key pressed on an announced call', () => {
  it('denies its caller', async () => {
    last = null;
    await desk().denyCaller(judged({ from: numbers.kddiMobile }));
    expect(await entries()).toMatchObject([{ list: 'deny', number: '+819061609999', source: 'telephone' }]);
    expect(journal).toMatchObject([{ by: 'office', action: 'deny-last', result: 'done', masked: '090****9999' }]);
    expect(exchange).toEqual([]);
  });

  it('has nobody to deny where the number is withheld, and never rejects', async () => {
    await desk().denyCaller(judged({ withheld: 'user' }));
    store.down = true;
    await desk().denyCaller(judged({}));
    expect(journal.map(({ result }) => result)).toEqual(['no-last-caller', 'failed']);
  });
});
