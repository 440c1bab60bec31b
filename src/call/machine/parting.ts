import type { Effect } from '../effects';
import type { CallBackPlan, CallEvent, PlanFor } from '../events';
import { speak } from '../speech';
import { partingWords } from './parting-words';
import { whileSpeaking } from './speaking';
import { type Parting, type Step, stay } from './state';
import { giveUp, leave } from './way';

/** The caller hears that we call back, and is to hang up. */
export function takeLeave(plan: PlanFor<CallBackPlan>): Step {
  const { speech, effects } = speak('parting', [...plan.preface, ...partingWords]);
  const before: readonly Effect[] = plan.earlyMedia ? [] : [{ do: 'answer' }];
  return { state: { phase: 'parting', plan, speech }, effects: [...before, ...effects] };
}

export function whileParting(state: Parting, event: CallEvent): Step {
  const { kind, hangUpMs } = state.plan;
  if (state.speech === null) {
    return event.type === 'timer' && event.timer === 'hang-up'
      ? leave({ to: 'hang-up' }, { kind, result: 'told', attempts: 1 })
      : stay(state);
  }
  return whileSpeaking(state, state.speech, event, {
    goingOn: (speech) => ({ ...state, speech }),
    over: () => ({
      state: { ...state, speech: null },
      effects: [
        { do: 'cancel-timer', timer: 'prompt' },
        { do: 'start-timer', timer: 'hang-up', ms: hangUpMs },
      ],
    }),
    broken: () => giveUp(state, 'prompt-failed'),
  });
}
