import type { FailOpenReason } from '../../text/fail-open';
import type { ChallengeSummary, Effect, Ending, HandOver } from '../effects';
import { silenceSpeech } from '../speech';
import type { Announcing, Screened, Step } from './state';
import { unfinishedSummary } from './summary';

/** The ways from screening to the hand-over, and to the end of the call. */

export function leave(handOver: HandOver, challenge: ChallengeSummary | null, before: readonly Effect[] = []): Step {
  return {
    state: { phase: 'leaving', handOver, challenge },
    effects: [{ do: 'cancel-timers' }, ...before, { do: 'hand-over', handOver }],
  };
}

export function finish(ending: Ending): Step {
  return { state: { phase: 'gone' }, effects: [{ do: 'cancel-timers' }, { do: 'finish', ending }] };
}

/** Screening cannot go on: a caller already refused is refused, everybody else reaches the office. */
export function giveUp(state: Screened, why: FailOpenReason): Step {
  if (state.phase === 'announcing') return refuse(state, quieten(state));
  return leave({ to: 'open', why }, unfinishedSummary(state, 'failed'), quieten(state));
}

export function refuse({ code, challenge }: Announcing, before: readonly Effect[] = []): Step {
  return leave({ to: 'reject', code }, challenge, before);
}

/** A channel leaves, and does anything else we ask for, only when nothing plays on it and nothing is recorded. */
export function quieten(state: Screened): readonly Effect[] {
  switch (state.phase) {
    case 'judging':
      return [];
    case 'naming':
      if (state.step.is === 'asking') return silenceSpeech(state.step.speech);
      return state.step.is === 'recording' ? [{ do: 'stop-recording', recording: state.step.recording }] : [];
    default:
      return state.speech === null ? [] : silenceSpeech(state.speech);
  }
}

/** Whether the channel is busy with a prompt or a recording, behind which everything else would wait. */
export function isBusy(state: Screened): boolean {
  return quieten(state).length > 0;
}
