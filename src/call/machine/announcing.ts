import type { RejectCode } from '../../screening/assessment';
import type { ChallengeSummary, Effect } from '../effects';
import type { Announcement, CallEvent } from '../events';
import { speak } from '../speech';
import { whileSpeaking } from './speaking';
import type { Announcing, Step } from './state';
import { leave, quieten, refuse } from './way';

/** Refuses the caller, who hears the announcement that is due first. */
export function rejectWith(
  code: RejectCode,
  announcement: Announcement | null,
  challenge: ChallengeSummary | null = null,
): Step {
  if (announcement === null) return leave({ to: 'reject', code }, challenge);
  const { speech, effects } = speak('announcement', announcement.prompts);
  return {
    state: { phase: 'announcing', speech, code, challenge },
    effects: [
      { do: 'cancel-timer', timer: 'first-action' },
      ...(announcement.answer ? [{ do: 'answer' } as const] : []),
      ...effects,
    ],
  };
}

/** The last attempt has failed. `message`: the caller may leave one in the place of a refusal. */
export function failChallenge(challenge: ChallengeSummary, message: boolean, quiet: readonly Effect[] = []): Step {
  if (message) return leave({ to: 'message' }, challenge, quiet);
  const farewell = rejectWith(603, { prompts: ['challenge-failed'], answer: false }, challenge);
  return { state: farewell.state, effects: [...quiet, ...farewell.effects] };
}

export function whileAnnouncing(state: Announcing, event: CallEvent): Step {
  return whileSpeaking(state, state.speech, event, {
    goingOn: (speech) => ({ ...state, speech }),
    over: () => refuse(state),
    // An announcement that cannot be played does not turn a refusal into an acceptance.
    broken: () => refuse(state, quieten(state)),
  });
}
