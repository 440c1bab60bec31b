import { type ChallengeWish, challengePlan, challengeWish, dueAnnouncement } from '../../../src/call/policy';
import { type ConfigInput, configSchema } from '../../../src/config/schema';
import type { Finding } from '../../../src/screening/finding';
import { numbers } from '../screening/evidence';
import { judged } from './judgement';

type ChallengeInput = NonNullable<ConfigInput['challenge']>;

const configWith = (challenge: ChallengeInput, more: ConfigInput = {}) => configSchema.parse({ challenge, ...more });
const trunkWith = (earlyMedia: boolean) => judged({ trunk: { earlyMedia } });
const pressDigit: ChallengeWish = { kind: 'press-digit', preface: [], alert: false };
const parts = { config: configWith({}), callBack: false, chance: () => 0 };

describe('which challenge is for whom', () => {
  /** A call on trunk `main` in which these rules spoke. */
  const spoken = (...findings: readonly Partial<Finding>[]) => {
    const call = judged({ trunk: { name: 'main' } });
    const facts: readonly Finding[] = findings.map((finding) => ({
      rule: 'foreign-number',
      weight: 25,
      mode: 'enforce',
      facts: {},
      ...finding,
    }));
    return { ...call, assessment: { ...call.assessment, findings: facts } };
  };
  const own = { rule: 'own-number-from-outside', weight: 90 };
  const official = { rule: 'official-number', weight: 40 };

  it.each<[string, readonly Partial<Finding>[], ChallengeWish]>([
    ['nobody in particular', [{ rule: 'domestic-fixed-from-abroad' }], pressDigit],
    ['one of our own numbers', [own], { kind: 'state-name', preface: [], alert: true }],
    ['an official number', [official], { kind: 'state-name', preface: ['dial-published'], alert: false }],
    [
      'a number that ends like the police',
      [{ rule: 'police-like-number', weight: 50 }],
      { kind: 'state-name', preface: ['dial-published'], alert: false },
    ],
    ['a foreign number', [{}], pressDigit],
    ['both, where the first line counts', [official, own], { kind: 'state-name', preface: [], alert: true }],
    ['a rule that only looks on', [{ ...own, mode: 'observe' }], pressDigit],
    ['a rule that speaks for the caller', [{ ...own, weight: -10 }], pressDigit],
  ])('by default, for %s', (_who, findings, wish) => {
    expect(challengeWish(spoken(...findings), configWith({}).challenge, true)).toEqual(wish);
  });

  const byAll = configWith({
    usual: 'state-name',
    choices: [
      { rules: ['withheld-payphone'], kind: 'press-digit' },
      { trunks: ['main'], hours: 'closed', kind: 'press-digit' },
      { trunks: ['other'], kind: 'press-digit' },
    ],
  }).challenge;

  it.each<[string, boolean, readonly Partial<Finding>[], ChallengeWish['kind']]>([
    ['within the hours', true, [own], 'state-name'],
    ['outside the hours, on the trunk', false, [own], 'press-digit'],
    ['by a force rule, which weighs nothing', true, [{ rule: 'withheld-payphone', weight: 0 }], 'press-digit'],
  ])('%s', (_when, open, findings, kind) => {
    expect(challengeWish(spoken(...findings), byAll, open).kind).toBe(kind);
  });

  it('is for another trunk another', () => {
    expect(challengeWish(judged({ trunk: { name: 'other' } }), byAll, true).kind).toBe('press-digit');
    expect(challengeWish(judged({ trunk: { name: 'third' } }), byAll, false).kind).toBe('state-name');
  });
});

