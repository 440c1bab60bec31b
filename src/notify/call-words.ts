import { kindLabels, withheldLabels } from '../text/labels';
import type { Language } from '../text/language';
import { printable } from '../text/printable';
import type { Account } from './account';
import { eventPhrases, outcomePhrases, staffPhrases } from './phrases';

/** What several forms of a notice say of a call in the same words. Everything a caller can write is made printable. */

/** What happened, as a sentence without its full stop. */
export function headline({ event, outcome, staff }: Account, language: Language): string {
  if (event === 'message' || event === 'proven-spoof') return eventPhrases[event][language];
  if (event === 'staff' && staff !== null) return staffPhrases[staff][language];
  return outcomePhrases[outcome][language];
}

/** `03****5678 (固定電話)`, `0312345678 (固定電話)`, `非通知 (公衆電話)`. */
export function callerWords(
  { presentation, masked, number, kind, country }: Account['caller'],
  language: Language,
): string {
  if (presentation !== 'presented') return withheldLabels[presentation][language];
  const labels = [kind === null ? null : kindLabels[kind][language], kind === 'foreign' ? country : null];
  const told = labels.filter((label) => label !== null).join(' ');
  return printable(`${number ?? masked ?? '–'}${told === '' ? '' : ` (${told})`}`);
}

/** The template with the number in it, and nothing but digits whatever the caller sent; `null` where none is shown. */
export function lookUpLink({ caller }: Account, template: string | null): string | null {
  if (template === null || caller.number === null) return null;
  return template.replaceAll('{number}', encodeURIComponent(caller.number.replace(/[^\d+*#]/g, '')));
}
