import type { Ending } from '../call/effects';
import { leaseSeconds } from '../call/lease';
import type { Told } from '../call/result-line';
import type { Assessment } from '../screening/assessment';

/** What became of an answer. `gone`: the channel had left before it came. `unheard`: Asterisk did not take it. */
export type Fate = 'told' | 'gone' | 'unheard';

/** What the dialplan is told of a judged call: nobody challenges a suspect here. */
export function toldOf({ verdict, rejectCode }: Pick<Assessment, 'verdict' | 'rejectCode'>): Told {
  switch (verdict) {
    case 'allow':
      return { to: 'allow' };
    case 'screen':
      return { to: 'suspect' };
    case 'reject':
      return { to: 'reject', code: rejectCode ?? 603 };
  }
}

/**
 * How the call ended for the journal.
 *
 * @param ageMs of the channel when its fate was known; `null`: not known. One that has gone after a whole lease was taken
 *   by the dialplan: we were too late for it, or asleep.
 */
export function endingOf(told: Told, fate: Fate, ageMs: number | null): Ending {
  const ending: Ending = { outcome: 'advised', challenge: null, failedOpen: null, sipCode: null };
  switch (fate) {
    case 'gone':
      return (ageMs ?? 0) < leaseSeconds * 1000
        ? { ...ending, outcome: 'abandoned' }
        : { ...ending, outcome: 'failed-open', failedOpen: 'lease-expired' };
    case 'unheard':
      return { ...ending, outcome: 'failed-open', failedOpen: 'exchange-error' };
    case 'told':
      if (told.to === 'open') return { ...ending, outcome: 'failed-open', failedOpen: told.why };
      return { ...ending, sipCode: told.to === 'reject' ? told.code : null };
  }
}
