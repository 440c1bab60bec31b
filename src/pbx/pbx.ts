/** The port to the telephone exchange: only what screening a call needs. */

export interface Pbx {
  /** Connects, and keeps connecting for ever; resolves when the first connection stands. */
  start(listener: (event: PbxEvent) => void): Promise<void>;
  /** Takes leave: no event is delivered afterwards, no socket or timer is left. */
  stop(): Promise<void>;
  /** Rejects with {@link PbxError}; bounded by the adapter's own deadline, as every call below. */
  answer(channel: string): Promise<void>;
  /**
   * Plays a sound file; `playback-started` and `playback-ended` name `playback`. What is asked of the channel
   * meanwhile, but for `stopPlayback`, may wait until it has ended.
   */
  play(channel: string, playback: string, sound: string): Promise<void>;
  stopPlayback(playback: string): Promise<void>;
  setVariable(channel: string, name: string, value: string): Promise<void>;
  /** Hands the channel back to the dialplan. Asynchronous there: `left` tells when it has gone. */
  continueAt(channel: string, context: string, extension: string): Promise<void>;
  /** Channels that sit in our application now: what a restart or a lost connection must sweep up. */
  waitingChannels(): Promise<readonly WaitingChannel[]>;
  /**
   * Tells by `trunk-unknown` which of these the exchange does not have, now and after every later connection.
   * Replaces what was watched before.
   */
  watch(trunks: readonly string[]): void;
  /** For health and for the tests' post-conditions. */
  gauges(): PbxGauges;
}

/** A channel in our application, as the dialplan handed it over. */
export interface WaitingChannel {
  readonly channel: string;
  /** SIP Call-ID of its leg; `null` where the exchange does not tell. */
  readonly sipCallId: string | null;
  /** Where in the dialplan it entered our application; not the number that was dialled, which is among the evidence. */
  readonly extension: string;
  /** The application's arguments: the evidence. */
  readonly args: readonly string[];
}

export interface PbxGauges {
  readonly connected: boolean;
  readonly pendingRequests: number;
  readonly listeners: number;
}

export type PbxEvent =
  | { readonly type: 'connected' }
  | { readonly type: 'disconnected'; readonly reason: string }
  /** Another client took our application name: it would get our calls. Fatal. */
  | { readonly type: 'replaced' }
  | ({ readonly type: 'arrived' } & WaitingChannel)
  | { readonly type: 'digit'; readonly channel: string; readonly digit: string }
  | { readonly type: 'playback-started'; readonly channel: string; readonly playback: string }
  | { readonly type: 'playback-ended'; readonly channel: string; readonly playback: string; readonly failed: boolean }
  /** The channel left our application: continued, hung up, or taken by the dialplan's lease. */
  | { readonly type: 'left'; readonly channel: string }
  | { readonly type: 'hung-up'; readonly channel: string }
  /**
   * The call is over: told once of each that arrived, as the last that is heard of it, also of one that went on long ago.
   * `answered`: somebody or something behind us had taken it; that we answered it for a challenge does not count.
   */
  | { readonly type: 'ended'; readonly channel: string; readonly answered: boolean }
  /** The configuration names a trunk that the exchange does not have. */
  | { readonly type: 'trunk-unknown'; readonly trunk: string };

/**
 * `not-found`: the channel or playback is gone. `conflict`: it is there but not ours (any more).
 * `refused`: the exchange understood and said no. `unreachable`: no answer within the deadline, or no connection.
 */
export type PbxErrorKind = 'not-found' | 'conflict' | 'refused' | 'unreachable';

export class PbxError extends Error {
  override readonly name = 'PbxError';
  constructor(
    readonly kind: PbxErrorKind,
    readonly operation: string,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`${operation}: ${message}`, options);
  }
}
