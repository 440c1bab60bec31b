import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallBacks } from '../../../../src/call/call-back/call-backs';
import { PbxError, type PbxErrorKind } from '../../../../src/pbx/pbx';
import { SqliteStore } from '../../../../src/store/sqlite-store';
import type { Store } from '../../../../src/store/store';
import type { CallBackAnswer } from '../../../../src/text/answers';
import { TextStore } from '../../../fakes/text-store';
import { numbers } from '../../screening/evidence';
import { decided, House, office, screened } from './house';

const minute = 60_000;
const stranger = screened({ from: numbers.docomo });
const fromAbroad = screened({ from: numbers.docomo, trunk: { name: 'overseas', reach: 'international' } });

let house: House;
let store: TextStore;
let callBacks: CallBacks;

beforeEach(() => {
  jest.useFakeTimers();
  house = new House();
  store = new TextStore(() => house.now);
  callBacks = house.service(store);
});

afterEach(async () => {
  await callBacks.close();
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});

/** Promises that are due are kept. */
const settle = () => jest.advanceTimersByTimeAsync(0);

/** A caller is told, and hangs up. */
async function toldAndGone(id: string, call = stranger, by = callBacks): Promise<void> {
  expect(await by.reserve(id, call)).toBe(true);
  by.begin(decided(id));
  await settle();
}

describe('one caller', () => {
  it('is called only after having hung up, once, by the trunk and with the number of the configuration', async () => {
    expect(await callBacks.reserve('a', stranger)).toBe(true);
    await settle();
    expect(house.orders).toEqual([]);
    callBacks.begin(decided('a'));
    callBacks.begin(decided('a'));
    await settle();
    expect(house.orders).toEqual([
      {
        id: 'order-1',
        calling: { context: 'denwaban-call-back', extension: 's' },
        office: { context: 'denwaban-called-back', extension: 's' },
        answerSeconds: 70,
        variables: {
          __DENWABAN_ORDER: 'order-1',
          __DENWABAN_DIAL: numbers.docomo,
          __DENWABAN_TRUNK: 'hikari',
          __DENWABAN_OWN: numbers.ours,
          __DENWABAN_RING: '25',
          __DENWABAN_LANGUAGE: 'ja',
          __DENWABAN_NEXT: office.context,
          __DENWABAN_EXTEN: office.extension,
          __DENWABAN_SHOWN: numbers.docomo,
          __DENWABAN_TAG: '[確認済]',
        },
      },
    ]);
    expect(house.log).toEqual(['call-back-ordered']);
    expect(callBacks.gauges()).toEqual({ pending: 1, timers: 1 });
  });

  it('dials the national form, behind the prefix', async () => {
    callBacks = house.service(store, { dialPrefix: '186', callerNumber: '0422-22-9999' });
    await toldAndGone('a', screened({ from: `+81${numbers.docomo.slice(1)}` }));
    expect(house.orders[0]?.variables).toMatchObject({
      __DENWABAN_DIAL: `186${numbers.docomo}`,
      __DENWABAN_SHOWN: numbers.docomo,
      __DENWABAN_OWN: '0422229999',
    });
  });

  it.each<[CallBackAnswer, readonly string[], string]>([
    ['yes', ['verified main national'], 'call-back-verified'],
    ['no', ['spoof main national'], 'proven-spoof'],
    ['no-key', [], 'call-back-inconclusive'],
    ['busy', [], 'call-back-inconclusive'],
    ['unanswered', [], 'call-back-inconclusive'],
    ['failed', [], 'call-back-inconclusive'],
  ])('answers %s', async (answer, proofs, event) => {
    await toldAndGone('a');
    callBacks.answered(house.order, answer);
    expect(house.proofs).toEqual(proofs);
    expect(house.log).toEqual(['call-back-ordered', event]);
    expect(house.sequels).toEqual([
      {
        schema: 1,
        record: 'sequel',
        at: new Date(house.now).toISOString(),
        decision: 'a',
        channel: 'channel of a',
        staff: null,
        name: null,
        message: null,
        callBack: answer,
      },
    ]);
    expect(house.connected).toHaveLength(answer === 'yes' ? 1 : 0);
    expect(callBacks.gauges()).toEqual({ pending: 0, timers: 0 });
  });

  it('who did not call is news, with the whole number, at once', async () => {
    await toldAndGone('a');
    callBacks.answered(house.order, 'no');
    expect(house.news).toEqual([
      {
        event: 'proven-spoof',
        decision: decided('a'),
        number: numbers.docomo,
        alert: true,
        recording: null,
        sequel: house.sequels[0],
      },
    ]);
  });

  it('counts an answer once, and one of an earlier run not at all', async () => {
    callBacks.answered('order-of-yesterday', 'no');
    await toldAndGone('a');
    callBacks.answered(house.order, 'no');
    callBacks.answered(house.order, 'yes');
    expect(house.proofs).toEqual(['spoof main national']);
    expect(house.sequels).toHaveLength(1);
  });

  it('has failed when nothing is heard', async () => {
    await toldAndGone('a');
    await jest.advanceTimersByTimeAsync((70 + 40) * 1000 - 1);
    expect(house.sequels).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(house.sequels).toMatchObject([{ callBack: 'failed' }]);
    expect(callBacks.gauges()).toEqual({ pending: 0, timers: 0 });
  });

  it.each<[PbxErrorKind, number]>([
    ['refused', 1],
    ['not-found', 1],
    ['conflict', 1],
    // It may have been taken all the same: the dialplan, or the time, will tell.
    ['unreachable', 0],
  ])('an order that is %s', async (kind, ended) => {
    house.refusal = new PbxError(kind, 'call out', 'refused by the test');
    await toldAndGone('a');
    expect(house.sequels).toHaveLength(ended);
    expect(house.log).toContain('call-back-failed');
    callBacks.answered('order-1', 'yes');
    expect(house.sequels).toMatchObject([{ callBack: ended === 1 ? 'failed' : 'yes' }]);
  });
});

