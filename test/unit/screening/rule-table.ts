import type { Context } from '../../../src/screening/context';
import { type CallWords, type ConfigWords, context, findingOf, judge, ordinaryOffice } from './evidence';

/** One rule as a table: calls that make it fire, with the weight, and calls that must not. */
export interface RuleTable {
  readonly fires: readonly (readonly [says: string, call: CallWords, weight: number])[];
  readonly silent: readonly (readonly [says: string, call: CallWords])[];
  readonly office?: ConfigWords | Context;
}

export function describeRule(rule: string, { fires, silent, office = ordinaryOffice }: RuleTable): void {
  const given = 'ruleBookVersion' in office ? office : context(office);
  describe(rule, () => {
    test.each(fires)('fires for %s', (_, call, weight) => {
      expect(findingOf(judge(call, given), rule)?.weight).toBe(weight);
    });
    test.each(silent)('does not fire for %s', (_, call) => {
      expect(findingOf(judge(call, given), rule)).toBeUndefined();
    });
  });
}
