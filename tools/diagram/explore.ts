import type { TimerName } from '../../src/call/effects';
import type { CallEvent } from '../../src/call/events';
import { begin, type CallState, type CallTiming, next, type Step } from '../../src/call/machine';
import { type Situation, telling } from './telling';

/** One thing that can happen to a call, and what it leads to. */
export interface Transition {
  readonly from: CallState;
  readonly event: CallEvent;
  readonly to: Step;
}

/** Lengths of time do not lead anywhere: any will do. */
const timing: CallTiming = { firstActionMs: 1, screeningMs: 1, renewMs: 1 };

/** Every transition that the machine can make, from the arrival of a call: state × event, until nothing new is met. */
export function explore(): readonly Transition[] {
  const first = begin(timing);
  const transitions: Transition[] = [];
  const waiting: Situation[] = [{ state: first.state, timers: timersAfter(new Set(), first) }];
  const met = new Set(waiting.map(keyOf));
  for (let here = waiting.shift(); here !== undefined; here = waiting.shift()) {
    for (const event of telling(here)) {
      const to = next(here.state, event, timing);
      if (to.effects.length === 0 && to.state === here.state) continue;
      transitions.push({ from: here.state, event, to });
      const running = new Set([...here.timers].filter((name) => event.type !== 'timer' || name !== event.timer));
      const there: Situation = { state: to.state, timers: timersAfter(running, to) };
      if (met.has(keyOf(there))) continue;
      met.add(keyOf(there));
      waiting.push(there);
    }
  }
  return transitions;
}

function timersAfter(running: ReadonlySet<TimerName>, { effects }: Step): ReadonlySet<TimerName> {
  const timers = new Set(running);
  for (const effect of effects) {
    if (effect.do === 'start-timer') timers.add(effect.timer);
    if (effect.do === 'cancel-timer') timers.delete(effect.timer);
    if (effect.do === 'cancel-timers') timers.clear();
  }
  return timers;
}

function keyOf({ state, timers }: Situation): string {
  return JSON.stringify([state, [...timers].sort()]);
}
