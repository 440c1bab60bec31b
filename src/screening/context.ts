import type { Config } from '../config/schema';
import type { Numbering } from '../numbering/number-info';
import { compileKnowledge, type Knowledge } from './knowledge';
import { compileLists, type Lists, listRules } from './lists';
import { ruleBook, ruleBookEdition } from './rules';
import { type ActiveRule, activeRules, modeOf } from './settings';

/** Every name that the configuration may give a mode or weight, or excuse: the rule book's, and those of list entries. */
export const ruleIds: readonly string[] = [...ruleBook.map(({ id }) => id), ...Object.values(listRules)];

/** The parts of the configuration that a verdict depends on, besides the trunk's profile. */
export type ScreeningConfig = Pick<Config, 'office' | 'policy' | 'rules' | 'lists'>;

/** Everything judging needs besides the call. Compiled once per configuration; immutable. */
export interface Context {
  readonly knowledge: Knowledge;
  readonly rules: readonly ActiveRule[];
  readonly lists: Lists;
  readonly policy: Config['policy'];
  /** Equal for equal rules, weights, modes, lists, policy and office; differs otherwise. */
  readonly ruleBookVersion: string;
}

/**
 * `digest` shortens the rule book's version, which otherwise is the text of all it depends on: a keyed or cryptographic
 * hash, given from outside because this room knows none.
 */
export function compileContext(options: {
  readonly config: ScreeningConfig;
  readonly numbering: Numbering;
  readonly digest?: (text: string) => string;
}): Context {
  const { config, numbering, digest = (text) => text } = options;
  const rules = activeRules(ruleBook, config.rules);
  const listModes = [listRules.allow, listRules.deny].map((rule) => modeOf(rule, config.rules));
  const weights = rules.map(({ rule, mode, factor }) => [rule.id, mode, rule.weight, rule.variants ?? null, factor]);
  return {
    knowledge: compileKnowledge(config.office, numbering),
    rules,
    lists: compileLists(config, numbering),
    policy: config.policy,
    ruleBookVersion: digest(
      JSON.stringify([ruleBookEdition, weights, listModes, config.office, config.policy, config.lists]),
    ),
  };
}
