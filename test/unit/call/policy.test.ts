import { challengePlan, dueAnnouncement } from '../../../src/call/policy';
import { numbers } from '../screening/evidence';
import { judged } from './judgement';

const challenge = { attempts: 3, digitTimeoutSeconds: 8 };
const trunkWith = (earlyMedia: boolean) => judged({ trunk: { earlyMedia } });

describe('what a screened caller has to do', () => {
  it('is one digit for each attempt, as chance has it', () => {
    const chances = [0, 7, 3];
    const { digits } = challengePlan(trunkWith(true), challenge, () => chances.shift() ?? 0);
    expect(digits).toEqual(['2', '9', '5']);
  });

  it('is never 0 or 1, whatever chance says', () => {
    const bounds = new Set<number>();
    const { digits } = challengePlan(trunkWith(true), challenge, (below) => {
      bounds.add(below);
      return below - 1;
    });
    expect([...bounds]).toEqual([8]);
    expect(digits).toEqual(['9', '9', '9']);
  });

  it('takes its time from the configuration and early media from the trunk', () => {
    expect(challengePlan(trunkWith(true), challenge, () => 0)).toMatchObject({
      digitTimeoutMs: 8_000,
      earlyMedia: true,
    });
    expect(challengePlan(trunkWith(false), challenge, () => 0)).toMatchObject({ earlyMedia: false });
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
