import type { Verdict } from '../screening/assessment';
import type { Decision } from './decision';
import type { StaffAction } from './sequel';

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

/** An act of staff has no verdict. */
export function actionMatches(action: StaffAction, { verdict, callerId, since }: DecisionFilter): boolean {
  if (verdict !== null || (callerId !== null && action.callerId !== callerId)) return false;
  return since === null || Date.parse(action.at) >= since;
}
