import { printable } from '../text/printable';

export interface FailedAttempt {
  readonly ok: false;
  /** In the words of whoever refused, made harmless for a log. */
  readonly reason: string;
  /** Trying again is of no use. */
  readonly final: boolean;
  /** How long the receiver wants to be left alone. */
  readonly retryAfterMs: number | null;
}

/** What came of one attempt to deliver a notice. */
export type Attempt =
  | {
      readonly ok: true;
      /** Who of several recipients was refused all the same; `null`: nobody. */
      readonly remark: string | null;
    }
  | FailedAttempt;

const longestReason = 200;

/** No attempt takes longer: a receiver that hangs holds one connection for so long, and no call. */
export const attemptMs = 30_000;

export function failed(reason: string, final: boolean, retryAfterMs: number | null = null): FailedAttempt {
  const words = printable(reason.replace(/\s+/g, ' ')).slice(0, longestReason);
  return { ok: false, reason: words, final, retryAfterMs };
}
