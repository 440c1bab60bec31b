import type { Aftermath } from './aftermath';
import type { ChallengePlan } from './events';
import type { Judge, Judgement } from './judge';
import type { LiveCall } from './live-call';
import { challengePlan, challengeWish } from './policy';

export interface PlanningParts {
  readonly judge: Judge;
  readonly aftermath: Aftermath;
  /** A random integer in [0, below). */
  readonly chance: (below: number) => number;
}

/** What the caller would have to do, were the verdict to screen; a call-back is reserved where one is wished for. */
export async function planChallenge(
  call: LiveCall,
  judgement: Judgement,
  { judge, aftermath: { callBacks }, chance }: PlanningParts,
): Promise<ChallengePlan> {
  const { config } = judge;
  const wish = challengeWish(judgement, config.challenge, judge.isOpen(call.arrivedAt));
  const screened = judgement.assessment.verdict === 'screen';
  call.alert = screened && wish.alert;
  callBacks.note(judgement);
  const callBack = screened && wish.kind === 'call-back' && (await callBacks.reserve(call.id, judgement));
  // The call ended meanwhile: nobody will cancel it any more.
  if (callBack && call.state.phase === 'gone') callBacks.cancel(call.id);
  return challengePlan(judgement, wish, { config, callBack, chance });
}
