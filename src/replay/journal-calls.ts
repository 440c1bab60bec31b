import type { Decision } from '../journal/decision';
import { parseEntry } from '../journal/journal-entry';
import { type NumberIds, restoreEvidence } from '../journal/restored-evidence';
import { listRules } from '../screening/lists/allow-deny';
import type { Office, Rejudged } from './office';
import type { PastCall, PastDecision, Reading } from './past-call';

/** The calls of a journal, each as it was recorded. */
export async function* journalCalls(
  lines: AsyncIterable<string | null>,
  { ids, counts, since }: Reading,
): AsyncGenerator<PastCall> {
  for await (const line of lines) {
    if (line === '') continue;
    const entry = line === null ? null : parseEntry(line);
    if (entry === null) counts.damaged += 1;
    // What came of a call after its decision, and what staff did, is no call.
    if (entry?.kind !== 'decision') continue;
    const { decision } = entry;
    const at = Date.parse(decision.at);
    if (at < since) continue;
    if (decision.source === 'fail-open') counts.neverJudged += 1;
    else yield callOf(decision, at, ids);
  }
}

function callOf(decision: Decision, at: number, ids: NumberIds): PastCall {
  const { trunk, called, caller } = decision;
  return {
    at,
    trunk,
    presentation: caller.presentation,
    masked: caller.masked,
    called,
    decision: decisionThen(decision),
    hasEvidence: decision.evidence !== null,
    judgedBy: (office) => rejudge(decision, at, office, ids),
  };
}

function rejudge(decision: Decision, at: number, office: Office, ids: NumberIds): Rejudged {
  const { evidence, findings } = decision;
  if (evidence === null) return office.reweigh(decision);
  const { numbering } = office;
  const profile = office.profileOf(evidence.trunk);
  return office.judge(restoreEvidence(evidence, { at, profile, findings, numbering, ids }));
}

function decisionThen(decision: Decision): PastDecision {
  const { verdict, challenge } = decision;
  return {
    verdict,
    passedBefore: isRememberedPass(decision),
    challenge: challenge === null ? null : challenge.result === 'passed' ? 'passed' : 'failed',
  };
}

/** A remembered verdict to allow that its own findings do not bear out. */
function isRememberedPass({ source, verdict, score, threshold, findings }: Decision): boolean {
  if (source !== 'cache' || verdict !== 'allow') return false;
  const [deciding] = findings;
  if (deciding?.rule === listRules.allow) return false;
  return score >= threshold || deciding?.rule.startsWith('withheld-') === true;
}
