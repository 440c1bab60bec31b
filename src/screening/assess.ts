import type { Assessment, WouldBe } from './assessment';
import type { Context } from './context';
import type { Evidence, Finding } from './finding';
import { decide, type Ruling } from './force-order';
import type { ListMatch } from './lists/allow-deny';
import { listFinding } from './lists/findings';
import { observe, type Sighting } from './observe';
import { type Counted, type Tally, tally } from './tally';

/** Judges one call: everything the rules see, weighed, and the verdict that follows from it. */
export function assess(evidence: Evidence, context: Context): Assessment {
  const { number } = evidence.caller;
  const { lists, knowledge, policy } = context;
  const match = number === null ? null : lists.match(number, evidence.at);
  const inForce = number !== null && match?.mode === 'observe' ? lists.matchInForce(number, evidence.at) : match;
  const official = number !== null && knowledge.protectedNumbers.ownerOf(number) !== null;
  const sightings = observe(evidence, context);
  const rule = (counted: Counted, by: ListMatch | null): Ruled => {
    const sum = tally(sightings, counted, by?.entry.excuses ?? []);
    return { sum, ruling: decide({ evidence, policy, tally: sum, match: by, official }) };
  };

  const ruled = rule('in-force', inForce);
  const held = policy.mode === 'observe';
  const trial = held || match !== inForce || isOnTrial(sightings) ? rule('all', match) : null;

  const { ruling, sum } = ruled;
  const findings = sightings.map(({ finding }) => finding);
  if (number !== null && match !== null && match !== inForce) findings.push(listFinding(match, number, ''));
  if (number !== null && inForce !== null) findings.push(listFinding(inForce, number, ruling.overruled));
  const verdict = held ? 'allow' : ruling.verdict;
  return {
    verdict,
    score: sum.score,
    threshold: policy.screenAt,
    findings: findings.sort(decidingFirst(ruling.deciding)),
    decidedBy: held ? 'observe-mode' : ruling.decidedBy,
    rejectCode: held ? null : ruling.rejectCode,
    validUntil: ruling.decidedBy === 'exception' ? null : earlier(match?.expiresAt, inForce?.expiresAt),
    wouldBe: trial === null ? null : wouldBe(trial, verdict),
    cacheable: ruling.decidedBy !== 'exception' && !official,
  };
}

interface Ruled {
  readonly sum: Tally;
  readonly ruling: Ruling;
}

function isOnTrial(sightings: readonly Sighting[]): boolean {
  return sightings.some(({ finding }) => finding.mode === 'observe');
}

function wouldBe(
  { sum: { score }, ruling: { verdict, rejectCode } }: Ruled,
  actual: Assessment['verdict'],
): WouldBe | null {
  return verdict === actual ? null : { verdict, score, rejectCode };
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