describe('no reservation', () => {
  it.each([
    ['for a number that is never called', screened({ from: numbers.musashinoPolice })],
    ['for a caller who withholds it', screened({ withheld: 'user' })],
    ['where nobody knows where the office rings', { ...stranger, office: null }],
  ])('%s', async (_what, call) => {
    expect(await callBacks.reserve('a', call)).toBe(false);
    expect(callBacks.gauges()).toEqual({ pending: 0, timers: 0 });
  });

  it('while the store is away', async () => {
    store.down = true;
    expect(await callBacks.reserve('a', stranger)).toBe(false);
    expect(callBacks.gauges().pending).toBe(0);
    store.down = false;
    expect(await callBacks.reserve('b', stranger)).toBe(true);
    callBacks.cancel('b');
  });

  it('is begun by nobody who has none', async () => {
    callBacks.begin(decided('a'));
    callBacks.cancel('a');
    await settle();
    expect(house.orders).toEqual([]);
  });

  it('after closing', async () => {
    await callBacks.close();
    expect(await callBacks.reserve('a', stranger)).toBe(false);
  });
});

describe('the same number', () => {
  it.each<CallBackAnswer>(['busy', 'unanswered', 'no-key', 'failed'])(
    'is not called again for a while after %s',
    async (answer) => {
      await toldAndGone('a');
      callBacks.answered(house.order, answer);
      house.now += 10 * minute - 1;
      expect(await callBacks.reserve('b', stranger)).toBe(false);
      house.now += 1;
      expect(await callBacks.reserve('c', stranger)).toBe(true);
      callBacks.cancel('c');
    },
  );

  it('is called once for all who were told, however many', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `call-${index}`);
    const told = await Promise.all(ids.map((id) => callBacks.reserve(id, stranger)));
    expect(told.every(Boolean)).toBe(true);
    for (const id of ids) callBacks.begin(decided(id));
    await settle();
    expect(house.orders).toHaveLength(1);
    callBacks.answered(house.order, 'no');
    expect(house.sequels).toHaveLength(200);
    expect(house.proofs).toEqual(['spoof main national']);
    expect(house.news).toHaveLength(1);
  });

  it('has another challenge once it is being called: it may be the owner, who would wait for a second call', async () => {
    await toldAndGone('a');
    expect(await callBacks.reserve('b', stranger)).toBe(false);
    callBacks.answered(house.order, 'busy');
    expect(house.sequels).toMatchObject([{ decision: 'a' }]);
  });

  it('shown from two origins is proven false for each', async () => {
    await Promise.all([callBacks.reserve('a', stranger), callBacks.reserve('b', fromAbroad)]);
    callBacks.begin(decided('a'));
    callBacks.begin(decided('b'));
    await settle();
    callBacks.answered(house.order, 'no');
    expect(house.proofs).toEqual(['spoof main national', 'spoof overseas national']);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['told, too', () => callBacks.reserve('b', fromAbroad)],
    ['let through', async () => callBacks.note(fromAbroad)],
  ])('shown from two origins proves nothing when one of them is the owner: %s', async (_what, other) => {
    expect(await callBacks.reserve('a', stranger)).toBe(true);
    await other();
    callBacks.begin(decided('a'));
    callBacks.begin(decided('b'));
    await settle();
    callBacks.answered(house.order, 'yes');
    expect(house.proofs).toEqual([]);
    expect(house.log).toContain('call-back-ambiguous');
    expect(house.connected).toHaveLength(1);
  });

  it('shown again while it is being called makes "yes" ambiguous, from another origin only', async () => {
    await toldAndGone('a');
    expect(await callBacks.reserve('b', fromAbroad)).toBe(false);
    callBacks.answered(house.order, 'yes');
    expect(house.proofs).toEqual([]);

    const other = screened({ from: numbers.kddiMobile });
    await toldAndGone('c', other);
    expect(await callBacks.reserve('d', other)).toBe(false);
    callBacks.answered(house.order, 'yes');
    expect(house.proofs).toEqual(['verified main national']);
  });

  it('is recorded for whoever still listens when the answer comes, after hanging up', async () => {
    expect(await callBacks.reserve('b', stranger)).toBe(true);
    await toldAndGone('a');
    callBacks.answered(house.order, 'no');
    expect(house.sequels).toMatchObject([{ decision: 'a', callBack: 'no' }]);
    callBacks.begin(decided('b'));
    expect(house.sequels).toMatchObject([{ decision: 'a' }, { decision: 'b', callBack: 'no' }]);
    expect(house.orders).toHaveLength(1);
  });
});

