import { judge, numbers } from './evidence';
import { describeRule } from './rule-table';

describeRule('withheld-by-user', {
  fires: [['a caller who refused', { withheld: 'user' }, 0]],
  silent: [
    ['a payphone', { withheld: 'payphone' }],
    ['a presented number', {}],
  ],
});

describeRule('withheld-payphone', {
  fires: [['a payphone', { withheld: 'payphone' }, 0]],
  silent: [['a caller who refused', { withheld: 'user' }]],
});

describeRule('withheld-unavailable', {
  fires: [['a network that could not present a number', { withheld: 'unavailable' }, 0]],
  silent: [['no reason at all', { withheld: 'unknown' }]],
});

describeRule('withheld-unknown', {
  fires: [['no reason at all', { withheld: 'unknown' }, 0]],
  silent: [['a network that could not present a number', { withheld: 'unavailable' }]],
});

describeRule('redialled-with-number', {
  fires: [['a number right after a withheld call was rejected', { memory: { withheldJustRejected: true } }, -20]],
  silent: [
    ['a police station', { from: numbers.musashinoPolice, memory: { withheldJustRejected: true } }],
    ['a number that looks like the police’s', { from: '09021600110', memory: { withheldJustRejected: true } }],
    ['a number that imitates one', { from: '+1800335814321', memory: { withheldJustRejected: true } }],
    ['a number out of the blue', {}],
    ['a second withheld call', { withheld: 'user', memory: { withheldJustRejected: true } }],
  ],
});

describe('withheld policy', () => {
  test.each([
    ['user', 'reject', 433],
    ['payphone', 'screen', null],
    ['unavailable', 'screen', null],
    ['unknown', 'screen', null],
  ] as const)('%s: %s by default', (withheld, verdict, rejectCode) => {
    expect(judge({ withheld })).toMatchObject({ verdict, rejectCode, decidedBy: 'withheld-policy' });
  });

  test.each(['user', 'payphone', 'unavailable', 'unknown'] as const)('%s: the operator decides', (withheld) => {
    for (const verdict of ['allow', 'screen', 'reject'] as const) {
      expect(judge({ withheld }, { policy: { withheld: { [withheld]: verdict } } }).verdict).toBe(verdict);
    }
  });

  test('a trunk that knows only 603 gets 603', () => {
    expect(judge({ withheld: 'user', trunk: { rejectCodes: 'plain' } }).rejectCode).toBe(603);
  });

  test('calling again with a number after the announcement lightens the score', () => {
    const foreign = { from: '+2348031234567', memory: { withheldJustRejected: true } };
    expect(judge({ ...foreign, memory: {} }).verdict).toBe('screen');
    expect(judge(foreign).verdict).toBe('allow');
  });

  test('a withheld caller matches no list entry', () => {
    const assessment = judge(
      { withheld: 'user' },
      {
        lists: [
          { list: 'allow', prefix: '0' },
          { list: 'allow', number: numbers.nttEast },
        ],
      },
    );
    expect(assessment.verdict).toBe('reject');
  });
});
