import { shortCallMs } from '../screening/records/caller-record';
import type { CallMemory, Subject } from './call-memory';
import type { ChallengeSummary } from './effects';

/** A call that screening has done with, as its memory needs it. */
export interface ScreenedCall {
  readonly subject: Subject;
  readonly challenge: ChallengeSummary | null;
  /** Epoch milliseconds. */
  readonly arrivedAt: number;
  /** We ended it: that it was short says nothing of the caller. */
  readonly refused: boolean;
}

/** Calls followed at a time; of older ones nothing is learnt but that they came. */
const mostFollowed = 1_000;

/** Calls that went on to the office, until they are over: what became of them is what is learnt of their callers. */
export class FollowUps {
  private readonly calls = new Map<string, ScreenedCall>();

  constructor(
    private readonly memory: Pick<CallMemory, 'learn'>,
    private readonly now: () => number,
  ) {}

  get count(): number {
    return this.calls.size;
  }

  follow(channel: string, call: ScreenedCall): void {
    const [oldest] = this.calls.keys();
    if (this.calls.size >= mostFollowed && oldest !== undefined) this.lose(oldest);
    this.calls.set(channel, call);
  }

  /** The call is over; `answered`: the office had taken it. */
  ended(channel: string, answered: boolean): void {
    const call = this.take(channel);
    if (call !== undefined) this.learn(call, answered);
  }

  /** A call that never went on to the office. */
  learn(call: ScreenedCall, answered: boolean): void {
    // Whoever was talked to was no machine that dials to see who is there.
    this.teach(call, answered, !answered && !call.refused && this.now() - call.arrivedAt < shortCallMs);
  }

  /** Nobody will tell us how these calls end: it is learnt that they came. */
  loseAll(): void {
    for (const channel of [...this.calls.keys()]) this.lose(channel);
  }

  private lose(channel: string): void {
    const call = this.take(channel);
    if (call !== undefined) this.teach(call, false, false);
  }

  private take(channel: string): ScreenedCall | undefined {
    const call = this.calls.get(channel);
    this.calls.delete(channel);
    return call;
  }

  private teach({ subject, challenge, arrivedAt }: ScreenedCall, answered: boolean, short: boolean): void {
    this.memory.learn(subject, { at: arrivedAt, answered, challenge: historyOf(challenge), short });
  }
}

function historyOf(challenge: ChallengeSummary | null): 'none' | 'passed' | 'avoided' {
  if (challenge?.result === 'passed') return 'passed';
  return challenge?.result === 'hung-up' ? 'avoided' : 'none';
}
