import type { NumberInfo, NumberKind } from '../numbering/number-info';

const reachable: ReadonlySet<NumberKind> = new Set(['fixed', 'mobile', '050', 'toll-free', 'navi']);
const abroad: ReadonlySet<NumberKind> = new Set(['foreign', 'global-service', 'nonexistent-country']);

/** Text that is equal for equal numbers: E.164 where there is one, else the code as dialled (`**11`, `201`). */
export function dialKey(number: NumberInfo): string {
  return number.e164 ?? number.national ?? number.input;
}

/** A number of Japan's plan under which somebody can be reached. */
export function isJapanese(number: NumberInfo): boolean {
  return number.country === 'JP' && reachable.has(number.kind);
}

/** A number that claims a place outside Japan, even one that does not exist. */
export function isFromAbroad(number: NumberInfo): boolean {
  if (abroad.has(number.kind)) return true;
  // +1 800 335 814 321 is too long for its country, and still imitates a number to whoever reads the display.
  return number.kind === 'impossible' && number.callingCode !== null && number.callingCode !== '81';
}

/** 0120, 0800 and 0570: shown for others to call, not lines that calls start from. */
export function isServiceNumber(number: NumberInfo): boolean {
  return number.kind === 'toll-free' || number.kind === 'navi';
}
