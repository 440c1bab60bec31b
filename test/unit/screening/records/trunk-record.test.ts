import { days, hours, minutes } from '../../../../src/screening/records/record';
import {
  forgetCaller,
  learnTrunk,
  newTrunkRecord,
  parseTrunkRecord,
  recallTrunk,
  type TrunkEvent,
  type TrunkRecord,
} from '../../../../src/screening/records/trunk-record';

const noon = Date.parse('2026-11-24T12:00:00+09:00');
type Arrival = Extract<TrunkEvent, { type: 'arrived' }>;

const arrival: Arrival = {
  type: 'arrived',
  at: noon,
  presented: 'presented',
  newcomer: null,
  form: 'national',
  asserted: true,
};

const recordAfter = (events: readonly TrunkEvent[], record: TrunkRecord = newTrunkRecord) =>
  events.reduce(learnTrunk, record);
const many = (count: number, words: (index: number) => Partial<Arrival>): readonly Arrival[] =>
  Array.from({ length: count }, (_, index) => ({ ...arrival, ...words(index) }));
const newcomers = (count: number, words: Partial<Arrival> = {}, policeEnding = false): readonly Arrival[] =>
  many(count, (index) => ({ newcomer: { id: `${words.at ?? 0}-${index}`, policeEnding }, ...words }));

describe('a flood of new callers', () => {
  it.each<[string, readonly TrunkEvent[], string | null]>([
    ['twenty within the hour', newcomers(20), null],
    ['twenty-one', newcomers(21), 'new-callers'],
    ['one of them an hour and more ago', [...newcomers(1, { at: noon - 61 * minutes }), ...newcomers(20)], null],
    ['the same one again and again', many(50, () => ({ newcomer: { id: 'a', policeEnding: false } })), null],
    ['callers that somebody knows', many(100, () => ({})), null],
    ['two numbers ending 0110', newcomers(2, {}, true), null],
    ['three numbers ending 0110', newcomers(3, {}, true), 'police-endings'],
  ])('%s', (_what, events, sign) => {
    expect(recallTrunk(recordAfter(events), noon).flood?.sign ?? null).toBe(sign);
  });

  it('is over an hour later', () => {
    expect(recallTrunk(recordAfter(newcomers(30)), noon + 61 * minutes).flood).toBeNull();
  });

  it('takes what the trunk is used to for ordinary: five times as many are a flood', () => {
    let busy = newTrunkRecord;
    for (let hour = 0; hour < 100; hour++) busy = recordAfter(newcomers(10, { at: noon + hour * hours }), busy);
    const later = noon + 100 * hours;
    expect(recallTrunk(recordAfter(newcomers(40, { at: later }), busy), later).flood).toBeNull();
    expect(recallTrunk(recordAfter(newcomers(60, { at: later }), busy), later).flood).toMatchObject({
      sign: 'new-callers',
    });
  });

  it('of more callers than are kept is one on any trunk', () => {
    let busiest = newTrunkRecord;
    for (let hour = 0; hour < 60; hour++) busiest = recordAfter(newcomers(700, { at: noon + hour * hours }), busiest);
    expect(recallTrunk(busiest, noon + 59 * hours).flood).toMatchObject({ sign: 'new-callers' });
  });

  it('does not become ordinary by lasting', () => {
    let flooded = newTrunkRecord;
    for (let hour = 0; hour < 24; hour++) flooded = recordAfter(newcomers(300, { at: noon + hour * hours }), flooded);
    const later = noon + 23 * hours;
    expect(recallTrunk(flooded, later).flood).toMatchObject({ sign: 'new-callers' });
  });
});

