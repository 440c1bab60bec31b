/** ITU-T E.164 §6.1: digits of an international number, country code included. */
export const longestE164 = 15;

/** Country codes have at most three digits. */
export const longestCountryCode = 3;

/** Country code of Japan. */
export const japan = '81';

/** The number as E.164 writes it, or `null` when there are no digits or too many. */
export function e164Of(digits: string): string | null {
  return digits === '' || digits.length > longestE164 ? null : `+${digits}`;
}
