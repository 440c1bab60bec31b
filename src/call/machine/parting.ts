import type { Effect } from '../effects';
import type { CallBackPlan, CallEvent, PlanFor } from '../events';
import { followSpeech, speak } from '../speech';
import { partingWords } from './parting-words';
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
  const step = followSpeech(state.speech, event);
  switch (step.is) {
    case 'unmoved':
      return stay(state);
    case 'going-on':
      return { state: { ...state, speech: step.speech }, effects: step.effects };
    case 'broken':
      return giveUp(state, 'prompt-failed');
    case 'over':
      return {
        state: { ...state, speech: null },
        effects: [
          { do: 'cancel-timer', timer: 'prompt' },
          { do: 'start-timer', timer: 'hang-up', ms: hangUpMs },
        ],
      };
  }
}
