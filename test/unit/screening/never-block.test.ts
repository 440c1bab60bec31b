import { judge, numbers } from './evidence';
import { describeRule } from './rule-table';

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
  ],
  silent: [
    ['a caller who refused', { withheld: 'user', trunk: { presentsNumber: false } }],
    ['a payphone', { withheld: 'payphone', trunk: { presentsNumber: false } }],
    ['a line that shows numbers', { withheld: 'unknown' }],
    ['a presented number', { trunk: { presentsNumber: false } }],
  ],
});

test.each([
  ['exempt line', { withheld: 'user', to: numbers.fax }],
  ['internal caller', { from: '201', trunk: { reach: 'internal' } }],
  ['line without the option', { withheld: 'unknown', trunk: { presentsNumber: false } }],
] as const)('%s: allowed as an exception, and never remembered', (_, words) => {
  expect(judge(words)).toMatchObject({ verdict: 'allow', decidedBy: 'exception', cacheable: false });
});
