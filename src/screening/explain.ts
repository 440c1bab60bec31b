import type { Language, Wording } from '../text/language';
import type { Assessment, WouldBe } from './assessment';
import type { Facts, Finding } from './finding';
import { listWordings } from './lists/findings';
import { ruleBook } from './rules';

const wordings: ReadonlyMap<string, Wording<Facts>> = new Map([
  ...ruleBook.map(({ id, wording }) => [id, wording] as const),
  ...Object.entries(listWordings),
]);

/** What a finding saw, in one plain sentence; a rule this edition of the book does not know gives its name only. */
export function explain(finding: Finding, language: Language): string {
  return wordings.get(finding.rule)?.[language](finding.facts) ?? finding.rule;
}

/**
 * The assessment in one line: `REJECT 433 withheld-by-user`, `SCREEN 130/40 domestic-fixed-from-abroad(+80) …`,
 * `ALLOW 0/40 (observe) would SCREEN 80/40 …`. A rejected call shows its SIP code, and the score where the score decided.
 */
export function headline(assessment: Assessment): string {
  const { verdict, rejectCode, decidedBy, score, threshold, findings, wouldBe } = assessment;
  const parts: string[] = [verdict.toUpperCase()];
  if (rejectCode !== null) parts.push(String(rejectCode));
  if (rejectCode === null || decidedBy === 'score') parts.push(`${score}/${threshold}`);
  if (wouldBe !== null) parts.push(heldBack(wouldBe, threshold));
  return [...parts, ...findings.map(brief)].join(' ');
}

type HeldBack = Pick<WouldBe, 'verdict' | 'score'> & { readonly rejectCode: number | null };

/** `(observe) would SCREEN 80/40`, `(observe) would REJECT 433`: what observe mode holds back. */
export function heldBack({ verdict, score, rejectCode }: HeldBack, threshold: number): string {
  return `(observe) would ${verdict.toUpperCase()} ${rejectCode ?? `${score}/${threshold}`}`;
}

/** A finding in one word: `withheld-by-user`, `domestic-fixed-from-abroad(+80)`. */
export function brief({ rule, weight, mode }: Finding): string {
  const name = mode === 'observe' ? `(observe) ${rule}` : rule;
  if (weight === 0) return name;
  return `${name}(${weight > 0 ? '+' : ''}${weight})`;
}