describe('what a screened caller has to do', () => {
  it('is one digit for each attempt, as chance has it', () => {
    const chances = [0, 7, 3];
    const plan = challengePlan(trunkWith(true), pressDigit, {
      ...parts,
      config: configWith({ attempts: 3, digitTimeoutSeconds: 1, choices: [] }),
      chance: () => chances.shift() ?? 0,
    });
    expect(plan).toMatchObject({ kind: 'press-digit', digits: ['2', '9', '5'], digitTimeoutMs: 1_000 });
  });

  it('is never 0 or 1, whatever chance says', () => {
    const bounds = new Set<number>();
    const plan = challengePlan(trunkWith(true), pressDigit, {
      ...parts,
      chance: (below) => {
        bounds.add(below);
        return below - 1;
      },
    });
    expect([...bounds]).toEqual([8]);
    expect(plan).toMatchObject({ digits: ['9', '9'] });
  });

  it('takes early media from the trunk', () => {
    for (const earlyMedia of [true, false]) {
      expect(challengePlan(trunkWith(earlyMedia), pressDigit, parts)).toMatchObject({ earlyMedia });
    }
  });

  it('is to state a name', () => {
    const wish: ChallengeWish = { kind: 'state-name', preface: ['dial-published'], alert: false };
    expect(challengePlan(judged({ withheld: 'payphone' }), wish, parts)).toEqual({
      kind: 'state-name',
      preface: ['dial-published'],
      earlyMedia: false,
      message: false,
      attempts: 2,
      maxSeconds: 6,
    });
  });

  it('is to hang up, where a call-back is reserved, and else to state a name', () => {
    const wish: ChallengeWish = { kind: 'call-back', preface: [], alert: false };
    expect(challengePlan(judged({}), wish, { ...parts, callBack: true })).toMatchObject({
      kind: 'call-back',
      hangUpMs: 10_000,
    });
    expect(challengePlan(judged({}), wish, parts)).toMatchObject({ kind: 'state-name', attempts: 2 });
  });
});

describe('a message may be left', () => {
  it.each<[string, Parameters<typeof judged>[0], boolean]>([
    ['by a number that somebody was given', { from: numbers.nttEast }, true],
    ['by a freephone number', { from: numbers.nttComTollFree }, true],
    ['by a foreign number', { from: '+442079460018' }, true],
    ['by nobody who shows no number', { withheld: 'payphone' }, false],
    ['not by a number of no block', { from: numbers.unused }, false],
    ['not by an impossible number', { from: '03123456' }, false],
    ['not by our own number', { from: numbers.ours }, false],
    ['not by a landline from abroad', { from: numbers.nttEast, trunk: { reach: 'international' } }, false],
  ])('%s', (_who, words, message) => {
    expect(challengePlan(judged(words), pressDigit, parts)).toMatchObject({ message });
  });

  it('in spite of a rule of forgery that only looks on', () => {
    const call = judged({ from: numbers.nttEast, trunk: { reach: 'international' } });
    const findings = call.assessment.findings.map((finding) => ({ ...finding, mode: 'observe' as const }));
    const watched = { ...call, assessment: { ...call.assessment, findings } };
    expect(challengePlan(watched, pressDigit, parts)).toMatchObject({ message: true });
  });

  it('only where the office wants messages', () => {
    const config = configWith({}, { message: { enabled: false } });
    const plan = challengePlan(judged({ from: numbers.nttEast }), pressDigit, { ...parts, config });
    expect(plan).toMatchObject({ message: false });
  });
});

describe('what a rejected caller hears first', () => {
  const withheld = (earlyMedia: boolean) => judged({ withheld: 'user', trunk: { earlyMedia } });
  const forged = (earlyMedia: boolean) =>
    judged({ from: numbers.nttEast, trunk: { earlyMedia } }, { assessment: { ...withheld(true).assessment } });

  it('is nothing for a call that is not rejected', () => {
    expect(dueAnnouncement(judged({}))).toBeNull();
    expect(dueAnnouncement(judged({ withheld: 'payphone' }))).toBeNull();
  });

  it('is how to show the number, for who withheld it: before answer where the trunk can, else after', () => {
    expect(dueAnnouncement(withheld(true))).toEqual({
      prompts: ['withheld-rejected', 'withheld-advice'],
      answer: false,
    });
    expect(dueAnnouncement(withheld(false))).toEqual({
      prompts: ['withheld-rejected', 'withheld-advice'],
      answer: true,
    });
  });

  it('is that the call is refused, for all others, where no answer is needed for it', () => {
    expect(dueAnnouncement(forged(true))).toEqual({ prompts: ['rejected'], answer: false });
    expect(dueAnnouncement(forged(false))).toBeNull();
  });
});
