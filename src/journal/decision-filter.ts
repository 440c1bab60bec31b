import type { Verdict } from '../screening/assessment';
import type { Decision } from './decision';

/** Which decisions are wanted; `null` does not ask. */
export interface DecisionFilter {
  readonly verdict: Verdict | null;
  /** Id of the caller, see `callerId`. */
  readonly callerId: string | null;
  /** Epoch milliseconds of the earliest arrival. */
  readonly since: number | null;
}

export function matches(decision: Decision, { verdict, callerId, since }: DecisionFilter): boolean {
  if (verdict !== null && decision.verdict !== verdict) return false;
  if (callerId !== null && decision.caller.id !== callerId) return false;
  return since === null || Date.parse(decision.at) >= since;
}

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * A point in time as people write it: `30m`, `2h`, `3d` before `now`, or an ISO 8601 date or time
 * (without an offset: of the machine's time zone). Epoch milliseconds; `null` when it is neither.
 */
export function parseSince(text: string, now: number): number | null {
  const ago = /^(\d{1,6})([mhd])$/.exec(text);
  if (ago) return now - Number(ago[1]) * (unitMs[ago[2] ?? ''] ?? 0);
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text)) return null;
  // ECMAScript takes a lone date for midnight in Greenwich; the office means its own midnight.
  const at = Date.parse(text.includes('T') ? text : `${text}T00:00`);
  return Number.isNaN(at) ? null : at;
}
