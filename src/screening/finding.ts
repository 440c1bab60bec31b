import type { Called, Caller, Origin } from '../caller/caller';
import type { TrunkProfile } from '../config/schema';
import type { Language, Wording } from '../text/language';
import type { Knowledge } from './knowledge';
import type { Memory } from './memory';

/** Everything known of one call before judging. Plain data, immutable. */
export interface Evidence {
  readonly trunk: { readonly name: string; readonly profile: TrunkProfile };
  readonly caller: Caller;
  readonly origin: Origin;
  readonly called: Called;
  readonly memory: Memory;
  /** Epoch milliseconds. */
  readonly at: number;
}

export type RuleMode = 'enforce' | 'observe' | 'off';

/** The facts a rule's wording needs; masked numbers only. */
export type Facts = Readonly<Record<string, string | number>>;

/** What a rule saw. Positive weights are suspicious, negative exculpate; force rules weigh nothing. */
export interface Finding {
  readonly rule: string;
  readonly weight: number;
  readonly mode: Exclude<RuleMode, 'off'>;
  readonly facts: Facts;
}

/** What `look` returns when the rule fires: facts, and a weight where it differs from the rule's own. */
export interface Observation<F extends Facts = Facts> {
  readonly facts: F;
  /** Share of the rule's weight that applies, 1 when absent (e.g. old data halves it). */
  readonly scale?: number;
  /** Names the variant whose weight applies, where a rule has several (`variants`). */
  readonly variant?: string;
}

/** One rule of the book: one file. */
export interface Rule<F extends Facts = Facts> {
  readonly id: string;
  readonly group: 'never-block' | 'withheld' | 'plan' | 'origin' | 'official' | 'behaviour';
  /** Default weight; 0 for force rules. */
  readonly weight: number;
  /** Weights of named variants (e.g. fixed, mobile). A configured weight scales them in proportion. */
  readonly variants?: Readonly<Record<string, number>>;
  /** Marked † in the rule book: an allow entry does not excuse it. */
  readonly forgery: boolean;
  /** Pure and quick: no I/O, no clock, no allocation when it does not fire. */
  look(evidence: Evidence, knowledge: Knowledge): Observation<F> | null;
  readonly wording: Wording<F>;
  /** What an admin should know of the rule; the rule reference is made of it. */
  readonly about: Readonly<Record<Language, About>>;
}

/** One or two plain sentences each. */
export interface About {
  /** What evidence the rule looks at, and when it fires. */
  readonly sees: string;
  /** Why that is suspicious, or speaks for the caller. */
  readonly why: string;
  /** Which honest calls it meets. */
  readonly falseAlarms: string;
  /** Which settings change it. */
  readonly tuning: string;
}

/** Checks that a rule's wording asks only for facts its `look` gives, then forgets which ones they are. */
export function defineRule<F extends Facts>(rule: Rule<F>): Rule {
  return rule as Rule;
}
