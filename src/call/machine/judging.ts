import type { CallEvent, ChallengePlan } from '../events';
import { rejectWith } from './announcing';
import { askForDigit } from './challenging';
import { askForName } from './naming';
import { takeLeave } from './parting';
import { type Judging, type Step, stay } from './state';
import { leave } from './way';

export function whileJudging(state: Judging, event: CallEvent): Step {
  switch (event.type) {
    case 'judging-failed':
      return leave({ to: 'open', why: event.why }, null);
    case 'timer':
      return event.timer === 'first-action' ? leave({ to: 'open', why: 'verdict-deadline' }, null) : stay(state);
    case 'judged':
      break;
    default:
      return stay(state);
  }
  switch (event.verdict) {
    case 'allow':
      return leave({ to: 'allow' }, null);
    case 'reject':
      return rejectWith(event.rejectCode ?? 603, event.announcement);
    case 'screen': {
      const { state: screened, effects } = challenge(event.challenge);
      return { state: screened, effects: [{ do: 'cancel-timer', timer: 'first-action' }, ...effects] };
    }
  }
}

function challenge(plan: ChallengePlan): Step {
  switch (plan.kind) {
    case 'press-digit':
      return askForDigit(plan, 1);
    case 'state-name':
      return askForName(plan, 1);
    case 'call-back':
      return takeLeave(plan);
  }
}
