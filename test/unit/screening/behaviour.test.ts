import type { Config } from '../../../src/config/schema';
import { type CallWords, findingOf, judge, type MemoryWords, now, numbers, reporting } from './evidence';
import { describeRule } from './rule-table';

type Hours = NonNullable<Config['office']['hours']>;

const known: MemoryWords = { caller: { standing: 'known', since: '2026-01-05' } };
const seen: MemoryWords = { caller: { standing: 'seen', since: '2026-01-05' } };
const called: MemoryWords = { caller: { dialledByUs: '2026-07-20' } };
const internal: CallWords['trunk'] = { reach: 'internal' };

const flood = { flood: { sign: 'new-callers', limit: 20 } } as const;

describeRule('many-callers-one-trunk', {
  fires: [
    ['a stranger among many', { memory: { trunk: flood } }, 30],
    ['short calls from different numbers', { memory: { trunk: { flood: { sign: 'short-calls', limit: 3 } } } }, 30],
    ['numbers ending 0110', { memory: { trunk: { flood: { sign: 'police-endings', limit: 3 } } } }, 30],
    ['a foreign stranger', { from: '+4930123456', memory: { trunk: flood } }, 30],
  ],
  silent: [
    ['an ordinary day', {}],
    ['a known caller', { memory: { ...known, trunk: flood } }],
    ['a caller who was answered once', { memory: { ...seen, trunk: flood } }],
    ['a number the office called', { memory: { ...called, trunk: flood } }],
    ['an internal trunk', { memory: { trunk: flood }, trunk: internal }],
    ['a withheld number', { withheld: 'user', memory: { trunk: flood } }],
  ],
});

describeRule('repeated-short-calls', {
  fires: [['a number that hung up at once again and again', { memory: { caller: { shortCalls: true } } }, 20]],
  silent: [['a number that did not', {}]],
});

describeRule('unpublished-line', {
  fires: [
    ['a stranger on a line that nobody was told', { to: numbers.unpublished }, 15],
    ['the line in international form', { to: `+81${numbers.unpublished.slice(1)}` }, 15],
    ['a caller who was answered once', { to: numbers.unpublished, memory: seen }, 15],
    ['a published number in To, and the line in the request URI', { to: [numbers.ours, numbers.unpublished] }, 15],
  ],
  silent: [
    ['the main number', { to: numbers.ours }],
    ['a known caller', { to: numbers.unpublished, memory: known }],
    ['a number the office called', { to: numbers.unpublished, memory: called }],
    ['an internal trunk', { to: numbers.unpublished, trunk: internal }],
    ['a withheld number', { to: numbers.unpublished, withheld: 'user' }],
  ],
});

const night = Date.parse('2026-11-26T23:00:00+09:00');
const holiday = Date.parse('2026-11-23T10:00:00+09:00');
const working = Date.parse('2026-11-26T10:00:00+09:00');

describeRule('outside-hours', {
  office: { office: { hours: hoursOf({ mon: ['09:00-17:30'], thu: ['09:00-17:30'] }) } },
  fires: [
    ['a stranger at night', { at: night }, 10],
    ['a stranger on a public holiday', { at: holiday }, 10],
    ['a caller who was answered once', { at: night, memory: seen }, 10],
  ],
  silent: [
    ['a stranger in office hours', { at: working }],
    ['a known caller', { at: night, memory: known }],
    ['a number the office called', { at: night, memory: called }],
    ['an internal trunk', { at: night, trunk: internal }],
    ['a withheld number', { at: night, withheld: 'user' }],
  ],
});

test('an office without hours is always open', () => {
  expect(findingOf(judge({ at: night }), 'outside-hours')).toBeUndefined();
});

describeRule('we-called-them', {
  fires: [
    ['a number the office dialled', { memory: called }, -60],
    ['even a police station', { from: numbers.musashinoPolice, memory: called }, -60],
  ],
  silent: [
    ['a number it did not', {}],
    ['the head office, which it dials every day', { from: numbers.oursToo, memory: called }],
    ['a withheld number', { withheld: 'user', memory: called }],
  ],
});

const passed: MemoryWords = { caller: { challenge: 'passed' } };
const avoided: MemoryWords = { caller: { challenge: 'avoided' } };

describeRule('challenge-history', {
  fires: [
    ['a caller who passed', { memory: passed }, -40],
    ['a caller who hung up on the challenge', { memory: avoided }, 20],
    ['a police number that did so', { from: numbers.musashinoPolice, memory: avoided }, 20],
  ],
  silent: [
    ['a caller who was never asked', {}],
    ['a police number that passed: anybody can', { from: numbers.musashinoPolice, memory: passed }],
    ['a protected number that passed', { from: numbers.bank, memory: passed }],
    ['the head office that passed', { from: numbers.oursToo, memory: passed }],
    ['a look-alike that passed', { from: '+1800335814321', memory: passed }],
  ],
});

describeRule('reported', {
  office: reporting({ votes: 1, sources: ['neighbours'] }),
  fires: [['one report', {}, 20]],
  silent: [
    ['a police station, whose number was forged', { from: numbers.musashinoPolice }],
    ['a protected number', { from: numbers.bank }],
    ['a withheld number', { withheld: 'user' }],
  ],
});

test.each([
  [2, 20],
  [3, 40],
  [9, 40],
  [10, 60],
  [5_000, 60],
])('%i reports weigh %i', (votes, weight) => {
  expect(findingOf(judge({}, reporting({ votes, sources: ['neighbours'] })), 'reported')?.weight).toBe(weight);
});

test('a number that no list names is not reported', () => {
  expect(findingOf(judge({}, reporting(null)), 'reported')).toBeUndefined();
});

function hoursOf(week: Hours['week']): Hours {
  return { timeZone: 'Asia/Tokyo', week, holidays: 'japan', closed: [], open: [] };
}

const someone = { until: now + 1, by: '101', reason: '' } as const;

const waiting = (caller: MemoryWords['caller'] = {}, until = now + 1): MemoryWords => ({
  office: { expected: { kind: 'any', until, by: '101', reason: '' } },
  caller,
});

describeRule('anybody-expected', {
  fires: [
    ['a stranger', { memory: waiting() }, -80],
    ['a number from a doubtful country', { from: '+2348031234567', memory: waiting() }, -80],
    ['a landline from abroad', { trunk: { reach: 'international' }, memory: waiting() }, -80],
  ],
  silent: [
    ['an office that waits for nobody', {}],
    ['an expectation that is over', { memory: waiting({}, now) }],
    ['a withheld number', { withheld: 'user', memory: waiting() }],
    ['a number proven forged', { memory: waiting({ proof: 'spoof' }) }],
    ['a police number', { from: numbers.metropolitanPolice, memory: waiting() }],
    ['a number like one of the police', { from: '09021600110', memory: waiting() }],
    ['a protected number', { from: numbers.bank, memory: waiting() }],
    ['our own number', { from: numbers.ours, memory: waiting() }],
    [
      'a call past the carrier',
      { memory: waiting(), trunk: { peers: ['192.0.2.1'] }, origin: { peerAddress: '198.51.100.7' } },
    ],
    ['a number that is expected itself', { memory: { office: { expected: { ...someone, kind: 'number' } } } }],
  ],
});
