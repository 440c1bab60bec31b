import { calledNumber } from '../caller/called';
import { holdsNumber, type Telltale } from '../caller/redaction';
import type { Decision, DecisionFinding, DecisionSource } from '../journal/decision';
import { recordEvidence, tellsCaller } from '../journal/recorded-evidence';
import { maskNumber } from '../numbering/mask';
import type { WaitingChannel } from '../pbx/pbx';
import type { Assessment } from '../screening/assessment';
import { explain } from '../screening/explain';
import type { Facts, Finding } from '../screening/finding';
import { dialKey } from '../screening/number-groups';
import type { Ending } from './effects';
import type { Judgement } from './judge';
import type { LiveCall } from './live-call';

/** What the record needs of a call, whichever way it was asked about. */
export interface JudgedCall
  extends Readonly<Pick<LiveCall, 'id' | 'judgement' | 'arrivedAt' | 'startedAt' | 'verdictMs' | 'firstActionMs'>> {
  readonly leg: Pick<WaitingChannel, 'channel' | 'sipCallId'>;
}

export interface DecisionFacts {
  readonly call: JudgedCall;
  readonly ending: Ending;
  /** The threshold in force, for calls that were never judged. */
  readonly threshold: number;
  /** Monotonic milliseconds. */
  readonly endedAt: number;
}

/** The journal's record of one call. The caller's number enters it masked and as a keyed hash only. */
export function decisionOf(
  { call, ending, threshold, endedAt }: DecisionFacts,
  callerId: (e164: string) => string,
): Decision {
  const { leg, judgement } = call;
  const idOf = judgement === null ? callerId : idsKnownFrom(judgement, callerId);
  const assessment = judgement?.assessment;
  // Some networks make Call-IDs and host names of the caller's number.
  const tells = judgement === null ? () => false : tellsCaller(judgement.identity);
  // The dialplan took the number away from a caller who withholds it: what looks like one may be it.
  const withheld = judgement !== null && judgement.identity.caller.presentation !== 'presented';
  const isSecret = (text: string) => tells(text) || (withheld && holdsNumber(text));
  return {
    schema: 1,
    id: call.id,
    at: new Date(call.arrivedAt).toISOString(),
    channel: leg.channel,
    sipCallId: leg.sipCallId !== null && isSecret(leg.sipCallId) ? null : leg.sipCallId,
    trunk: judgement?.trunk.name ?? '',
    called: judgement === null ? null : calledNumber(judgement.identity.called),
    caller: describeCaller(judgement, idOf),
    verdict: assessment?.verdict ?? 'allow',
    score: assessment?.score ?? 0,
    threshold: assessment?.threshold ?? threshold,
    findings: assessment?.findings.map((finding) => describeFinding(finding, tells)) ?? [],
    wouldBe: assessment === undefined ? null : heldBackOf(assessment),
    source: sourceOf(judgement),
    cachedSeconds: judgement?.cachedMs == null ? null : Math.round(judgement.cachedMs / 1000),
    challenge: ending.challenge,
    outcome: ending.outcome,
    failedOpen: ending.failedOpen,
    sipCode: ending.sipCode,
    ms: {
      verdict: rounded(call.verdictMs),
      firstAction: rounded(call.firstActionMs),
      total: Math.round(endedAt - call.startedAt),
    },
    evidence: judgement === null ? null : recordEvidence(judgement, idOf, tells),
  };
}

/** The caller's own id is known since the call was judged: no need to hash the number again wherever it is named. */
function idsKnownFrom(
  { identity, subject }: Judgement,
  callerId: (number: string) => string,
): (number: string) => string {
  const { number } = identity.caller;
  const { callerId: known } = subject;
  if (number === null || known === null) return callerId;
  const caller = dialKey(number);
  return (other) => (other === caller ? known : callerId(other));
}

function describeCaller(judgement: Judgement | null, callerId: (e164: string) => string): Decision['caller'] {
  const caller = judgement?.identity.caller;
  const number = caller?.number ?? null;
  return {
    presentation: caller?.presentation ?? 'unknown',
    masked: number === null ? null : maskNumber(number),
    id: number?.e164 == null ? null : callerId(number.e164),
    kind: number?.kind ?? null,
    claimedCarrier: number?.carrier?.id ?? null,
    country: number?.country ?? null,
  };
}

function heldBackOf({ wouldBe }: Assessment): Decision['wouldBe'] {
  if (wouldBe === null) return null;
  const { verdict, score, rejectCode } = wouldBe;
  return { verdict, score, sipCode: rejectCode };
}

function describeFinding(finding: Finding, tells: Telltale): DecisionFinding {
  const { rule, weight, mode } = finding;
  const told = { ...finding, facts: withoutNumber(finding.facts, tells) };
  return { rule, weight, mode, text: { ja: explain(told, 'ja'), en: explain(told, 'en') } };
}

function withoutNumber(facts: Facts, tells: Telltale): Facts {
  const entries = Object.entries(facts);
  return Object.fromEntries(entries.map(([name, fact]) => [name, tells(String(fact)) ? '****' : fact]));
}

function sourceOf(judgement: Judgement | null): DecisionSource {
  if (judgement === null) return 'fail-open';
  if (judgement.cachedMs !== null) return 'cache';
  return byList(judgement.assessment) ? 'list' : 'rules';
}

function byList({ decidedBy }: Assessment): boolean {
  return decidedBy === 'allow-entry' || decidedBy === 'deny-entry';
}

/** Milliseconds to a tenth: enough to see where time went. */
function rounded(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms * 10) / 10;
}
