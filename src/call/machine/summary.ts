import type { ChallengeResult } from '../../journal/decision';
import type { FailOpenReason } from '../../text/fail-open';
import type { ChallengeSummary, Ending } from '../effects';
import { isTold } from './parting-words';
import type { Leaving, Screened } from './state';

/** What the record says of a call, from the state in which it ended. */

/** `unfinished` is what became of a challenge that is still going on. */
export function unfinishedSummary(
  state: Screened | Leaving,
  unfinished: Extract<ChallengeResult, 'hung-up' | 'failed'>,
): ChallengeSummary | null {
  switch (state.phase) {
    case 'judging':
      return null;
    case 'challenging':
    case 'naming':
      return { kind: state.plan.kind, result: unfinished, attempts: state.attempt };
    case 'parting':
      return { kind: state.plan.kind, result: unfinished, attempts: 1 };
    case 'announcing':
    case 'leaving':
      return state.challenge;
  }
}

/** The caller hung up. Who was told that we call back has done as asked. */
export function hungUp(state: Screened | Leaving): Ending {
  if (state.phase === 'parting' && isTold(state.speech)) return toldToPart(state.plan.kind);
  if (state.phase === 'leaving' && state.handOver.to === 'hang-up') return handedOver(state);
  return { outcome: 'abandoned', challenge: unfinishedSummary(state, 'hung-up'), failedOpen: null, sipCode: null };
}

export function failedOpen(state: Screened | Leaving, why: FailOpenReason): Ending {
  return {
    outcome: 'failed-open',
    challenge: unfinishedSummary(state, 'failed'),
    failedOpen: why,
    sipCode: null,
  };
}

export function handedOver({ handOver, challenge }: Leaving): Ending {
  switch (handOver.to) {
    case 'allow':
    case 'pass':
      return { outcome: 'connected', challenge, failedOpen: null, sipCode: null };
    case 'present':
      return { outcome: 'presented', challenge, failedOpen: null, sipCode: null };
    case 'message':
      return { outcome: 'message', challenge, failedOpen: null, sipCode: null };
    case 'hang-up':
      return { outcome: 'call-back', challenge, failedOpen: null, sipCode: null };
    case 'reject':
      return { outcome: 'refused', challenge, failedOpen: null, sipCode: handOver.code };
    case 'open':
      return { outcome: 'failed-open', challenge, failedOpen: handOver.why, sipCode: null };
  }
}

function toldToPart(kind: 'call-back'): Ending {
  return {
    outcome: 'call-back',
    challenge: { kind, result: 'told', attempts: 1 },
    failedOpen: null,
    sipCode: null,
  };
}
