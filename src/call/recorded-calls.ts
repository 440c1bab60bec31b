import type { LiveCall } from './live-call';

/** Kept at most; the exchange has long forgotten the oldest. */
const mostKept = 1_000;

/**
 * Calls whose record is written, and of which nobody has told that they left. Should the exchange still have one, it lacks
 * nothing but the way out: no second record.
 */
export class RecordedCalls {
  private readonly calls = new Map<string, LiveCall>();

  add(call: LiveCall): void {
    const [oldest] = this.calls.keys();
    if (this.calls.size >= mostKept && oldest !== undefined) this.calls.delete(oldest);
    this.calls.set(call.leg.channel, call);
  }

  has(channel: string): boolean {
    return this.calls.has(channel);
  }

  get(channel: string): LiveCall | null {
    return this.calls.get(channel) ?? null;
  }

  /** The channel is no longer in our application. */
  forget(channel: string): void {
    this.calls.delete(channel);
  }

  /** All others are no longer in our application. */
  keepOnly(isThere: (channel: string) => boolean): void {
    for (const channel of [...this.calls.keys()]) if (!isThere(channel)) this.calls.delete(channel);
  }
}
