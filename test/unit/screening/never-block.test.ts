import { explain } from '../../../src/screening/explain';
import { findingOf, judge, now, numbers } from './evidence';
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

test.each([
  ['emergency call-back', { withheld: 'user', memory: emergency }],
  ['disaster', { withheld: 'user', memory: disaster(now + 1) }],
  ['exempt line', { withheld: 'user', to: numbers.fax }],
  ['internal caller', { from: '201', trunk: { reach: 'internal' } }],
  ['line without the option', { withheld: 'unknown', trunk: { presentsNumber: false } }],
] as const)('%s: allowed as an exception, and never remembered', (_, words) => {
  expect(judge(words)).toMatchObject({ verdict: 'allow', decidedBy: 'exception', cacheable: false });
});
