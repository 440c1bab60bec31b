import type { RejectCode } from '../../screening/assessment';
import type { ChallengeSummary, Effect, HandOver } from '../effects';
import type { CallBackPlan, PlanFor, PressDigitPlan, StateNamePlan } from '../events';
import type { Speech } from '../speech';

export type CallState = Judging | Challenging | Naming | Parting | Announcing | Leaving | { readonly phase: 'gone' };

export interface Judging {
  readonly phase: 'judging';
}

/** A digit is to be pressed. */
export interface Challenging {
  readonly phase: 'challenging';
  readonly plan: PlanFor<PressDigitPlan>;
  /** From 1. */
  readonly attempt: number;
  /** `null`: all is said, the caller's digit is awaited. */
  readonly speech: Speech | null;
}

/** A name is to be stated. */
export interface Naming {
  readonly phase: 'naming';
  readonly plan: PlanFor<StateNamePlan>;
  /** From 1. */
  readonly attempt: number;
  readonly step:
    | { readonly is: 'asking'; readonly speech: Speech }
    | { readonly is: 'recording'; readonly recording: string }
    /** Was anything said? */
    | { readonly is: 'measuring'; readonly recording: string };
}

/** The caller is to hang up, and will be called back. */
export interface Parting {
  readonly phase: 'parting';
  readonly plan: PlanFor<CallBackPlan>;
  /** `null`: all is said, the caller's hanging up is awaited. */
  readonly speech: Speech | null;
}

/** A caller who is refused hears so first. */
export interface Announcing {
  readonly phase: 'announcing';
  readonly speech: Speech;
  readonly code: RejectCode;
  readonly challenge: ChallengeSummary | null;
}

/** On the way out: the one hand-over is asked for. */
export interface Leaving {
  readonly phase: 'leaving';
  readonly handOver: HandOver;
  readonly challenge: ChallengeSummary | null;
}

/** With us, and not yet on the way out. */
export type Screened = Judging | Challenging | Naming | Parting | Announcing;

export interface Step {
  readonly state: CallState;
  readonly effects: readonly Effect[];
}

/** The event means nothing here. */
export function stay(state: CallState): Step {
  return { state, effects: [] };
}
