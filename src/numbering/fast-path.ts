import { longestE164 } from './e164';
import type { JapanesePlan } from './japan';
import type { NumberInfo } from './number-info';
import { isDigit } from './prefixes';

const plus = 0x2b;
const zero = 0x30;

/**
 * Looks up a Japanese number that is written plainly, `0312345678` or `+81312345678`, as nearly all that trunks
 * deliver are. `null` for everything else: the slow path reads any text, and these two with the same result.
 */
export function lookUpPlain(plan: JapanesePlan, input: string): NumberInfo | null {
  const first = input.charCodeAt(0);
  if (first === zero) {
    // 00… and 010… come before other numbers.
    if (input.charCodeAt(1) === zero || input.startsWith('010') || !hasOnlyDigits(input, 1)) return null;
    return plan.describe(input, 'national', input, `+81${input.slice(1)}`);
  }
  const isJapanese = first === plus && input.startsWith('81', 1) && input.charCodeAt(3) !== zero;
  if (isJapanese && input.length <= 1 + longestE164 && hasOnlyDigits(input, 3)) {
    return plan.describe(input, 'plus', `0${input.slice(3)}`, input);
  }
  return null;
}

function hasOnlyDigits(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) {
    if (!isDigit(text.charCodeAt(at))) return false;
  }
  return true;
}
