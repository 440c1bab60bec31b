import { explain } from '../../../src/screening/explain';
import { findingOf, judge, type MemoryWords, now, numbers } from './evidence';
import { describeRule } from './rule-table';

const emergency = { office: { emergencyDialled: '119' } } as const;

describeRule('emergency-call-back', {
  fires: [
    ['any number after the office dialled 119', { memory: emergency }, 0],
    ['a withheld call, too', { withheld: 'user', memory: emergency }, 0],
    ['a number that would be screened', { from: '+422550110', memory: emergency }, 0],
    ['110 and 118 as well', { memory: { office: { emergencyDialled: '110' } } }, 0],
  ],
  silent: [
    ['an office that dialled none of them', {}],
    ['a caller who shows 119', { from: '119' }],
  ],
});

const disaster = (until: number) => ({ office: { disasterUntil: until } });

describeRule('disaster-mode', {
  fires: [
    ['a caller who withheld the number', { withheld: 'user', memory: disaster(now + 1) }, 0],
    ['a payphone', { withheld: 'payphone', memory: disaster(now + 1) }, 0],
    ['a network that could not present one', { withheld: 'unavailable', memory: disaster(now + 1) }, 0],
    ['no number and no reason', { withheld: 'unknown', memory: disaster(now + 1) }, 0],
  ],
  silent: [
    ['a call that shows a number', { memory: disaster(now + 1) }],
    ['a disaster that is over', { withheld: 'user', memory: disaster(now) }],
    ['an ordinary day', { withheld: 'user' }],
  ],
});

const expected = (kind: 'number' | 'any' | 'withheld', caller: MemoryWords['caller'] = {}, until = now + 1) => ({
  office: { expected: { kind, until, by: '101', reason: '銀行' } },
  caller,
});

describeRule('expected-call', {
  fires: [
    ['the number that is waited for', { memory: expected('number') }, 0],
    ['a bank that is waited for', { from: numbers.bank, memory: expected('number') }, 0],
    ['the number from abroad', { memory: expected('number'), trunk: { reach: 'international' } }, 0],
    ['the next caller without a number', { withheld: 'user', memory: expected('withheld') }, 0],
    ['the next payphone', { withheld: 'payphone', memory: expected('withheld') }, 0],
    ['a number whose owner had called', { memory: expected('number', { proof: 'verified' }) }, 0],
  ],
  silent: [
    ['an office that waits for nobody', {}],
    ['an expectation that is over', { memory: expected('number', {}, now) }],
    ['a number while anybody is expected', { memory: expected('any') }],
    ['a withheld number while anybody is expected', { withheld: 'user', memory: expected('any') }],
    ['a number while one without is expected', { memory: expected('withheld') }],
    ['a number proven forged from this origin', { memory: expected('number', { proof: 'spoof' }) }],
    [
      'a call past the carrier',
      { memory: expected('number'), trunk: { peers: ['192.0.2.1'] }, origin: { peerAddress: '198.51.100.7' } },
    ],
    [
      'a call that belongs to no trunk',
      { withheld: 'user', memory: expected('withheld'), trunk: { name: 'anonymous' } },
    ],
  ],
});

const paused = (until: number): MemoryWords => ({ office: { pausedUntil: until } });

describeRule('screening-paused', {
  fires: [
    ['any number during the pause', { memory: paused(now + 1) }, 0],
    ['a withheld call, too', { withheld: 'user', memory: paused(now + 1) }, 0],
    ['a number proven forged', { memory: { ...paused(now + 1), caller: { proof: 'spoof' } } }, 0],
  ],
  silent: [
    ['a pause that is over', { memory: paused(now) }],
    ['an ordinary day', {}],
  ],
});

describeRule('exempt-line', {
  fires: [
    ['a call to the fax', { to: numbers.fax }, 0],
    ['a withheld call to the fax', { withheld: 'user', to: numbers.fax }, 0],
    ['the fax in international form', { to: `+81${numbers.fax.slice(1)}` }, 0],
    ['a door intercom’s star code', { to: '**11' }, 0],
    ['the fax in To, and an extension in the request URI', { to: [numbers.fax, '3'] }, 0],
  ],
  silent: [
    ['a call to the main number', { to: numbers.ours }],
    ['a number that is not ours', { to: numbers.kddiFixed }],
    ['the fax in To, but the main number in the request URI', { to: [numbers.fax, numbers.ours] }],
    ['the fax in To, but a group number in the request URI', { to: [numbers.fax, numbers.oursToo] }],
  ],
});