describe('short calls of different callers', () => {
  const short = (caller: string, minutesAgo = 0): TrunkEvent => ({
    type: 'short',
    at: noon - minutesAgo * minutes,
    caller,
  });
  it.each<[string, readonly TrunkEvent[], boolean]>([
    ['three callers within five minutes', [short('a', 4), short('b', 2), short('c')], true],
    ['two callers', [short('a', 4), short('b', 2)], false],
    ['one caller three times', [short('a', 4), short('a', 2), short('a')], false],
    ['one of them longer ago', [short('a', 6), short('b', 2), short('c')], false],
  ])('%s', (_what, events, tells) => {
    expect(recallTrunk(recordAfter(events), noon).flood?.sign === 'short-calls').toBe(tells);
  });
});

describe('the usual form of numbers', () => {
  it.each<[string, readonly TrunkEvent[], string | null]>([
    ['49 national ones are too few', many(49, () => ({})), null],
    ['50 national ones', many(50, () => ({})), 'national'],
    ['50 international ones', many(50, () => ({ form: 'international' })), 'international'],
    [
      'one in ten is otherwise',
      many(50, (index) => ({ form: index % 10 === 0 ? 'international' : 'national' })),
      'national',
    ],
    ['one in five is otherwise', many(50, (index) => ({ form: index % 5 === 0 ? 'international' : 'national' })), null],
    ['foreign numbers do not count', many(90, (index) => (index % 3 === 0 ? {} : { form: null })), null],
    [
      'the trunk changes its habit',
      [...many(60, () => ({})), ...many(60, () => ({ form: 'international' }))],
      'international',
    ],
  ])('%s', (_what, events, form) => {
    expect(recallTrunk(recordAfter(events), noon).usualForm).toBe(form);
  });
});

describe('a trunk that always asserts', () => {
  it.each<[string, readonly TrunkEvent[], boolean]>([
    ['49 calls are too few', many(49, () => ({})), false],
    ['50 calls', many(50, () => ({})), true],
    ['one of 60 without', many(60, (index) => ({ asserted: index !== 30 })), true],
    ['two of 60 without', many(60, (index) => ({ asserted: index > 1 })), false],
    ['not trusted for it', many(60, () => ({ asserted: null })), false],
  ])('%s', (_what, events, tells) => {
    expect(recallTrunk(recordAfter(events), noon).alwaysAsserts).toBe(tells);
  });
});

describe('a line that shows no numbers', () => {
  const without = (count: number) => many(count, () => ({ presented: 'withheld-unknown' }));
  it.each<[string, readonly TrunkEvent[], boolean]>([
    ['19 calls are too few', without(19), false],
    ['20 calls', without(20), true],
    ['one of 20 showed one', [...without(19), arrival], false],
    ['one of 40 showed one, a week ago', [{ ...arrival, at: noon - 7 * days }, ...without(39)], true],
    ['one showed one since, and whoever dials without a number is no line', [arrival, ...without(80)], false],
    ['withheld by the callers', many(30, () => ({ presented: 'withheld' })), false],
  ])('%s', (_what, events, tells) => {
    expect(recallTrunk(recordAfter(events), noon).showsNoNumbers).toBe(tells);
  });
});

describe('a trunk record', () => {
  it('stays small whatever comes in', () => {
    const record = recordAfter([...newcomers(5_000), ...many(500, () => ({ form: 'international' }))]);
    expect(JSON.stringify(record).length).toBeLessThan(40_000);
  });

  it('forgets a caller', () => {
    const record = recordAfter([...newcomers(3), { type: 'short', at: noon, caller: '0-1' }]);
    const forgotten = forgetCaller(record, '0-1 and the rest of the id');
    expect(JSON.stringify(forgotten)).not.toContain('0-1');
    expect(forgotten.newcomers).toHaveLength(2);
    expect(forgetCaller(record, 'somebody else')).toBe(record);
  });

  it('comes back as it was kept', () => {
    const record = recordAfter([...newcomers(3), { type: 'short', at: noon, caller: 'a' }]);
    expect(parseTrunkRecord(JSON.stringify(record))).toEqual(record);
    expect(parseTrunkRecord('{"schema":1}')).toBeNull();
  });
});
