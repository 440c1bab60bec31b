import type { Context } from './context';
import type { Evidence, Finding } from './finding';
import { lookWith } from './settings';

/** What the whole book sees in one call. Findings in observe mode are among the findings and count nowhere else. */
export interface Observed {
  /** In the order of the book. */
  readonly findings: readonly Finding[];
  /** Sum of the weights that count. */
  readonly score: number;
  /** Sum of what an allow entry does not excuse: signs of forgery, and whatever exculpates. */
  readonly forgeryScore: number;
  /** Weight of the heaviest finding that counts; 0 without one. */
  readonly heaviest: number;
  /** The first never-block exception. */
  readonly exception: Finding | null;
  /** The withheld reason, for the policy. */
  readonly withheld: Finding | null;
}

/** Asks every active rule; `excused` rules do not count as signs of forgery. */
export function observe(evidence: Evidence, context: Context, excused: readonly string[]): Observed {
  const findings: Finding[] = [];
  let score = 0;
  let forgeryScore = 0;
  let heaviest = 0;
  let exception: Finding | null = null;
  let withheld: Finding | null = null;
  for (const active of context.rules) {
    const finding = lookWith(active, evidence, context.knowledge);
    if (finding === null) continue;
    findings.push(finding);
    if (finding.mode === 'observe') continue;
    score += finding.weight;
    heaviest = Math.max(heaviest, finding.weight);
    if (finding.weight < 0 || (active.rule.forgery && !excused.includes(finding.rule))) forgeryScore += finding.weight;
    if (active.step === 'exception') exception ??= finding;
    if (active.step === 'withheld-policy') withheld ??= finding;
  }
  return { findings, score, forgeryScore, heaviest, exception, withheld };
}
