import type { Effect } from './effects';
import type { CallEvent } from './events';
import { whileAnnouncing } from './machine/announcing';
import { whileChallenging } from './machine/challenging';
import { whileJudging } from './machine/judging';
import { whileLeaving } from './machine/leaving';
import { whileNaming } from './machine/naming';
import { whileParting } from './machine/parting';
import { type CallState, type Screened, type Step, stay } from './machine/state';
import { failedOpen, hungUp } from './machine/summary';
import { finish, giveUp, isBusy } from './machine/way';

export type { CallState, Step } from './machine/state';

/**
 * One call from ring to outcome, as a pure state machine: `(state, event) → {state, effects}`; what each phase does lies
 * in a file of its own in `machine/`. ARCHITECTURE.md holds its diagram, made of this code.
 *
 * Exactly one `hand-over` is asked for per call, on the way into `leaving`; an event that means nothing in a
 * state changes nothing. Time arrives as `timer` events, chance as the digits in `judged`.
 */

export interface CallTiming {
  /** To the first action sent to the exchange. */
  readonly firstActionMs: number;
  /** The whole screening. */
  readonly screeningMs: number;
  /** Between two renewals of the lease. */
  readonly renewMs: number;
}

/** A call has arrived. */
export function begin(timing: CallTiming): Step {
  return {
    state: { phase: 'judging' },
    effects: [
      { do: 'start-timer', timer: 'first-action', ms: timing.firstActionMs },
      { do: 'start-timer', timer: 'screening', ms: timing.screeningMs },
      { do: 'start-timer', timer: 'lease', ms: timing.renewMs },
      { do: 'judge' },
    ],
  };
}

/** The next state and what to do, given what happened. */
export function next(state: CallState, event: CallEvent, timing: CallTiming): Step {
  if (state.phase === 'gone') return stay(state);
  if (state.phase === 'leaving') return whileLeaving(state, event);
  switch (event.type) {
    case 'hung-up':
      return finish(hungUp(state));
    case 'left':
      // Nobody hung up and we did not send it on: the dialplan's lease took the caller to the office.
      return finish(failedOpen(state, 'lease-expired'));
    case 'command-failed':
      return event.gone ? finish(hungUp(state)) : giveUp(state, 'exchange-error');
    case 'release':
      return giveUp(state, event.why);
    case 'timer':
      if (event.timer === 'lease') return keepLease(state, timing);
      if (event.timer === 'screening') return giveUp(state, 'screening-deadline');
      break;
    default:
      break;
  }
  switch (state.phase) {
    case 'judging':
      return whileJudging(state, event);
    case 'challenging':
      return whileChallenging(state, event);
    case 'naming':
      return whileNaming(state, event);
    case 'parting':
      return whileParting(state, event);
    case 'announcing':
      return whileAnnouncing(state, event);
  }
}

/** While a prompt plays or a recording runs no renewal gets through; the lease was renewed right before it. */
function keepLease(state: Screened, timing: CallTiming): Step {
  const again: Effect = { do: 'start-timer', timer: 'lease', ms: timing.renewMs };
  return { state, effects: isBusy(state) ? [again] : [{ do: 'renew-lease' }, again] };
}
