import type { Config } from '../config/schema';
import { noStoredLists, type StoredLists } from '../config/stored-lists';
import type { Numbering } from '../numbering/number-info';
import { compileKnowledge, type Knowledge } from './knowledge';
import { compileLists, type Lists, listRules } from './lists/allow-deny';
import { compileReports } from './lists/reports';
import { ruleBook, ruleBookEdition } from './rules';
import { type ActiveRule, activeRules, modeOf } from './settings';

/** Every name that the configuration may give a mode or weight, or excuse: the rule book's, and those of list entries. */
export const ruleIds: readonly string[] = [...ruleBook.map(({ id }) => id), ...Object.values(listRules)];

/** The parts of the configuration that a verdict depends on, besides the trunk's profile. */
export type ScreeningConfig = Pick<Config, 'office' | 'policy' | 'rules' | 'lists'>;

/** Everything judging needs besides the call. Compiled once per configuration and stored lists; immutable. */
export interface Context {
  readonly knowledge: Knowledge;
  readonly rules: readonly ActiveRule[];
  readonly lists: Lists;
  readonly policy: Config['policy'];
  /** Equal for equal rules, weights, modes, lists, policy and office; differs otherwise. */
  readonly ruleBookVersion: string;
}

export interface ContextOptions {
  readonly config: ScreeningConfig;
  readonly numbering: Numbering;
  /**
   * Shortens the rule book's version, which otherwise is the text of all it depends on: a keyed or cryptographic hash,
   * given from outside because this room knows none.
   */
  readonly digest?: (text: string) => string;
  /** Entries that stand beside those of the configuration; none when left out. */
  readonly stored?: StoredLists;
}

export function compileContext(options: ContextOptions): Context {
  const { config, numbering } = options;
  const rules = activeRules(ruleBook, config.rules);
  const { lists, reports } = listsOf(options);
  return {
    knowledge: compileKnowledge(config.office, numbering, reports),
    rules,
    lists,
    policy: config.policy,
    ruleBookVersion: versionOf(rules, options),
  };
}

/** The same context with other stored lists: quick, for the knowledge of the office stays as it is. */
export function withStoredLists(
  { knowledge, rules, policy }: Context,
  options: ContextOptions & { readonly stored: StoredLists },
): Context {
  const { lists, reports } = listsOf(options);
  return { knowledge: { ...knowledge, reports }, rules, lists, policy, ruleBookVersion: versionOf(rules, options) };
}

function listsOf({ config, numbering, stored = noStoredLists }: ContextOptions) {
  const entries = [...config.lists, ...stored.entries];
  return {
    lists: compileLists({ lists: entries, rules: config.rules }, numbering),
    reports: compileReports(entries, numbering),
  };
}

/** Stored lists are told apart by their version: their text may be long. */
function versionOf(
  rules: readonly ActiveRule[],
  { config, digest = (text) => text, stored = noStoredLists }: ContextOptions,
): string {
  const listModes = [listRules.allow, listRules.deny].map((rule) => modeOf(rule, config.rules));
  const weights = rules.map(({ rule, mode, factor }) => [rule.id, mode, rule.weight, rule.variants ?? null, factor]);
  const { office, policy, lists } = config;
  return digest(JSON.stringify([ruleBookEdition, weights, listModes, office, policy, lists, stored.version]));
}
