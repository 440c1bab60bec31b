import type { Comparison, RuleCount } from '../../replay/comparison';
import type { ReadingCounts } from '../../replay/past-call';

/** All that a replay found. */
export interface ReplayResult {
  readonly files: number;
  /** Files of folders that held nothing to replay. */
  readonly otherFiles: number;
  readonly counts: ReadingCounts;
  readonly comparison: Comparison;
  /** The configuration tried; `null`: the demo office. */
  readonly config: string | null;
  /** The installation's own, where it was compared with. */
  readonly usualConfig: string | null;
  /** ISO date of the allocation tables. */
  readonly dataDate: string;
  /** The tried configuration lets everything through, and was judged by as if it did not. */
  readonly observeMode: boolean;
  /** Journals were read without the key that tells the numbers in them. */
  readonly lacksKey: boolean;
  readonly hasLists: boolean;
}

export interface RuleRow {
  readonly rule: string;
  readonly now: RuleCount;
  /** Under the usual configuration. */
  readonly usual: RuleCount;
}

const never: RuleCount = { fired: 0, alone: 0, observed: 0 };

/** Every rule that spoke under either configuration, the busiest first. */
export function ruleRows({ rules, usualRules }: Comparison): readonly RuleRow[] {
  const names = new Set([...rules.keys(), ...usualRules.keys()]);
  return [...names]
    .map((rule) => ({ rule, now: rules.get(rule) ?? never, usual: usualRules.get(rule) ?? never }))
    .sort((a, b) => spoke(b) - spoke(a));
}

function spoke({ now, usual }: RuleRow): number {
  return now.fired + now.observed + usual.fired + usual.observed;
}
