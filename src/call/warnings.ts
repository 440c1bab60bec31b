import type { Finding } from '../screening/finding';
import type { PromptName } from '../text/prompts';

export type WarningName = Extract<PromptName, `warning-${string}`>;

/** Heard only where nothing else is known to say. */
const fallback: WarningName = 'warning-suspect';

/** What whoever answers an announced call hears of a rule that spoke against the caller. */
export const warnings: Readonly<Record<string, WarningName>> = {
  'withheld-by-user': 'warning-no-number',
  'withheld-payphone': 'warning-no-number',
  'withheld-unavailable': 'warning-no-number',
  'withheld-unknown': 'warning-no-number',
  'impossible-number': 'warning-impossible',
  'nonexistent-country': 'warning-impossible',
  'unallocated-block': 'warning-unallocated',
  'global-service-code': 'warning-foreign',
  'foreign-number': 'warning-foreign',
  'foreign-on-national-only': 'warning-origin-differs',
  'lookalike-number': 'warning-lookalike',
  'service-number': fallback,
  'own-number-from-outside': 'warning-own-number',
  'domestic-fixed-from-abroad': 'warning-from-abroad',
  'domestic-050-from-abroad': 'warning-from-abroad',
  'domestic-mobile-from-abroad': 'warning-from-abroad',
  'carrier-not-on-this-trunk': 'warning-origin-differs',
  'origin-carrier-differs': 'warning-origin-differs',
  'from-differs-from-asserted': 'warning-origin-differs',
  'number-without-assertion': fallback,
  'unusual-number-form': fallback,
  'privacy-contradiction': fallback,
  'verification-failed': 'warning-origin-differs',
  'attested-by-gateway': fallback,
  'peer-off-list': 'warning-origin-differs',
  'known-caller-origin-changed': 'warning-origin-changed',
  'official-number': 'warning-official-number',
  'police-like-number': 'warning-police-like',
  'many-callers-one-trunk': 'warning-many-calls',
  'repeated-short-calls': 'warning-many-calls',
  'unpublished-line': fallback,
  'outside-hours': fallback,
  'challenge-history': fallback,
  reported: 'warning-reported',
};

const most = 2;

/** The gravest warnings, at most two, each once, the heaviest first; observed findings count nowhere. */
export function warningsOf(findings: readonly Finding[]): readonly WarningName[] {
  const grave = findings
    .filter(({ rule, weight, mode }) => mode === 'enforce' && (weight > 0 || isWithheld(rule)))
    .sort((a, b) => gravity(b) - gravity(a))
    .map(({ rule }) => (Object.hasOwn(warnings, rule) ? warnings[rule] : undefined) ?? fallback);
  const plain = [...new Set(grave)].filter((warning) => warning !== fallback).slice(0, most);
  return plain.length === 0 ? [fallback] : plain;
}

/** A withheld number weighs nothing, since it decides alone. */
function gravity({ rule, weight }: Finding): number {
  return isWithheld(rule) ? Number.POSITIVE_INFINITY : weight;
}

function isWithheld(rule: string): boolean {
  return Object.hasOwn(warnings, rule) && warnings[rule] === 'warning-no-number';
}
