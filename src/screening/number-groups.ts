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

/** How a Japanese number arrived: as it is dialled at home, or with its country code; `null` for any other number. */
export function writtenForm(number: NumberInfo): 'national' | 'international' | null {
  if (!isJapanese(number)) return null;
  switch (number.form) {
    case 'national':
      return 'national';
    case 'plus':
    case 'bare':
    case 'plus-trunk-zero':
    case 'dialled-international':
      return 'international';
    case 'short':
    case 'other':
      return null;
  }
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

/** Ends in 0110, as the numbers of Japan's police stations do. */
export function endsLikePolice({ e164, input }: NumberInfo): boolean {
  return (e164 ?? input).endsWith('0110');
}
