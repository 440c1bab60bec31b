import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { SqliteStore } from '../../../../src/store/sqlite-store';
import type { Store } from '../../../../src/store/store';
import { type CallBackAnswer, callBackAnswers } from '../../../../src/text/answers';
import { TextStore } from '../../../fakes/text-store';
import { numbers } from '../../screening/evidence';
import { decided, House, screened } from './house';

const minute = 60_000;
const limits = { againAfterMinutes: 10, perHour: 4, perDay: 6, atOnce: 2 };
const callers = [numbers.docomo, numbers.kddiMobile, numbers.softbank050];
const callsOf = callers.map((from) => [
  screened({ from }),
  screened({ from, trunk: { name: 'overseas', reach: 'international' } }),
]);

type Move =
  | { readonly do: 'reserve'; readonly caller: number; readonly origin: number; readonly service: number }
  | { readonly do: 'begin' | 'cancel'; readonly call: number }
  | { readonly do: 'answer'; readonly order: number; readonly answer: CallBackAnswer }
  | { readonly do: 'pass'; readonly minutes: number }
  | { readonly do: 'settle' };

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('reserve' as const),
      caller: fc.nat({ max: callers.length - 1 }),
      origin: fc.nat({ max: 1 }),
      service: fc.nat({ max: 1 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('begin' as const, 'cancel' as const), call: fc.nat({ max: 60 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      order: fc.nat({ max: 10 }),
      answer: fc.constantFrom(...callBackAnswers),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.nat({ max: 40 }) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'settle' as const }) },
);

interface Call {
  readonly id: string;
  readonly service: number;
  readonly granted: Promise<boolean>;
  state: 'asked' | 'begun' | 'cancelled';
}

/** Plays the moves on two services that share a store, then lets every call and every order end. */
async function play(moves: readonly Move[], open: (now: () => number) => readonly [Store, Store]): Promise<void> {
  const house = new House();
  const stores = open(() => house.now);
  const services = stores.map((store) => house.service(store, limits));
  const calls: Call[] = [];
  const ordered: { readonly number: string; readonly at: number }[] = [];
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) await nextTurn();
    for (const order of house.orders.slice(ordered.length)) {
      ordered.push({ number: order.variables['__DENWABAN_DIAL'] ?? '', at: house.now });
    }
  };
  const end = async (call: Call, state: 'begun' | 'cancelled'): Promise<void> => {
    if (call.state !== 'asked') return;
    // Only who was told can have hung up after being told.
    const told = await call.granted;
    call.state = told && state === 'begun' ? 'begun' : 'cancelled';
    const service = services[call.service];
    if (call.state === 'begun') service?.begin(decided(call.id));
    else service?.cancel(call.id);
  };

  for (const step of moves) {
    switch (step.do) {
      case 'reserve': {
        const call = callsOf[step.caller]?.[step.origin];
        const service = services[step.service];
        if (call === undefined || service === undefined) break;
        const id = `call-${calls.length}`;
        calls.push({ id, service: step.service, granted: service.reserve(id, call), state: 'asked' });
        break;
      }
      case 'begin':
      case 'cancel': {
        const call = calls[step.call];
        if (call === undefined) break;
        if (step.do === 'begin') await end(call, 'begun');
        else if (call.state === 'asked') {
          // Hanging up does not wait for the store.
          call.state = 'cancelled';
          services[call.service]?.cancel(call.id);
        }
        break;
      }
      case 'answer': {
        const order = house.orders[step.order];
        if (order !== undefined) for (const service of services) service.answered(order.id, step.answer);
        break;
      }
      case 'pass':
        await settle();
        house.now += step.minutes * minute;
        break;
      case 'settle':
        await settle();
        break;
    }
    for (const service of services) expect(service.gauges().pending).toBeLessThanOrEqual(limits.atOnce);
  }
  for (const call of calls) await end(call, 'begun');
  await settle();
  for (const { id } of house.orders) for (const service of services) service.answered(id, 'no');
  await settle();

  for (const [place, order] of ordered.entries()) {
    const next = ordered.slice(place + 1).find(({ number }) => number === order.number);
    if (next !== undefined) expect(next.at - order.at).toBeGreaterThanOrEqual(limits.againAfterMinutes * minute);
  }
  // Each call that was told has one answer; nobody else has any.
  const begun = calls.filter(({ state }) => state === 'begun').map(({ id }) => id);
  expect(house.sequels.map(({ decision }) => decision).sort()).toEqual([...begun].sort());
  expect(ordered.length).toBeLessThanOrEqual(begun.length);
  for (const service of services) {
    expect(service.gauges()).toEqual({ pending: 0, timers: 0 });
    await service.close();
  }
  for (const store of new Set(stores)) await store.close();
}

const moves = fc.array(move, { maxLength: 60 });

it('calls nobody twice within the time, and leaves nothing behind, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(moves, (steps) =>
      play(steps, (now) => {
        const store = new TextStore(now);
        return [store, store];
      }),
    ),
    { numRuns: 150 },
  );
}, 60_000);

it('the same with SQLite, each service with its own connection', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-call-backs-'));
  let count = 0;
  try {
    await fc.assert(
      fc.asyncProperty(moves, (steps) => {
        const file = join(folder, `${count++}.db`);
        return play(steps, (now) => {
          const open = () => new SqliteStore({ file, now, tell: () => undefined });
          return [open(), open()];
        });
      }),
      { numRuns: 15 },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
