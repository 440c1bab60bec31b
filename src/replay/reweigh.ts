import type { Config, ListEntry, TrunkProfile } from '../config/schema';
import type { Decision } from '../journal/decision';
import type { Assessment } from '../screening/assessment';
import type { Context } from '../screening/context';
import type { Finding } from '../screening/finding';
import { decide } from '../screening/force-order';
import { type ListMatch, listRules } from '../screening/lists/allow-deny';
import type { Sighting } from '../screening/observe';
import { type ActiveRule, modeOf } from '../screening/settings';
import { tally } from '../screening/tally';

export interface ReweighOptions {
  readonly decision: Decision;
  readonly profile: TrunkProfile;
  readonly context: Context;
  readonly rules: Config['rules'];
  /** A rule that is to count for nothing. */
  readonly without: string | null;
}

/**
 * The verdict on a decision whose evidence was not recorded: what was found then, with the modes and weights of today.
 * What no rule found then it cannot find.
 */
export function reweigh({ decision, profile, context, rules, without }: ReweighOptions): Assessment {
  const { policy } = context;
  const findings = decision.findings.filter(({ rule }) => rule !== without);
  const sightings = findings.flatMap((finding) => sightingOf(finding, context) ?? []);
  const match = matchAmong(findings, rules);
  const official = findings.some(({ rule }) => rule === 'official-number');
  const evidence = {
    trunk: { name: decision.trunk, profile },
    caller: { presentation: decision.caller.presentation, number: null, displayName: null },
  };
  const sum = tally(sightings, 'in-force', []);
  const { verdict, decidedBy, rejectCode } = decide({ evidence, policy, tally: sum, match, official });
  return {
    verdict,
    score: sum.score,
    threshold: policy.screenAt,
    findings: [...sightings.map(({ finding }) => finding), ...(match === null ? [] : [weightless(match)])],
    decidedBy,
    rejectCode,
    validUntil: null,
    wouldBe: null,
    cacheable: false,
  };
}

type Found = Decision['findings'][number];

/** `null` where the rule is off today, or no rule any more. */
function sightingOf({ rule, weight }: Found, { rules }: Context): Sighting | null {
  const by = rules.find((active) => active.rule.id === rule);
  if (by === undefined) return null;
  return { by, finding: { rule, weight: weightToday(weight, by), mode: by.mode, facts: {} } };
}

/**
 * The record holds the weight that counted then. One that the book gives tells which variant it was; any other came from
 * the configuration of then, and the rule's own weight stands for it.
 */
function weightToday(recorded: number, { rule, factor }: ActiveRule): number {
  const own = [rule.weight, ...Object.values(rule.variants ?? {})];
  // Old tables halve a weight.
  const isOfTheBook = own.some((weight) => recorded === weight || recorded === Math.round(weight / 2));
  return Math.round((isOfTheBook ? recorded : rule.weight) * factor);
}

/** The list entry that spoke then, whether or not it is on the lists still. */
function matchAmong(findings: readonly Found[], rules: Config['rules']): ListMatch | null {
  for (const { rule } of findings) {
    const list = rule === listRules.allow ? 'allow' : rule === listRules.deny ? 'deny' : null;
    if (list !== null && modeOf(rule, rules) === 'enforce') return matchOf(list);
  }
  return null;
}

function matchOf(list: 'allow' | 'deny'): ListMatch {
  const entry: ListEntry = { list, reason: '', source: '', expires: null, excuses: [], votes: 0 };
  return { entry, rule: listRules[list], mode: 'enforce', by: 'number', expiresAt: null };
}

function weightless({ rule, mode }: ListMatch): Finding {
  return { rule, weight: 0, mode, facts: {} };
}
