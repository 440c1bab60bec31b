import type { Finding } from './finding';
import type { Sighting } from './observe';

/** What the findings come to: what a verdict is made from. */
export interface Tally {
  /** Sum of the weights. */
  readonly score: number;
  /** Sum of what an allow entry does not excuse: signs of forgery, and whatever exculpates. */
  readonly forgeryScore: number;
  /** Weight of the heaviest finding; 0 without one. */
  readonly heaviest: number;
  /** The first never-block exception. */
  readonly exception: Finding | null;
  /** The proof that the number shown is forged. */
  readonly spoof: Finding | null;
  /** The withheld reason, for the policy. */
  readonly withheld: Finding | null;
}

/** `in-force`: findings in observe mode count nowhere. `all`: as if nothing were on trial. */
export type Counted = 'in-force' | 'all';

/** Adds up; `excused` rules do not count as signs of forgery. */
export function tally(sightings: readonly Sighting[], counted: Counted, excused: readonly string[]): Tally {
  let score = 0;
  let forgeryScore = 0;
  let heaviest = 0;
  let exception: Finding | null = null;
  let spoof: Finding | null = null;
  let withheld: Finding | null = null;
  for (const { finding, by } of sightings) {
    if (counted === 'in-force' && finding.mode === 'observe') continue;
    score += finding.weight;
    heaviest = Math.max(heaviest, finding.weight);
    if (finding.weight < 0 || (by.rule.forgery && !excused.includes(finding.rule))) forgeryScore += finding.weight;
    if (by.step === 'exception') exception ??= finding;
    if (by.step === 'proven-spoof') spoof ??= finding;
    if (by.step === 'withheld-policy') withheld ??= finding;
  }
  return { score, forgeryScore, heaviest, exception, spoof, withheld };
}
