import type { Assessment } from './assessment';
import type { Context } from './context';
import type { Evidence, Finding } from './finding';
import { decide } from './force-order';
import { listFinding } from './list-findings';
import { observe } from './observe';

/** Judges one call: everything the rules see, weighed, and the verdict that follows from it. */
export function assess(evidence: Evidence, context: Context): Assessment {
  const { number } = evidence.caller;
  const { lists, knowledge, policy } = context;
  const match = number === null ? null : lists.match(number, evidence.at);
  const inForce = number !== null && match?.mode === 'observe' ? lists.matchInForce(number, evidence.at) : match;
  const official = number !== null && knowledge.protectedNumbers.ownerOf(number) !== null;
  const observed = observe(evidence, context, inForce?.entry.excuses ?? []);
  const ruling = decide({ evidence, policy, observed, match: inForce, official });

  const findings = [...observed.findings];
  if (number !== null && match !== null && match !== inForce) findings.push(listFinding(match, number, ''));
  if (number !== null && inForce !== null) findings.push(listFinding(inForce, number, ruling.overruled));
  return {
    verdict: ruling.verdict,
    score: observed.score,
    threshold: policy.screenAt,
    findings: findings.sort(decidingFirst(ruling.deciding)),
    decidedBy: ruling.decidedBy,
    rejectCode: ruling.rejectCode,
    validUntil: ruling.decidedBy === 'exception' ? null : earlier(match?.expiresAt, inForce?.expiresAt),
    cacheable: ruling.decidedBy !== 'exception' && !official,
  };
}

function earlier(a: number | null = null, b: number | null = null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/** The deciding finding first, then by size; equals stay in the order of the rule book. */
function decidingFirst(rule: string | null) {
  return (a: Finding, b: Finding): number => {
    if (a.rule === rule || b.rule === rule) return a.rule === rule ? -1 : 1;
    return Math.abs(b.weight) - Math.abs(a.weight);
  };
}
