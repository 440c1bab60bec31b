import { messageOf } from '../errors';
import type { ServiceLog } from '../journal/service-log';
import { type Pbx, PbxError, type RecordingLimits } from '../pbx/pbx';
import type { Clock } from './clock';
import type { Command, HandOver } from './effects';
import type { CallEvent } from './events';
import type { Judge } from './judge';
import { leaseSeconds } from './lease';
import type { LiveCall } from './live-call';
import { playbackId } from './playback-id';
import { recordingId } from './recording-id';
import { resultLine, resultOf } from './result-line';
import { screeningLine } from './screening-line';
import { wayOut } from './way-out';

export interface ExchangeCommandsParts {
  readonly pbx: Pbx;
  /** For the configuration in force. */
  readonly judge: Judge;
  readonly log: ServiceLog;
  readonly clock: Clock;
  /** What became of a command. */
  readonly tell: (call: LiveCall, event: CallEvent) => void;
}

/** Carries what the state machine asks for to the exchange: the commands of one call in order. */
export class ExchangeCommands {
  constructor(private readonly parts: ExchangeCommandsParts) {}

  answer(call: LiveCall): void {
    this.command(call, 'answer', () => this.parts.pbx.answer(call.leg.channel));
  }

  play(call: LiveCall, playback: string, prompt: string): void {
    const { channel } = call.leg;
    this.command(call, 'play', () => this.parts.pbx.play(channel, playbackId(channel, playback), `denwaban/${prompt}`));
  }

  /** It may have ended by itself meanwhile: that is no failure of the call. */
  stopPlayback(call: LiveCall, playback: string): void {
    const id = playbackId(call.leg.channel, playback);
    call.enqueue(() => this.parts.pbx.stopPlayback(id).catch(() => undefined));
  }

  record(call: LiveCall, recording: string, limits: RecordingLimits): void {
    const { maxSeconds, silenceSeconds } = limits;
    const id = recordingId(call.id, recording);
    this.command(call, 'record', () => this.parts.pbx.record(call.leg.channel, id, { maxSeconds, silenceSeconds }));
  }

  /** As with a playback, it may have ended by itself. */
  stopRecording(call: LiveCall, recording: string): void {
    const id = recordingId(call.id, recording);
    call.enqueue(() => this.parts.pbx.stopRecording(id).catch(() => undefined));
  }

  /** A lease that cannot be renewed runs out, and the dialplan frees the caller: nothing else is to be done. */
  renewLease(call: LiveCall): void {
    call.enqueue(async () => {
      if (isOnItsWay(call)) return;
      await this.parts.pbx
        .setVariable(call.leg.channel, 'TIMEOUT(absolute)', String(leaseSeconds))
        .catch((error: unknown) => this.warn(call, 'renew', error));
    });
  }

  handOver(call: LiveCall, handOver: HandOver): void {
    this.command(call, 'hand-over', () => this.sendOn(call, handOver));
  }

  /** The call is recorded and still with the exchange: it is handed over once more, now that the exchange is back. */
  handOverAgain(call: LiveCall): void {
    call.enqueue(() =>
      this.sendOn(call, { to: 'open', why: 'connection-lost' }).catch((error: unknown) =>
        this.warn(call, 'hand-over', error),
      ),
    );
  }

  private command(call: LiveCall, command: Command, run: () => Promise<void>): void {
    const { clock, tell } = this.parts;
    call.enqueue(async () => {
      if (call.state.phase === 'gone' || (command !== 'hand-over' && isOnItsWay(call))) return;
      call.firstActionMs ??= clock.monotonic() - call.startedAt;
      try {
        await run();
      } catch (error) {
        this.failed(call, command, error);
        return;
      }
      if (command === 'hand-over') tell(call, { type: 'handed-over' });
    });
  }

  private failed(call: LiveCall, command: Command, error: unknown): void {
    const gone = isGone(error);
    if (!gone) this.warn(call, command, error);
    if (!gone && command === 'hand-over') call.stranded = true;
    this.parts.tell(call, { type: 'command-failed', command, gone });
  }

  private async sendOn(call: LiveCall, handOver: HandOver): Promise<void> {
    await this.label(call, handOver);
    await this.brief(call, handOver);
    const { context, extension } = wayOut(handOver, call.leg.extension);
    await this.parts.pbx.continueAt(call.leg.channel, context, extension);
  }

  /** Tells the office's dialplan of the verdict. A caller whose label cannot be written goes on without it. */
  private async label(call: LiveCall, handOver: HandOver): Promise<void> {
    const { pbx, judge } = this.parts;
    const line = resultLine(resultOf(handOver, call.judgement?.assessment, judge.config));
    if (line === null) return;
    await pbx.setVariable(call.leg.channel, 'DENWABAN_RESULT', line).catch((error: unknown) => {
      if (isGone(error)) throw error;
      this.warn(call, 'label', error);
    });
  }

  /** What the dialplan needs to go on by itself. Without it the caller could not be announced: then the hand-over fails. */
  private async brief({ id, leg, judgement }: LiveCall, handOver: HandOver): Promise<void> {
    if (handOver.to !== 'present' && handOver.to !== 'message') return;
    const { pbx, judge } = this.parts;
    const findings = judgement?.assessment.findings ?? [];
    const line = screeningLine({ id, handOver, findings, config: judge.config });
    await pbx.setVariable(leg.channel, 'DENWABAN_SCREENING', line);
  }

  private warn(call: LiveCall, operation: string, error: unknown): void {
    this.parts.log.warn('call-error', { channel: call.leg.channel, operation, reason: messageOf(error) });
  }
}

/** Decided before the turn of a command came: nothing but the way out is left to ask for. */
function isOnItsWay({ state }: LiveCall): boolean {
  return state.phase === 'leaving' || state.phase === 'gone';
}

function isGone(error: unknown): boolean {
  return error instanceof PbxError && error.kind === 'not-found';
}