describeRule('internal-caller', {
  fires: [
    ['an extension on an internal trunk', { from: '201', trunk: { reach: 'internal' } }, 0],
    ['a star code on an internal trunk', { from: '**11', trunk: { reach: 'internal' } }, 0],
    ['extension 110, which the plan knows as the police', { from: '110', trunk: { reach: 'internal' } }, 0],
  ],
  silent: [
    ['an extension on an outside line', { from: '201' }],
    ['a whole number on an internal trunk', { from: numbers.nttEast, trunk: { reach: 'internal' } }],
    ['a withheld call on an internal trunk', { withheld: 'unknown', trunk: { reach: 'internal' } }],
  ],
});

describeRule('line-shows-no-numbers', {
  fires: [
    [
      'no number and no reason on a line without the option',
      { withheld: 'unknown', trunk: { presentsNumber: false } },
      0,
    ],
    [
      'no number and no reason on a line where nearly all calls came so',
      { withheld: 'unknown', memory: { trunk: { showsNoNumbers: true } } },
      0,
    ],
  ],
  silent: [
    ['a caller who refused', { withheld: 'user', trunk: { presentsNumber: false } }],
    [
      'a caller who refused where nearly nobody shows a number',
      { withheld: 'user', memory: { trunk: { showsNoNumbers: true } } },
    ],
    ['a payphone', { withheld: 'payphone', trunk: { presentsNumber: false } }],
    ['a line that shows numbers', { withheld: 'unknown' }],
    ['a presented number', { trunk: { presentsNumber: false } }],
  ],
});

test('a number is judged as on any other day while disaster mode is on', () => {
  const forged = { from: numbers.ours, memory: disaster(now + 1) };
  expect(judge(forged)).toMatchObject({ verdict: 'screen', score: 90, decidedBy: 'score' });
});

test('the first exception in the order of the book decides', () => {
  const assessment = judge({ withheld: 'user', to: numbers.fax, memory: emergency });
  expect(assessment.findings.map(({ rule }) => rule)).toEqual([
    'emergency-call-back',
    'exempt-line',
    'withheld-by-user',
  ]);
});

test('the end of the disaster is told by a clock in Japan', () => {
  const until = Date.parse('2026-11-24T21:00:30+09:00');
  const finding = findingOf(judge({ withheld: 'payphone', memory: disaster(until) }), 'disaster-mode');
  expect(finding && explain(finding, 'ja')).toContain('2026-11-24 21:00');
});

test('who waits for the call, until when and why is told', () => {
  const memory = expected('number', {}, Date.parse('2026-11-24T21:00:30+09:00'));
  const finding = findingOf(judge({ from: numbers.bank, memory }), 'expected-call');
  expect(finding && explain(finding, 'ja')).toContain('2026-11-24 21:00 まで、101 より、理由: 銀行');
  expect(finding && explain(finding, 'en')).toContain('until 2026-11-24 21:00 in Japan; by 101; reason: 銀行');
});

test('a pause says so of every call, until when', () => {
  const until = Date.parse('2026-11-24T21:00:30+09:00');
  const finding = findingOf(judge({ memory: paused(until) }), 'screening-paused');
  expect(finding && explain(finding, 'en')).toContain('paused screening until 2026-11-24 21:00');
});

test.each([
  ['expected call', { from: numbers.bank, memory: expected('number') }],
  ['expected call without a number', { withheld: 'user', memory: expected('withheld') }],
  ['pause', { from: numbers.ours, memory: paused(now + 1) }],
  ['emergency call-back', { withheld: 'user', memory: emergency }],
  ['disaster', { withheld: 'user', memory: disaster(now + 1) }],
  ['exempt line', { withheld: 'user', to: numbers.fax }],
  ['internal caller', { from: '201', trunk: { reach: 'internal' } }],
  ['line without the option', { withheld: 'unknown', trunk: { presentsNumber: false } }],
] as const)('%s: allowed as an exception, and never remembered', (_, words) => {
  expect(judge(words)).toMatchObject({ verdict: 'allow', decidedBy: 'exception', cacheable: false });
});
