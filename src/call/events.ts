import type { RejectCode, Verdict } from '../screening/assessment';
import type { FailOpenReason } from '../text/fail-open';
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

/** What the caller has to do, and with what chance: one digit for each attempt. */
export interface ChallengePlan {
  readonly digits: readonly string[];
  readonly digitTimeoutMs: number;
  /** Prompts and digits pass before answer on this trunk; else the call is answered first. */
  readonly earlyMedia: boolean;
}

export interface Announcement {
  readonly prompts: readonly string[];
  /** Answer first, because this trunk carries no audio before answer. */
  readonly answer: boolean;
}
