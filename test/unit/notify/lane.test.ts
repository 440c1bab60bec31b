import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Attempt, attemptMs, failed } from '../../../src/notify/attempt';
import { mostAttempts } from '../../../src/notify/back-off';
import type { Addressed } from '../../../src/notify/deliver';
import { Lane, type LaneEvent } from '../../../src/notify/lane';
import { Outbox } from '../../../src/notify/outbox';
import type { Parcel } from '../../../src/notify/parcel';
import { news, noticesConfig } from './news';

const hour = 3_600_000;
const arrived: Attempt = { ok: true, remark: null };
const away = failed('away', false);

let home: string;
let outbox: Outbox;
let sent: Parcel[];
let events: LaneEvent[];
let lanes: Lane[];

beforeEach(() => {
  // The disk and its promises go on as ever.
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance'] });
  home = mkdtempSync(join(tmpdir(), 'denwaban-lane-'));
  outbox = new Outbox(home, () => undefined);
  [sent, events, lanes] = [[], [], []];
});
afterEach(async () => {
  await Promise.all(lanes.map((lane) => lane.close(0)));
  await outbox.settled();
  jest.useRealTimers();
  rmSync(home, { recursive: true });
});

function addressed(given: object = {}): Addressed {
  const { send } = noticesConfig({ send: { crm: { webhook: 'https://example.jp', ...given } } });
  const config = send['crm'];
  if (config === undefined) throw new Error('no such notice');
  return { name: 'crm', config, language: 'en', smtp: null };
}

function lane(answer: (parcel: Parcel, signal: AbortSignal) => Attempt | Promise<Attempt>, given: object = {}): Lane {
  const made = new Lane(addressed(given), {
    outbox,
    send: async (parcel, _to, signal) => {
      sent.push(parcel);
      return answer(parcel, signal);
    },
    now: Date.now,
    chance: () => 0,
    tell: (event) => events.push(event),
  });
  lanes.push(made);
  return made;
}

const hangs = (_parcel: Parcel, signal: AbortSignal) =>
  new Promise<Attempt>((resolve) => signal.addEventListener('abort', () => resolve(failed('aborted', false))));

it('pauses longer after each failure, and not at all after a success', async () => {
  let well = false;
  const crm = lane(() => (well ? arrived : away));
  crm.receive(news());
  await jest.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(4_999);
  expect(sent).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(1 + 10_000 + 20_000);
  expect(sent).toHaveLength(4);
  well = true;
  await jest.advanceTimersByTimeAsync(40_000);
  crm.receive(news());
  await jest.advanceTimersByTimeAsync(0);
  expect(crm).toMatchObject({ delivered: 2, waiting: 0 });
  expect(events.map(({ type }) => type)).toEqual(['notice-delayed', 'notice-recovered']);
});

it('gives up after a day, tells so, and leaves no file', async () => {
  const crm = lane(() => away);
  crm.receive(news());
  await jest.advanceTimersByTimeAsync(26 * hour);
  expect(crm).toMatchObject({ waiting: 0, dropped: 1 });
  expect(events.at(-1)).toEqual({ type: 'notice-dropped', notice: 'crm', calls: 1, reason: 'too old' });
  expect(sent.length).toBeLessThan(mostAttempts);
  await outbox.settled();
  expect(readdirSync(home)).toEqual([]);
});

it('does not let one that is never taken keep the others waiting', async () => {
  const crm = lane(({ accounts }) => (accounts[0]?.trunk === 'bad' ? away : arrived));
  crm.receive(news({ decision: { trunk: 'bad' } }));
  crm.receive(news());
  crm.receive(news());
  await jest.advanceTimersByTimeAsync(10_000);
  expect(crm).toMatchObject({ delivered: 2, waiting: 1 });
});

it('makes one attempt at a time, and ends one that hangs', async () => {
  const crm = lane(hangs);
  crm.receive(news());
  crm.receive(news());
  await jest.advanceTimersByTimeAsync(attemptMs - 1);
  expect(sent).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(1);
  expect(events).toEqual([{ type: 'notice-delayed', notice: 'crm', reason: 'no answer within 30 s' }]);
});

it('sends what was gathered when it is due, and nothing where nothing was', async () => {
  const crm = lane(() => arrived, { delivery: 'every 60m' });
  await jest.advanceTimersByTimeAsync(3 * hour);
  expect(sent).toEqual([]);
  crm.receive(news());
  await jest.advanceTimersByTimeAsync(hour / 2);
  crm.receive(news());
  expect(sent).toEqual([]);
  await jest.advanceTimersByTimeAsync(hour / 2);
  expect(sent).toMatchObject([{ gathered: true, accounts: [{}, {}] }]);
});

it('sends a flood in one piece once the hour is over', async () => {
  const crm = lane(() => arrived, { mostPerHour: 3 });
  for (let call = 0; call < 200; call += 1) crm.receive(news({ alert: true }));
  await jest.advanceTimersByTimeAsync(1_000);
  expect(sent.map(({ accounts }) => accounts.length)).toEqual([1, 1, 1]);
  await jest.advanceTimersByTimeAsync(hour);
  expect(sent.map(({ accounts }) => accounts.length)).toEqual([1, 1, 1, 197]);
});

it('takes a new configuration at its word at once', async () => {
  const crm = lane(() => away);
  crm.receive(news());
  await jest.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(1);
  crm.use(addressed({ when: { verdicts: [], events: [] } }));
  expect(sent).toHaveLength(2);
  crm.receive(news());
  expect(crm.waiting).toBe(1);
});

it('keeps nothing of a notice that is no longer configured, also where it was just being sent', async () => {
  const crm = lane(hangs);
  crm.receive(news());
  await jest.advanceTimersByTimeAsync(0);
  crm.abandon('no longer configured');
  await jest.advanceTimersByTimeAsync(hour);
  await outbox.settled();
  expect(readdirSync(home)).toEqual([]);
  expect(events).toEqual([{ type: 'notice-dropped', notice: 'crm', calls: 1, reason: 'no longer configured' }]);
});

it('survives its own defects', async () => {
  const crm = lane(() => {
    throw new Error('a defect');
  });
  crm.receive(news());
  await jest.advanceTimersByTimeAsync(0);
  expect(events).toEqual([{ type: 'notice-dropped', notice: 'crm', calls: 1, reason: 'a defect' }]);
});
