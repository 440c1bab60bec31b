import type { RejectCode } from '../../screening/assessment';
import type { ChallengeSummary, Effect } from '../effects';
import type { Announcement, CallEvent } from '../events';
import { followSpeech, speak } from '../speech';
import { type Announcing, type Step, stay } from './state';
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
  const step = followSpeech(state.speech, event);
  switch (step.is) {
    case 'unmoved':
      return stay(state);
    case 'going-on':
      return { state: { ...state, speech: step.speech }, effects: step.effects };
    case 'broken':
      // An announcement that cannot be played does not turn a refusal into an acceptance.
      return refuse(state, quieten(state));
    case 'over':
      return refuse(state);
  }
}
