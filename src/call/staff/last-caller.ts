import type { NumberInfo } from '../../numbering/number-info';
import type { Judgement } from '../judge';

/** Whom staff mean by "the last caller". */
export interface RememberedCaller {
  /** `null`: the caller withheld it. */
  readonly number: NumberInfo | null;
  /** Keyed hash of it. */
  readonly callerId: string | null;
}

interface Moment {
  readonly caller: RememberedCaller;
  /** Epoch ms. */
  readonly at: number;
}

/** Nobody means a caller of the day before yesterday. */
const remembersMs = 24 * 3_600_000;

/** Calls followed at a time. */
const mostCalls = 1_000;

/**
 * The caller with whom the office talked last; where it has talked to nobody for a day, the last who went on to it. Whole
 * numbers are in it: it lives in the process's memory only, and is gone with it.
 *
 * A caller who withheld the number is the last one, too: else staff would deny the innocent caller before.
 */
export class LastCaller {
  private readonly calls = new Map<string, RememberedCaller>();
  private talkedTo: Moment | null = null;
  private wentOn: Moment | null = null;

  constructor(private readonly now: () => number) {}

  /** A call went on to the office. */
  handedOver(channel: string, judgement: Judgement): void {
    const caller = callerOf(judgement);
    const [oldest] = this.calls.keys();
    if (this.calls.size >= mostCalls && oldest !== undefined) this.calls.delete(oldest);
    this.calls.set(channel, caller);
    this.wentOn = { caller, at: this.now() };
  }

  /** The call is over; `answered`: the office had taken it. */
  ended(channel: string, answered: boolean): void {
    const caller = this.calls.get(channel);
    this.calls.delete(channel);
    if (caller !== undefined && answered) this.talkedTo = { caller, at: this.now() };
  }

  /** A caller was called back, and talks to the office. */
  talks(judgement: Judgement): void {
    this.talkedTo = { caller: callerOf(judgement), at: this.now() };
  }

  /** `null`: nobody called. */
  get(): RememberedCaller | null {
    const recent = [this.talkedTo, this.wentOn].find(
      (moment) => moment !== null && this.now() - moment.at < remembersMs,
    );
    return recent?.caller ?? null;
  }
}

export function callerOf({ identity, subject }: Judgement): RememberedCaller {
  const { number, presentation } = identity.caller;
  if (presentation !== 'presented') return { number: null, callerId: null };
  return { number, callerId: subject.callerId };
}
