import { kindLabels, withheldLabels } from '../text/labels';
import type { Language } from '../text/language';
import { printable } from '../text/printable';
import type { Decision } from './decision';

/** `06****9999 (fixed)`, or why no number was shown. */
export function describeCaller({ caller }: Pick<Decision, 'caller'>, language: Language): string {
  const { presentation, masked, kind } = caller;
  if (presentation !== 'presented') return withheldLabels[presentation][language];
  return `${printable(masked ?? '–')}${kind === null ? '' : ` (${kindLabels[kind][language]})`}`;
}
