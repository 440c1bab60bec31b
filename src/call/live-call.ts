import type { WaitingChannel } from '../pbx/pbx';
import type { StatedName, TimerName } from './effects';
import type { Judgement } from './judge';
import type { CallState } from './machine';

/** One call while it is with us: its state, its timers, and the line of commands that wait for their turn. */
export class LiveCall {
  state: CallState = { phase: 'judging' };
  judgement: Judgement | null = null;
  /** Somebody is to be told of it at once. */
  alert = false;
  /** With which the caller was sent on. */
  name: StatedName | null = null;
  /** Milliseconds from arrival; `null` until it happened. */
  verdictMs: number | null = null;
  firstActionMs: number | null = null;
  /** Its hand-over failed: the exchange still has it. */
  stranded = false;

  private readonly timers = new Map<TimerName, NodeJS.Timeout>();
  private commands: Promise<void> = Promise.resolve();

  constructor(
    /** Of its decision, and of everything that is kept beside it. */
    readonly id: string,
    readonly leg: WaitingChannel,
    /** Epoch milliseconds, for the record. */
    readonly arrivedAt: number,
    /** Monotonic milliseconds, for durations. */
    readonly startedAt: number,
  ) {}

  get timerCount(): number {
    return this.timers.size;
  }

  startTimer(name: TimerName, ms: number, expired: () => void): void {
    this.cancelTimer(name);
    this.timers.set(
      name,
      setTimeout(() => {
        this.timers.delete(name);
        expired();
      }, ms),
    );
  }

  cancelTimer(name: TimerName): void {
    clearTimeout(this.timers.get(name));
    this.timers.delete(name);
  }

  cancelTimers(): void {
    for (const name of this.timers.keys()) this.cancelTimer(name);
  }

  /** Commands of one call reach the exchange in order, each after the answer to the one before. */
  enqueue(command: () => Promise<void>): void {
    this.commands = this.commands.then(command);
  }
}
