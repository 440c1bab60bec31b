import { z } from 'zod';
import type { Config } from '../../config/schema';
import { days, hours, minutes, parseRecord } from '../../screening/records/record';
import { callerPrefix } from '../../store/memory-keys';
import type { Store } from '../../store/store';
import { updateRecord } from '../../store/update-record';

/** How often may be called. */
export type CallBackLimits = Pick<Config['challenge']['callBack'], 'againAfterMinutes' | 'perHour' | 'perDay'>;

/** One call that may be made, and that counts from now on. */
export interface Grant {
  /** Of the number: keyed hash. */
  readonly callerId: string;
  /** What stands under the number's key: nobody else's is the same. */
  readonly mark: string;
  /** Epoch ms. */
  readonly at: number;
}

/** `just-called`: the same number, within `againAfterMinutes`. `limit`: as many as there may be in an hour or a day. */
export type Withheld = 'just-called' | 'limit';

const budgetKey = 'call-backs';

const budgetSchema = z.object({
  schema: z.literal(1),
  /** Epoch ms of the calls of the last day, oldest first. */
  at: z.array(z.number()),
});

/**
 * How many call-backs there may be, counted for all screeners on one store. Every method rejects with StoreUnavailable;
 * what was taken by then stays taken, so that trouble makes calls fewer, never more.
 */
export class CallBackBudget {
  constructor(private readonly store: Store) {}

  /** @param order names the call; @param at epoch ms */
  async take(callerId: string, order: string, limits: CallBackLimits, at: number): Promise<Grant | Withheld> {
    const grant: Grant = { callerId, mark: JSON.stringify({ schema: 1, order, at }), at };
    const untilAgain = limits.againAfterMinutes * minutes;
    if (!(await this.store.replace(markKey(callerId), null, grant.mark, untilAgain))) return 'just-called';
    if (await this.count(limits, at)) return grant;
    await this.unmark(grant);
    return 'limit';
  }

  /** The call is made now, and the number's rest begins; false where it is not ours to make any more. */
  async spend({ callerId, mark }: Grant, limits: Pick<CallBackLimits, 'againAfterMinutes'>): Promise<boolean> {
    return this.store.replace(markKey(callerId), mark, mark, limits.againAfterMinutes * minutes);
  }

  /** The call will never be made: somebody else may have it. */
  async giveBack(grant: Grant): Promise<void> {
    await this.unmark(grant);
    await updateRecord(this.store, budgetKey, (was) => {
      const at = timesOf(was);
      const place = at.indexOf(grant.at);
      return place < 0 ? null : kept(at.filter((_, index) => index !== place));
    });
  }

  /** One more; false where there would be too many. */
  private async count({ perHour, perDay }: CallBackLimits, now: number): Promise<boolean> {
    const counted = await updateRecord(this.store, budgetKey, (was) => {
      const today = timesOf(was).filter((at) => now - at < days);
      const thisHour = today.filter((at) => now - at < hours);
      return today.length >= perDay || thisHour.length >= perHour ? null : kept([...today, now]);
    });
    return counted !== null;
  }

  /** Only our own mark goes. A time to live of 0: nothing remains under the key. */
  private async unmark({ callerId, mark }: Grant): Promise<void> {
    await this.store.replace(markKey(callerId), mark, '', 0);
  }
}

/** Among what is kept of the caller: whoever is forgotten may be called again. */
function markKey(callerId: string): string {
  return `${callerPrefix(callerId)}call-back`;
}

function timesOf(text: string | null): readonly number[] {
  return parseRecord(budgetSchema, text)?.at ?? [];
}

function kept(at: readonly number[]) {
  return { value: JSON.stringify({ schema: 1, at }), ttlMs: days };
}
