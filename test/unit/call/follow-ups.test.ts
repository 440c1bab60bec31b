import type { CallMemory } from '../../../src/call/call-memory';
import { FollowUps, type ScreenedCall } from '../../../src/call/follow-ups';
import type { CallTrace } from '../../../src/screening/records/caller-record';
import { judged } from './judgement';

type Learnt = Omit<CallTrace, 'fingerprint'>;

let now: number;
let learnt: Learnt[];
let followUps: FollowUps;

beforeEach(() => {
  now = 100_000;
  learnt = [];
  const memory: Pick<CallMemory, 'learn'> = { learn: (_subject, trace) => void learnt.push(trace) };
  followUps = new FollowUps(memory, () => now);
});

const screened = (words: Partial<ScreenedCall> = {}): ScreenedCall => ({
  subject: judged({}).subject,
  challenge: null,
  arrivedAt: now,
  refused: false,
  ...words,
});

describe('a call that went on to the office', () => {
  it.each<[string, Partial<ScreenedCall>, boolean, number, Partial<Learnt>]>([
    ['answered', {}, true, 60_000, { answered: true, short: false }],
    ['answered, over at once', {}, true, 2_000, { answered: true, short: false }],
    ['not answered', {}, false, 30_000, { answered: false, short: false }],
    ['given up after a ring', {}, false, 3_000, { answered: false, short: true }],
    [
      'passed',
      { challenge: { kind: 'press-digit', result: 'passed', attempts: 1 } },
      true,
      60_000,
      { challenge: 'passed' },
    ],
  ])('%s', (_what, words, up, later, expected) => {
    followUps.follow('a', screened(words));
    now += later;
    followUps.ended('a', up);
    expect(learnt).toEqual([expect.objectContaining(expected)]);
    expect(followUps.count).toBe(0);
  });

  it('is learnt once, and others are none of ours', () => {
    followUps.follow('a', screened());
    followUps.ended('a', true);
    followUps.ended('a', true);
    followUps.ended('b', true);
    expect(learnt).toHaveLength(1);
  });

  it('whose end nobody can tell teaches that it came', () => {
    followUps.follow('a', screened());
    followUps.follow('b', screened());
    now += 3_000;
    followUps.loseAll();
    expect(learnt).toEqual([
      { at: 100_000, answered: false, challenge: 'none', short: false },
      { at: 100_000, answered: false, challenge: 'none', short: false },
    ]);
    expect(followUps.count).toBe(0);
  });
});

it('a thousand calls are followed at most', () => {
  for (let index = 0; index < 1_500; index++) followUps.follow(`channel-${index}`, screened());
  expect(followUps.count).toBe(1_000);
  expect(learnt).toHaveLength(500);
});

it('a caller who hung up on the challenge avoided it', () => {
  now += 3_000;
  followUps.learn(
    screened({ challenge: { kind: 'press-digit', result: 'hung-up', attempts: 1 }, arrivedAt: 100_000 }),
    false,
  );
  expect(learnt).toEqual([{ at: 100_000, answered: false, challenge: 'avoided', short: true }]);
});

it('a call that we refused at once is no short call of its caller', () => {
  now += 500;
  followUps.learn(screened({ refused: true, arrivedAt: 100_000 }), false);
  expect(learnt).toEqual([{ at: 100_000, answered: false, challenge: 'none', short: false }]);
});
