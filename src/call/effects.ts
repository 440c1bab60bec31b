import type { ChallengeKind, ChallengeResult, Outcome } from '../journal/decision';
import type { RejectCode } from '../screening/assessment';
import type { FailOpenReason } from '../text/fail-open';
import type { PromptName } from '../text/prompts';

/** What the machine asks to be done. Whoever runs it does so in this order. */
export type Effect =
  | { readonly do: 'judge' }
  | { readonly do: 'answer' }
  | { readonly do: 'play'; readonly playback: string; readonly prompt: PromptName }
  | { readonly do: 'stop-playback'; readonly playback: string }
  | { readonly do: 'record'; readonly recording: string; readonly maxSeconds: number; readonly silenceSeconds: number }
  | { readonly do: 'stop-recording'; readonly recording: string }
  /** Find out whether anything was said: `measured` tells. */
  | { readonly do: 'measure'; readonly recording: string }
  | { readonly do: 'renew-lease' }
  | { readonly do: 'hand-over'; readonly handOver: HandOver }
  | { readonly do: 'start-timer'; readonly timer: TimerName; readonly ms: number }
  | { readonly do: 'cancel-timers' }
  | { readonly do: 'cancel-timer'; readonly timer: TimerName }
  | { readonly do: 'finish'; readonly ending: Ending };

/** Effects whose failure matters. A playback that cannot be stopped has ended; an unrenewed lease frees the caller. */
export type Command = Extract<Effect['do'], 'answer' | 'play' | 'record' | 'hand-over'>;

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
  /** The caller stated a name: the office hears it before it takes the call. */
  | { readonly to: 'present'; readonly name: StatedName }
  /** Nobody is to be rung: the caller may leave a message. */
  | { readonly to: 'message' }
  /** The caller was told that we call back, and did not hang up: we do. */
  | { readonly to: 'hang-up' }
  | { readonly to: 'reject'; readonly code: RejectCode }
  | { readonly to: 'open'; readonly why: FailOpenReason };

export interface StatedName {
  readonly recording: string;
  /** Silence before the first word, milliseconds. */
  readonly offsetMs: number;
}

export interface ChallengeSummary {
  readonly kind: ChallengeKind;
  readonly result: ChallengeResult;
  readonly attempts: number;
}

export type TimerName =
  | 'first-action'
  | 'screening'
  | 'prompt'
  | 'digit'
  | 'recording'
  | 'hang-up'
  | 'lease'
  | 'leaving';
