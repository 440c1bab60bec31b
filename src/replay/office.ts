import type { Config, ListEntry, TrunkProfile } from '../config/schema';
import { noStoredLists, type StoredLists } from '../config/stored-lists';
import { ordinaryTrunk, profileOf } from '../config/trunk-profiles';
import type { Decision } from '../journal/decision';
import type { Numbering } from '../numbering/number-info';
import { assess } from '../screening/assess';
import type { Assessment } from '../screening/assessment';
import { type Context, compileContext, withStoredLists } from '../screening/context';
import type { Evidence } from '../screening/finding';
import { listRules } from '../screening/lists/allow-deny';
import { forMaskedCallers } from './masked-context';
import { reweigh } from './reweigh';

/** A call of the past, judged by an office of today. */
export interface Rejudged {
  readonly assessment: Assessment;
  /** Whether the verdict would be another were this rule off. */
  hangsOn(rule: string): boolean;
}

/**
 * A configuration that calls of the past are judged by. Where the whole policy is in observe mode it is judged as if it
 * were not: that everything is let through then needs no replay.
 */
export class Office {
  private readonly config: Config;
  private readonly context: Context;
  private readonly without = new Map<string, Context>();

  constructor(
    readonly given: Config,
    readonly numbering: Numbering,
    private readonly stored: StoredLists = noStoredLists,
  ) {
    this.config = { ...given, policy: { ...given.policy, mode: 'enforce' } };
    this.context = compileContext({ config: this.config, numbering, stored });
  }

  get isObserving(): boolean {
    return this.given.policy.mode === 'observe';
  }

  profileOf(trunk: string): TrunkProfile {
    return profileOf(trunk, this.config) ?? ordinaryTrunk;
  }

  hasTrunk(trunk: string): boolean {
    return profileOf(trunk, this.config) !== null;
  }

  judge(evidence: Evidence): Rejudged {
    const assessment = assess(evidence, this.contextWithout(null));
    return {
      assessment,
      hangsOn: (rule) => assess(evidence, this.contextWithout(rule)).verdict !== assessment.verdict,
    };
  }

  /** The verdict on a call whose evidence was not recorded. */
  reweigh(decision: Decision): Rejudged {
    const { rules } = this.config;
    const judge = (without: string | null) =>
      reweigh({ decision, profile: this.profileOf(decision.trunk), context: this.context, rules, without });
    const assessment = judge(null);
    return { assessment, hangsOn: (rule) => judge(rule).verdict !== assessment.verdict };
  }

  private contextWithout(rule: string | null): Context {
    const key = rule ?? '';
    const made = this.without.get(key) ?? forMaskedCallers(this.makeContext(rule), this.entries);
    this.without.set(key, made);
    return made;
  }

  private makeContext(without: string | null): Context {
    const { context, config, numbering, stored } = this;
    if (without === null) return context;
    if (without !== listRules.allow && without !== listRules.deny) {
      return { ...context, rules: context.rules.filter(({ rule }) => rule.id !== without) };
    }
    const off = { ...config, rules: { ...config.rules, [without]: { mode: 'off' as const } } };
    return withStoredLists(context, { config: off, numbering, stored });
  }

  private get entries(): readonly ListEntry[] {
    return [...this.config.lists, ...this.stored.entries];
  }
}
