import type { CallBackAnswer, StaffAnswer } from '../text/answers';

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
  /**
   * Records what comes from the channel, which must be answered; `recording-ended` names `recording`, also when the caller
   * hangs up or the dialplan's lease ends it. As with `play`, nothing else gets through meanwhile but `stopRecording`. An
   * older recording of that name is replaced.
   */
  record(channel: string, recording: string, limits: RecordingLimits): Promise<void>;
  /** Ends it early; what was said until then is kept. */
  stopRecording(recording: string): Promise<void>;
  /** Names of the finished recordings that the exchange keeps and that begin so, without those that a call still needs. */
  recordings(prefix: string): Promise<readonly string[]>;
  /** A finished recording: WAV, PCM, 8 kHz, 16 bit, mono. */
  readRecording(recording: string): Promise<Uint8Array>;
  /** The exchange forgets it; it is no error when there is none. */
  dropRecording(recording: string): Promise<void>;
  /**
   * Lets the dialplan call somebody. Resolves when the exchange has taken the order; what becomes of it the dialplan tells
   * by `called-back`, which may come before. An order whose dialplan is not there is taken, and nothing is told of it. The
   * same `id` again is a `conflict` while the first is under way.
   */
  callOut(order: CallOrder): Promise<void>;
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

export interface RecordingLimits {
  readonly maxSeconds: number;
  /** So much silence ends it, and is not kept. */
  readonly silenceSeconds: number;
}

/** A place in the dialplan. */
export interface DialplanPlace {
  readonly context: string;
  readonly extension: string;
}

/** An outgoing call: one half runs `calling`, which dials; once that is answered the other runs `office`. */
export interface CallOrder {
  readonly id: string;
  readonly calling: DialplanPlace;
  readonly office: DialplanPlace;
  /** Longest time until it is answered, seconds. */
  readonly answerSeconds: number;
  /** Dialplan variables of both halves. */
  readonly variables: Readonly<Record<string, string>>;
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
  /** What was recorded can be read now; `failed`: there is nothing to read. */
  | { readonly type: 'recording-ended'; readonly channel: string; readonly recording: string; readonly failed: boolean }
  /** The channel left our application: continued, hung up, or taken by the dialplan's lease. */
  | { readonly type: 'left'; readonly channel: string }
  | { readonly type: 'hung-up'; readonly channel: string }
  /**
   * The call is over: told once of each that arrived, as the last that is heard of it, also of one that went on long ago.
   * `answered`: somebody or something behind us had taken it; that we answered it for a challenge does not count.
   */
  | ({ readonly type: 'ended'; readonly channel: string } & CallEnd)
  /** What became of a call that was ordered with {@link Pbx.callOut}: told once of each that the exchange carried out. */
  | { readonly type: 'called-back'; readonly order: string; readonly answer: CallBackAnswer }
  /** Somebody of the office dialled a code for us; the channel waits in our application for the answer. */
  | {
      readonly type: 'staff-code';
      readonly channel: string;
      /** `deny-last`, `pause` …, as the dialplan has it. */
      readonly action: string;
      /** The telephone: its PJSIP endpoint. */
      readonly by: string;
    }
  /** The configuration names a trunk that the exchange does not have. */
  | { readonly type: 'trunk-unknown'; readonly trunk: string };

/** How a call ended behind us. */
export interface CallEnd {
  readonly answered: boolean;
  /** What whoever answered the announced call pressed; `null` when the call was not announced to anybody. */
  readonly staff: StaffAnswer | null;
  /** The caller was asked to leave a message; there may be a recording of that name's call. */
  readonly message: boolean;
}

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
