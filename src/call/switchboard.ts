import { messageOf } from '../errors';
import type { Journal } from '../journal/journal';
import type { ServiceLog } from '../journal/service-log';
import type { Pbx, PbxEvent, WaitingChannel } from '../pbx/pbx';
import type { FailOpenReason } from '../text/fail-open';
import type { Aftermath } from './aftermath';
import type { Clock } from './clock';
import { type DecisionFacts, decisionOf } from './decision-of';
import type { DialledNotices } from './dialled-notices';
import type { Effect, Ending } from './effects';
import type { CallEvent } from './events';
import { ExchangeCommands } from './exchange-commands';
import { type Judge, UnreadableEvidence } from './judge';
import { renewMs } from './lease';
import { LiveCall } from './live-call';
import { begin, type CallTiming, next, type Step } from './machine';
import { planChallenge } from './plan-challenge';
import { playbackName } from './playback-id';
import { dueAnnouncement } from './policy';
import { RecordedCalls } from './recorded-calls';
import { recordingId, recordingName } from './recording-id';

export interface SwitchboardParts {
  readonly pbx: Pbx;
  readonly judge: Judge;
  readonly journal: Journal;
  readonly log: ServiceLog;
  readonly clock: Clock;
  /** Calls the office makes. */
  readonly dialled: DialledNotices;
  readonly aftermath: Aftermath;
  /** Of a new call. */
  readonly newId: () => string;
  /** A random integer in [0, below). */
  readonly chance: (below: number) => number;
  /** Keyed hash of a caller's number, for the journal. */
  readonly callerId: (e164: string) => string;
}

/** Runs the state machine of every call that is with us: events in, effects out. */
export class Switchboard {
  private readonly calls = new Map<string, LiveCall>();
  private readonly commands: ExchangeCommands;
  /** For each sweep under way, the channels finished since it asked: the answer may still name them. */
  private readonly sweeps = new Set<Set<string>>();
  private readonly recorded = new RecordedCalls();
  private readonly idle = new Set<() => void>();
  private closing: FailOpenReason | null = null;

  constructor(private readonly parts: SwitchboardParts) {
    this.commands = new ExchangeCommands({ ...parts, tell: (call, event) => this.advance(call, event) });
  }

  /** Takes every event of the exchange. Never throws. */
  handle(event: PbxEvent): void {
    switch (event.type) {
      case 'arrived':
        this.arrive(event);
        break;
      case 'connected':
        void this.sweep();
        this.parts.aftermath.connected();
        break;
      case 'disconnected':
        this.releaseAll('connection-lost');
        this.parts.aftermath.disconnected();
        break;
      case 'replaced':
      case 'trunk-unknown':
        break;
      case 'left':
      case 'hung-up':
        this.dispatch(event.channel, event);
        this.recorded.forget(event.channel);
        break;
      case 'ended':
        this.dispatch(event.channel, { type: 'hung-up' });
        this.recorded.forget(event.channel);
        this.parts.aftermath.ended(event.channel, event);
        break;
      case 'staff-code':
        this.parts.aftermath.staffDialled(event);
        break;
      case 'called-back':
        this.parts.aftermath.calledBack(event);
        break;
      case 'recording-ended':
        this.toldOfRecording(event);
        break;
      case 'digit':
        this.dispatch(event.channel, event);
        break;
      case 'playback-started':
      case 'playback-ended':
        this.dispatch(event.channel, { ...event, playback: playbackName(event.channel, event.playback) });
        break;
    }
  }

  /**
   * Lets every caller go on to the office (or out, if already refused), and whoever still arrives;
   * resolves when nobody is left with us.
   */
  async release(why: FailOpenReason): Promise<void> {
    this.closing = why;
    this.releaseAll(why);
    if (this.calls.size > 0) await new Promise<void>((resolve) => this.idle.add(resolve));
  }

  gauges(): { readonly calls: number; readonly timers: number } {
    let timers = 0;
    for (const call of this.calls.values()) timers += call.timerCount;
    return { calls: this.calls.size, timers };
  }

  private arrive(leg: WaitingChannel): void {
    // A channel we swept up a moment ago may still announce itself; it has had its terminal action.
    if (this.calls.has(leg.channel) || this.recorded.has(leg.channel) || this.parts.dialled.take(leg)) return;
    if (this.closing === null) this.take(this.admit(leg), begin(this.timing()));
    else this.letGo(leg, this.closing);
  }

  private admit(leg: WaitingChannel): LiveCall {
    const { clock, newId } = this.parts;
    const call = new LiveCall(newId(), leg, clock.now(), clock.monotonic());
    this.calls.set(leg.channel, call);
    return call;
  }

  private letGo(leg: WaitingChannel, why: FailOpenReason): void {
    this.advance(this.admit(leg), { type: 'release', why });
  }

