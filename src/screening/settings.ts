import type { Config } from '../config/schema';
import type { Evidence, Finding, Observation, Rule, RuleMode } from './finding';
import type { Knowledge } from './knowledge';

/** A rule as this office wants it: on trial or in force, with its weights. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly mode: Exclude<RuleMode, 'off'>;
  /** What every weight of the rule is multiplied with; 1 when the configuration leaves it alone. */
  readonly factor: number;
  /** The step of the force order the rule speaks in. */
  readonly step: 'exception' | 'proven-spoof' | 'withheld-policy' | 'score';
}

/** The rules that are not switched off, in the order of the book. */
export function activeRules(book: readonly Rule[], settings: Config['rules']): readonly ActiveRule[] {
  return book.flatMap((rule) => {
    const mode = modeOf(rule.id, settings);
    return mode === 'off' ? [] : [{ rule, mode, factor: factorOf(rule, settings), step: stepOf(rule) }];
  });
}

export function modeOf(id: string, settings: Config['rules']): RuleMode {
  return settingOf(id, settings)?.mode ?? 'enforce';
}

/** What the rule sees in this call, weighed; `null` when it does not fire. */
export function lookWith({ rule, mode, factor }: ActiveRule, evidence: Evidence, knowledge: Knowledge): Finding | null {
  const observation = rule.look(evidence, knowledge);
  if (observation === null) return null;
  return { rule: rule.id, weight: weigh(rule, observation, factor), mode, facts: observation.facts };
}

/** Whole points: a score is read by people. */
function weigh({ weight, variants }: Rule, { variant, scale = 1 }: Observation, factor: number): number {
  const own = variant === undefined ? weight : (variants?.[variant] ?? weight);
  return Math.round(own * factor * scale);
}

/** A configured weight stands for the rule's own; its variants keep their proportion to it. */
function factorOf({ id, weight }: Rule, settings: Config['rules']): number {
  const configured = settingOf(id, settings)?.weight;
  return configured === undefined || weight === 0 ? 1 : configured / weight;
}

/** Where the rules of a group speak that weigh nothing. */
const forceSteps: Readonly<Partial<Record<Rule['group'], ActiveRule['step']>>> = {
  withheld: 'withheld-policy',
  origin: 'proven-spoof',
};

function stepOf({ group, weight }: Rule): ActiveRule['step'] {
  if (group === 'never-block') return 'exception';
  if (weight !== 0) return 'score';
  return forceSteps[group] ?? 'score';
}

function settingOf(id: string, settings: Config['rules']): Config['rules'][string] | undefined {
  return Object.hasOwn(settings, id) ? settings[id] : undefined;
}
