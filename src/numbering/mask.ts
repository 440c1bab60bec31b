import { longestCountryCode } from './e164';
import type { NumberInfo } from './number-info';

const stars = '****';
/** At least so many digits stay hidden, so that the rest names no subscriber. */
const hiddenDigits = 4;

/**
 * The number for logs and explanations: `03****5678`, `090****5678`, `+44****1234`. Enough to recognise a call
 * that one took, never enough to call back. What is too short to hide anything in shows nothing but stars.
 */
export function maskNumber({ national, e164, callingCode, input }: NumberInfo): string {
  if (national !== null) return masked('', national, national.length - 2 * hiddenDigits, 4);
  // A code that does not exist is what the reader must see.
  if (e164 !== null) return masked('+', e164.slice(1), callingCode?.length ?? longestCountryCode, 4);
  return masked('', input.normalize('NFKC').replace(/\D/g, ''), 0, 2);
}

function masked(sign: string, digits: string, headDigits: number, tailDigits: number): string {
  const head = digits.slice(0, within(headDigits, 3));
  const tail = within(digits.length - head.length - hiddenDigits, tailDigits);
  return sign + head + stars + digits.slice(digits.length - tail);
}

function within(count: number, most: number): number {
  return Math.max(0, Math.min(count, most));
}
