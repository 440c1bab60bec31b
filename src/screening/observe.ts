import type { Context } from './context';
import type { Evidence, Finding } from './finding';
import { type ActiveRule, lookWith } from './settings';

/** A finding with the rule that made it. */
export interface Sighting {
  readonly finding: Finding;
  readonly by: ActiveRule;
}

/** Asks every active rule, those on trial too, in the order of the book. */
export function observe(evidence: Evidence, { rules, knowledge }: Context): readonly Sighting[] {
  const sightings: Sighting[] = [];
  for (const by of rules) {
    const finding = lookWith(by, evidence, knowledge);
    if (finding !== null) sightings.push({ finding, by });
  }
  return sightings;
}
