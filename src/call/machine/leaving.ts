import type { CallEvent } from '../events';
import { type Leaving, type Step, stay } from './state';
import { failedOpen, handedOver, hungUp } from './summary';
import { finish } from './way';

/** Between a hand-over that the exchange has accepted and the channel's leaving. */
const leavingMs = 2_000;

export function whileLeaving(state: Leaving, event: CallEvent): Step {
  switch (event.type) {
    case 'left':
      return finish(handedOver(state));
    case 'hung-up':
      // A caller we send on leaves our application before anything hangs up: this one was quicker.
      return finish(hungUp(state));
    case 'command-failed':
      if (event.gone) return finish(hungUp(state));
      // What failed was asked before we decided to leave.
      if (event.command !== 'hand-over') return stay(state);
      // The one terminal action was tried and is not repeated; the lease frees the caller.
      return finish(failedOpen(state, state.handOver.to === 'open' ? state.handOver.why : 'exchange-error'));
    case 'handed-over':
      return { state, effects: [{ do: 'start-timer', timer: 'leaving', ms: leavingMs }] };
    case 'timer':
      return event.timer === 'leaving' ? finish(handedOver(state)) : stay(state);
    default:
      return stay(state);
  }
}
