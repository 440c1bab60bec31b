import { endingOf, type Fate, toldOf } from '../../../src/agi/ending';
import type { Ending } from '../../../src/call/effects';
import type { Told } from '../../../src/call/result-line';

describe('what a dialplan is told over FastAGI', () => {
  it.each([
    ['allow', null, { to: 'allow' }],
    ['screen', null, { to: 'suspect' }],
    ['reject', 433, { to: 'reject', code: 433 }],
  ] as const)('%s', (verdict, rejectCode, expected) => {
    expect(toldOf({ verdict, rejectCode })).toEqual(expected);
  });
});

describe('how such a call ended, for the journal', () => {
  const rejected: Told = { to: 'reject', code: 607 };

  it.each<[string, Told, Fate, number | null, Partial<Ending>]>([
    ['allowed', { to: 'allow' }, 'told', 5, { outcome: 'advised', failedOpen: null, sipCode: null }],
    ['a suspect', { to: 'suspect' }, 'told', 5, { outcome: 'advised', failedOpen: null, sipCode: null }],
    ['rejected', rejected, 'told', 5, { outcome: 'advised', failedOpen: null, sipCode: 607 }],
    [
      'not judged in time',
      { to: 'open', why: 'verdict-deadline' },
      'told',
      900,
      { outcome: 'failed-open', failedOpen: 'verdict-deadline' },
    ],
    ['gone before the answer', rejected, 'gone', 5, { outcome: 'abandoned', failedOpen: null, sipCode: null }],
    ['gone, its age unknown', rejected, 'gone', null, { outcome: 'abandoned', sipCode: null }],
    ['taken by the dialplan', rejected, 'gone', 10_000, { outcome: 'failed-open', failedOpen: 'lease-expired' }],
    ['not heard', rejected, 'unheard', 5, { outcome: 'failed-open', failedOpen: 'exchange-error', sipCode: null }],
  ])('%s', (_what, told, fate, ageMs, expected) => {
    expect(endingOf(told, fate, ageMs)).toMatchObject({ challenge: null, ...expected });
  });
});
