import { calledNumber } from '../caller/called';
import type { Presentation } from '../caller/caller';
import type { Config } from '../config/schema';
import type { NumberIds } from '../journal/restored-evidence';
import { maskNumber } from '../numbering/mask';
import type { Numbering } from '../numbering/number-info';
import type { Verdict } from '../screening/assessment';
import type { Evidence } from '../screening/finding';
import type { Office, Rejudged } from './office';

/** A call of the past, from whichever record, ready to be judged again. */
export interface PastCall {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly trunk: string;
  readonly presentation: Presentation;
  /** `03****5678`; `null` when withheld. */
  readonly masked: string | null;
  readonly called: string | null;
  /** What was decided then; `null` when nobody judged it, or it is not known. */
  readonly decision: PastDecision | null;
  /** False where only the findings of then are left to be weighed again. */
  readonly hasEvidence: boolean;
  judgedBy(office: Office): Rejudged;
}

/** A past call of which the evidence is there. */
export function pastCall(
  { at, trunk, caller, called }: Evidence,
  decision: PastDecision | null,
  judgedBy: PastCall['judgedBy'],
): PastCall {
  return {
    at,
    trunk: trunk.name,
    presentation: caller.presentation,
    masked: caller.number === null ? null : maskNumber(caller.number),
    called: calledNumber(called),
    decision,
    hasEvidence: true,
    judgedBy,
  };
}

export interface PastDecision {
  readonly verdict: Verdict;
  /** It was let through since its caller had just passed a challenge: that the rules would screen it is nothing new. */
  readonly passedBefore: boolean;
  /** How the challenge ended; `null` without one. */
  readonly challenge: 'passed' | 'failed' | null;
}

/** What is counted while records are read. */
export interface ReadingCounts {
  /** Calls that were let through unjudged. */
  neverJudged: number;
  /** CDR records of calls that came over none of the configured trunks. */
  notInbound: number;
  /** Lines that could not be understood. */
  damaged: number;
  bytes: number;
}

/** What all readers of records need. */
export interface Reading {
  /** Epoch ms; earlier calls are passed over. */
  readonly since: number;
  readonly counts: ReadingCounts;
  readonly ids: NumberIds;
  readonly numbering: Numbering;
  /** First the one that is tried. Their trunk names tell which calls of a CDR came in. */
  readonly offices: readonly [Office, ...Office[]];
  /** The policy that was probably in force: in a CDR it tells a refusal from a challenge that was not passed. */
  readonly policy: Config['policy'];
}
