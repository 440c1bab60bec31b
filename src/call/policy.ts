import type { Config } from '../config/schema';
import type { Announcement, ChallengePlan } from './events';
import type { Judgement } from './judge';

/** Which digits may be asked for: on a worn keypad, and by ear, 0 and 1 are the ones most mistaken. */
const askable = '23456789';

/** One digit for each attempt, as chance has it. */
export function challengePlan(
  { trunk }: Pick<Judgement, 'trunk'>,
  { attempts, digitTimeoutSeconds }: Config['challenge'],
  chance: (below: number) => number,
): ChallengePlan {
  return {
    digits: Array.from({ length: attempts }, () => askable.charAt(chance(askable.length))),
    digitTimeoutMs: digitTimeoutSeconds * 1000,
    earlyMedia: trunk.profile.earlyMedia,
  };
}

/**
 * What a rejected caller hears first. Who withheld the number is told how to show it, on any trunk: behind a
 * withheld number may be a hospital. Others are told that the call is refused where that needs no answer, which
 * would cost them money and tell a robot that somebody is there.
 */
export function dueAnnouncement({ assessment, identity, trunk }: Judgement): Announcement | null {
  if (assessment.verdict !== 'reject') return null;
  const { earlyMedia } = trunk.profile;
  if (identity.caller.presentation !== 'presented') {
    return { prompts: ['withheld-rejected', 'withheld-advice'], answer: !earlyMedia };
  }
  return earlyMedia ? { prompts: ['rejected'], answer: false } : null;
}
