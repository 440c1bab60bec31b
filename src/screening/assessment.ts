import type { Finding } from './finding';

export const verdicts = ['allow', 'screen', 'reject'] as const;
export type Verdict = (typeof verdicts)[number];

/** SIP answer to a rejected call: 433 (RFC 5079), 607 (RFC 8197), 603. */
export const rejectCodes = [433, 603, 607] as const;
export type RejectCode = (typeof rejectCodes)[number];

/** All findings, their sum and the verdict. */
export interface Assessment {
  readonly verdict: Verdict;
  readonly score: number;
  /** The score from which calls are screened. */
  readonly threshold: number;
  /** By size of weight, the deciding one first; observed ones are there but do not count. */
  readonly findings: readonly Finding[];
  /** Which step of the force order decided; `observe-mode`: the whole policy only looks on. */
  readonly decidedBy:
    | 'exception'
    | 'allow-entry'
    | 'deny-entry'
    | 'proven-spoof'
    | 'withheld-policy'
    | 'score'
    | 'observe-mode';
  /** Only with verdict `reject`. */
  readonly rejectCode: RejectCode | null;
  /** Epoch ms after which this must be judged anew (a list entry ends); `null`: no such moment. */
  readonly validUntil: number | null;
  /** What would have been done, were nothing in observe mode; `null` when that is the same. */
  readonly wouldBe: WouldBe | null;
  /** False for official numbers and exceptions: never remembered. */
  readonly cacheable: boolean;
}

/** The ruling that observe mode holds back. */
export interface WouldBe {
  readonly verdict: Verdict;
  readonly score: number;
  readonly rejectCode: RejectCode | null;
}