describe('a caller who hangs up before being told', () => {
  it('gives the reservation back', async () => {
    callBacks = house.service(store, { perHour: 1, perDay: 1 });
    expect(await callBacks.reserve('a', stranger)).toBe(true);
    callBacks.cancel('a');
    await settle();
    expect(callBacks.gauges().pending).toBe(0);
    await toldAndGone('b');
    expect(house.orders).toHaveLength(1);
  });

  it('leaves it to others who have been told', async () => {
    await Promise.all([callBacks.reserve('a', stranger), callBacks.reserve('b', stranger)]);
    callBacks.cancel('a');
    callBacks.begin(decided('b'));
    await settle();
    callBacks.answered(house.order, 'no');
    expect(house.sequels).toMatchObject([{ decision: 'b' }]);
  });

  it('while the store is still asked holds nothing', async () => {
    const reserving = callBacks.reserve('a', stranger);
    callBacks.cancel('a');
    expect(await reserving).toBe(false);
    await settle();
    expect(callBacks.gauges().pending).toBe(0);
    await toldAndGone('b');
  });

  it('changes nothing once the number is called', async () => {
    await toldAndGone('a');
    callBacks.cancel('b');
    callBacks.answered(house.order, 'busy');
    expect(await callBacks.reserve('c', stranger)).toBe(false);
  });
});

