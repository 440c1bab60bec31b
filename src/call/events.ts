import type { RejectCode, Verdict } from '../screening/assessment';
import type { FailOpenReason } from '../text/fail-open';
import type { PromptName } from '../text/prompts';
import type { Command, TimerName } from './effects';

/** What the machine is told of a call. */
export type CallEvent =
  | {
      readonly type: 'judged';
      readonly verdict: Verdict;
      readonly rejectCode: RejectCode | null;
      /** The announcement a rejected caller hears first; `null`: none is due. */
      readonly announcement: Announcement | null;
      readonly challenge: ChallengePlan;
    }
  | { readonly type: 'judging-failed'; readonly why: FailOpenReason }
  | { readonly type: 'digit'; readonly digit: string }
  | { readonly type: 'playback-started'; readonly playback: string }
  | { readonly type: 'playback-ended'; readonly playback: string; readonly failed: boolean }
  | { readonly type: 'recording-ended'; readonly recording: string; readonly failed: boolean }
  /** `spoken`: something was said, beginning after so many milliseconds. */
  | { readonly type: 'measured'; readonly recording: string; readonly spoken: boolean; readonly offsetMs: number }
  | { readonly type: 'timer'; readonly timer: TimerName }
  /** A command to the exchange failed; `gone`: because the channel is no more. */
  | { readonly type: 'command-failed'; readonly command: Command; readonly gone: boolean }
  /** The exchange has accepted the hand-over; it is done when the channel leaves. */
  | { readonly type: 'handed-over' }
  | { readonly type: 'hung-up' }
  /** The channel left our application. */
  | { readonly type: 'left' }
  /** The service stops, or lost the exchange: let the caller go. */
  | { readonly type: 'release'; readonly why: FailOpenReason };

/** What the caller has to do. */
export type ChallengePlan = PlanFor<PressDigitPlan> | PlanFor<StateNamePlan> | PlanFor<CallBackPlan>;

/** One kind of challenge, with what all kinds have. */
export type PlanFor<Kind extends PressDigitPlan | StateNamePlan | CallBackPlan> = Kind & CommonPlan;

export interface CommonPlan {
  /** Heard first, e.g. to hang up and dial the published number; empty: nothing. */
  readonly preface: readonly PromptName[];
  /** Prompts and digits pass before answer on this trunk; else the call is answered first. */
  readonly earlyMedia: boolean;
  /** Who does not pass may leave a message in the place of a refusal. A wrong key is no reason for one. */
  readonly message: boolean;
}

/** Chance comes in here: one digit for each attempt. */
export interface PressDigitPlan {
  readonly kind: 'press-digit';
  readonly digits: readonly Digit[];
  readonly digitTimeoutMs: number;
}

/** What a telephone's keys can ask for. */
export type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** Recording answers the call, early media or not. */
export interface StateNamePlan {
  readonly kind: 'state-name';
  readonly attempts: number;
  readonly maxSeconds: number;
}

export interface CallBackPlan {
  readonly kind: 'call-back';
  /** How long the caller has to hang up once all is said. */
  readonly hangUpMs: number;
}

/** One prompt or more. */
export type Words = readonly [PromptName, ...PromptName[]] | readonly [...PromptName[], PromptName];

export interface Announcement {
  readonly prompts: Words;
  /** Answer first, because this trunk carries no audio before answer. */
  readonly answer: boolean;
}
