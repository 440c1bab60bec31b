import type { PromptName } from '../../text/prompts';
import type { Effect } from '../effects';
import type { CallEvent, PlanFor, PressDigitPlan, Words } from '../events';
import { speak } from '../speech';
import { failChallenge } from './announcing';
import { whileSpeaking } from './speaking';
import { type Challenging, type Step, stay } from './state';
import { giveUp, leave, quieten } from './way';

type Plan = PlanFor<PressDigitPlan>;

/** @param attempt from 1 */
export function askForDigit(plan: Plan, attempt: number): Step {
  const digit = digitName(plan, attempt);
  const words: Words =
    attempt === 1 ? [...plan.preface, 'challenge', digit, 'challenge-end'] : ['try-again', digit, 'challenge-end'];
  const { speech, effects } = speak(`challenge-${attempt}`, words);
  const before: readonly Effect[] = attempt > 1 || plan.earlyMedia ? [] : [{ do: 'answer' }];
  return { state: { phase: 'challenging', plan, attempt, speech }, effects: [...before, ...effects] };
}

export function whileChallenging(state: Challenging, event: CallEvent): Step {
  if (event.type === 'digit') {
    const { kind } = state.plan;
    return event.digit === state.plan.digits[state.attempt - 1]
      ? leave({ to: 'pass' }, { kind, result: 'passed', attempts: state.attempt }, quieten(state))
      : attemptFailed(state, 'wrong-digit');
  }
  if (state.speech === null) {
    return event.type === 'timer' && event.timer === 'digit' ? attemptFailed(state, 'no-digit') : stay(state);
  }
  return whileSpeaking(state, state.speech, event, {
    goingOn: (speech) => ({ ...state, speech }),
    over: () => ({
      state: { ...state, speech: null },
      effects: [
        { do: 'cancel-timer', timer: 'prompt' },
        { do: 'start-timer', timer: 'digit', ms: state.plan.digitTimeoutMs },
      ],
    }),
    broken: () => giveUp(state, 'prompt-failed'),
  });
}

/**
 * Who presses nothing may be a robot that only talks, wanted or not: it may leave a message. Who presses a wrong key has
 * heard what was asked, and is refused.
 */
function attemptFailed(state: Challenging, result: 'wrong-digit' | 'no-digit'): Step {
  const { plan, attempt } = state;
  const quiet: readonly Effect[] = [{ do: 'cancel-timer', timer: 'digit' }, ...quieten(state)];
  if (attempt < plan.digits.length) {
    const { state: again, effects } = askForDigit(plan, attempt + 1);
    return { state: again, effects: [...quiet, ...effects] };
  }
  return failChallenge({ kind: plan.kind, result, attempts: attempt }, plan.message && result === 'no-digit', quiet);
}

function digitName({ digits }: Plan, attempt: number): PromptName {
  return `digit-${digits[attempt - 1] ?? '2'}`;
}