  /** After a restart or a lost connection: callers nobody watches go on to the office, calls that are gone are closed. */
  private async sweep(): Promise<void> {
    const { pbx, log } = this.parts;
    // Who arrives from here on may be missing in the answer, and is not gone.
    const known = [...this.calls.values()];
    const finished = new Set<string>();
    this.sweeps.add(finished);
    let waiting: readonly WaitingChannel[];
    try {
      waiting = await pbx.waitingChannels();
    } catch (error) {
      log.warn('sweep-failed', { reason: messageOf(error) });
      return;
    } finally {
      this.sweeps.delete(finished);
    }
    const present = new Set(waiting.map(({ channel }) => channel));
    for (const call of known) {
      if (!present.has(call.leg.channel)) this.advance(call, { type: 'left' });
    }
    const orphans = waiting.filter(({ channel }) => !this.calls.has(channel));
    for (const leg of orphans) {
      const recorded = this.recorded.get(leg.channel);
      // Who went while the exchange was asked may still be in its answer.
      if (finished.has(leg.channel) && !recorded?.stranded) continue;
      if (recorded === null) this.letGo(leg, 'left-over');
      else this.commands.handOverAgain(recorded);
    }
    this.recorded.keepOnly((channel) => present.has(channel) || finished.has(channel));
    if (orphans.length > 0) log.warn('calls-swept', { count: orphans.length });
  }

  private releaseAll(why: FailOpenReason): void {
    for (const call of [...this.calls.values()]) this.advance(call, { type: 'release', why });
  }

  private toldOfRecording({ channel, recording, failed }: Extract<PbxEvent, { type: 'recording-ended' }>): void {
    const call = this.calls.get(channel);
    if (call === undefined) return;
    this.advance(call, { type: 'recording-ended', recording: recordingName(call.id, recording), failed });
  }

  private dispatch(channel: string, event: CallEvent): void {
    const call = this.calls.get(channel);
    if (call !== undefined) this.advance(call, event);
  }

  private advance(call: LiveCall, event: CallEvent): void {
    this.take(call, next(call.state, event, this.timing()));
  }

  private take(call: LiveCall, { state, effects }: Step): void {
    call.state = state;
    for (const effect of effects) {
      try {
        this.perform(call, effect);
      } catch (error) {
        // A part of ours that throws must cost neither this call its other effects nor other calls the event.
        this.complain(call, effect.do, error);
      }
    }
  }

  private perform(call: LiveCall, effect: Effect): void {
    switch (effect.do) {
      case 'judge':
        void this.judge(call).then((event) => this.advance(call, event));
        break;
      case 'answer':
        this.commands.answer(call);
        break;
      case 'play':
        this.commands.play(call, effect.playback, effect.prompt);
        break;
      case 'stop-playback':
        this.commands.stopPlayback(call, effect.playback);
        break;
      case 'record':
        this.commands.record(call, effect.recording, effect);
        break;
      case 'stop-recording':
        this.commands.stopRecording(call, effect.recording);
        break;
      case 'measure':
        void this.measure(call, effect.recording);
        break;
      case 'renew-lease':
        this.commands.renewLease(call);
        break;
      case 'hand-over':
        if (effect.handOver.to === 'present') call.name = effect.handOver.name;
        this.commands.handOver(call, effect.handOver);
        break;
      case 'start-timer':
        call.startTimer(effect.timer, effect.ms, () => this.advance(call, { type: 'timer', timer: effect.timer }));
        break;
      case 'cancel-timer':
        call.cancelTimer(effect.timer);
        break;
      case 'cancel-timers':
        call.cancelTimers();
        break;
      case 'finish':
        this.finish(call, effect.ending);
        break;
    }
  }

  private async measure(call: LiveCall, recording: string): Promise<void> {
    const measured = await this.parts.aftermath.speech.measure(recordingId(call.id, recording));
    this.advance(call, { type: 'measured', recording, ...measured });
  }

  private async judge(call: LiveCall): Promise<CallEvent> {
    const { judge, clock } = this.parts;
    try {
      const judgement = await judge.judge(call.leg.channel, call.leg.args, call.arrivedAt);
      call.judgement = judgement;
      call.verdictMs = clock.monotonic() - call.startedAt;
      const { verdict, rejectCode } = judgement.assessment;
      return {
        type: 'judged',
        verdict,
        rejectCode,
        announcement: dueAnnouncement(judgement),
        challenge: await planChallenge(call, judgement, this.parts),
      };
    } catch (error) {
      this.complain(call, 'judge', error);
      return { type: 'judging-failed', why: error instanceof UnreadableEvidence ? 'bad-evidence' : 'judging-error' };
    }
  }

  private finish(call: LiveCall, ending: Ending): void {
    const { judge, journal, clock, callerId, aftermath } = this.parts;
    const { channel } = call.leg;
    this.calls.delete(channel);
    this.recorded.add(call);
    for (const finished of this.sweeps) finished.add(channel);
    try {
      if (ending.challenge?.result === 'passed' && call.judgement !== null) judge.passed(call.judgement, clock.now());
      const facts: DecisionFacts = {
        call,
        ending,
        threshold: judge.config.policy.screenAt,
        endedAt: clock.monotonic(),
      };
      const decision = decisionOf(facts, callerId);
      journal.record(decision);
      aftermath.decided(call, ending, decision);
    } finally {
      if (this.calls.size === 0) this.becomeIdle();
    }
  }

  private becomeIdle(): void {
    for (const resolve of this.idle) resolve();
    this.idle.clear();
  }

  private complain(call: LiveCall, operation: string, error: unknown): void {
    const data = { channel: call.leg.channel, operation, reason: messageOf(error) };
    this.parts.log.error('call-error', data, error);
  }

  private timing(): CallTiming {
    const { deadlines } = this.parts.judge.config;
    return {
      firstActionMs: deadlines.firstActionMs,
      screeningMs: deadlines.screeningSeconds * 1000,
      renewMs,
    };
  }
}
