import type { ChallengeResult, Outcome } from '../journal/decision';
import type { RejectCode } from '../screening/assessment';
import type { FailOpenReason } from '../text/fail-open';

/** What the machine asks to be done. Whoever runs it does so in this order. */
export type Effect =
  | { readonly do: 'judge' }
  | { readonly do: 'answer' }
  | { readonly do: 'play'; readonly playback: string; readonly prompt: string }
  | { readonly do: 'stop-playback'; readonly playback: string }
  | { readonly do: 'renew-lease' }
  | { readonly do: 'hand-over'; readonly handOver: HandOver }
  | { readonly do: 'start-timer'; readonly timer: TimerName; readonly ms: number }
  | { readonly do: 'cancel-timers' }
  | { readonly do: 'cancel-timer'; readonly timer: TimerName }
  | { readonly do: 'finish'; readonly ending: Ending };

/** Effects whose failure matters. A playback that cannot be stopped has ended; an unrenewed lease frees the caller. */
export type Command = Extract<Effect['do'], 'answer' | 'play' | 'hand-over'>;

/** What the decision needs to know of how the call went. */
export interface Ending {
  readonly outcome: Outcome;
  readonly challenge: ChallengeSummary | null;
  readonly failedOpen: FailOpenReason | null;
  readonly sipCode: RejectCode | null;
}

/** How the caller leaves screening: the one terminal action. */
export type HandOver =
  | { readonly to: 'allow' }
  /** The caller passed the challenge. */
  | { readonly to: 'pass' }
  | { readonly to: 'reject'; readonly code: RejectCode }
  | { readonly to: 'open'; readonly why: FailOpenReason };

export interface ChallengeSummary {
  readonly result: ChallengeResult;
  readonly attempts: number;
}

export type TimerName = 'first-action' | 'screening' | 'prompt' | 'digit' | 'lease' | 'leaving';
