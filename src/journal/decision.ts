import type { Presentation } from '../caller/caller';
import type { NumberKind } from '../numbering/number-info';
import type { Verdict } from '../screening/assessment';
import type { FailOpenReason } from '../text/fail-open';
import type { RecordedEvidence } from './recorded-evidence';

/**
 * How the call really ended, as far as screening sees it. `connected`: handed to the office's dialplan. `advised`: the
 * verdict was given to a dialplan that asked for it (FastAGI); what it did with the call is not known. `presented`: announced to the
 * office by the name that was stated, `message`: asked to leave a message, `call-back`: told that we call back; what came of
 * these is told by a {@link Sequel}.
 */
export const outcomes = [
  'connected',
  'presented',
  'message',
  'call-back',
  'refused',
  'abandoned',
  'failed-open',
  'advised',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Where the verdict came from. */
export type DecisionSource = 'rules' | 'list' | 'cache' | 'fail-open';

/** What a screened caller must do. */
export const challengeKinds = ['press-digit', 'state-name', 'call-back'] as const;
export type ChallengeKind = (typeof challengeKinds)[number];

/**
 * How a challenge ended. `failed`: it could not be carried through, and the caller is not to blame. `named`: a name was
 * stated, `silent`: none. `told`: the caller heard that we call back.
 */
export const challengeResults = [
  'passed',
  'named',
  'told',
  'wrong-digit',
  'no-digit',
  'silent',
  'hung-up',
  'failed',
] as const;
export type ChallengeResult = (typeof challengeResults)[number];

/**
 * One call, one record in the journal. The schema number changes when a field changes its meaning;
 * fields may be added. No unmasked caller number is in it, by construction.
 */
export interface Decision {
  readonly schema: 1;
  /** Unique id of this decision. */
  readonly id: string;
  /** ISO 8601 time of arrival. */
  readonly at: string;
  /** Asterisk's channel id. */
  readonly channel: string;
  readonly sipCallId: string | null;
  readonly trunk: string;
  /** The office's own number that was called. */
  readonly called: string | null;
  readonly caller: {
    readonly presentation: Presentation;
    /** `03****5678`; `null` when withheld. */
    readonly masked: string | null;
    /** Keyed hash of the E.164 form: equal for equal callers, says nothing without the key; `null` when withheld. */
    readonly id: string | null;
    readonly kind: NumberKind | null;
    /** Carrier id of the number's block. */
    readonly claimedCarrier: string | null;
    readonly country: string | null;
  };
  readonly verdict: Verdict;
  readonly score: number;
  readonly threshold: number;
  readonly findings: readonly DecisionFinding[];
  /** What would have been done, were nothing in observe mode; `null` when that is the same. */
  readonly wouldBe: { readonly verdict: Verdict; readonly score: number; readonly sipCode: number | null } | null;
  readonly source: DecisionSource;
  /** Age of the cached verdict, for source `cache`. */
  readonly cachedSeconds: number | null;
  readonly challenge: {
    readonly kind: ChallengeKind;
    readonly result: ChallengeResult;
    readonly attempts: number;
  } | null;
  readonly outcome: Outcome;
  /** Why the call failed open; `null` otherwise. */
  readonly failedOpen: FailOpenReason | null;
  /** The SIP answer we asked for on a refusal; `null` otherwise. */
  readonly sipCode: number | null;
  readonly ms: {
    /** From arrival to the verdict. */
    readonly verdict: number | null;
    /** From arrival to the first action sent to the exchange. */
    readonly firstAction: number | null;
    /** From arrival to the end of screening. */
    readonly total: number;
  };
  /** What it was judged by, for judging it again (`denwaban replay`); `null` when it was never judged, or not recorded. */
  readonly evidence: RecordedEvidence | null;
}

export interface DecisionFinding {
  readonly rule: string;
  readonly weight: number;
  readonly mode: 'enforce' | 'observe';
  readonly text: { readonly ja: string; readonly en: string };
}