describe('limits', () => {
  const callers = [numbers.docomo, numbers.kddiMobile, numbers.softbank050, numbers.kddiFixed].map((from) =>
    screened({ from }),
  );
  const reserveAll = (by = callBacks) => Promise.all(callers.map((call, index) => by.reserve(`call-${index}`, call)));
  const count = (granted: readonly boolean[]) => granted.filter(Boolean).length;

  it.each([
    ['at once', { atOnce: 1 }, 1],
    ['at once', { atOnce: 3 }, 3],
    ['an hour', { perHour: 2 }, 2],
    ['a day', { perDay: 1 }, 1],
  ])('%s: %j', async (_what, limits, most) => {
    callBacks = house.service(store, limits);
    expect(count(await reserveAll())).toBe(most);
  });

  it('an hour: open again after it, and told once each time', async () => {
    callBacks = house.service(store, { perHour: 2 });
    await reserveAll();
    for (const index of callers.keys()) callBacks.begin(decided(`call-${index}`));
    await settle();
    for (const { id } of house.orders) callBacks.answered(id, 'no-key');
    expect(house.log.filter((event) => event === 'call-backs-exhausted')).toHaveLength(1);
    house.now += 60 * minute;
    expect(count(await reserveAll())).toBe(2);
    expect(house.log.filter((event) => event === 'call-backs-exhausted')).toHaveLength(2);
  });

  it('a number that was refused by the limit is not marked', async () => {
    callBacks = house.service(store, { perHour: 1 });
    await toldAndGone('a');
    const late = screened({ from: numbers.kddiMobile });
    expect(await callBacks.reserve('b', late)).toBe(false);
    const richer = house.service(store, { perHour: 2 });
    await toldAndGone('c', late, richer);
    await richer.close();
  });

  it('at once is free again when a call is over', async () => {
    callBacks = house.service(store, { atOnce: 1 });
    await toldAndGone('a');
    const second = screened({ from: numbers.kddiMobile });
    expect(await callBacks.reserve('b', second)).toBe(false);
    callBacks.answered(house.order, 'yes');
    await toldAndGone('c', second);
  });

  it('what stands in the store and is not understood counts as nothing', async () => {
    await store.write('call-backs', '{"schema":9}', minute);
    await toldAndGone('a');
  });
});

describe('two services on one store', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'denwaban-call-backs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const sqlite = (): Store =>
    new SqliteStore({ file: join(folder, 'a.db'), now: () => house.now, tell: () => undefined });

  it.each<[string, () => readonly [Store, Store]]>([
    ['memory', () => [store, store]],
    ['SQLite', () => [sqlite(), sqlite()]],
  ])('call a number once between them, in %s', async (_kind, open) => {
    const [one, two] = open();
    const services = [house.service(one), house.service(two)] as const;
    const ids = Array.from({ length: 200 }, (_, index) => index);
    const of = (index: number) => services[index % 2 === 0 ? 0 : 1];
    const granted = await Promise.all(ids.map((index) => of(index).reserve(`call-${index}`, stranger)));
    for (const index of ids) if (granted[index]) of(index).begin(decided(`call-${index}`));
    await settle();
    expect(house.orders).toHaveLength(1);
    await Promise.all(services.map((service) => service.close()));
    await Promise.all([one.close(), two.close()]);
  });

  it('share the limit of an hour', async () => {
    const services = [house.service(store, { perHour: 2 }), house.service(store, { perHour: 2 })] as const;
    const callers = [numbers.docomo, numbers.kddiMobile, numbers.softbank050, numbers.kddiFixed];
    const granted = await Promise.all(
      callers.map((from, index) => services[index % 2 === 0 ? 0 : 1].reserve(`call-${index}`, screened({ from }))),
    );
    expect(granted.filter(Boolean)).toHaveLength(2);
    await Promise.all(services.map((service) => service.close()));
  });
});

it('takes leave: no timer is left, and the call at the exchange goes on', async () => {
  await toldAndGone('a');
  await callBacks.close();
  expect(callBacks.gauges()).toEqual({ pending: 0, timers: 0 });
  expect(jest.getTimerCount()).toBe(0);
  expect(house.orders).toHaveLength(1);
  callBacks.answered(house.order, 'no');
  expect(house.proofs).toEqual([]);
});

it('tells no digits of a caller in its log lines beyond the mask', async () => {
  await toldAndGone('a');
  callBacks.answered(house.order, 'no');
  expect(house.log).toEqual(['call-back-ordered', 'proven-spoof']);
  expect(JSON.stringify(house.data)).not.toContain(numbers.docomo.slice(3, 7));
  expect(house.data).toContainEqual(expect.objectContaining({ number: '090****9999' }));
});
